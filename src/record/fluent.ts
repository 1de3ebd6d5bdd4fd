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
import { type Combine, type Order, type Possible, possible, turnsOfPlacings } from "./possible.ts";
import { type Certainty, type Other, type Span, sameAnswer, sureOf } from "./span.ts";
import { endOfRun, isEmpty, lay, nothing, runsOf, type Sheet, sizesOf, valueAt } from "./spans.ts";
import { settled, spanOf, type Tokens, tokenOf } from "./token.ts";
import type { Version } from "./version.ts";

/** One way to read the claims, and the lanes as they are then. */
export type View = { readonly world: World; readonly lanes: readonly Lane[] };

/** A row of a sheet, and what the numbers in it stand for. */
export type Fluent = { readonly sheet: Sheet; readonly row: number; readonly tokens: Tokens };

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

const sameKeys = (a: Possible, b: Possible): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

/** What surely holds, and the acts it rests on. */
type Sure = { readonly value: string; readonly because: readonly Version[] };

/** The common case at little cost: one view, and in each lane one event that is surely the last. */
const sure = ({ lanes }: View, day: Day, combine: Combine): Sure | undefined => {
  const [only] = lanes;
  if (only !== undefined && lanes.length === 1) return sureAlone(only, day, combine);
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
  return { value: chosen.value, because };
};

const sureAlone = (of: Lane, day: Day, combine: Combine): Sure | undefined => {
  const event = lastEvent(of, day);
  if (event === "open") return undefined;
  const { value } = combine(event?.values ?? alone(of.initial));
  const because = event === undefined ? none : event.also.length === 0 ? event.on : both(event);
  return { value, because };
};

const both = ({ on, also }: LaneEvent): readonly Version[] => [...new Set([...on, ...also])];

/** How a fluent makes its value: what of, by which rules. */
export type Making = {
  readonly views: readonly View[];
  readonly combine: Combine;
  readonly order: Order;
};

/** The token of what holds on a day; `last` again if that is what holds. */
const tokenOn = (tokens: Tokens, day: Day, making: Making, last: number): number => {
  const { views, combine, order } = making;
  const [base] = views;
  const here = base !== undefined && views.length === 1 ? sure(base, day, combine) : undefined;
  if (here !== undefined) return settled(tokens, here.value, here.because, last);
  const found = views.map(({ lanes, world }) => possible(lanes, day, world, combine, order));
  return tokenOf(tokens, span(views, found), last);
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
  for (const { lanes, world } of views) {
    const beside = lanes.some(({ loose }) => loose.length > 0);
    for (const lane of lanes) for (const day of turns(lane, from, until, beside)) days.push(day);
    for (const day of beside ? turnsOfPlacings(lanes, world) : []) {
      for (const turn of [day, day + 1]) if (turn > from && turn < until) days.push(turn);
    }
  }
  if (days.length < 2) return days;
  return [...new Set(days)].sort((a, b) => a - b);
};

/**
 * Computes a fluent anew from `from` on, as far as a change there can reach.
 *
 * @param seq - Place of the act that changed it; the new values hold from size `seq + 1` on.
 * @param touched - The lanes in which something changed; undefined: anything may have.
 * @returns Whether the fluent is `plain` now: nothing is imprecise or disputed, and on each day of
 *   an event another span begins.
 */
export const refresh = (
  { sheet, row, tokens }: Fluent,
  seq: number,
  making: Making,
  touched?: { readonly lanes: readonly Lane[]; readonly from: Day },
): boolean => {
  const { views } = making;
  const local = touched !== undefined && !isEmpty(sheet, row) && views.length === 1;
  const from = local ? touched.from : always;
  const until = local ? reach(touched.lanes, from) : never;
  const made: (readonly [Day, number])[] = [];
  const days = turnsIn(views, from, until);
  const written = (days.find((day) => day > firstWritten) ?? 0) - 1;
  let last = nothing;
  for (const day of days) {
    const here = tokenOn(tokens, day < firstWritten ? written : day, making, last);
    if (here !== last) made.push([day, here]);
    last = here;
  }
  lay(sheet, row, seq + 1, from, until, made);
  return !local && made.length === days.length && isPrecise(views);
};

const isPrecise = (views: readonly View[]): boolean =>
  views.length === 1 && views[0]?.lanes.every(({ loose }) => loose.length === 0) === true;

/**
 * Puts one more event in a plain fluent: on a day of its own it holds until the next span begins.
 *
 * @returns False where the day is not its own; nothing is changed then.
 */
export const put = ({ sheet, row, tokens }: Fluent, day: Day, value: string, act: Version) => {
  const until = day <= firstWritten ? undefined : endOfRun(sheet, row, day);
  if (until === undefined) return false;
  lay(sheet, row, act.seq + 1, day, until, [[day, settled(tokens, value, [act], nothing)]]);
  return true;
};

/** The span that holds on `day`. */
export const spanOn = ({ sheet, row, tokens }: Fluent, day: Day, size: number) => {
  const token = valueAt(sheet, row, day, size);
  return token === nothing ? undefined : spanOf(tokens, token);
};

/** The place of the entry by which the answer about `day` became what it is (S-11). */
export const changedAt = (of: Fluent, day: Day, size: number): number | undefined => {
  const here = spanOn(of, day, size);
  if (here === undefined) return undefined;
  for (const then of sizesOf(of.sheet, of.row, size)) {
    if (!sameAnswer(here, spanOn(of, day, then - 1))) return then - 1;
  }
  return undefined;
};

/** All spans in order of time, each with its first day. */
export const spansOf = (
  { sheet, row, tokens }: Fluent,
  size: number,
): readonly (readonly [Day, Span])[] =>
  runsOf(sheet, row, size).map(([day, token]) => [day, spanOf(tokens, token)]);
