/**
 * The oracle's second step: every way to put each act on one day of its window, one after another.
 *
 * Law: docs/explanation/time.md, "Acts have windows". Windows in tests are a few days wide; an open
 * one is cut where all days further out give the same answers.
 */

import type { Day } from "#base";
import type { Told } from "./reading.ts";

export type Placing = ReadonlyMap<string, Day>;

/** Raised when a history has too many placings to walk through; the property skips it. */
export class TooMany extends Error {}

const most = 2_000;

/** Longer than the periods of the tests put one after another. */
const margin = 100;

/** The days asked about: outside them nothing changes but by a period. */
export type Range = readonly [Day, Day];

const far = 2 ** 29;

const ends = (acts: readonly Told[], asked: Range): Range => {
  const days = acts.flatMap(({ first, last }) => [first, last]).filter((d) => Math.abs(d) < far);
  return [Math.min(...days, ...asked) - margin, Math.max(...days, ...asked) + margin];
};

/** Whether some placing keeps every `after`: each act as early as those it follows allow. */
export const canKeepAfter = (acts: readonly Told[]): boolean => {
  const early = new Map(acts.map(({ id, first }) => [id, first]));
  for (let round = 0; round <= acts.length; round += 1) {
    for (const { id, after } of acts) {
      for (const other of after) {
        const bound = early.get(other);
        if (bound !== undefined && bound > (early.get(id) ?? bound)) early.set(id, bound);
      }
    }
  }
  return acts.every(({ id, last }) => (early.get(id) ?? last) <= last);
};

/** The acts given and all that `after` ties to them, however far. */
export const tiedTo = (some: readonly Told[], all: readonly Told[]): readonly Told[] => {
  const ids = new Set(some.map(({ id }) => id));
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { id, after } of all) {
      const isTied = ids.has(id) || after.some((other) => ids.has(other));
      if (isTied) for (const one of [id, ...after]) ids.add(one);
    }
  }
  return all.filter(({ id }) => ids.has(id));
};

/** Raised where no placing keeps every `after`: such a record is not asked about. */
export class Impossible extends TooMany {}

/** Every placing of `acts`; `all` are all acts that the lens shows. */
export const placings = (
  acts: readonly Told[],
  all: readonly Told[],
  asked: Range,
): readonly Placing[] => {
  const [low, high] = ends(all, asked);
  if (!canKeepAfter(all)) throw new Impossible();
  const lists = acts.map(({ first, last }) => {
    const from = Math.max(first, low);
    return Array.from({ length: Math.min(last, high) - from + 1 }, (_, i) => from + i);
  });
  if (lists.reduce((product, list) => product * list.length, 1) > most) throw new TooMany();
  let partial: readonly Placing[] = [new Map()];
  acts.forEach(({ id }, place) => {
    const days = lists[place] ?? [];
    partial = partial.flatMap((placing) => days.map((day) => new Map([...placing, [id, day]])));
  });
  const isKept = (placing: Placing): boolean =>
    acts.every(({ id, after }) =>
      after.every((other) => (placing.get(other) ?? -Infinity) <= (placing.get(id) ?? Infinity)),
    );
  return partial.filter(isKept);
};

/** Whether `after` says that one act follows another, by itself or through others. */
export const followsIn = (all: readonly Told[]): ((one: string, other: string) => boolean) => {
  const after = new Map(all.map((act) => [act.id, act.after]));
  const reached = (id: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...(after.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next) || !after.has(next)) continue;
      found.add(next);
      open.push(...(after.get(next) ?? []));
    }
    return found;
  };
  const behind = new Map([...after.keys()].map((id) => [id, reached(id)]));
  return (one, other) => behind.get(one)?.has(other) ?? false;
};
