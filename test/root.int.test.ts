/**
 * The public record is pinned: the root over the `act` bytes of its release entries, from a ledger
 * filled by releases alone (S-8). It changes only with records/, and then in the same commit.
 */
import { describe, expect, test } from "vitest";
import { sha256 } from "#store";
import { releaseRoot } from "#workflows";
import { entriesOf, packOf, treeOf } from "./world.ts";

const pinned = {
  csto: "c22a5e07c18eb15e2bc229cf03f65c391db2d11bcf6712dbaf1399803751285b",
  nato: "3017765b99bf54932f90cd4323971c7496ee15d4f87888801417a23e291e80a0",
} as const;

describe.each(["csto", "nato"] as const)("%s", (org) => {
  const entries = entriesOf(packOf(org), treeOf("records", org));

  test("the root of its release entries", () => {
    expect(releaseRoot(entries, sha256)).toBe(pinned[org]);
  });
});
