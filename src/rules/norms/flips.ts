/**
 * What would change an answer: the smallest changes of single leaves or positions, tried in a fixed
 * order.
 *
 * In:   the leaves that a run saw and the positions that a sitting told, each with what it came to; a
 *       way to run again with some of them turned.
 * Out:  the changes that give another verdict; whether all were tried.
 *
 * First each unknown leaf, made true and made false; then pairs of unknown leaves made true; then
 * positions, singly and in pairs, made `for`, or `against`; then each known leaf, turned. At most
 * sixty-four runs.
 */

import type { PositionWord } from "#charter";
import type { Truth } from "./truth.ts";

/** A leaf by its path, or `positions/BLR`. */
export type Change = { readonly node: string; readonly to: Truth | PositionWord };

export type Flip = {
  readonly change: readonly Change[];
  readonly verdict: string;
  readonly cost: number;
};

export const mostTries = 64;

/** What stands between two parts of a verdict. */
export const apart = "; ";

export type Leaves = ReadonlyMap<string, Truth>;
export type Positions = ReadonlyMap<string, PositionWord | "unknown">;

/** What a run is to take as turned. */
export type Turned = {
  readonly leaves: Leaves;
  readonly positions: ReadonlyMap<string, PositionWord>;
};

/**
 * Leaves as a run sees them; one that came to true for a state and false for another is left out:
 * no single turn of it is one change.
 */
export const watcher = (): {
  readonly leaves: Map<string, Truth>;
  readonly saw: (leaf: string, found: Truth) => void;
} => {
  const leaves = new Map<string, Truth>();
  const mixed = new Set<string>();
  return {
    leaves,
    saw: (leaf, found) => {
      const before = leaves.get(leaf) ?? found;
      if (before !== found && before !== "unknown" && found !== "unknown") mixed.add(leaf);
      if (mixed.has(leaf)) leaves.delete(leaf);
      else leaves.set(leaf, before === found ? found : "unknown");
    },
  };
};

const pairsOf = function* <T>(all: readonly T[]): Generator<readonly [T, T]> {
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) yield [a, b];
};

const prefix = "positions/";

const positionChanges = function* (positions: Positions): Generator<readonly Change[]> {
  const without = (word: PositionWord): readonly Change[] =>
    [...positions]
      .filter(([, position]) => position !== word)
      .map(([state]) => ({ node: `${prefix}${state}`, to: word }));
  for (const change of without("for")) yield [change];
  for (const change of without("against")) yield [change];
  yield* pairsOf(without("for"));
};

const changesOf = function* (leaves: Leaves, positions: Positions): Generator<readonly Change[]> {
  const all = [...leaves].sort(([a], [b]) => (a < b ? -1 : 1));
  const open = all.filter(([, found]) => found === "unknown").map(([node]) => node);
  for (const node of open) {
    yield [{ node, to: "true" }];
    yield [{ node, to: "false" }];
  }
  for (const [a, b] of pairsOf(open)) {
    yield [
      { node: a, to: "true" },
      { node: b, to: "true" },
    ];
  }
  yield* positionChanges(positions);
  for (const [node, found] of all) {
    if (found !== "unknown") yield [{ node, to: found === "true" ? "false" : "true" }];
  }
};

const turnedBy = (change: readonly Change[]): Turned => {
  const leaves = new Map<string, Truth>();
  const positions = new Map<string, PositionWord>();
  for (const { node, to } of change) {
    if (to === "true" || to === "false" || to === "unknown") leaves.set(node, to);
    else positions.set(node.slice(prefix.length), to);
  }
  return { leaves, positions };
};

const isWithin = (smaller: readonly Change[], change: readonly Change[]): boolean =>
  smaller.every(({ node, to }) => change.some((one) => one.node === node && one.to === to));

export const flipsOf = (
  leaves: Leaves,
  verdictOf: (turned: Turned) => string,
  positions: Positions = new Map(),
): { readonly flips: readonly Flip[]; readonly flipsComplete: boolean } => {
  const as = verdictOf(turnedBy([]));
  const flips: Flip[] = [];
  let tries = 0;
  for (const change of changesOf(leaves, positions)) {
    if (tries === mostTries) return { flips, flipsComplete: false };
    tries += 1;
    const verdict = verdictOf(turnedBy(change));
    if (verdict === as) continue;
    const smaller = flips.filter((flip) => isWithin(flip.change, change));
    const done = new Set(smaller.flatMap((flip) => flip.verdict.split(apart)));
    if (verdict.split(apart).every((one) => done.has(one))) continue; // Smaller changes do it.
    flips.push({ change, verdict, cost: change.length });
  }
  return { flips, flipsComplete: true };
};

/** What differs of two verdicts, in codes: `validity: effective; outcome: adopted`. */
export const differing = (
  was: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string =>
  [...now]
    .filter(([key, value]) => was.get(key) !== value)
    .map(([key, value]) => `${key}: ${value}`)
    .join(apart);
