/**
 * The events of one lane, kept so that those that may matter on a day are found at once.
 *
 * In:   events, added and removed one by one or all together.
 * Out:  the few that may be the last one on a day (S-10).
 *
 * Events of one precise day stand in a tree by day; imprecise ones, of which a lane has few, in a
 * list. The cost of a question is O(log n) in the precise events and linear in the imprecise.
 */

import { always, type Day } from "#base";
import { endsOf, type LaneEvent } from "./event.ts";
import { floor, next, set, type Tree } from "./tree.ts";
import { isDay } from "./version.ts";

export type Lane = {
  readonly initial: string; // the value before any event
  precise: Tree<readonly LaneEvent[]>;
  loose: readonly LaneEvent[];
};

export const lane = (initial: string, events: readonly LaneEvent[]): Lane => {
  const made: Lane = { initial, precise: undefined, loose: [] };
  for (const event of events) add(made, event);
  return made;
};

export const add = (to: Lane, event: LaneEvent): void => {
  if (!isDay(event.window) || event.provided !== undefined) {
    to.loose = [...to.loose, event];
    return;
  }
  const day = event.window.earliest;
  const there = floor(to.precise, day);
  // A list that is made by spreading keeps room to grow, which most of the many here never need.
  const bucket = there?.key === day ? there.value.concat(event) : [event];
  to.precise = set(to.precise, day, bucket);
};

/** The one event that is surely the last on `day`; "open": several may be; undefined: none is. */
export const lastEvent = (of: Lane, day: Day): LaneEvent | "open" | undefined => {
  if (of.loose.length > 0) return "open";
  const bucket = floor(of.precise, day)?.value;
  if (bucket === undefined) return undefined;
  const event = bucket.length > 1 ? lastByOrder(bucket) : bucket[0];
  return event === undefined || event.values.length > 1 ? "open" : event;
};

/** Of events of one day the one that the program's own order puts last, if it orders them all. */
const lastByOrder = (bucket: readonly LaneEvent[]): LaneEvent | undefined => {
  let last: LaneEvent | undefined;
  let isTied = false;
  for (const event of bucket) {
    if (event.order === undefined) return undefined;
    const before = last?.order ?? -1;
    isTied = event.order === before || (isTied && event.order < before);
    if (event.order > before) last = event;
  }
  return isTied ? undefined : last;
};

/** The events of which one may be the last on `day`. */
export const relevant = (of: Lane, day: Day): readonly LaneEvent[] => {
  const last = floor(of.precise, day);
  const bucket = last?.value ?? [];
  if (of.loose.length === 0) return bucket;
  let since = last?.key ?? Number.NEGATIVE_INFINITY;
  for (const { window, provided } of of.loose) {
    if (provided !== undefined) continue;
    if (window.latest <= day && window.earliest > since) since = window.earliest;
  }
  const loose = of.loose.filter(({ window }) => window.earliest <= day && window.latest >= since);
  return last !== undefined && last.key >= since ? [...bucket, ...loose] : loose;
};

/** The first day after `day` on which a precise event makes what lay before it irrelevant. */
export const barrier = (of: Lane, day: Day): Day | undefined => next(of.precise, day)?.key;

/** The days of all precise events. */
export const preciseDays = function* (of: Lane): Generator<Day> {
  for (let day = barrier(of, always); day !== undefined; day = barrier(of, day)) yield day;
};

/** Whether an imprecise event may matter on a day from `from` to before `until`. */
export const isLoose = (of: Lane, from: Day, until: Day): boolean =>
  of.loose.some(({ window }) => window.latest >= from && window.earliest < until);

/**
 * The days after `from` and before `until` on which the answer may change. Beside an imprecise event
 * that is also the day after another: on the day itself an order may decide which of them is last.
 */
export const turns = function* (of: Lane, from: Day, until: Day, beside: boolean): Generator<Day> {
  const inside = (day: Day): boolean => day > from && day < until;
  for (let day = barrier(of, from - 1); day !== undefined && day < until; day = barrier(of, day)) {
    if (inside(day)) yield day;
    if (beside && inside(day + 1)) yield day + 1;
  }
  for (const day of of.loose.flatMap(endsOf)) {
    if (inside(day)) yield day;
    if (inside(day + 1)) yield day + 1;
  }
};
