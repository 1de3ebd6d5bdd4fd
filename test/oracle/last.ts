/**
 * The oracle's fifth step: which events may be the last on a day, and the value they make.
 *
 * Law: docs/explanation/time.md, "One placing: what holds on D" and "The headline".
 */

import type { Day } from "#base";
import type { Pack } from "#charter";
import type { Happening } from "./events.ts";
import { followsIn } from "./placing.ts";
import type { Told } from "./reading.ts";

/** A lane's events in one placing, and what holds before the first of them. */
export type Lane = { readonly first: string; readonly events: readonly Happening[] };

/** One placing, or one course within it: the lanes that the fluent looks at. */
export type Course = readonly Lane[];

export type Fluent = {
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly instruments: readonly string[];
};

export type Follows = (one: Happening, other: Happening) => boolean;

/** Whether one event comes after another of the same lane and day. */
export const orderIn = (pack: Pack, acts: readonly Told[]): Follows => {
  const isAfter = followsIn(acts);
  const kinds = new Map(acts.map(({ id, kind }) => [id, kind]));
  const some = (one: Happening, other: Happening, test: (a: string, b: string) => boolean) =>
    one.acts.some((a) => other.acts.some((b) => test(a, b)));
  const isThen = (a: string, b: string): boolean =>
    pack.sameDay.some(({ first, then }) => kinds.get(b) === first && kinds.get(a) === then);
  return (one, other) => {
    if (one.rank !== undefined && other.rank !== undefined) return one.rank > other.rank;
    const [then, before] = [some(one, other, isAfter), some(other, one, isAfter)];
    if (then !== before) return then;
    return !then && some(one, other, isThen) && !some(other, one, isThen);
  };
};

/** The events of a lane that may be the last one on a day; none before the first. */
const lastOn = ({ events }: Lane, on: Day, follows: Follows): readonly Happening[] => {
  const past = events.filter(({ day }) => day <= on);
  const day = Math.max(...past.map((event) => event.day));
  const lastDay = past.filter((event) => event.day === day);
  const unfollowed = lastDay.filter(
    (event) => !lastDay.some((other) => other !== event && follows(other, event)),
  );
  return unfollowed.length > 0 ? unfollowed : lastDay;
};

/** Every choice of one last event a lane, an act being last in all lanes where it may be, or none. */
export const choices = (
  course: Course,
  on: Day,
  follows: Follows,
): readonly (readonly string[])[] => {
  const lasts = course.map((lane) => lastOn(lane, on, follows));
  let picked: readonly (readonly (Happening | undefined)[])[] = [[]];
  for (const last of lasts) {
    const some = last.length === 0 ? [undefined] : last;
    picked = picked.flatMap((pick) => some.map((event) => [...pick, event]));
  }
  const open = lasts.map((last) => (last.length > 1 ? last : []));
  const isOne = (pick: readonly (Happening | undefined)[]): boolean =>
    open.every((last, lane) =>
      last.every(({ acts }) =>
        open.every(
          (others, other) =>
            !others.some((event) => event.acts.some((act) => acts.includes(act))) ||
            (pick[lane]?.acts.some((act) => acts.includes(act)) ?? false) ===
              (pick[other]?.acts.some((act) => acts.includes(act)) ?? false),
        ),
      ),
    );
  return picked
    .filter((pick) => isOne(pick))
    .map((pick) => pick.map((event, lane) => event?.value ?? course[lane]?.first ?? "none"));
};

const headline = [
  "withdrawing",
  "suspended",
  "member",
  "party",
  "signatory",
  "lapsed",
  "withdrawn",
  "expelled",
];

export const valueIn = (pack: Pack, fluent: Fluent, values: readonly string[]): string => {
  const [only = "none", life] = values;
  if (fluent.type === "provision") return life === "ended" ? "none" : only;
  if (fluent.type !== "membership" || values.length !== fluent.instruments.length) return only;
  const words = values.map((value, lane) =>
    value === "party" && fluent.instruments[lane] === pack.membership.constitutive
      ? "member"
      : value,
  );
  return headline.find((word) => words.includes(word)) ?? words[0] ?? "none";
};
