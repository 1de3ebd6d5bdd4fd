/**
 * A state's status towards one instrument, by the instrument's own life rules (S-2, S-3, S-13).
 *
 * In:   the acts of the state about the instrument, and the instrument's own life.
 * Out:  the events of the lane `status/<instrument>/<state>`.
 * Law:  each instrument's own clauses, named in its `authority`.
 *
 * A lapse is not a withdrawal: it is the end of a term in which a state did not take part further.
 * An act that only speaks (a note, a self-declared freeze) makes no event here at all.
 */

import { type Day, never } from "#base";
import type { Prolongation, Term, Withdrawal } from "#charter";
import {
  type DayOf,
  derivedEvent,
  type LaneEvent,
  ownEvent,
  readingIn,
  type World,
  windowIn,
} from "./event.ts";
import {
  type Acts,
  after,
  binds,
  type Dated,
  dayAfterTerms,
  endOfRunningTerm,
  forceOf,
  general,
  kinds,
} from "./life.ts";
import type { Version } from "./version.ts";

type Case = {
  readonly instrument: string;
  readonly state: string;
  readonly acts: Acts;
  readonly world: World;
  readonly own: readonly Version[];
  readonly force: Dated | undefined;
};

/** Acts of a state whose effect is one value from their own day on. */
export const plainValues: { readonly [kind: string]: string } = {
  "membership.suspended": "suspended",
  "membership.resumed": "party",
  "member.expelled": "expelled",
};

/** Order of derived events that fall on one day; a state's own acts have none (S-10). */
const orders = { signatory: 0, party: 1, termEnd: 2, prolonged: 3, withdrawn: 4 } as const;

/** Whether an event comes of the end of a term or of a prolongation. */
export const isTermEnd = ({ order }: LaneEvent): boolean =>
  order === orders.termEnd || order === orders.prolonged;

const ofKind = ({ own }: Case, ...wanted: readonly string[]): readonly Version[] =>
  own.filter((version) => wanted.includes(version.act.kind));

const latestOf = (...days: readonly Day[]): Day => Math.max(...days);

/** Party from the day of the binding act, or from entry into force if that is later. */
const bindingEvents = (given: Case): readonly LaneEvent[] => {
  const { world, force, acts, instrument } = given;
  const { life } = acts.instrument(instrument);
  const single = ofKind(given, kinds.force).map((version) =>
    ownEvent("party", version, world, orders.party),
  );
  if (force === undefined) return single;
  const bound = (version: Version): LaneEvent => {
    const on = [...new Set([version, ...force.on])];
    const at = (dayOf: DayOf) => latestOf(dayOf(version), force.at(dayOf));
    const values = binds(life, version) === "unknown" ? ["party", "signatory"] : ["party"];
    return derivedEvent(values, on, at, world, orders.party);
  };
  const bindingActs = given.own.filter((version) => binds(life, version) !== "no").map(bound);
  const restored = ofKind(given, "membership.restored").map((version) => {
    const event = bound(version);
    return { ...event, order: undefined };
  });
  return [...bindingActs, ...restored, ...single];
};

/** Signatory from signature, accession or deposit, unless already bound by an earlier act. */
const signatoryEvents = (given: Case, bound: readonly LaneEvent[]): readonly LaneEvent[] =>
  ofKind(given, kinds.signed, kinds.acceded, kinds.deposited)
    .filter((version) => {
      const { earliest } = windowIn(given.world, version);
      return !bound.some((event) => !event.on.includes(version) && event.window.latest < earliest);
    })
    .map((version) => ownEvent("signatory", version, given.world, orders.signatory));

type Participation = "takes-part" | "stays-out" | "unknown";

const participation = (state: string, version: Version, world: World): Participation => {
  const { actors, fields } = readingIn(world, version);
  if (actors?.includes(state)) return "takes-part";
  const { declined } = fields;
  if (Array.isArray(declined)) return declined.includes(state) ? "stays-out" : "takes-part";
  return actors === undefined ? "unknown" : "stays-out";
};

