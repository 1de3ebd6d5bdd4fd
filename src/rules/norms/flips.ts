/**
 * What would change an answer: the smallest changes of single leaves, tried in a fixed order.
 *
 * In:   the leaves that a run saw, each with what it came to; a way to run again with leaves turned.
 * Out:  the changes that give another verdict; whether all were tried.
 *
 * First each unknown leaf, made true and made false; then pairs of unknown leaves made true; then
 * each known leaf, turned. At most sixty-four runs.
 */

import type { Truth } from "./truth.ts";

export type Change = { readonly node: string; readonly to: Truth };

export type Flip = {
  readonly change: readonly Change[];
  readonly verdict: string;
  readonly cost: number;
};

export const mostTries = 64;

export type Leaves = ReadonlyMap<string, Truth>;

/** Leaves as a run sees them; one that came to different things for different states is unknown. */
export const watcher = (): {
  readonly leaves: Map<string, Truth>;
  readonly saw: (leaf: string, found: Truth) => void;
} => {
  const leaves = new Map<string, Truth>();
  return {
    leaves,
    saw: (leaf, found) => {
      const before = leaves.get(leaf);
      leaves.set(leaf, before === undefined || before === found ? found : "unknown");
    },
  };
};

const changesOf = function* (leaves: Leaves): Generator<readonly Change[]> {
  const all = [...leaves].sort(([a], [b]) => (a < b ? -1 : 1));
  const open = all.filter(([, found]) => found === "unknown").map(([node]) => node);
  for (const node of open) {
    yield [{ node, to: "true" }];
    yield [{ node, to: "false" }];
  }
  for (const [i, a] of open.entries()) {
    for (const b of open.slice(i + 1)) {
      yield [
        { node: a, to: "true" },
        { node: b, to: "true" },
      ];
    }
  }
  for (const [node, found] of all) {
    if (found !== "unknown") yield [{ node, to: found === "true" ? "false" : "true" }];
  }
};

export const flipsOf = (
  leaves: Leaves,
  verdictOf: (flipped: ReadonlyMap<string, Truth>) => string,
): { readonly flips: readonly Flip[]; readonly flipsComplete: boolean } => {
  const as = verdictOf(new Map());
  const flips: Flip[] = [];
  let tries = 0;
  for (const change of changesOf(leaves)) {
    if (tries === mostTries) return { flips, flipsComplete: false };
    tries += 1;
    const isNeeded = !flips.some((flip) =>
      flip.change.every(({ node, to }) => change.some((one) => one.node === node && one.to === to)),
    );
    if (!isNeeded) continue; // A smaller change does it already.
    const verdict = verdictOf(new Map(change.map(({ node, to }) => [node, to])));
    if (verdict !== as) flips.push({ change, verdict, cost: change.length });
  }
  return { flips, flipsComplete: true };
};
