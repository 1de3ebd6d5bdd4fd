/**
 * A fluent: something that has a value on each day, as known at each place in the ledger (S-12).
 *
 * In:   the lanes it looks at, once as preferred and once for each contested claim and reading.
 * Out:  its spans over the days, as known at each place at which it changed (`spans.ts`).
 *
 * `uncertain`: the preferred claims leave several values open. `disputed`: they give one value, and
 * a contested claim or another reading gives another (S-6, S-10, S-15).
 */

import { always, type Day, dayFrom, never } from "#base";
import { alone, type LaneEvent, type World } from "./event.ts";
import { barrier, isLoose, type Lane, lastEvent, turns } from "./lane.ts";
import { type Combine, type Order, type Possible, possible } from "./possible.ts";
import { lay, noSpans, type Spans, sizesOf, valueAt, valuesAt } from "./spans.ts";
import type { Version } from "./version.ts";

export type Certainty = "certain" | "uncertain" | "disputed";

/** A value over days: half-open, from the key it stands under to the next key. */
export type Span = {
  readonly value: string; // under `uncertain` the word itself, under `disputed` the preferred value
  readonly certainty: Certainty;
  readonly possible: readonly string[]; // one value when certain
  readonly because: readonly Version[]; // what makes the preferred value so
  readonly others: readonly Other[]; // the readings that give other values
};

/** A way to read the claims that differs from the preferred one on these days. */
export type Other = {
  readonly world: World;
  readonly values: readonly string[];
  readonly because: readonly Version[];
};

/** One way to read the claims, and the lanes as they are then. */
export type View = { readonly world: World; readonly lanes: readonly Lane[] };

export type Fluent = Spans<Span>;

export const fluent = (): Fluent => noSpans();

/** One empty list for all spans that need none. */
const none: readonly never[] = [];

const evidence = (values: Possible): readonly Version[] => [
  ...new Set([...values.values()].flatMap((versions) => [...versions])),
];

const span = (views: readonly View[], found: readonly Possible[]): Span => {
  const [base] = found;
  if (base === undefined) throw new Error("a fluent is looked at in no view");
  const preferred = [...base.keys()];
  const others = views.flatMap(({ world }, i): readonly Other[] => {
    const values = found[i] ?? base;
    if (i === 0 || sameKeys(values, base)) return [];
    return [{ world, values: [...values.keys()], because: evidence(values) }];
  });
  const all = new Set([...preferred, ...others.flatMap(({ values }) => values)]);
  const certainty: Certainty =
    preferred.length > 1 ? "uncertain" : all.size > 1 ? "disputed" : sureOf(preferred[0]);
  return {
    value: preferred.length > 1 ? "uncertain" : (preferred[0] ?? "none"),
    certainty,
    possible: [...all].sort(),
    because: evidence(base),
    others: others.length === 0 ? none : others,
  };
};

/** That nothing is known is no certainty (S-2). */
const sureOf = (value: string | undefined): Certainty =>
  value === "unknown" ? "uncertain" : "certain";

/** The common case at little cost: one view, and in each lane one event that is surely the last. */
const settledSpan = ({ lanes }: View, day: Day, combine: Combine): Span | undefined => {
  const [only] = lanes;
  if (only !== undefined && lanes.length === 1) return settledAlone(only, day, combine);
  const events: (LaneEvent | undefined)[] = [];
  for (const lane of lanes) {
    const event = lastEvent(lane, day);
    if (event === "open") return undefined;
    events.push(event);
  }
  const chosen = combine(events.map((event, i) => event?.values[0] ?? lanes[i]?.initial ?? "none"));
  const [first, ...rest] = chosen.lanes.flatMap((i) => events[i] ?? []);
  const because =
    first === undefined || (rest.length === 0 && first.also.length === 0)
      ? (first?.on ?? none)
      : [...new Set([first, ...rest].flatMap(({ on, also }) => [...on, ...also]))];
  const { value } = chosen;
  return { value, certainty: sureOf(value), possible: alone(value), because, others: none };
};