/** What happens on the day after the last day of the first term, if there is a term. */
const termEvents = (given: Case): readonly LaneEvent[] => {
  const { acts, instrument, world, force } = given;
  const { term, renewal, prolongation } = acts.instrument(instrument).life;
  if (term === undefined || force === undefined) return [];
  if (renewal !== undefined) return renewalEvents(given, term, force);
  const end = (dayOf: DayOf) => dayAfterTerms(force.at(dayOf), term, 1);
  if (prolongation !== undefined) return prolongationEvents(given, prolongation, end);
  return [derivedEvent(["lapsed"], force.on, end, world, orders.termEnd)];
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
const prolongationEvents = (given: Case, rule: Prolongation, end: End): readonly LaneEvent[] => {
  const { acts, state, world, force } = given;
  const on = force?.on ?? [];
  const lapse = derivedEvent(["lapsed"], on, end, world, orders.termEnd);
  const protocols = [
    ...acts.about(rule.by, kinds.signed),
    ...acts.own(rule.by, state).filter((v) => v.act.kind === kinds.acceded),
  ];
  const part = protocols.filter((v) => participation(state, v, world) === "takes-part");
  const doubt = protocols.filter((v) => participation(state, v, world) === "unknown");
  if (part.length === 0) {
    if (doubt.length === 0) return [{ ...lapse, also: protocols }];
    return [derivedEvent(["lapsed", "party"], on, end, world, orders.termEnd, doubt)];
  }
  const gap = gapOf(given, rule);
  const inTime = part.filter((v) => windowIn(world, v).earliest <= lapse.window.latest);
  const last = secondEnd(given, rule, end);
  if (gap === "continuous" && inTime.length > 0) {
    return [derivedEvent(["party"], on, end, world, orders.termEnd, inTime), ...last];
  }
  const revived = forceOf(rule.by, acts, world);
  if (revived === undefined) return [{ ...lapse, also: part }];
  const at = (dayOf: DayOf) =>
    latestOf(end(dayOf), revived.at(dayOf), Math.min(...part.map(dayOf)));
  const all = [...new Set([...on, ...revived.on, ...part])];
  return [lapse, derivedEvent(["party"], all, at, world, orders.prolonged), ...last];
};

/** A prolongation that is not renewed by itself ends after its own length. */
const secondEnd = (given: Case, rule: Prolongation, end: End): readonly LaneEvent[] => {
  if (rule.renewal === "automatic") return [];
  const at = (dayOf: DayOf) => after(end(dayOf), rule.length);
  return [derivedEvent(["lapsed"], given.force?.on ?? [], at, given.world, orders.termEnd)];
};

/** The reading of the gap in this world: the pack's own word, or the option's knob `gap`. */
const gapOf = ({ acts, world }: Case, { gap }: Prolongation): string | undefined =>
  typeof gap === "string" ? gap : acts.knob(gap.axis, world.options[gap.axis] ?? "", "gap");

/** Notice: withdrawing until it has run, then withdrawn; party again if revoked before. */
const withdrawalEvents = (given: Case): readonly LaneEvent[] => {
  const { acts, instrument, world } = given;
  const rule = acts.instrument(instrument).life.withdrawal;
  const revoked = ofKind(given, "withdrawal.revoked");
  const notices = ofKind(given, "withdrawal.notified");
  const again = revoked.map((version) => ownEvent("party", version, world));
  return [...again, ...notices.flatMap((notice) => noticeEvents(notice, revoked, world, rule))];
};

const noticeEvents = (
  notice: Version,
  revoked: readonly Version[],
  world: World,
  rule: Withdrawal | undefined,
): readonly LaneEvent[] => {
  const withdrawing = ownEvent("withdrawing", notice, world);
  if (rule === undefined) return [withdrawing];
  const { received } = readingIn(world, notice);
  const counted = rule.countedFrom === "receipt" ? received : undefined;
  const at = (dayOf: DayOf) => {
    const out = after(counted ?? dayOf(notice), rule.notice);
    const undone = revoked.some((v) => dayOf(v) >= dayOf(notice) && dayOf(v) < out);
    return undone ? never : out;
  };
  const on = [notice, ...revoked];
  return [withdrawing, derivedEvent(["withdrawn"], on, at, world, orders.withdrawn)];
};

/** All events of a state's lane towards an instrument. */
export const statusEvents = (
  instrument: string,
  state: string,
  acts: Acts,
  world: World,
): readonly LaneEvent[] => {
  const own = acts
    .own(instrument, state)
    .filter((version) => readingIn(world, version).actors?.includes(state));
  const given: Case = {
    instrument,
    state,
    acts,
    world,
    own,
    force: forceOf(instrument, acts, world),
  };
  const bound = bindingEvents(given);
  const plain = own.flatMap((version) => {
    const value = plainValues[version.act.kind];
    return value === undefined ? [] : [ownEvent(value, version, world)];
  });
  const events = [...signatoryEvents(given, bound), ...bound, ...withdrawalEvents(given), ...plain];
  if (bound.length === 0) return events;
  const ended = general(acts, instrument, kinds.terminated, world).map((version) =>
    ownEvent("lapsed", version, world, orders.termEnd),
  );
  return [...events, ...termsReached([...termEvents(given), ...ended], bound)];
};

/** A term's end concerns only a state that may have been bound before it. */
const termsReached = (
  ends: readonly LaneEvent[],
  bound: readonly LaneEvent[],
): readonly LaneEvent[] =>
  ends.filter((end) => bound.some((event) => event.window.earliest < end.window.latest));
