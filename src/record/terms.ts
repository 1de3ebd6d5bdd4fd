/**
 * The ends of an instrument's terms, as they concern one state: lapse, renewal, prolongation.
 *
 * In:   a state's case, and what binds it.
 * Out:  events of the lane `status/<instrument>/<state>`, for a state that is bound by then.
 * Law:  S-3, S-4; docs/explanation/time.md, "Terms" and "Bound".
 */

import { type Day, never } from "#base";
import type { Prolongation, Term } from "#charter";
import {
  type DayOf,
  dayIfAny,
  derivedEvent,
  type LaneEvent,
  ownEvent,
  provided,
  readingIn,
  type World,
  windowIn,
} from "./event.ts";
import { actsOf, between, hasLeft, isHeld, type Leaving } from "./leaving.ts";
import {
  type Acts,
  after,
  type Dated,
  dayAfterTerms,
  endOfRunningTerm,
  forceOf,
  gapOf,
  general,
  kinds,
} from "./life.ts";
import type { Version, Window } from "./version.ts";

export type Case = {
  readonly instrument: string;
  readonly state: string;
  readonly acts: Acts;
  readonly world: World;
  readonly own: readonly Version[];
  readonly force: Dated | undefined;
  readonly leaving: Leaving;
};

/** What binds a state: the act, and the event `party` that it makes if nothing comes between. */
export type Bond = { readonly act: Version; readonly event: LaneEvent };

/** Order of derived events that fall on one day; a state's own acts have none (S-10). */
export const orders = { signatory: 0, party: 1, termEnd: 2, prolonged: 3 } as const;

const latestOf = (...days: readonly Day[]): Day => Math.max(...days);

const ofKind = ({ own }: Case, wanted: string): readonly Version[] =>
  own.filter(({ act }) => act.kind === wanted);

type Participation = "takes-part" | "stays-out" | "unknown";

const participation = (state: string, version: Version, world: World): Participation => {
  const { actors, fields } = readingIn(world, version);
  if (actors?.includes(state)) return "takes-part";
  const { declined } = fields;
  if (Array.isArray(declined)) return declined.includes(state) ? "stays-out" : "takes-part";
  return actors === undefined ? "unknown" : "stays-out";
};

/** All that ends, or goes on, for a state that is bound by then. */
export const termEvents = (given: Case, bonds: readonly Bond[]): readonly LaneEvent[] => {
  if (bonds.length === 0) return [];
  const { acts, instrument, world } = given;
  const ended = general(acts, instrument, kinds.terminated, world).flatMap((version) =>
    ifBound(given, bonds, ownEvent("lapsed", version, world, orders.termEnd)),
  );
  return [...ended, ...endsOfTerm(given, bonds)];
};

/** Whether some bond binds the state before a day and lasts to another. */
export const isBound = (
  of: Leaving,
  bonds: readonly Bond[],
  before: Day,
  to: Day,
  dayOf: DayOf,
): boolean =>
  bonds.some(
    ({ act, event }) => dayIfAny(event, dayOf) < before && !hasLeft(of, dayOf(act), to, dayOf),
  );

/** The acts of leaving and coming back from the first day of a bond to a window. */
const sinceBound = (given: Case, bonds: readonly Bond[], to: Window): Leaving => {
  const earliest = Math.min(...bonds.map(({ act }) => windowIn(given.world, act).earliest));
  return between(given.leaving, { earliest, latest: never }, to);
};

/** An event that happens if something holds of bonds and of the acts that may end them. */
export const resting = (
  { world }: Case,
  bonds: readonly Bond[],
  event: LaneEvent,
  here: Leaving,
  holds: (dayOf: DayOf) => boolean,
): readonly LaneEvent[] => {
  const others = [...bonds.flatMap((bond) => bond.event.on), ...actsOf(here)];
  const windows = bonds.map((bond) => bond.event.window);
  return provided(event, others, holds, world, windows);
};

/** The acts that may end a bond from its first day to a window; suspensions end none. */
export const departures = (given: Case, bonds: readonly Bond[], to: Window): Leaving => {
  return { ...sinceBound(given, bonds, to), suspended: none, resumed: none };
};

const none: readonly never[] = [];

/** An event that concerns only a state that is bound before the day of an end, and is so still. */
const ifBound = (
  given: Case,
  bonds: readonly Bond[],
  event: LaneEvent,
  end: End = (dayOf) => dayIfAny(event, dayOf),
): readonly LaneEvent[] => {
  const here = departures(given, bonds, event.window);
  const holds = (dayOf: DayOf): boolean =>
    isBound(here, bonds, end(dayOf), dayIfAny(event, dayOf), dayOf);
  return resting(given, bonds, event, here, holds);
};

