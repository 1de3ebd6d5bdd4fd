/**
 * Exercises announced by a day, each with its state on it (S-51).
 *
 * What was announced or planned and of whose days nobody tells what became is unknown from the day
 * after them: never "held" for want of a report, and never "not held" (S-44).
 */

import { type Day, ok, type Result, refuse, some, type When, when } from "#base";
import type { Version } from "#record";
import { readSpan } from "./diff.ts";
import {
  actsAbout,
  behind,
  fieldOf,
  listIn,
  nameIn,
  ofKind,
  reportedUntil,
  spanOf,
  statedOf,
  textIn,
  unknownAfter,
  worthOf,
} from "./items.ts";
import { listAnswer } from "./list.ts";
import type { ExerciseItem, ListAnswer, UnknownWhat } from "./list-answers.ts";
import { bad, type Refused, readState } from "./params.ts";
import type { Scene } from "./question.ts";

export const exerciseStates = [
  "announced",
  "planned",
  "held",
  "cancelled",
  "postponed",
  "unknown",
  "uncertain",
] as const;

const open: readonly string[] = ["announced", "planned"];

const windowOf = (text: string | undefined): When | undefined => {
  const read = text === undefined ? undefined : when(text);
  return read?.ok ? read.value : undefined;
};

/** The acts that describe an exercise: what tells of it as held first, then what is newer. */
const describing = (versions: readonly Version[]): readonly Version[] => [
  ...ofKind(versions, "exercise.held").toReversed(),
  ...ofKind(versions, "exercise.scheduled").toReversed(),
];

const first = <Value>(
  versions: readonly Version[],
  read: (version: Version) => Value | undefined,
): Value | undefined => {
  for (const version of versions) {
    const value = read(version);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The days on which it was or is to be: what its acts say, else the day on which it was held. */
const daysOf = (versions: readonly Version[]): string | undefined =>
  first(describing(versions), (version) => textIn(version, "days")) ??
  first(ofKind(versions, "exercise.held"), ({ reading }) => reading.occurred);

/** An exercise of which nothing was said by the day is not in the list. */
export const exerciseItem = (scene: Scene, fluent: string): ExerciseItem | undefined => {
  const span = spanOf(scene, fluent);
  if (span === undefined || span.possible.every((value) => value === "none")) return undefined;
  const id = fluent.slice("exercise/".length);
  const acts = actsAbout(scene, fluent);
  const told = describing(acts);
  const days = daysOf(acts);
  const last = windowOf(days)?.latest;
  const worth = worthOf(scene, fluent, span);
  const isOpen = open.includes(worth.value);
  const {
    value: state,
    acts: _,
    ...rest
  } = isOpen && last !== undefined ? unknownAfter(worth, last, scene.on) : worth;
  const text = (field: string) => first(told, (version) => textIn(version, field));
  const list = (field: string) => first(told, (version) => listIn(version, field));
  return {
    id,
    address: fluent,
    state,
    ...rest,
    ...some("days", days),
    ...(isOpen && days === undefined && { undated: true as const }),
    ...(isOpen && some("reportedUntil", reportedUntil(scene, acts))),
    ...some(
      "place",
      first(told, (version) => nameIn(fieldOf(version, "place"))),
    ),
    ...some("host", text("host")),
    ...some("series", text("series")),
    ...some("force", text("force")),
    ...some("forces", list("forces")),
    ...some("participants", list("participants")),
    ...some("absent", list("absent")),
    ...some("observers", list("observers")),
    ...some("partOf", text("partOf")),
    ...some(
      "strength",
      first(told, (version) => fieldOf(version, "strength")),
    ),
    stated: statedOf(scene, fluent),
    ...behind(scene, acts),
  };
};

const firstDay = ({ days, since }: ExerciseItem): Day =>
  windowOf(days)?.earliest ?? windowOf(since)?.earliest ?? Number.POSITIVE_INFINITY;

const inOrder = (a: ExerciseItem, b: ExerciseItem): number =>
  Math.sign(firstDay(a) - firstDay(b)) || (a.id < b.id ? -1 : 1);

/** All exercises announced by the day, by their days, with the parts of each. */
export const allExercises = (scene: Scene): readonly ExerciseItem[] => {
  const items = scene.record
    .fluentsOf("exercise/")
    .flatMap((fluent) => exerciseItem(scene, fluent) ?? [])
    .toSorted(inOrder);
  return items.map((item) => ({
    ...item,
    ...some(
      "parts",
      items.filter(({ partOf }) => partOf === item.address).map(({ id }) => id),
    ),
  }));
};

type Filter = (item: ExerciseItem) => boolean;

const readYear = (text: string | undefined): Result<string | undefined, Refused> =>
  text === undefined || /^\d{4}$/.test(text)
    ? ok(text)
    : refuse(bad("year", "query.year", text.slice(0, 80), "YYYY, 2019"));

const overlaps = (item: ExerciseItem, from: Day | undefined, to: Day | undefined): boolean => {
  const window = windowOf(item.days) ?? windowOf(item.since);
  if (window === undefined) return false;
  return window.earliest <= (to ?? window.earliest) && window.latest >= (from ?? window.latest);
};

const readFilter = ({ texts }: Scene): Result<Filter, Refused> => {
  const { series, state, host, from, to } = texts;
  if (state !== undefined && !exerciseStates.some((one) => one === state)) {
    return refuse(bad("state", "query.word", state.slice(0, 80), exerciseStates.join(", ")));
  }
  const hosting = host === undefined ? ok(undefined) : readState(host);
  if (!hosting.ok) return refuse({ ...hosting.refusal, field: "host" });
  const span = readSpan(from, to);
  if (!span.ok) return span;
  const year = readYear(texts["year"]);
  if (!year.ok) return year;
  const within = windowOf(year.value);
  const wanted = series === undefined || series.includes("/") ? series : `series/${series}`;
  const isDated = span.value.from !== undefined || span.value.to !== undefined;
  return ok(
    (item) =>
      (wanted === undefined || item.series === wanted) &&
      (state === undefined || item.state === state) &&
      (host === undefined || item.host === host) &&
      (!isDated || overlaps(item, span.value.from, span.value.to)) &&
      (within === undefined || overlaps(item, within.earliest, within.latest)),
  );
};

const gaps = (item: ExerciseItem): readonly UnknownWhat[] => [
  ...(item.undated ? ["day" as const] : []),
  ...(item.state === "unknown" ? ["fate" as const] : []),
  ...(item.state === "uncertain" ? ["since" as const] : []),
];

export const exercises = (scene: Scene): Result<ListAnswer<ExerciseItem>, Refused> => {
  const filter = readFilter(scene);
  if (!filter.ok) return filter;
  return listAnswer(scene, allExercises(scene).filter(filter.value), gaps);
};
