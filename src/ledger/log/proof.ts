/**
 * Verifies that an entry stands in a tree, and that one tree continues another.
 *
 * In:   leaf hash and place, sizes and roots, and the hashes of a proof; SHA-256 handed in.
 * Out:  whether the proof holds. Nothing malformed is ever thrown about: it does not hold.
 *
 * Take size and root from one verified checkpoint: a root alone does not commit to its size, and
 * the proof of a place may hold in a tree of another size with the same root.
 *
 * @source RFC 9162 sections 2.1.3.2 and 2.1.4.2; iterative, and so apart from how proofs are made.
 */
import type { Hash } from "#base";
import { nodeHash } from "../merkle.ts";

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

export type Consistency = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

const hashBytes = 32;

const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === hashBytes);

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
const half = (count: number): number => Math.floor(count / 2); // Bit operators end at 32 bits.
const isOdd = (count: number): boolean => count % 2 === 1;

/** Where a walk up the tree stands: the place of the node, and that of the last node beside it. */
type Walk = { place: number; last: number };

const rise = (walk: Walk): void => {
  walk.place = half(walk.place);
  walk.last = half(walk.last);
};

/** One level up from a node that is a right child or alone at the edge; first past lone edges. */
const riseFromRight = (walk: Walk): void => {
  while (!isOdd(walk.place) && walk.place !== 0) rise(walk);
  rise(walk);
};

/** Whether the leaf stands at `index` in the tree of this size and root. */
export const verifyInclusion = (
  { index, size, leaf, root, proof }: Inclusion,
  hash: Hash,
): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (!areHashes([leaf, root, ...proof])) return false;
  const walk = { place: index, last: size - 1 };
  let made = leaf;
  for (const beside of proof) {
    if (walk.last === 0) return false;
    if (isOdd(walk.place) || walk.place === walk.last) {
      made = nodeHash(beside, made, hash);
      riseFromRight(walk);
    } else {
      made = nodeHash(made, beside, hash);
      rise(walk);
    }
  }
  return walk.last === 0 && isSame(made, root);
};

const isPowerOfTwo = (count: number): boolean => {
  let rest = count;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
};

/** Whether the tree of the old size and root is the beginning of the new one. */
export const verifyConsistency = (
  { oldSize, newSize, oldRoot, newRoot, proof }: Consistency,
  hash: Hash,
): boolean => {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false;
  if (!areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === 0) return proof.length === 0 && isSame(oldRoot, hash(new Uint8Array(0)));
  if (oldSize === newSize) return proof.length === 0 && isSame(oldRoot, newRoot);
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  const walk = { place: oldSize - 1, last: newSize - 1 };
  while (isOdd(walk.place)) rise(walk);
  let old = first;
  let grown = first;
  for (const beside of rest) {
    if (walk.last === 0) return false;
    if (isOdd(walk.place) || walk.place === walk.last) {
      old = nodeHash(beside, old, hash);
      grown = nodeHash(beside, grown, hash);
      riseFromRight(walk);
    } else {
      grown = nodeHash(grown, beside, hash);
      rise(walk);
    }
  }
  return walk.last === 0 && isSame(old, oldRoot) && isSame(grown, newRoot);
};
