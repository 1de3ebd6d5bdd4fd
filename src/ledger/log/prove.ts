/**
 * Makes proofs: that an entry stands in a tree, and that one tree continues another.
 *
 * In:   sizes, and the hash of any full subtree, from leaves or from tiles.
 * Out:  the hashes of the proof, leaf side first.
 *
 * A proof asks for O(log n) subtrees, each of which a tile holds or nearly holds.
 *
 * @source RFC 6962 sections 2.1.1 and 2.1.2, by their own recursion.
 */
import type { Hash } from "#base";
import { nodeHash, rootOf, splitOf } from "../merkle.ts";
import { tileHeight, tileWidth } from "./tile.ts";

/** The hash of the full subtree over the leaves from `index * 2^level` on, `2^level` of them. */
export type Subtrees = (level: number, index: number) => Uint8Array;

/** Subtrees of leaves that are at hand. */
export const subtreesOfLeaves =
  (leaves: readonly Uint8Array[], hash: Hash): Subtrees =>
  (level, index) => {
    const count = 2 ** level;
    const covered = leaves.slice(index * count, (index + 1) * count);
    if (covered.length !== count) throw new RangeError(`no full subtree ${level}/${index}`);
    return rootOf(covered, hash);
  };

/** Subtrees of tiles, each given as the hashes in it; one tile a subtree. */
export const subtreesOfTiles =
  (tile: (level: number, index: number) => readonly Uint8Array[], hash: Hash): Subtrees =>
  (level, index) => {
    const tileLevel = Math.floor(level / tileHeight);
    const count = 2 ** (level % tileHeight);
    const first = index * count;
    const hashes = tile(tileLevel, Math.floor(first / tileWidth));
    const start = first % tileWidth;
    const covered = hashes.slice(start, start + count);
    if (covered.length !== count) throw new RangeError(`no full subtree ${level}/${index}`);
    return rootOf(covered, hash);
  };

/** The root over some leaves, as the recursion of the RFC cuts them: only the last cut is not full. */
const rootOver = (from: number, until: number, subtrees: Subtrees, hash: Hash): Uint8Array => {
  const count = until - from;
  const isFull = count === 1 || splitOf(count) * 2 === count;
  if (isFull) return subtrees(Math.log2(count), from / count);
  const middle = from + splitOf(count);
  const left = rootOver(from, middle, subtrees, hash);
  return nodeHash(left, rootOver(middle, until, subtrees, hash), hash);
};

/** The root of the first `size` leaves. */
export const rootAt = (size: number, subtrees: Subtrees, hash: Hash): Uint8Array =>
  size === 0 ? hash(new Uint8Array(0)) : rootOver(0, size, subtrees, hash);

/**
 * The proof that the entry at `index` stands in the tree of `size` entries.
 *
 * @throws RangeError unless 0 <= index < size.
 */
export const inclusionProof = (
  index: number,
  size: number,
  subtrees: Subtrees,
  hash: Hash,
): readonly Uint8Array[] => {
  if (index < 0 || index >= size) throw new RangeError(`no entry ${index} of ${size}`);
  const path = (from: number, until: number): readonly Uint8Array[] => {
    if (until - from === 1) return [];
    const middle = from + splitOf(until - from);
    return index < middle
      ? [...path(from, middle), rootOver(middle, until, subtrees, hash)]
      : [...path(middle, until), rootOver(from, middle, subtrees, hash)];
  };
  return path(0, size);
};

/**
 * The proof that the tree of `newSize` begins with that of `oldSize`; empty from size 0.
 *
 * @throws RangeError unless 0 <= oldSize <= newSize.
 */
export const consistencyProof = (
  oldSize: number,
  newSize: number,
  subtrees: Subtrees,
  hash: Hash,
): readonly Uint8Array[] => {
  if (oldSize < 0 || oldSize > newSize) throw new RangeError(`no step ${oldSize} to ${newSize}`);
  if (oldSize === 0) return [];
  const part = (from: number, until: number, isOldRoot: boolean): readonly Uint8Array[] => {
    if (until === oldSize) return isOldRoot ? [] : [rootOver(from, until, subtrees, hash)];
    const middle = from + splitOf(until - from);
    return oldSize <= middle
      ? [...part(from, middle, isOldRoot), rootOver(middle, until, subtrees, hash)]
      : [...part(middle, until, false), rootOver(from, middle, subtrees, hash)];
  };
  return part(0, newSize, true);
};
