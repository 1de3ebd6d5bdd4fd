/**
 * Whether a state stays: consents that wait, who is bound, revocations that take a notice back.
 *
 * Law: docs/explanation/time.md, "A consent that waits", "Bound", "Taking back".
 */

import { type Day, plus, when } from "#base";
import { dayIn, lifeOf, type World } from "./law.ts";
import type { Placing } from "./placing.ts";
import type { Told } from "./reading.ts";

/** The acts of one state about one instrument, in one placing. */
export type Stay = {
  readonly world: World;
  readonly instrument: string;
  readonly acts: readonly Told[];
  readonly placing: Placing;
};

const preciseDay = (text: string): Day | undefined => {
  const day = when(text);
  return day.ok && day.value.precise ? day.value.earliest : undefined;
};

const daysOf = ({ acts, placing }: Stay, kind: string): readonly Day[] =>
  acts.filter((act) => act.kind === kind).map((act) => dayIn(placing, act));

type Notice = { readonly given: Day; readonly run: Day; readonly act: Told };

/** The notices, and the day on which each has run if nobody takes it back. */
const noticesOf = ({ world, instrument, acts, placing }: Stay): readonly Notice[] => {
  const rule = lifeOf(world, instrument).withdrawal;
  return acts
    .filter(({ kind }) => kind === "withdrawal.notified")
    .map((act) => {
      const given = dayIn(placing, act);
      const { receivedOn } = act.says;
      const received = typeof receivedOn === "string" ? preciseDay(receivedOn) : undefined;
      const counted = rule?.countedFrom === "receipt" ? (received ?? given) : given;
      return { act, given, run: rule === undefined ? Infinity : plus(counted, rule.notice) };
    });
};

/** The notices that nobody takes back before they have run, with the day on which they have. */
export const withdrawals = (stay: Stay): readonly Notice[] => {
  const revoked = daysOf(stay, "withdrawal.revoked");
  return noticesOf(stay).filter(
    ({ given, run }) => run < Infinity && !revoked.some((day) => day >= given && day < run),
  );
};

/** Expelled or withdrawn on a day from the first to the last. */
export const hasLeft = (stay: Stay, first: Day, last: Day): boolean =>
  [...daysOf(stay, "member.expelled"), ...withdrawals(stay).map(({ run }) => run)].some(
    (day) => day >= first && day <= last,
  );

/** On the last day a notice given since the first runs, or a suspension since is not lifted. */
export const isKept = (stay: Stay, first: Day, last: Day): boolean => {
  const revoked = daysOf(stay, "withdrawal.revoked");
  const resumed = daysOf(stay, "membership.resumed");
  const isSince = (day: Day) => day >= first && day <= last;
  return (
    noticesOf(stay).some(
      ({ given, run }) =>
        isSince(given) && run > last && !revoked.some((day) => day >= given && day <= last),
    ) ||
    daysOf(stay, "membership.suspended").some(
      (day) => isSince(day) && !resumed.some((other) => other >= day && other <= last),
    )
  );
};

/** Whether a revocation on a day takes a notice back, or finds none before it. */
export const takesBack = (stay: Stay, on: Day): boolean => {
  const notices = noticesOf(stay).filter(({ given }) => given <= on);
  const expelled = daysOf(stay, "member.expelled");
  return (
    notices.length === 0 ||
    notices.some(({ given, run }) => run > on && !expelled.some((day) => day >= given && day <= on))
  );
};
