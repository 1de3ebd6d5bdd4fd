/**
 * The public record is pinned: the root over the `act` bytes of its release entries, from a ledger
 * filled by releases alone (S-8). It changes only with records/, and then in the same commit.
 */
import { describe, expect, test } from "vitest";
import { sha256 } from "#store";
import { releaseRoot } from "#workflows";
import { entriesOf, packOf, treeOf } from "./world.ts";

const pinned = {
  csto: "4514af7cce9fde1a072a6718b3ab28f5b74b522642f4f251af0df549d43a6c8a",
  nato: "2d3d0aafc8c170d87b9dfa359ec8cd220fd486ca672f31c699bfb57f0ec08cc9",
} as const;

describe.each(["csto", "nato"] as const)("%s", (org) => {
  test("the root of its release entries", () => {
    const entries = entriesOf(packOf(org), treeOf("records", org));
    expect(releaseRoot(entries, sha256)).toBe(pinned[org]);
  });
});
