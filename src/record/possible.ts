/**
 * Which values may hold on a day, when days are imprecise and acts of one day are unordered (S-10).
 *
 * In:   the lanes a fluent looks at, a day, a world, a rule that makes one value of the lanes'.
 * Out:  every value that some placing of the imprecise days gives, with the acts behind it.
 *
 * Each imprecise act is placed on the days at which something can change: the ends of the windows
 * and the day asked about, seen through the terms and notices that hang on it. Placing the act once
 * for all lanes keeps what one act does to several of them together.
 */

import { type Day, never } from "#base";
import {
  type DayOf,
  dayIfAny,
  dayOfEvent,
  endsOf,
  isImprecise,
  type LaneEvent,
  type World,
  windowIn,
} from "./event.ts";
import { type Lane, preciseDays, relevant } from "./lane.ts";
import type { Version } from "./version.ts";

/** One value made of the lanes' values, and which lanes it rests on. */
export type Combine = (values: readonly string[]) => {
  readonly value: string;
  readonly lanes: readonly number[];
};

/** In which order acts stand: by `after`, itself or through others; or by a rule of the pack. */
export type Order = {
  readonly follows: (then: Version, first: Version) => boolean;
  readonly isUsual: (first: Version, then: Version) => boolean; // of two acts of one day
};

export type Possible = ReadonlyMap<string, ReadonlySet<Version>>;

/** Beyond this many placings each act is put on four days only; a limit against hostile input. */
const placingLimit = 20_000;

type Placing = ReadonlyMap<Version, Day>;

const dayIn =
  (world: World, placing: Placing): DayOf =>
  (version) =>
    placing.get(version) ?? windowIn(world, version).earliest;

