/**
 * The public record is pinned: the root over the `act` bytes of its release entries, from a ledger
 * filled by releases alone (S-8). It changes only with records/, and then in the same commit.
 */
import { describe, expect, test } from "vitest";
import { sha256 } from "#store";
import { releaseRoot } from "#workflows";
import { entriesOf, packOf, treeOf } from "./world.ts";

const pinned = {
  csto: "efd495a5bfbceb45ee2cfe56379b855296a6c2d4e0fba9f8243e2852781e5c6d",
  nato: "2d3d0aafc8c170d87b9dfa359ec8cd220fd486ca672f31c699bfb57f0ec08cc9",
} as const;

describe.each(["csto", "nato"] as const)("%s", (org) => {
  const entries = entriesOf(packOf(org), treeOf("records", org));

  test("the root of its release entries", () => {
    expect(releaseRoot(entries, sha256)).toBe(pinned[org]);
  });
});
