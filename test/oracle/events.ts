/**
 * The oracle's fourth step: the events of one lane in one placing.
 *
 * Law: docs/explanation/time.md, the table of events. A lane may have several lists of events where
 * the record leaves open who took part in a prolongation.
 */

import { type Day, plus } from "#base";
import {
  assertedForce,
  binds,
  computedForce,
  concerns,
  dayIn,
  type Entered,
  endAfterDeclining,
  endOfTerm,
  forceOf,
  gapIn,
  lifeOf,
  type World,
} from "./law.ts";
import type { Placing } from "./placing.ts";
import type { Told } from "./reading.ts";
import { hasLeft, isKept, type Stay, takesBack, withdrawals } from "./staying.ts";

export type Happening = {
  readonly day: Day;
  readonly value: string;
  readonly acts: readonly string[];
  /** Place among the events that the program derives, on one day. */
  readonly rank?: number;
};

/** What holds over all placings, found in a first pass. */
export type Overview = {
  /** The earliest day of each act; acts that follow or precede it are kept in order. */
  readonly first: ReadonlyMap<string, Day>;
  /** The latest day on which the term may end. */
  readonly lastEnd: Day;
};

const own = (act: Told, day: Day, value: string): Happening => ({ day, value, acts: [act.id] });

const isBy = (act: Told, state: string): boolean => act.actors?.includes(state) ?? false;

const entering = new Set(["instrument.signed", "instrument.acceded", "instrument.deposited"]);

/** Acts that bind a state, or bind it again. */
const binding = new Set([...entering, "instrument.entered-into-force", "membership.restored"]);

/** What binds a state, or would if it stays: the act, and the day from which it is bound. */
type Bond = { readonly act: Told; readonly event: Happening };

const bondOf = ({ world, instrument, placing }: Stay, act: Told): Bond | undefined => {
  const day = dayIn(placing, act);
  if (act.kind === "instrument.entered-into-force") {
    return { act, event: { ...own(act, day, "party"), rank: 1 } };
  }
  const entered = forceOf(world, instrument, placing);
  const isRestored = act.kind === "membership.restored";
  if (entered === undefined) return undefined;
  if (!isRestored && !binds(lifeOf(world, instrument), act.kind)) return undefined;
  const event: Happening = {
    day: Math.max(day, entered.day),
    value: "party",
    acts: [act.id, ...entered.acts],
  };
  return { act, event: isRestored ? event : { ...event, rank: 1 } };
};

/** The event `party` of an act that binds, unless the state does not stay until then. */
const partyBy = (stay: Stay, act: Told): Happening | undefined => {
  const event = bondOf(stay, act)?.event;
  if (event === undefined || act.kind === "instrument.entered-into-force") return event;
  const given = dayIn(stay.placing, act);
  if (event.day <= given) return event;
  return hasLeft(stay, given, event.day) || isKept(stay, given, event.day) ? undefined : event;
};

/** Whether the state was bound on a day before `day` and has not left by `last`. */
const isBound = (stay: Stay, day: Day, last: Day, isKeptOut: boolean, but?: Told): boolean =>
  stay.acts.some((act) => {
    const bond = binding.has(act.kind) && act !== but ? bondOf(stay, act) : undefined;
    if (bond === undefined || bond.event.day >= day) return false;
    const given = dayIn(stay.placing, act);
    return !hasLeft(stay, given, last) && !(isKeptOut && isKept(stay, given, last));
  });

/** What a resumption or a revocation brings back. */
const returned = (stay: Stay, act: Told): readonly Happening[] => {
  const { world, instrument, placing, acts } = stay;
  const day = dayIn(placing, act);
  if (act.kind === "withdrawal.revoked" && !takesBack(stay, day)) return [];
  const entered = forceOf(world, instrument, placing);
  const isWaiting =
    entered === undefined ? acts.some(({ kind }) => entering.has(kind)) : entered.day > day;
  return [own(act, day, isWaiting ? "signatory" : "party")];
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
  const first = new Map<string, Day>();
  let lastEnd = -Infinity;
  for (const placing of all) {
    for (const [id, day] of placing) first.set(id, Math.min(day, first.get(id) ?? day));
    for (const { key, day } of endsOf(world, instrument, state, placing)) {
      if (key === "term") lastEnd = Math.max(lastEnd, day);
    }
  }
  return { first, lastEnd };
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
  stay: Stay,
  state: string,
  end: End,
  seen: Overview,
): readonly (readonly Happening[])[] => {
  const { world, instrument, placing } = stay;
  const life = lifeOf(world, instrument);
  const lapse: Happening = { day: end.day, value: "lapsed", acts: end.acts, rank: 2 };
  const isConcerned = isBound(stay, end.day, end.day, false);
  const lapsing = isConcerned ? [lapse] : [];
  const by = life.prolongation?.by;
  if (by === undefined) return [lapsing];
  const part = partIn(world, by, state, placing);
  if (part === "out") return [lapsing];
  const last = secondEnd(stay, end);
  if (part === "unknown") {
    const goes: Happening = { ...lapse, value: "party", rank: 3 };
    return isConcerned
      ? [
          [lapse, ...last],
          [goes, ...last],
        ]
      : [last];
  }
  const first = Math.min(...part.days.map(({ day }) => day));
  const isInTime = part.days.some(
    ({ act }) => (seen.first.get(act.id) ?? act.first) <= seen.lastEnd,
  );
  if (gapIn(world, life) === "continuous" && isInTime) {
    if (!isBound(stay, end.day, end.day, true)) return [last];
    return [[{ ...lapse, value: "party", rank: 3 }, ...last]];
  }
  const entered = forceOf(world, by, placing);
  if (entered === undefined) return [lapsing];
  const day = Math.max(end.day, entered.day, first);
  const acts = [...end.acts, ...entered.acts, ...part.days.map(({ act }) => act.id)];
  const again: Happening = { day, value: "party", acts, rank: 3 };
  return [[...lapsing, ...(isBound(stay, end.day, day, false) ? [again] : []), ...last]];
};

