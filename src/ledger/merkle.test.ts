/** RFC 6962 section 2.1, against vectors that agree with Go's `sumdb/tlog` and the RFC's own tests. */
import { hash as digest } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromHex, type Hash, hex, utf8 } from "#base";
import vectors from "../../test/vectors/transparency-log.json" with { type: "json" };
import { emptyFrontier, leafHash, nodeHash, rootOf } from "./merkle.ts";

const sha256: Hash = (bytes) => new Uint8Array(digest("sha256", bytes, "buffer"));

const leafAt = (index: number): Uint8Array => leafHash(utf8(`foedus test entry ${index}`), sha256);

const leavesTo = (size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafAt(index));

const sizes = vectors.roots.filter(({ size }) => size <= 1024);

describe("RFC 6962 2.1: leaves and nodes", () => {
  test.each(vectors.leaves)("leaf $index", ({ data_utf8, leaf_hash_hex }) => {
    expect(hex(leafHash(utf8(data_utf8), sha256))).toBe(leaf_hash_hex);
  });

  test("an empty leaf is not an empty tree", () => {
    expect(hex(leafHash(new Uint8Array(0), sha256))).toBe(vectors.empty_leaf_hash_hex);
    expect(hex(rootOf([], sha256))).toBe(vectors.roots[0]?.root_hex);
  });

  test("a node's input, hashed as a leaf, gives another hash", () => {
    const [left, right] = [leafAt(0), leafAt(1)];
    const joined = new Uint8Array([...left, ...right]);
    expect(hex(leafHash(joined, sha256))).not.toBe(hex(nodeHash(left, right, sha256)));
  });
});

describe("RFC 6962 2.1: the root", () => {
  test.each(sizes)("of $size leaves, by the definition", ({ size, root_hex }) => {
    expect(hex(rootOf(leavesTo(size), sha256))).toBe(root_hex);
  });

  test("of up to eight leaves of many lengths, as the first implementations have it", () => {
    const leaves = vectors.ct_reference.leaves_hex.map((text) =>
      leafHash(fromHex(text) ?? new Uint8Array(0), sha256),
    );
    const roots = leaves.map((_, place) => hex(rootOf(leaves.slice(0, place + 1), sha256)));
    expect(roots).toEqual(vectors.ct_reference.roots_hex);
  });

  test("grown leaf by leaf is the root by the definition, at every size to 300", () => {
    const frontier = emptyFrontier(sha256);
    const leaves = leavesTo(300);
    expect(hex(frontier.root())).toBe(hex(rootOf([], sha256)));
    for (const [place, leaf] of leaves.entries()) {
      frontier.append(leaf);
      expect(frontier.size()).toBe(place + 1);
      expect(hex(frontier.root())).toBe(hex(rootOf(leaves.slice(0, place + 1), sha256)));
    }
  });

  test("grown leaf by leaf meets the vectors up to 70,000", () => {
    const roots = new Map(vectors.roots.map(({ size, root_hex }) => [size, root_hex]));
    const frontier = emptyFrontier(sha256);
    for (let index = 0; index < Math.max(...roots.keys()); index += 1) {
      frontier.append(leafAt(index));
      const expected = roots.get(index + 1);
      if (expected !== undefined) expect(hex(frontier.root())).toBe(expected);
    }
  });

  test("a frontier grows apart from the one it was forked from", () => {
    const frontier = emptyFrontier(sha256);
    for (const leaf of leavesTo(5)) frontier.append(leaf);
    const before = hex(frontier.root());
    const fork = frontier.fork();
    fork.append(leafAt(5));
    expect([frontier.size(), hex(frontier.root())]).toEqual([5, before]);
    expect(hex(fork.root())).toBe(hex(rootOf(leavesTo(6), sha256)));
  });
});
