/**
 * The oracle's fourth step: the events of one lane in one placing.
 *
 * Law: docs/explanation/time.md, the table of events. A lane may have several lists of events where
 * the record leaves open who took part in a prolongation.
 */

import { type Day, plus, when } from "#base";
import {
  assertedForce,
  binds,
  computedForce,
  concerns,
  dayIn,
  endAfterDeclining,
  endOfTerm,
  forceOf,
  gapIn,
  lifeOf,
  type World,
} from "./law.ts";
import type { Placing } from "./placing.ts";
import type { Told } from "./reading.ts";

export type Happening = {
  readonly day: Day;
  readonly value: string;
  readonly acts: readonly string[];
  /** Place among the events that the program derives, on one day. */
  readonly rank?: number;
};

/** What holds over all placings, found in a first pass. */
export type Overview = {
  /** Days on which each act makes the state a party; undefined where in some placing it does not. */
  readonly party: ReadonlyMap<string, readonly (Day | undefined)[]>;
  /** The earliest day of each act; acts that follow or precede it are kept in order. */
  readonly first: ReadonlyMap<string, Day>;
  /** Ends (by their key) before which the state is bound in some placing. */
  readonly ended: ReadonlySet<string>;
  /** The latest day on which the term may end. */
  readonly lastEnd: Day;
};

const own = (act: Told, day: Day, value: string): Happening => ({ day, value, acts: [act.id] });

const isBy = (act: Told, state: string): boolean => act.actors?.includes(state) ?? false;

const entering = new Set(["instrument.signed", "instrument.acceded", "instrument.deposited"]);

/** Acts that bind a state, or bind it again. */
const binding = new Set([...entering, "instrument.entered-into-force", "membership.restored"]);

/** The event `party` of one act, if it has one. */
const partyBy = (
  world: World,
  instrument: string,
  act: Told,
  placing: Placing,
): Happening | undefined => {
  const day = dayIn(placing, act);
  const entered = forceOf(world, instrument, placing);
  const later = entered && Math.max(day, entered.day);
  if (entering.has(act.kind)) {
    if (later === undefined || !binds(lifeOf(world, instrument), act.kind)) return undefined;
    return { day: later, value: "party", acts: [act.id, ...(entered?.acts ?? [])], rank: 1 };
  }
  switch (act.kind) {
    case "membership.restored":
      if (later === undefined) return undefined;
      return { day: later, value: "party", acts: [act.id, ...(entered?.acts ?? [])] };
    case "instrument.entered-into-force":
      return { ...own(act, day, "party"), rank: 1 };
    case "membership.resumed":
    case "withdrawal.revoked":
      return own(act, day, "party");
    default:
      return undefined;
  }
};

const actsOf = (world: World, instrument: string, state: string): readonly Told[] =>
  world.acts.filter((act) => concerns(act, instrument) && isBy(act, state));

type End = { readonly key: string; readonly day: Day; readonly acts: readonly string[] };

/** The days from which a state that was bound no longer is, by term, refusal or termination. */
const endsOf = (
  world: World,
  instrument: string,
  state: string,
  placing: Placing,
): readonly End[] => {
  const life = lifeOf(world, instrument);
  const entered = forceOf(world, instrument, placing);
  const ends: End[] = world.acts
    .filter((act) => act.kind === "instrument.terminated" && concerns(act, instrument))
    .map((act) => ({ key: act.id, day: dayIn(placing, act), acts: [act.id] }));
  if (entered === undefined || life.term === undefined) return ends;
  if (life.renewal === undefined) {
    ends.push({ key: "term", day: endOfTerm(entered.day, life, 1), acts: entered.acts });
    return ends;
  }
  for (const act of actsOf(world, instrument, state)) {
    if (act.kind !== "renewal.declined") continue;
    const day = endAfterDeclining(entered.day, life, dayIn(placing, act));
    ends.push({ key: act.id, day, acts: [act.id, ...entered.acts] });
  }
  return ends;
};

/** The first pass over all placings. */
export const overview = (
  world: World,
  instrument: string,
  state: string,
  all: readonly Placing[],
): Overview => {
  const party = new Map<string, (Day | undefined)[]>();
  const first = new Map<string, Day>();
  const ended = new Set<string>();
  let lastEnd = -Infinity;
  const acts = actsOf(world, instrument, state);
  for (const placing of all) {
    const days: Day[] = [];
    for (const [id, day] of placing) first.set(id, Math.min(day, first.get(id) ?? day));
    for (const act of acts) {
      const day = binding.has(act.kind) ? partyBy(world, instrument, act, placing)?.day : undefined;
      party.set(act.id, [...(party.get(act.id) ?? []), day]);
      if (day !== undefined) days.push(day);
    }
    const ends = endsOf(world, instrument, state, placing);
    for (const { key, day } of ends) if (days.some((one) => one < day)) ended.add(key);
    for (const { key, day } of ends) if (key === "term") lastEnd = Math.max(lastEnd, day);
  }
  return { party, first, ended, lastEnd };
};

/** Whether another act surely bound the state before this act's window. */
const isBoundBefore = (act: Told, { party, first }: Overview): boolean => {
  const earliest = first.get(act.id) ?? act.first;
  return [...party].some(
    ([id, days]) => id !== act.id && days.every((day) => day !== undefined && day < earliest),
  );
};

