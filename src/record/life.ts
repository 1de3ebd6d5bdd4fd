/**
 * The life of an instrument as a whole, by its own rules played on its acts: when it enters into
 * force, when its terms end, which version of a provision is in force.
 *
 * In:   an instrument of the pack, the versions of acts about it, a world (how claims are read).
 * Out:  days that follow from acts, and the events of the lanes `in-force/X` and `provision/X`.
 * Law:  each instrument's own clauses, named in its `authority`; no other rule of entry exists
 *       (S-13). A computed day of entry into force stands beside the asserted one.
 */

import { always, type Day, dayFrom, lastDayOf, never, type Period, plus } from "#base";
import type { Instrument, Life, Prolongation, Provision, Term } from "#charter";
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
import type { Combine } from "./possible.ts";
import type { Version } from "./version.ts";

/** What the life rules may look at: acts by what they are about, and the instruments. */
export type Acts = {
  readonly about: (instrument: string, kind: string) => readonly Version[];
  readonly own: (instrument: string, state: string) => readonly Version[];
  readonly instrument: (id: string) => Instrument;
  readonly knob: (axis: string, option: string, knob: string) => string | undefined;
};

/** A day that follows from acts: on which acts, and how. */
export type Dated = {
  readonly on: readonly Version[];
  readonly at: (dayOf: DayOf) => Day;
};

export const kinds = {
  signed: "instrument.signed",
  deposited: "instrument.deposited",
  acceded: "instrument.acceded",
  force: "instrument.entered-into-force",
  terminated: "instrument.terminated",
} as const;

const firstWritten = dayFrom(1, 1, 1) ?? always;
const lastCounted = dayFrom(8000, 12, 31) ?? never; // A period more is still in the calendar.

const tooEarly = (day: Day): boolean => day < firstWritten;
const tooLate = (day: Day): boolean => day > lastCounted;

/** A period after a day; a day that no calendar writes stays without bound. */
export const after = (day: Day, length: Period): Day => {
  if (tooEarly(day)) return day;
  return tooLate(day) ? never : plus(day, length);
};

const inDays = /^P([0-9]+)([DW])$/;
const most = 9999; // Of each unit, in a period.

/** The first day after the n-th term that begins on `from`. */
export const dayAfterTerms = (from: Day, term: Term, n: number): Day => {
  if (tooEarly(from)) return from;
  if (tooLate(from)) return never;
  const [, count, unit] = inDays.exec(term.length) ?? [];
  const more = term.lastDay === "anniversary" ? 1 : 0;
  if (count !== undefined) return from + n * Number(count) * (unit === "W" ? 7 : 1) + more;
  const whole = times(term.length, n);
  return whole === undefined ? never : lastDayOf(from, whole, term.lastDay) + 1;
};

/** `n` times a period, unit by unit: twice P5Y is P10Y. Undefined: beyond the calendar. */
const times = (length: Period, n: number): Period | undefined => {
  const whole = length.replace(/\d+/g, (digits) => String(Number(digits) * n));
  return (whole.match(/\d+/g) ?? []).some((digits) => Number(digits) > most) ? undefined : whole;
};

/** The end of the first term that is not over by `day`; terms are counted up by doubling. */
export const endOfRunningTerm = (from: Day, term: Term, day: Day): Day => {
  if (tooEarly(from) || tooLate(from)) return Math.max(from, day);
  if (tooLate(day)) return never;
  let high = 1;
  while (dayAfterTerms(from, term, high) < day) high *= 2;
  let low = Math.floor(high / 2) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (dayAfterTerms(from, term, middle) < day) low = middle + 1;
    else high = middle;
  }
  return dayAfterTerms(from, term, high);
};

/** Acts of one kind about the instrument as a whole, not about single states. */
export const general = (acts: Acts, id: string, kind: string, world: World): readonly Version[] =>
  acts.about(id, kind).filter((version) => !readingIn(world, version).actors?.length);

/** Whether an act of a state makes it bound, by the instrument's own rule. */
export const binds = ({ bindsOn }: Life, { act }: Version): "yes" | "no" | "unknown" => {
  const { signature, accession } = bindsOn;
  if (act.kind === kinds.signed) return asAnswer(signature.value, "act");
  if (act.kind === kinds.acceded) return asAnswer(accession.value, "act");
  if (act.kind !== kinds.deposited) return "no";
  const answers = [
    asAnswer(signature.value, "own-deposit"),
    asAnswer(accession.value, "own-deposit"),
  ];
  return answers.includes("yes") ? "yes" : answers.includes("unknown") ? "unknown" : "no";
};

const asAnswer = (value: string, wanted: string): "yes" | "no" | "unknown" =>
  value === "unknown" ? "unknown" : value === wanted ? "yes" : "no";

const nth = (days: readonly Day[], n: number): Day =>
  [...days].sort((a, b) => a - b)[n - 1] ?? never;