/** The smallest day in the window from which `reached` holds; undefined: on none. */
const firstDay = (from: Day, until: Day, reached: (day: Day) => boolean): Day | undefined => {
  if (!reached(until)) return undefined;
  let low = from;
  let high = until;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The days on which an imprecise act has to be tried. */
const tries = (
  version: Version,
  events: readonly LaneEvent[],
  points: readonly Day[],
  world: World,
): readonly Day[] => {
  const { earliest, latest } = windowIn(world, version);
  const days = new Set([earliest, latest]);
  const consider = (reached: (day: Day) => boolean) => {
    const day = firstDay(earliest, latest, reached);
    if (day === undefined) return;
    days.add(day);
    if (day > earliest) days.add(day - 1);
  };
  for (const event of events) {
    if (event.provided?.on.includes(version)) {
      for (const point of points) {
        consider((day) => day >= point);
        consider((day) => day > point);
      }
    }
    if (!event.on.includes(version)) continue;
    for (const end of ["earliest", "latest"] as const) {
      const at = (day: Day) =>
        dayIfAny(event, (other) => (other === version ? day : windowIn(world, other)[end]));
      for (const point of points) {
        consider((day) => at(day) >= point);
        consider((day) => at(day) > point);
      }
    }
  }
  return [...days].sort((a, b) => a - b);
};

/**
 * The days on which an event may fall when an act it rests on is placed where it has to be tried.
 *
 * Several events may rest on one imprecise act. Where what one of them allows ends, another falls
 * on some day, and there the answer may change although no window begins or ends on it.
 */
export const turnsOfPlacings = (lanes: readonly Lane[], world: World): readonly Day[] => {
  const events = lanes.flatMap(({ loose }) => loose);
  const derived = events.filter(({ at }) => at !== undefined);
  if (events.length < 2 || derived.length === 0) return [];
  const precise = lanes.flatMap((lane) => [...preciseDays(lane)]);
  const points = [...new Set([...events.flatMap(endsOf), ...precise])];
  const acts = new Set(derived.flatMap(({ on }) => on));
  const days = new Set<Day>();
  for (const act of acts) {
    if (!isImprecise(world, act)) continue;
    for (const placed of tries(act, events, points, world)) {
      for (const event of derived) {
        if (!event.on.includes(act)) continue;
        for (const end of ["earliest", "latest"] as const) {
          days.add(dayIfAny(event, (one) => (one === act ? placed : windowIn(world, one)[end])));
        }
      }
    }
  }
  return [...days];
};

const placings = function* (
  versions: readonly Version[],
  days: readonly (readonly Day[])[],
  at = 0,
  placed = new Map<Version, Day>(),
): Generator<Placing> {
  const version = versions[at];
  if (version === undefined) {
    yield placed;
    return;
  }
  for (const day of days[at] ?? []) {
    placed.set(version, day);
    yield* placings(versions, days, at + 1, placed);
  }
};

/** Of the acts that a placing is about, each two of which one follows the other. */
const followersOf = (all: readonly Version[], { follows }: Order) =>
  all.flatMap((then) =>
    all
      .filter((first) => first !== then && follows(then, first))
      .map((first) => [first, then] as const),
  );

/** Whether `first` surely comes before `then` although both fall on one day. */
const ordered = (first: LaneEvent, then: LaneEvent, { follows, isUsual }: Order): boolean => {
  if (first === then) return false;
  if (first.order !== undefined && then.order !== undefined) return first.order < then.order;
  const some = (test: (a: Version, b: Version) => boolean) =>
    then.on.some((b) => first.on.some((a) => a !== b && test(a, b)));
  const isAfter = some((a, b) => follows(b, a));
  const isBefore = some((a, b) => follows(a, b));
  if (isAfter !== isBefore) return isAfter;
  return !isAfter && some(isUsual) && !some((a, b) => isUsual(b, a));
};

/** The events of a lane that may be its last by `day` in one placing. */
const lasts = (
  events: readonly LaneEvent[],
  day: Day,
  dayOf: DayOf,
  order: Order,
): readonly LaneEvent[] => {
  let last = Number.NEGATIVE_INFINITY;
  let tied: LaneEvent[] = [];
  for (const event of events) {
    const at = dayOfEvent(event, dayOf);
    if (at > day || at < last || at >= never) continue;
    if (at > last) tied = [];
    last = at;
    tied.push(event);
  }
  if (tied.length < 2) return tied;
  const open = tied.filter((first) => !tied.some((then) => ordered(first, then, order)));
  return open.length > 0 ? open : tied; // Each before another, in a ring: none is surely the last.
};

/** Choices of one last event a lane; an act tied in several lanes is the last in all or in none. */
const choices = (
  perLane: readonly (readonly LaneEvent[])[],
): readonly (readonly (LaneEvent | undefined)[])[] => {
  if (perLane.every((events) => events.length < 2)) return [perLane.map((events) => events[0])];
  const chosen: (readonly (LaneEvent | undefined)[])[] = [];
  // An event on a day that the text itself fixes rests on no act: it stands for itself.
  const winners = perLane
    .flat()
    .flatMap((event): readonly (Version | LaneEvent)[] =>
      event.on.length === 0 ? [event] : event.on,
    );
  for (const winner of new Set(winners)) {
    let rows: (readonly (LaneEvent | undefined)[])[] = [[]];
    for (const events of perLane) {
      const won = events.filter((event) => event === winner || event.on.some((v) => v === winner));
      const options = won.length > 0 ? won : events.length > 0 ? events : [undefined];
      rows = rows.flatMap((row) => options.map((option) => [...row, option]));
    }
    chosen.push(...rows);
  }
  return chosen;
};

const product = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  sets.reduce<readonly (readonly string[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );

/** Every value that may hold on `day`, in a settled order, each with the acts behind it. */
export const possible = (
  lanes: readonly Lane[],
  day: Day,
  world: World,
  combine: Combine,
  order: Order,
): Possible => {
  const perLane = lanes.map((lane) => relevant(lane, day));
  const events = perLane.flat();
  const all = [...new Set(events.flatMap(({ on, provided }) => [...on, ...(provided?.on ?? [])]))];
  const loose = all.filter((version) => isImprecise(world, version));
  const found = new Map<string, Set<Version>>();
  const note = (dayOf: DayOf) => {
    const rows = perLane.map((lane) => lasts(lane, day, dayOf, order));
    for (const row of choices(rows)) {
      const values = row.map((event, i) => event?.values ?? [lanes[i]?.initial ?? "none"]);
      for (const value of product(values)) record(found, combine(value), row);
    }
  };
  if (loose.length === 0) {
    note(dayIn(world, new Map()));
    return found;
  }
  const points = [...new Set([day + 1, ...events.flatMap(endsOf)])];
  const days = loose.map((version) => tries(version, events, points, world));
  const count = days.reduce((product, list) => product * list.length, 1);
  const few = count <= placingLimit ? days : loose.map((version) => fewDays(version, day, world));
  const pairs = followersOf(all, order);
  let any = false;
  for (const isKept of [true, false]) {
    if (any) break;
    for (const placing of placings(loose, few)) {
      const dayOf = dayIn(world, placing);
      if (isKept && pairs.some(([first, then]) => dayOf(first) > dayOf(then))) continue;
      any = true;
      note(dayOf);
    }
  }
  return found;
};

const fewDays = (version: Version, day: Day, world: World): readonly Day[] => {
  const { earliest, latest } = windowIn(world, version);
  const inside = [earliest, latest, day, day + 1].filter((d) => d >= earliest && d <= latest);
  return [...new Set(inside)];
};

const record = (
  found: Map<string, Set<Version>>,
  { value, lanes }: ReturnType<Combine>,
  row: readonly (LaneEvent | undefined)[],
): void => {
  const evidence = found.get(value) ?? new Set();
  for (const lane of lanes) {
    for (const version of row[lane]?.on ?? []) evidence.add(version);
    for (const version of row[lane]?.also ?? []) evidence.add(version);
  }
  found.set(value, evidence);
};
