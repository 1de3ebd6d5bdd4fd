/**
 * Values over days, as known at each place in the ledger: what fluents keep (S-12).
 *
 * In:   stretches of days whose values change with one entry. A value is a whole number here; what
 *       it means is the business of `token.ts`.
 * Out:  the value that holds on a day once so many entries are known; all of them in order.
 *
 * Nearly every life has few acts. Their changes lie on each other like patches, the newest on top:
 * an answer is the first patch from the top that was there and covers the day. A life of many acts
 * goes on in a persistent tree for each place at which it changed, so that a question stays two
 * binary searches; what was known before is still read from the patches.
 */

import { type Day, never } from "#base";
import {
  bottomOf,
  countOf,
  noPatches,
  type Patches,
  patch,
  patchOn,
  wide,
  widen,
} from "./patches.ts";
import { entries, floor, next, replace, type Tree } from "./tree.ts";

type Trees = { current: Tree<number>; readonly sizes: number[]; readonly trees: Tree<number>[] };

/** The spans of many fluents; each has a row. */
export type Sheet = Patches & {
  readonly grown: Map<number, Trees>; // by row: of those with many changes
};

/** Values, each with its first day, in order. */
export type Runs = readonly (readonly [Day, number])[];

/** No value is known there. */
export const nothing = -(2 ** 31);

/** Looking through so many patches still costs less than two searches in trees. */
const mostPatches = 16;

export const newSheet = (): Sheet => ({ ...noPatches(), grown: new Map() });

export const isEmpty = (of: Sheet, row: number): boolean => countOf(of, row) === 0;

/**
 * Lays values over the days from `from` to before `until`.
 *
 * @param size - Of the ledger with the entry that brings them; never less than at the call before.
 * @param values - Each with its first day, in order; the first day of the first is `from`.
 */
export const lay = (
  on: Sheet,
  row: number,
  size: number,
  from: Day,
  until: Day,
  values: Runs,
): void => {
  const more = values.length * wide;
  const trees = on.grown.get(row);
  if (trees !== undefined) {
    plant(trees, size, from, until, values);
  } else if (countOf(on, row) + more <= mostPatches * wide) {
    widen(on, row, more);
    for (let i = 0; i < values.length; i += 1) {
      const [day, value] = values[i] as readonly [Day, number];
      patch(on, row, day, values[i + 1]?.[0] ?? until, size, value);
    }
  } else {
    const current = replace(undefined, -never, never, runsOf(on, row, Number.POSITIVE_INFINITY));
    const made = { current, sizes: [], trees: [] };
    on.grown.set(row, made);
    plant(made, size, from, until, values);
  }
};

const plant = (into: Trees, size: number, from: Day, until: Day, values: Runs): void => {
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
const treeAt = (of: Sheet, row: number, size: number): Tree<number> => {
  const trees = of.grown.size === 0 ? undefined : of.grown.get(row);
  if (trees === undefined) return undefined;
  const { sizes } = trees;
  let low = 0;
  let high = sizes.length;
  if ((sizes[high - 1] ?? 0) <= size) return trees.current;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sizes[middle] ?? 0) <= size) low = middle + 1;
    else high = middle;
  }
  return trees.trees[low - 1];
};

/** The value that holds on `day` once the first `size` entries are known. */
export const valueAt = (of: Sheet, row: number, day: Day, size: number): number => {
  const tree = treeAt(of, row, size);
  if (tree !== undefined) return floor(tree, day)?.value ?? nothing;
  const at = patchOn(of, row, day, size);
  return at < 0 ? nothing : (of.patches[at + 3] ?? nothing);
};

/**
 * The first day after `day` on which the newest value is another, if on `day` itself none begins;
 * undefined: one does.
 */
export const endOfRun = (of: Sheet, row: number, day: Day): Day | undefined => {
  const grown = of.grown.get(row);
  if (grown !== undefined) {
    if (floor(grown.current, day)?.key === day) return undefined;
    return next(grown.current, day)?.key ?? never;
  }
  const { patches } = of;
  const bottom = bottomOf(of, row);
  let since = -never;
  let end = never;
  for (let at = bottom + countOf(of, row) - wide; at >= bottom; at -= wide) {
    const from = patches[at] ?? 0;
    const until = patches[at + 1] ?? 0;
    if (from > day) end = Math.min(end, from);
    else if (until <= day) since = Math.max(since, until);
    else return Math.max(since, from) === day ? undefined : Math.min(end, until);
  }
  return since === day ? undefined : end;
};

/** The sizes of the ledger, up to one, at which values were laid; the largest first. */
export const sizesOf = function* (of: Sheet, row: number, size: number): Generator<number> {
  const { sizes } = of.grown.get(row) ?? { sizes: [] };
  for (const one of sizes.toReversed()) if (one <= size) yield one;
  const bottom = bottomOf(of, row);
  for (let at = bottom + countOf(of, row) - wide; at >= bottom; at -= wide) {
    const laid = of.patches[at + 2] ?? 0;
    if (laid <= size) yield laid;
  }
};

/** All values in order of time, each with its first day. */
export const runsOf = (of: Sheet, row: number, size: number): Runs => {
  const tree = treeAt(of, row, size);
  if (tree !== undefined) return [...entries(tree)];
  const { patches } = of;
  const edges = new Set<Day>();
  const bottom = bottomOf(of, row);
  for (let at = bottom + countOf(of, row) - wide; at >= bottom; at -= wide) {
    if ((patches[at + 2] ?? 0) <= size) edges.add(patches[at] ?? 0).add(patches[at + 1] ?? 0);
  }
  const found: (readonly [Day, number])[] = [];
  let last = -1;
  for (const day of [...edges].sort((a, b) => a - b)) {
    const at = patchOn(of, row, day, size);
    if (at >= 0 && at !== last) found.push([day, patches[at + 3] ?? nothing]);
    last = at;
  }
  return found;
};
