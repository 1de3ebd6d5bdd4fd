/**
 * The facts as rectangles of valid time x known time, for peers that keep tables.
 *
 * Made by brute force from the facts alone and without a line of `src/record`, so that equal
 * answers mean something.
 */
import { type Fact, factsOf, type Shape, wordOf } from "../data.ts";

/** A value on the days from `from` to before `until`, in ledgers of `known` to below `end` acts. */
export type Rectangle = {
  readonly key: number; // instrument * states + state
  readonly value: number;
  readonly from: number;
  readonly until: number;
  readonly known: number;
  readonly end: number;
};

export const open = 2 ** 30;

type Live = { -readonly [field in keyof Rectangle]: Rectangle[field] };

/** Enters one fact: cuts what lay where it now holds, and shows what is left of it on both sides. */
const enter = (live: Live[], done: Live[], fact: Fact, key: number, size: number): void => {
  const later = live.filter(({ from }) => from > fact.day).map(({ from }) => from);
  const until = Math.min(open, ...later);
  const cut = live.findIndex((one) => one.from < until && one.until > fact.day);
  const made: Live[] = [
    { key, value: wordOf(fact), from: fact.day, until, known: size, end: open },
  ];
  const old = cut < 0 ? undefined : live.splice(cut, 1)[0];
  if (old !== undefined) {
    done.push({ ...old, end: size });
    if (old.from < fact.day) made.push({ ...old, until: fact.day, known: size });
  }
  live.push(...made);
};

export const rectanglesOf = (shape: Shape): readonly Rectangle[] => {
  const live: Live[][] = Array.from({ length: shape.instruments * shape.states }, () => []);
  const done: Live[] = [];
  for (const [place, fact] of factsOf(shape).entries()) {
    const key = fact.instrument * shape.states + fact.state;
    enter(live[key] ?? [], done, fact, key, shape.instruments + place + 1);
  }
  return [...done, ...live.flat()].sort((a, b) => a.key - b.key || a.from - b.from);
};
