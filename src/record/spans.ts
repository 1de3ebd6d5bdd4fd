/**
 * Values over days, as known at each place in the ledger: what a fluent keeps (S-12).
 *
 * In:   stretches of days whose values change with one entry.
 * Out:  the value that holds on a day once so many entries are known; all of them in order.
 *
 * Nearly every life has few acts. Their changes lie on each other like patches, the newest on top:
 * an answer is the first patch from the top that was there and covers the day. A life of many acts
 * goes on in a persistent tree for each place at which it changed, so that a question stays two
 * binary searches; what was known before is still read from the patches.
 */

import { type Day, never } from "#base";
import { entries, floor, replace, type Tree } from "./tree.ts";

type Patch<T> = {
  readonly from: Day;
  readonly until: Day; // the first day after it
  readonly size: number; // of the ledger, from which on it holds
  readonly value: T;
  readonly under: Patch<T> | undefined;
};

type Trees<T> = { current: Tree<T>; readonly sizes: number[]; readonly trees: Tree<T>[] };

export type Spans<T> = { top: Patch<T> | undefined; patches: number; grown: Trees<T> | undefined };

/** Looking through so many patches still costs less than two searches in trees. */
const mostPatches = 16;

export const noSpans = <T>(): Spans<T> => ({ top: undefined, patches: 0, grown: undefined });

/**
 * Lays values over the days from `from` to before `until`.
 *
 * @param size - Of the ledger with the entry that brings them; never less than at the call before.
 * @param values - Each with its first day, in order; the first day of the first is `from`.
 */
export const lay = <T>(
  on: Spans<T>,
  size: number,
  from: Day,
  until: Day,
  values: readonly (readonly [Day, T])[],
): void => {
  if (on.grown === undefined && on.patches + values.length <= mostPatches) {
    for (const [i, [day, value]] of values.entries()) {
      on.top = { from: day, until: values[i + 1]?.[0] ?? until, size, value, under: on.top };
    }
    on.patches += values.length;
    return;
  }
  on.grown ??= { current: treeOf(on), sizes: [], trees: [] };
  plant(on.grown, size, from, until, values);
};

const treeOf = <T>(of: Spans<T>): Tree<T> =>
  replace<T>(undefined, -never, never, valuesAt(of, Number.POSITIVE_INFINITY));

const plant = <T>(
  into: Trees<T>,
  size: number,
  from: Day,
  until: Day,
  values: readonly (readonly [Day, T])[],
): void => {
  const { current, sizes, trees } = into;
  const old = floor(current, until);
  const replaced = replace(current, from, until, values);
  const isCut = until !== never && old !== undefined && old.key < until;
  into.current = isCut ? replace(replaced, until, until + 1, [[until, old.value]]) : replaced;
  if (sizes[sizes.length - 1] === size) {
    trees[trees.length - 1] = into.current;
    return;
  }
  sizes.push(size);
  trees.push(into.current);
};

/** The tree as of the first `size` entries; undefined: it had not grown yet. */
const treeAt = <T>({ current, sizes, trees }: Trees<T>, size: number): Tree<T> => {
  let low = 0;
  let high = sizes.length;
  if ((sizes[high - 1] ?? 0) <= size) return current;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sizes[middle] ?? 0) <= size) low = middle + 1;
    else high = middle;
  }
  return trees[low - 1];
};

const patchOn = <T>({ top }: Spans<T>, day: Day, size: number): Patch<T> | undefined => {
  let patch = top;
  while (patch !== undefined && (patch.size > size || patch.from > day || patch.until <= day)) {
    patch = patch.under;
  }
  return patch;
};

/** The value that holds on `day` once the first `size` entries are known. */
export const valueAt = <T>(of: Spans<T>, day: Day, size: number): T | undefined => {
  const tree = of.grown === undefined ? undefined : treeAt(of.grown, size);
  return tree === undefined ? patchOn(of, day, size)?.value : floor(tree, day)?.value;
};

/** The sizes of the ledger, up to one, at which values were laid; the largest first. */
export const sizesOf = function* <T>(of: Spans<T>, size: number): Generator<number> {
  const { sizes } = of.grown ?? { sizes: [] };
  for (const one of sizes.toReversed()) if (one <= size) yield one;
  for (let patch = of.top; patch !== undefined; patch = patch.under) {
    if (patch.size <= size) yield patch.size;
  }
};

/** All values in order of time, each with its first day. */
export const valuesAt = <T>(of: Spans<T>, size: number): readonly (readonly [Day, T])[] => {
  const tree = of.grown === undefined ? undefined : treeAt(of.grown, size);
  if (tree !== undefined) return [...entries(tree)];
  const edges = new Set<Day>();
  for (let patch = of.top; patch !== undefined; patch = patch.under) {
    if (patch.size <= size) edges.add(patch.from).add(patch.until);
  }
  const found: (readonly [Day, T])[] = [];
  let last: Patch<T> | undefined;
  for (const day of [...edges].sort((a, b) => a - b)) {
    const patch = patchOn(of, day, size);
    if (patch !== undefined && patch !== last) found.push([day, patch.value]);
    last = patch;
  }
  return found;
};
