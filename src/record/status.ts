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

import {
  type DayOf,
  derivedEvent,
  type LaneEvent,
  ownEvent,
  provided,
  readingIn,
  type World,
  windowIn,
} from "./event.ts";
import {
  actsOf,
  between,
  hasLeft,
  isHeld,
  leaving,
  noticeEvents,
  returnEvents,
} from "./leaving.ts";
import { type Acts, binds, forceOf, kinds } from "./life.ts";
import { type Bond, type Case, departures, isBound, orders, resting, termEvents } from "./terms.ts";
import type { Version } from "./version.ts";

/** Acts of a state whose effect is one value from their own day on. */
const plainValues: { readonly [kind: string]: string } = {
  "membership.suspended": "suspended",
  "member.expelled": "expelled",
};

const ofKind = ({ own }: Case, ...wanted: readonly string[]): readonly Version[] =>
  own.filter((version) => wanted.includes(version.act.kind));

/** What binds the state: its binding acts, restorations, entries into force that name it. */
const bondsOf = (given: Case): readonly Bond[] => {
  const { world, force, acts, instrument } = given;
  const { life } = acts.instrument(instrument);
  const single = ofKind(given, kinds.force).map((version): Bond => {
    return { act: version, event: ownEvent("party", version, world, orders.party) };
  });
  if (force === undefined) return single;
  const bond = (version: Version, order: number | undefined): Bond => {
    const on = [...new Set([version, ...force.on])];
    const at = (dayOf: DayOf) => Math.max(dayOf(version), force.at(dayOf));
    const values = binds(life, version) === "unknown" ? ["party", "signatory"] : ["party"];
    return { act: version, event: derivedEvent(values, on, at, world, order) };
  };
  const bindingActs = given.own.filter((version) => binds(life, version) !== "no");
  return [
    ...bindingActs.map((version) => bond(version, orders.party)),
    ...ofKind(given, "membership.restored").map((version) => bond(version, undefined)),
    ...single,
  ];
};

/** The event `party` of a bond, unless the state left, or went for a while, before it could be. */
const bindingEvent = (given: Case, { act, event }: Bond): readonly LaneEvent[] => {
  const { at } = event;
  if (at === undefined) return [event];
  const here = between(given.leaving, windowIn(given.world, act), event.window);
  const others = actsOf(here);
  if (others.length === 0) return [event];
  const holds = (dayOf: DayOf): boolean => {
    const [since, day] = [dayOf(act), at(dayOf)];
    return since >= day || !(hasLeft(here, since, day, dayOf) || isHeld(here, since, day, dayOf));
  };
  return provided(event, others, holds, given.world);
};

/** Signatory from signature, accession or deposit, unless another act has the state bound. */
const signatoryEvents = (given: Case, bonds: readonly Bond[]): readonly LaneEvent[] =>
  ofKind(given, ...consents).flatMap((version) => {
    const { world } = given;
    const event = ownEvent("signatory", version, world, orders.signatory);
    const others = bonds.filter(
      (bond) => bond.act !== version && bond.event.window.earliest < event.window.latest,
    );
    if (others.length === 0) return [event];
    const here = departures(given, others, event.window);
    const holds = (dayOf: DayOf): boolean =>
      !isBound(here, others, dayOf(version), dayOf(version), dayOf);
    return resting(given, others, event, here, holds);
  });

const consents = [kinds.signed, kinds.acceded, kinds.deposited];

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
  const force = forceOf(instrument, acts, world);
  const gone = leaving(own, acts.instrument(instrument).life.withdrawal, world);
  const given: Case = { instrument, state, acts, world, own, force, leaving: gone };
  const bonds = bondsOf(given);
  const bound = bonds.flatMap((bond) => bindingEvent(given, bond));
  const plain = own.flatMap((version) => {
    const value = plainValues[version.act.kind];
    return value === undefined ? [] : [ownEvent(value, version, world)];
  });
  return [
    ...signatoryEvents(given, bonds),
    ...bound,
    ...noticeEvents(gone),
    ...returnEvents(gone, force, ofKind(given, ...consents).length > 0),
    ...plain,
    ...termEvents(given, bonds),
  ];
};