/** Entry into force as the instrument's own clause computes it; undefined: cannot be known. */
export const computedForce = (id: string, acts: Acts, world: World): Dated | undefined => {
  const { life } = acts.instrument(id);
  const { force } = life;
  if ("on" in force) return { on: [], at: () => force.on.day };
  if ("with" in force) return forceOf(force.with, acts, world);
  if (!("deposits" in force)) return undefined;
  const on = [kinds.signed, kinds.acceded, kinds.deposited]
    .flatMap((kind) => acts.about(id, kind))
    .filter((version) => binds(life, version) === "yes");
  const { deposits, plus: delay } = force;
  if (on.length < deposits) return undefined;
  const at = (dayOf: DayOf) => {
    const day = nth(on.map(dayOf), deposits);
    return delay === undefined ? day : after(day, delay);
  };
  return { on, at };
};

/** Entry into force: the asserted day where an act asserts one, else the computed one. */
export const forceOf = (id: string, acts: Acts, world: World): Dated | undefined => {
  const asserted = world.computed === id ? [] : general(acts, id, kinds.force, world);
  if (asserted.length === 0) return computedForce(id, acts, world);
  return { on: asserted, at: (dayOf) => Math.min(...asserted.map(dayOf)) };
};

/** Order of the events of an instrument's own lane that fall on one day. */
const orders = { force: 0, ended: 2, again: 3, terminated: 4 } as const;

/** The reading of the gap in this world: the pack's own word, or the option's knob `gap`. */
export const gapOf = (acts: Acts, world: World, { gap }: Prolongation): string | undefined =>
  typeof gap === "string" ? gap : acts.knob(gap.axis, world.options[gap.axis] ?? "", "gap");

/** The lane of the instrument itself: in force, ended, in force again. */
export const forceEvents = (id: string, acts: Acts, world: World): readonly LaneEvent[] => {
  const terminations = general(acts, id, kinds.terminated, world);
  const terminated = terminations.map((version) =>
    ownEvent("ended", version, world, orders.terminated),
  );
  const force = forceOf(id, acts, world);
  if (force === undefined) return terminated;
  const begun = derivedEvent(["in-force"], force.on, force.at, world, orders.force);
  const course = termsOf(id, force, acts, world).flatMap((event) =>
    event.values.includes("in-force") ? unlessTerminated(event, terminations, world) : [event],
  );
  return [begun, ...course, ...terminated];
};

/** What was terminated before comes back by no protocol. */
const unlessTerminated = (
  event: LaneEvent,
  terminations: readonly Version[],
  world: World,
): readonly LaneEvent[] =>
  terminations.length === 0
    ? [event]
    : provided(
        event,
        terminations,
        (dayOf) => terminations.every((version) => dayOf(version) >= dayIfAny(event, dayOf)),
        world,
        [event.window],
      );

/** What becomes of an instrument at the end of its first term, and of the one a protocol added. */
const termsOf = (id: string, force: Dated, acts: Acts, world: World): readonly LaneEvent[] => {
  const { term, renewal, prolongation } = acts.instrument(id).life;
  if (term === undefined || renewal !== undefined) return [];
  const end = (dayOf: DayOf) => dayAfterTerms(force.at(dayOf), term, 1);
  const ended = derivedEvent(["ended"], force.on, end, world, orders.ended);
  if (prolongation === undefined) return [ended];
  const { by, length, renewal: again } = prolongation;
  const taken = [...acts.about(by, kinds.signed), ...acts.about(by, kinds.acceded)];
  if (taken.length === 0) return [ended];
  const over = (dayOf: DayOf) => after(end(dayOf), length);
  const last =
    again === "automatic" ? [] : [derivedEvent(["ended"], force.on, over, world, orders.ended)];
  const inTime = taken.filter((one) => windowIn(world, one).earliest <= ended.window.latest);
  if (gapOf(acts, world, prolongation) === "continuous" && inTime.length > 0) {
    return [derivedEvent(["in-force"], force.on, end, world, orders.again, inTime), ...last];
  }
  const revived = forceOf(by, acts, world);
  if (revived === undefined) return [ended];
  const on = [...new Set([...force.on, ...revived.on, ...taken])];
  const at = (dayOf: DayOf) =>
    Math.max(end(dayOf), revived.at(dayOf), Math.min(...taken.map(dayOf)));
  return [ended, derivedEvent(["in-force"], on, at, world, orders.again), ...last];
};

/** The lanes of a provision: which of its versions came last, and its instrument's own life. */
export const provisionEvents = (
  { versions, instrument }: Provision,
  acts: Acts,
  world: World,
): { readonly placed: readonly LaneEvent[]; readonly life: readonly LaneEvent[] } => ({
  placed: versions.flatMap(({ n, from }) => {
    const force = forceOf(from.inForce, acts, world);
    return force === undefined ? [] : [derivedEvent([String(n)], force.on, force.at, world, n)];
  }),
  life: forceEvents(instrument, acts, world),
});

/** What has ended binds no more, in whatever version. */
export const whileInForce: Combine = ([version = "none", life]) =>
  life === "ended" ? { value: "none", lanes: [1] } : { value: version, lanes: [0] };
