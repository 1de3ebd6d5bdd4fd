/**
 * A persistent sorted tree over days: every change gives a new tree and leaves the old one whole.
 *
 * In:   keys (days) and values.
 * Out:  trees that share all but the O(log n) nodes on the path of a change (path copying), so a
 *       fluent can keep one tree for each place in the ledger at which it changed (S-12).
 *
 * It is a treap: a binary tree ordered by key and heaped by a priority. The priority is a mix of
 * the key's own bits, so the shape depends on the keys alone and never on chance or on the order
 * of insertion: the room stays pure, and late, early and random recording cost the same.
 */

import type { Day } from "#base";

export type Tree<T> = Node<T> | undefined;

type Node<T> = {
  readonly key: Day;
  readonly value: T;
  readonly left: Tree<T>;
  readonly right: Tree<T>;
};

/** Mixes the bits of a key (the finishing step of a well-known 32-bit hash). */
const priority = (key: Day): number => {
  let h = key | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const above = (a: Day, b: Day): boolean => {
  const pa = priority(a);
  const pb = priority(b);
  return pa === pb ? a < b : pa > pb;
};

const node = <T>(of: Node<T>, left: Tree<T>, right: Tree<T>): Node<T> => ({
  key: of.key,
  value: of.value,
  left,
  right,
});

/** Parts a tree into the keys before `key` and the keys from `key` on. */
const split = <T>(tree: Tree<T>, key: Day): readonly [Tree<T>, Tree<T>] => {
  if (tree === undefined) return [undefined, undefined];
  if (tree.key < key) {
    const [left, right] = split(tree.right, key);
    return [node(tree, tree.left, left), right];
  }
  const [left, right] = split(tree.left, key);
  return [left, node(tree, right, tree.right)];
};

/** Joins two trees of which every key of `a` is before every key of `b`. */
const join = <T>(a: Tree<T>, b: Tree<T>): Tree<T> => {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return above(a.key, b.key)
    ? node(a, a.left, join(a.right, b))
    : node(b, join(a, b.left), b.right);
};

/** The tree with the keys of `from` to `until` (not included) replaced by `entries`, in order. */
export const replace = <T>(
  tree: Tree<T>,
  from: Day,
  until: Day,
  entries: readonly (readonly [Day, T])[],
): Tree<T> => {
  const [before, rest] = split(tree, from);
  const [, after] = split(rest, until);
  let middle: Tree<T>;
  for (const [key, value] of entries) {
    middle = join(middle, { key, value, left: undefined, right: undefined });
  }
  return join(join(before, middle), after);
};

/** The tree with `value` under `key`; an earlier value is replaced. */
export const set = <T>(tree: Tree<T>, key: Day, value: T): Tree<T> =>
  replace(tree, key, key + 1, [[key, value]]);

/** The tree without `key`. */
export const remove = <T>(tree: Tree<T>, key: Day): Tree<T> => replace(tree, key, key + 1, []);

/** The last entry whose key is not after `key`. */
export const floor = <T>(tree: Tree<T>, key: Day): Node<T> | undefined => {
  let found: Node<T> | undefined;
  let at = tree;
  while (at !== undefined) {
    if (at.key <= key) {
      found = at;
      at = at.right;
    } else {
      at = at.left;
    }
  }
  return found;
};

/** The first entry whose key is after `key`. */
export const next = <T>(tree: Tree<T>, key: Day): Node<T> | undefined => {
  let found: Node<T> | undefined;
  let at = tree;
  while (at !== undefined) {
    if (at.key > key) {
      found = at;
      at = at.left;
    } else {
      at = at.right;
    }
  }
  return found;
};

/** All entries in order of their keys. */
export const entries = function* <T>(tree: Tree<T>): Generator<readonly [Day, T]> {
  const path: Node<T>[] = [];
  let at = tree;
  while (at !== undefined || path.length > 0) {
    while (at !== undefined) {
      path.push(at);
      at = at.left;
    }
    const top = path.pop();
    if (top === undefined) return;
    yield [top.key, top.value];
    at = top.right;
  }
};
