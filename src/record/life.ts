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
import type { Instrument, Life, Provision, Term } from "#charter";
import {
  type DayOf,
  derivedEvent,
  type LaneEvent,
  ownEvent,
  readingIn,
  type World,
} from "./event.ts";
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

/** The lane of the instrument itself: in force, ended. */
export const forceEvents = (id: string, acts: Acts, world: World): readonly LaneEvent[] => {
  const events: LaneEvent[] = [];
  const force = forceOf(id, acts, world);
  const { term, renewal, prolongation } = acts.instrument(id).life;
  if (force !== undefined) {
    events.push(derivedEvent(["in-force"], force.on, force.at, world, 0));
    const goesOn =
      renewal !== undefined ||
      (prolongation !== undefined && acts.about(prolongation.by, kinds.signed).length > 0);
    if (term !== undefined && !goesOn) {
      const at = (dayOf: DayOf) => dayAfterTerms(force.at(dayOf), term, 1);
      events.push(derivedEvent(["ended"], force.on, at, world, 2));
    }
  }
  for (const version of general(acts, id, kinds.terminated, world)) {
    events.push(ownEvent("ended", version, world, 3));
  }
  return events;
};

/** The lane of a provision: which of its versions is in force. */
export const provisionEvents = (
  provision: Provision,
  acts: Acts,
  world: World,
): readonly LaneEvent[] =>
  provision.versions.flatMap(({ n, from }) => {
    const force = forceOf(from.inForce, acts, world);
    return force === undefined ? [] : [derivedEvent([String(n)], force.on, force.at, world, n)];
  });