/** The same for a state that goes on: a notice that runs, or a suspension, is what shows. */
const ifGoingOn = (given: Case, bonds: readonly Bond[], event: LaneEvent): readonly LaneEvent[] => {
  const here = sinceBound(given, bonds, event.window);
  const holds = (dayOf: DayOf): boolean => {
    const day = dayIfAny(event, dayOf);
    return bonds.some(
      (bond) =>
        isBound(here, [bond], day, day, dayOf) && !isHeld(here, dayOf(bond.act), day, dayOf),
    );
  };
  return resting(given, bonds, event, here, holds);
};

/** What happens on the day after the last day of the first term, if there is a term. */
const endsOfTerm = (given: Case, bonds: readonly Bond[]): readonly LaneEvent[] => {
  const { acts, instrument, world, force } = given;
  const { term, renewal, prolongation } = acts.instrument(instrument).life;
  if (term === undefined || force === undefined) return [];
  const end = (dayOf: DayOf) => dayAfterTerms(force.at(dayOf), term, 1);
  const events =
    renewal !== undefined
      ? renewalEvents(given, term, force)
      : prolongation === undefined
        ? [derivedEvent(["lapsed"], force.on, end, world, orders.termEnd)]
        : undefined;
  if (events !== undefined) return events.flatMap((event) => ifBound(given, bonds, event));
  return prolongation === undefined ? [] : prolongationEvents(given, bonds, prolongation, end);
};

type End = (dayOf: DayOf) => Day;

/** Automatic renewal: only a state that declined in time lapses, at the end of the running term. */
const renewalEvents = (given: Case, term: Term, force: Dated): readonly LaneEvent[] => {
  const { acts, instrument, world } = given;
  const before = acts.instrument(instrument).life.renewal?.unlessDeclined?.before;
  return ofKind(given, "renewal.declined").map((version) => {
    const at = (dayOf: DayOf) => {
      const inTime = before === undefined ? dayOf(version) : after(dayOf(version), before);
      return endOfRunningTerm(force.at(dayOf), term, inTime);
    };
    const on = [version, ...force.on];
    return derivedEvent(["lapsed"], on, at, world, orders.termEnd);
  });
};

/** A prolongation by protocol: who takes part goes on, who stays out lapses (S-3, S-4). */
const prolongationEvents = (
  given: Case,
  bonds: readonly Bond[],
  rule: Prolongation,
  end: End,
): readonly LaneEvent[] => {
  const { acts, state, world, force } = given;
  const on = force?.on ?? [];
  const lapse = derivedEvent(["lapsed"], on, end, world, orders.termEnd);
  const lapsing = (also: readonly Version[]) => ifBound(given, bonds, { ...lapse, also });
  const protocols = [
    ...acts.about(rule.by, kinds.signed),
    ...acts.own(rule.by, state).filter((v) => v.act.kind === kinds.acceded),
  ];
  const part = protocols.filter((v) => participation(state, v, world) === "takes-part");
  const doubt = protocols.filter((v) => participation(state, v, world) === "unknown");
  if (part.length === 0 && doubt.length === 0) return lapsing(protocols);
  const last = secondEnd(given, bonds, rule, end);
  if (part.length === 0) {
    const open = derivedEvent(["lapsed", "party"], on, end, world, orders.termEnd, doubt);
    return [...ifBound(given, bonds, open), ...last];
  }
  const inTime = part.filter((v) => windowIn(world, v).earliest <= lapse.window.latest);
  if (gapOf(acts, world, rule) === "continuous" && inTime.length > 0) {
    const goesOn = derivedEvent(["party"], on, end, world, orders.termEnd, inTime);
    return [...ifGoingOn(given, bonds, goesOn), ...last];
  }
  const revived = forceOf(rule.by, acts, world);
  if (revived === undefined) return lapsing(part);
  const at = (dayOf: DayOf) =>
    latestOf(end(dayOf), revived.at(dayOf), Math.min(...part.map(dayOf)));
  const all = [...new Set([...on, ...revived.on, ...part])];
  const again = derivedEvent(["party"], all, at, world, orders.prolonged);
  return [...lapsing([]), ...ifBound(given, bonds, again, end), ...last];
};

/** A prolongation that is not renewed by itself ends after its own length. */
const secondEnd = (
  given: Case,
  bonds: readonly Bond[],
  rule: Prolongation,
  end: End,
): readonly LaneEvent[] => {
  if (rule.renewal === "automatic") return [];
  const at = (dayOf: DayOf) => after(end(dayOf), rule.length);
  const over = derivedEvent(["lapsed"], given.force?.on ?? [], at, given.world, orders.termEnd);
  return ifBound(given, bonds, over);
};
