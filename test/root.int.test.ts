/**
 * The public record is pinned: the root over the `act` bytes of its release entries, from a ledger
 * filled by releases alone (S-8). It changes only with records/, and then in the same commit.
 */
import { describe, expect, test } from "vitest";
import { sha256 } from "#store";
import { releaseRoot } from "#workflows";
import { entriesOf, packOf, treeOf } from "./world.ts";

const pinned = {
  csto: "",
  nato: "",
} as const;

describe.each(["csto", "nato"] as const)("%s", (org) => {
  test("the root of its release entries", () => {
    const entries = entriesOf(packOf(org), treeOf("records", org));
    expect(releaseRoot(entries, sha256)).toBe(pinned[org]);
  });
});