/** The end of a prolongation that is not renewed by itself. */
const secondEnd = (stay: Stay, end: End): readonly Happening[] => {
  const rule = lifeOf(stay.world, stay.instrument).prolongation;
  if (rule === undefined || rule.renewal === "automatic") return [];
  const day = plus(end.day, rule.length);
  if (!isBound(stay, day, day, false)) return [];
  return [{ day, value: "lapsed", acts: end.acts, rank: 2 }];
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
  const stay: Stay = { world, instrument, acts, placing };
  const events: Happening[] = withdrawals(stay).map(({ act, run }) => ({
    day: run,
    value: "withdrawn",
    acts: [act.id],
    rank: 4,
  }));
  for (const act of acts) {
    const day = dayIn(placing, act);
    if (entering.has(act.kind) && !isBound(stay, day, day, false, act)) {
      events.push({ day, value: "signatory", acts: [act.id], rank: 0 });
    }
    const party = binding.has(act.kind) ? partyBy(stay, act) : undefined;
    if (party !== undefined) events.push(party);
    if (returning.has(act.kind)) events.push(...returned(stay, act));
    const value = plainly[act.kind];
    if (value !== undefined) events.push(own(act, day, value));
  }
  let courses: readonly (readonly Happening[])[] = [events];
  for (const end of endsOf(world, instrument, state, placing)) {
    const lapse: Happening = { day: end.day, value: "lapsed", acts: end.acts, rank: 2 };
    const more =
      end.key === "term"
        ? prolonged(stay, state, end, seen)
        : [isBound(stay, end.day, end.day, false) ? [lapse] : []];
    courses = courses.flatMap((course) => more.map((one) => [...course, ...one]));
  }
  return courses;
};

const returning = new Set(["membership.resumed", "withdrawal.revoked"]);

const plainly: { readonly [kind: string]: string } = {
  "membership.suspended": "suspended",
  "member.expelled": "expelled",
  "withdrawal.notified": "withdrawing",
};

/** What a protocol that prolongs an instrument makes of the end of its first term. */
const courseOfForce = (
  world: World,
  instrument: string,
  placing: Placing,
  entered: Entered,
  seen: Overview,
): readonly Happening[] => {
  const life = lifeOf(world, instrument);
  if (life.term === undefined || life.renewal !== undefined) return [];
  const day = endOfTerm(entered.day, life, 1);
  const ended: Happening = { day, value: "ended", acts: entered.acts, rank: 2 };
  const rule = life.prolongation;
  const takers = world.acts.filter(
    ({ kind, ...act }) =>
      rule !== undefined &&
      (kind === "instrument.signed" || kind === "instrument.acceded") &&
      concerns({ kind, ...act }, rule.by),
  );
  if (rule === undefined || takers.length === 0) return [ended];
  const last: readonly Happening[] =
    rule.renewal === "automatic" ? [] : [{ ...ended, day: plus(day, rule.length) }];
  const isInTime = takers.some((act) => (seen.first.get(act.id) ?? act.first) <= seen.lastEnd);
  if (gapIn(world, life) === "continuous" && isInTime) return last;
  const protocol = forceOf(world, rule.by, placing);
  if (protocol === undefined) return [ended];
  const taken = Math.min(...takers.map((act) => dayIn(placing, act)));
  const acts = [...entered.acts, ...protocol.acts, ...takers.map(({ id }) => id)];
  const again: Happening = {
    day: Math.max(day, protocol.day, taken),
    value: "in-force",
    acts,
    rank: 3,
  };
  return [ended, again, ...last];
};

/** The events of `in-force/I`. */
export const forceEvents = (
  world: World,
  instrument: string,
  placing: Placing,
  seen: Overview,
): readonly Happening[] => {
  const entered = forceOf(world, instrument, placing);
  const over = world.acts
    .filter((act) => act.kind === "instrument.terminated" && concerns(act, instrument))
    .map((act) => ({ ...own(act, dayIn(placing, act), "ended"), rank: 4 }));
  if (entered === undefined) return over;
  const begun = { ...entered, value: "in-force", rank: 0 };
  const course = courseOfForce(world, instrument, placing, entered, seen).filter(
    ({ value, day }) => value === "ended" || over.every((end) => end.day >= day),
  );
  return [begun, ...course, ...over];
};

export const bothForces = (world: World, instrument: string, placing: Placing) =>
  [assertedForce(world, instrument, placing), computedForce(world, instrument, placing)] as const;