const settledAlone = (of: Lane, day: Day, combine: Combine): Span | undefined => {
  const event = lastEvent(of, day);
  if (event === "open") return undefined;
  const { value } = combine(event?.values ?? alone(of.initial));
  const because = event === undefined ? none : event.also.length === 0 ? event.on : both(event);
  return { value, certainty: sureOf(value), possible: alone(value), because, others: none };
};

const both = ({ on, also }: LaneEvent): readonly Version[] => [...new Set([...on, ...also])];

const sameKeys = (a: Possible, b: Possible): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const sameOther = (a: Other, b: Other | undefined): boolean =>
  a.world === b?.world && sameList(a.values, b.values) && sameList(a.because, b.because);

const sameSpan = (a: Span, b: Span): boolean =>
  a.value === b.value &&
  a.certainty === b.certainty &&
  sameList(a.possible, b.possible) &&
  sameList(a.because, b.because) &&
  a.others.length === b.others.length &&
  a.others.every((other, i) => sameOther(other, b.others[i]));

const spanOf = (views: readonly View[], day: Day, combine: Combine, order: Order): Span => {
  const [base] = views;
  const settled =
    base !== undefined && views.length === 1 ? settledSpan(base, day, combine) : undefined;
  if (settled !== undefined) return settled;
  const found = views.map(({ lanes, world }) => possible(lanes, day, world, combine, order));
  return span(views, found);
};

/** A value without a lower bound is looked at on the day before the first one written after this. */
const firstWritten = dayFrom(1, 1, 1) ?? always;

/** How far from `from` a change can reach: to the next precise event, if nothing is loose there. */
const reach = (touched: readonly Lane[], from: Day): Day => {
  const until = Math.max(...touched.map((lane) => barrier(lane, from) ?? never));
  return touched.some((lane) => isLoose(lane, from, until)) ? never : until;
};

const turnsIn = (views: readonly View[], from: Day, until: Day): readonly Day[] => {
  const days: Day[] = [from];
  for (const { lanes } of views) {
    const beside = lanes.some(({ loose }) => loose.length > 0);
    for (const lane of lanes) for (const day of turns(lane, from, until, beside)) days.push(day);
  }
  if (days.length < 2) return days;
  return [...new Set(days)].sort((a, b) => a - b);
};

/**
 * Computes a fluent anew from `from` on, as far as a change there can reach.
 *
 * @param seq - Place of the act that changed it; the new tree holds from size `seq + 1` on.
 * @param touched - The lanes in which something changed; undefined: anything may have.
 */
export const refresh = (
  of: Fluent,
  seq: number,
  views: readonly View[],
  combine: Combine,
  order: Order,
  touched?: { readonly lanes: readonly Lane[]; readonly from: Day },
): void => {
  const local = touched !== undefined && of.top !== undefined && views.length === 1;
  const from = local ? touched.from : always;
  const until = local ? reach(touched.lanes, from) : never;
  const made: (readonly [Day, Span])[] = [];
  const days = turnsIn(views, from, until);
  const written = (days.find((day) => day > firstWritten) ?? 0) - 1;
  for (const day of days) {
    const asked = day < firstWritten ? written : day;
    const here = spanOf(views, asked, combine, order);
    const last = made[made.length - 1]?.[1];
    if (last === undefined || !sameSpan(last, here)) made.push([day, here]);
  }
  lay(of, seq + 1, from, until, made);
};

/** The span that holds on `day`. */
export const spanOn = (of: Fluent, day: Day, size: number): Span | undefined =>
  valueAt(of, day, size);

const sameAnswer = (a: Span, b: Span | undefined): boolean =>
  a === b ||
  (a.value === b?.value && a.certainty === b.certainty && sameList(a.possible, b.possible));

/** The place of the entry by which the answer about `day` became what it is (S-11). */
export const changedAt = (of: Fluent, day: Day, size: number): number | undefined => {
  const here = spanOn(of, day, size);
  if (here === undefined) return undefined;
  for (const then of sizesOf(of, size)) {
    if (!sameAnswer(here, spanOn(of, day, then - 1))) return then - 1;
  }
  return undefined;
};

/** All spans in order of time, each with its first day. */
export const spansOf = (of: Fluent, size: number): readonly (readonly [Day, Span])[] =>
  valuesAt(of, size);
