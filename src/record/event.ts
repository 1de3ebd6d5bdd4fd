/**
 * What an act, or several acts under a clause, do to one lane: a value begins on a day.
 *
 * In:   versions of acts; in which world (the preferred claims, or one contested claim in place).
 * Out:  `LaneEvent`, whose day is a function of the days of the versions it rests on, so that an
 *       imprecise day, a term, a notice and an n-th deposit are all one thing.
 *
 * A lane is the history of one status towards one thing ("Uzbekistan towards the Treaty"); a fluent
 * looks at one lane or at several together (the headline status looks at Treaty and Charter).
 */

import { always, type Day, never } from "#base";
import { isDay, type Reading, type Rival, type Version, type Window } from "./version.ts";

/** Windows that `after` narrows, as preferred and with each contested claim in place (links.ts). */
export type Bounds = {
  readonly base: ReadonlyMap<Version, Window>;
  readonly rivals: ReadonlyMap<Rival, ReadonlyMap<Version, Window>>;
};

/** How the claims are read: all as preferred, one contested claim in place, or another reading. */
export type World = {
  readonly rival?: { readonly version: Version; readonly rival: Rival };
  readonly options: { readonly [axis: string]: string };
  readonly bounds?: Bounds;
  readonly computed?: string; // the instrument whose entry into force is computed, not asserted
};

export const readingIn = (world: World, version: Version): Reading =>
  world.rival?.version === version ? world.rival.rival.reading : version.reading;

/** The days on which an act may have been, seen by itself and by the acts it is tied to. */
export const windowIn = (world: World, version: Version): Window => {
  const { rival, bounds } = world;
  const tied = rival && bounds?.rivals.get(rival.rival)?.get(version);
  if (tied !== undefined) return tied;
  if (rival?.version === version) return rival.rival.reading.window;
  return bounds?.base.get(version) ?? version.reading.window;
};

/** Whether an act may have been on more days than one. */
export const isImprecise = (world: World, version: Version): boolean =>
  !isDay(windowIn(world, version));

export type DayOf = (version: Version) => Day;

export type LaneEvent = {
  readonly values: readonly string[]; // one value, or several where the record leaves it open
  readonly on: readonly Version[]; // the versions whose days make its day
  readonly at: ((dayOf: DayOf) => Day) | undefined; // undefined: the day of the one act itself
  readonly also: readonly Version[]; // further evidence that moves no day
  readonly order: number | undefined; // the place of a derived event among those of one day
  readonly window: Window;
  readonly provided: Condition | undefined; // undefined: it happens for sure
};

/** What decides whether an event happens at all; the acts whose days decide order nothing. */
export type Condition = {
  readonly on: readonly Version[];
  readonly holds: (dayOf: DayOf) => boolean;
  readonly windows: readonly Window[]; // where its days lie: there an answer may change
};

/** The ends of an event's window and of those its condition looks at: there an answer may change. */
export const endsOf = ({ window, provided }: LaneEvent): readonly Day[] =>
  [window, ...(provided?.windows ?? [])].flatMap(({ earliest, latest }) => [earliest, latest]);

/** On which day an event falls, if it happens, when acts fall as `dayOf` says. */
export const dayIfAny = ({ at, on }: LaneEvent, dayOf: DayOf): Day =>
  at === undefined ? dayOf(on[0] as Version) : at(dayOf);

/** On which day an event falls when acts fall as `dayOf` says; never, if it does not happen. */
export const dayOfEvent = (event: LaneEvent, dayOf: DayOf): Day =>
  event.provided === undefined || event.provided.holds(dayOf) ? dayIfAny(event, dayOf) : never;

/** Beyond this many imprecise acts only all-earliest and all-latest are looked at. */
const cornerLimit = 10;

/** The window of a day made of others: its extremes lie at the corners of their windows. */
export const corners = (
  on: readonly Version[],
  at: (dayOf: DayOf) => Day,
  world: World,
): Window => {
  const loose = on.filter((version) => isImprecise(world, version));
  const count = Math.min(loose.length, cornerLimit);
  let earliest = never;
  let latest = always;
  for (let mask = 0; mask < 1 << count; mask += 1) {
    const day = at((version) => {
      const window = windowIn(world, version);
      const place = Math.min(loose.indexOf(version), count - 1);
      return (mask >> place) & 1 ? window.latest : window.earliest;
    });
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  return { earliest, latest };
};

/** One empty list for all events that need none. */
const none: readonly never[] = [];

const lists = new Map<string, readonly string[]>();

/** The list of one value; the same list each time, since there are few values and many spans. */
export const alone = (value: string): readonly string[] => {
  const list = lists.get(value) ?? [value];
  lists.set(value, list);
  return list;
};

/** An event of one act alone, on the act's own day. */
export const ownEvent = (
  value: string,
  version: Version,
  world: World,
  order?: number,
): LaneEvent => ({
  values: alone(value),
  on: [version],
  at: undefined,
  also: none,
  order,
  window: windowIn(world, version),
  provided: undefined,
});

/** An event whose day follows from the days of several acts. */
export const derivedEvent = (
  values: readonly string[],
  on: readonly Version[],
  at: (dayOf: DayOf) => Day,
  world: World,
  order: number | undefined,
  also: readonly Version[] = none,
): LaneEvent => ({
  values,
  on,
  at,
  also,
  order,
  window: corners(on, at, world),
  provided: undefined,
});

/**
 * An event that happens only if something holds; decided at once where all days are sure.
 *
 * @param derived - Windows of days that are reckoned from others, such as entry into force.
 */
export const provided = (
  event: LaneEvent,
  others: readonly Version[],
  holds: (dayOf: DayOf) => boolean,
  world: World,
  derived: readonly Window[] = none,
): readonly LaneEvent[] => {
  const all = [...new Set([...event.on, ...others])];
  const on = all.filter((version) => isImprecise(world, version));
  if (on.length > 0) {
    // Precise days too: an imprecise one may lie before one of them, or after it.
    const windows = [...all.map((version) => windowIn(world, version)), ...derived];
    return [{ ...event, provided: { on, holds, windows } }];
  }
  return holds((version) => windowIn(world, version).earliest) ? [event] : [];
};
