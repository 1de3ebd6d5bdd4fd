/**
 * How a state leaves an instrument, and what that does to its consent.
 *
 * In:   the acts of a state about an instrument, its rule of withdrawal, a world.
 * Out:  the events of notice, revocation, withdrawal; whether a consent lasted from a day to a day.
 * Law:  docs/explanation/time.md, "A consent that waits", "Bound", "Taking back".
 *
 * Expulsion and a notice that has run end a consent. A notice that runs, or a suspension, does not:
 * the state is bound, and its status tells of the notice or the suspension.
 */

import { type Day, never } from "#base";
import type { Withdrawal } from "#charter";
import {
  corners,
  type DayOf,
  derivedEvent,
  type LaneEvent,
  ownEvent,
  provided,
  readingIn,
  type World,
  windowIn,
} from "./event.ts";
import { after, type Dated } from "./life.ts";
import type { Version, Window } from "./version.ts";

/** The acts by which a state leaves, or goes for a while, and comes back. */
export type Leaving = {
  readonly world: World;
  readonly rule: Withdrawal | undefined;
  readonly expelled: readonly Version[];
  readonly notified: readonly Version[];
  readonly revoked: readonly Version[];
  readonly suspended: readonly Version[];
  readonly resumed: readonly Version[];
};

export const leaving = (
  own: readonly Version[],
  rule: Withdrawal | undefined,
  world: World,
): Leaving => {
  const ofKind = (kind: string) => own.filter(({ act }) => act.kind === kind);
  return {
    world,
    rule,
    expelled: ofKind("member.expelled"),
    notified: ofKind("withdrawal.notified"),
    revoked: ofKind("withdrawal.revoked"),
    suspended: ofKind("membership.suspended"),
    resumed: ofKind("membership.resumed"),
  };
};

/** Of these acts, those that may lie between two windows; notices however early, since they run. */
export const between = (of: Leaving, from: Window, to: Window): Leaving => {
  const isBefore = (version: Version) => windowIn(of.world, version).earliest <= to.latest;
  const isInside = (version: Version) =>
    isBefore(version) && windowIn(of.world, version).latest >= from.earliest;
  // A receipt may be recorded of a day before the notice; from there the notice runs.
  const hasRun = (notice: Version) => (readingIn(of.world, notice).received ?? never) <= to.latest;
  return {
    ...of,
    expelled: of.expelled.filter(isInside),
    notified: of.notified.filter((notice) => isBefore(notice) || hasRun(notice)),
    revoked: of.revoked.filter(isBefore),
    suspended: of.suspended.filter(isInside),
    resumed: of.resumed.filter(isInside),
  };
};

/** The acts on whose days it depends whether a state has left or is held; often none. */
export const actsOf = (of: Leaving): readonly Version[] => [
  ...of.expelled,
  ...of.notified,
  ...(of.notified.length > 0 ? of.revoked : []),
  ...of.suspended,
  ...(of.suspended.length > 0 ? of.resumed : []),
];

/** The day on which a notice has run, whether or not it was taken back. */
const runOut = ({ rule, world }: Leaving, notice: Version, dayOf: DayOf): Day => {
  if (rule === undefined) return never;
  const { received } = readingIn(world, notice);
  const counted = rule.countedFrom === "receipt" ? received : undefined;
  return after(counted ?? dayOf(notice), rule.notice);
};

const isInside = (day: Day, from: Day, to: Day): boolean => day >= from && day <= to;

const isUndone = (of: Leaving, notice: Version, dayOf: DayOf): boolean => {
  const out = runOut(of, notice, dayOf);
  return of.revoked.some((one) => isInside(dayOf(one), dayOf(notice), out - 1));
};

/** Whether the state left for good between two days, both included. */
export const hasLeft = (of: Leaving, from: Day, to: Day, dayOf: DayOf): boolean =>
  of.expelled.some((one) => isInside(dayOf(one), from, to)) ||
  of.notified.some(
    (one) => isInside(runOut(of, one, dayOf), from, to) && !isUndone(of, one, dayOf),
  );

/** Whether on `to` a notice given since `from` runs, or a suspension since then is not lifted. */
export const isHeld = (of: Leaving, from: Day, to: Day, dayOf: DayOf): boolean => {
  const lastOf = (some: readonly Version[]): Day =>
    Math.max(...some.map(dayOf).filter((day) => isInside(day, from, to)));
  const isRunning = of.notified.some((one) => {
    const day = dayOf(one);
    if (!isInside(day, from, to) || runOut(of, one, dayOf) <= to) return false;
    return !of.revoked.some((other) => isInside(dayOf(other), day, to));
  });
  return isRunning || lastOf(of.suspended) > lastOf(of.resumed);
};

/** Notice: withdrawing until it has run, then withdrawn unless it was revoked before. */
export const noticeEvents = (of: Leaving): readonly LaneEvent[] =>
  of.notified.flatMap((notice) => {
    const withdrawing = ownEvent("withdrawing", notice, of.world);
    if (of.rule === undefined) return [withdrawing];
    const at = (dayOf: DayOf) => runOut(of, notice, dayOf);
    const withdrawn = derivedEvent(["withdrawn"], [notice], at, of.world, withdrawnOrder);
    const holds = (dayOf: DayOf) => !isUndone(of, notice, dayOf);
    return [withdrawing, ...provided(withdrawn, of.revoked, holds, of.world)];
  });

/** Among derived events of one day the last: nothing but an act of its own undoes it. */
export const withdrawnOrder = 4;

/** Whether a revocation finds a notice that runs, or none to compare with. */
const takesBack = (of: Leaving, revocation: Version, dayOf: DayOf): boolean => {
  const day = dayOf(revocation);
  const earlier = of.notified.filter((one) => dayOf(one) <= day);
  return (
    earlier.length === 0 ||
    earlier.some((one) => {
      const isExpelled = of.expelled.some((other) => isInside(dayOf(other), dayOf(one), day));
      return runOut(of, one, dayOf) > day && !isExpelled;
    })
  );
};

/**
 * What revocation and resumption bring back: `party`, or `signatory` before entry into force.
 *
 * @param isSigned - Whether a signature, accession or deposit is recorded, for where no entry into
 *   force is.
 */
export const returnEvents = (
  of: Leaving,
  force: Dated | undefined,
  isSigned: boolean,
): readonly LaneEvent[] => {
  const { world } = of;
  const isForce = (version: Version, dayOf: DayOf): boolean =>
    force === undefined ? !isSigned : force.at(dayOf) <= dayOf(version);
  const events = (
    version: Version,
    others: readonly Version[],
    isGood: (dayOf: DayOf) => boolean,
  ) =>
    (["party", "signatory"] as const).flatMap((value) => {
      const holds = (dayOf: DayOf) =>
        isGood(dayOf) && isForce(version, dayOf) === (value === "party");
      return provided(ownEvent(value, version, world), others, holds, world, derived);
    });
  const on = force?.on ?? [];
  const derived = force === undefined ? [] : [corners(force.on, force.at, world)];
  return [
    ...of.resumed.flatMap((version) => events(version, on, () => true)),
    ...of.revoked.flatMap((version) =>
      events(version, [...on, ...of.notified, ...of.expelled], (dayOf) =>
        takesBack(of, version, dayOf),
      ),
    ),
  ];
};