/** The day of the first signature of the protocol by the state; or out, or unknown. */
const partIn = (
  world: World,
  protocol: string,
  state: string,
  placing: Placing,
): { readonly days: readonly { act: Told; day: Day }[] } | "out" | "unknown" => {
  const acts = world.acts.filter((act) => concerns(act, protocol));
  const signatures = acts.filter(({ kind }) => kind === "instrument.signed");
  const named = (list: unknown): list is readonly string[] => Array.isArray(list);
  const taking = [
    ...signatures.filter(
      ({ actors, says: { declined } }) =>
        actors?.includes(state) || (named(declined) && !declined.includes(state)),
    ),
    ...acts.filter((act) => act.kind === "instrument.acceded" && isBy(act, state)),
  ];
  if (taking.length > 0) return { days: taking.map((act) => ({ act, day: dayIn(placing, act) })) };
  const isUnsaid = signatures.some(
    (act) => act.actors === undefined && !named(act.says["declined"]),
  );
  return isUnsaid ? "unknown" : "out";
};

/** The end of the first term where a protocol may prolong it: one list of events for each course. */
const prolonged = (
  world: World,
  instrument: string,
  state: string,
  placing: Placing,
  end: End,
  seen: Overview,
): readonly (readonly Happening[])[] => {
  const life = lifeOf(world, instrument);
  const lapse: Happening = { day: end.day, value: "lapsed", acts: end.acts, rank: 2 };
  const by = life.prolongation?.by;
  if (by === undefined) return [[lapse]];
  const part = partIn(world, by, state, placing);
  if (part === "out") return [[lapse]];
  if (part === "unknown") return [[lapse], [{ ...lapse, value: "party", rank: 3 }]];
  const first = Math.min(...part.days.map(({ day }) => day));
  const isInTime = part.days.some(
    ({ act }) => (seen.first.get(act.id) ?? act.first) <= seen.lastEnd,
  );
  if (gapIn(world, life) === "continuous" && isInTime) {
    return [[lapse, { day: end.day, value: "party", acts: end.acts, rank: 3 }]];
  }
  const entered = forceOf(world, by, placing);
  if (entered === undefined) return [[lapse]];
  const day = Math.max(end.day, entered.day, first);
  const acts = [...end.acts, ...entered.acts, ...part.days.map(({ act }) => act.id)];
  return [[lapse, { day, value: "party", acts, rank: 3 }]];
};

const withdrawal = (
  world: World,
  instrument: string,
  act: Told,
  placing: Placing,
  acts: readonly Told[],
): readonly Happening[] => {
  const notified = dayIn(placing, act);
  const start = own(act, notified, "withdrawing");
  const rule = lifeOf(world, instrument).withdrawal;
  if (rule === undefined) return [start];
  const receivedOn = act.says["receivedOn"];
  const received = typeof receivedOn === "string" ? preciseDay(receivedOn) : undefined;
  const counted = rule.countedFrom === "receipt" ? (received ?? notified) : notified;
  const out = plus(counted, rule.notice);
  const isRevoked = acts.some((other) => {
    const day = other.kind === "withdrawal.revoked" ? dayIn(placing, other) : undefined;
    return day !== undefined && day >= notified && day < out;
  });
  return isRevoked ? [start] : [start, { day: out, value: "withdrawn", acts: [act.id], rank: 4 }];
};

const preciseDay = (text: string): Day | undefined => {
  const day = when(text);
  return day.ok && day.value.precise ? day.value.earliest : undefined;
};

/** The events of a state's status towards an instrument: one list, or one for each course. */
export const statusEvents = (
  world: World,
  instrument: string,
  state: string,
  placing: Placing,
  seen: Overview,
): readonly (readonly Happening[])[] => {
  const acts = actsOf(world, instrument, state);
  const events: Happening[] = [];
  for (const act of acts) {
    const day = dayIn(placing, act);
    if (entering.has(act.kind) && !isBoundBefore(act, seen)) {
      events.push({ day, value: "signatory", acts: [act.id], rank: 0 });
    }
    const party = partyBy(world, instrument, act, placing);
    if (party !== undefined) events.push(party);
    if (act.kind === "membership.suspended") events.push(own(act, day, "suspended"));
    if (act.kind === "member.expelled") events.push(own(act, day, "expelled"));
    if (act.kind === "withdrawal.notified") {
      events.push(...withdrawal(world, instrument, act, placing, acts));
    }
  }
  const ends = endsOf(world, instrument, state, placing).filter(({ key }) => seen.ended.has(key));
  let courses: readonly (readonly Happening[])[] = [events];
  for (const end of ends) {
    const more =
      end.key === "term"
        ? prolonged(world, instrument, state, placing, end, seen)
        : [[{ day: end.day, value: "lapsed", acts: end.acts, rank: 2 }]];
    courses = courses.flatMap((course) => more.map((one) => [...course, ...one]));
  }
  return courses;
};

/** The events of `in-force/I`. */
export const forceEvents = (
  world: World,
  instrument: string,
  placing: Placing,
): readonly Happening[] => {
  const entered = forceOf(world, instrument, placing);
  const over = world.acts
    .filter((act) => act.kind === "instrument.terminated" && concerns(act, instrument))
    .map((act) => ({ ...own(act, dayIn(placing, act), "ended"), rank: 3 }));
  if (entered === undefined) return over;
  const begun = { ...entered, value: "in-force", rank: 0 };
  const life = lifeOf(world, instrument);
  const by = life.prolongation?.by;
  const isProlonged = world.acts.some(
    (act) => by !== undefined && act.kind === "instrument.signed" && concerns(act, by),
  );
  if (life.term === undefined || life.renewal !== undefined || isProlonged) return [begun, ...over];
  const end = endOfTerm(entered.day, life, 1);
  return [begun, { day: end, value: "ended", acts: entered.acts, rank: 2 }, ...over];
};

export const bothForces = (world: World, instrument: string, placing: Placing) =>
  [assertedForce(world, instrument, placing), computedForce(world, instrument, placing)] as const;
