/**
 * What changed on a day, and where the next day of change is.
 *
 * In:   the data of the members page, a day.
 * Out:  changes with the same before and after together, so that twelve accessions are one line.
 */
import type { Day } from "#base";
import { type SliceValue, valueOn } from "#record";
import type { MembersView, Named } from "./data.ts";

/** Before and after, and the subjects of which that is true: address and name. */
export type Change = {
  readonly before: SliceValue;
  readonly after: SliceValue;
  readonly subjects: readonly Named[];
};

const isSame = (a: SliceValue, b: SliceValue): boolean =>
  a.value === b.value && a.certainty === b.certainty && a.possible.join() === b.possible.join();

/** What a fluent is before anything is recorded of it. */
const beginning = (name: string, absent: string): SliceValue => {
  const value = name.startsWith("in-force/") && absent === "none" ? "not-in-force" : absent;
  return { value, certainty: "certain", possible: [value] };
};

const nameOf = (view: MembersView, fluent: string): string | undefined => {
  const [type, id = "", state = id] = fluent.split("/");
  const find = (all: readonly Named[], wanted: string) => all.find(([one]) => one === wanted)?.[1];
  const person = find(view.states, state);
  if (type === "membership") return person;
  if (type !== "status") return view.subjects[fluent];
  return `${person ?? state} – ${find(view.instruments, id) ?? id}`;
};

/** A status towards an instrument is told only where the headline says nothing of the change. */
const isTold = (fluent: string, changed: ReadonlySet<string>): boolean => {
  const [type, , state] = fluent.split("/");
  return type !== "status" || !changed.has(`membership/${state}`);
};

export const changesOn = (view: MembersView, day: Day): readonly Change[] => {
  const { slice, absent } = view;
  const found = Object.keys(slice.fluents).flatMap((fluent) => {
    const start = beginning(fluent, absent);
    const before = valueOn(slice, fluent, day - 1) ?? start;
    const after = valueOn(slice, fluent, day) ?? start;
    return isSame(before, after) ? [] : [{ fluent, before, after }];
  });
  const names = new Set(found.map(({ fluent }) => fluent));
  const groups = new Map<string, Change>();
  for (const { fluent, before, after } of found) {
    const name = nameOf(view, fluent);
    if (name === undefined || !isTold(fluent, names)) continue;
    const [type] = fluent.split("/");
    const key = JSON.stringify([type, before, after]);
    const subjects = groups.get(key)?.subjects ?? [];
    groups.set(key, { before, after, subjects: [...subjects, [fluent, name]] });
  }
  return [...groups.values()];
};

/** A day on which nothing is told to have happened: only how sure we are changes. */
export const isDoubtAlone = (view: MembersView, day: Day): boolean => {
  const changes = changesOn(view, day);
  const isOpen = ({ certainty }: SliceValue) => certainty === "uncertain";
  return (
    changes.length > 0 &&
    changes.every(
      ({ before, after }) => isOpen(before) || isOpen(after) || before.value === after.value,
    )
  );
};

export const previousChange = ({ slice }: MembersView, day: Day): Day | undefined =>
  slice.marks.findLast((mark) => mark < day);

export const nextChange = ({ slice }: MembersView, day: Day): Day | undefined =>
  slice.marks.find((mark) => mark > day);

/** The days between which the slider moves: a year before the first change, up to today or later. */
export const rangeOf = ({ slice: { marks }, today, on }: MembersView) => ({
  first: Math.min((marks[0] ?? today) - 365, on),
  last: Math.max(marks.at(-1) ?? today, today, on),
});
