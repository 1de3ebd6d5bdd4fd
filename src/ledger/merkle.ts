/**
 * The Merkle tree over the entries, as RFC 6962 section 2.1 draws it.
 *
 * In:   the bytes of entries, and a synchronous SHA-256 handed in.
 * Out:  leaf and node hashes, the root of a list of leaves, and a frontier that grows leaf by leaf.
 *
 * A tree of n leaves splits at the largest power of two below n; nothing is padded or doubled. A
 * leaf is hashed behind a 0 byte and a node behind a 1, so neither can pass for the other. The root
 * does not commit to the size: keep the two together.
 */
import type { Hash } from "#base";

/** Hash of an entry, given its exact bytes. */
export const leafHash = (entry: Uint8Array, hash: Hash): Uint8Array => {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return hash(bytes);
};

/** Hash of two subtrees, the left one full. */
export const nodeHash = (left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array => {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
};

/** The largest power of two strictly below `size`, without the bit operators' 32-bit limit. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/**
 * The root of a list of leaf hashes, by the definition's own recursion.
 *
 * @param leaves - Leaf hashes in order (`leafHash`), not the entries themselves.
 * @source RFC 6962 section 2.1.
 */
export const rootOf = (leaves: readonly Uint8Array[], hash: Hash): Uint8Array => {
  const over = (from: number, until: number): Uint8Array => {
    const only = leaves[from];
    if (only === undefined) return hash(new Uint8Array(0));
    if (until - from === 1) return only;
    const middle = from + splitOf(until - from);
    return nodeHash(over(from, middle), over(middle, until), hash);
  };
  return over(0, leaves.length);
};

/** What is needed of a tree to grow it: the roots of its full subtrees, the largest first. */
export type Frontier = {
  readonly size: () => number;
  /** Adds a leaf hash; O(1) hashes on average, O(log n) at most. */
  readonly append: (leaf: Uint8Array) => void;
  /** The root over all leaves so far; O(log n) hashes. */
  readonly root: () => Uint8Array;
  /** A frontier of the same leaves that grows apart from this one. */
  readonly fork: () => Frontier;
};

const frontierOf = (startSize: number, startPeaks: readonly Uint8Array[], hash: Hash): Frontier => {
  let size = startSize;
  const peaks = [...startPeaks];
  return {
    size: () => size,
    append: (leaf) => {
      let grown = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        const left = peaks.pop();
        if (left === undefined) throw new Error(`the frontier of ${size} leaves lacks a peak`);
        grown = nodeHash(left, grown, hash);
      }
      peaks.push(grown);
      size += 1;
    },
    root: () =>
      peaks.length === 0
        ? hash(new Uint8Array(0))
        : peaks.reduceRight((right, left) => nodeHash(left, right, hash)),
    fork: () => frontierOf(size, peaks, hash),
  };
};

/** The frontier of a tree without leaves. */
export const emptyFrontier = (hash: Hash): Frontier => frontierOf(0, [], hash);
