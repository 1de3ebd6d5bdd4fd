/**
 * Plans announced by a day, and what became of each (S-51).
 *
 * A plan whose day has passed and of which nobody tells more is `unknown` from the day after: never
 * overdue for want of a source (S-44).
 */

import { type Result, refuse, some, when } from "#base";
import type { Version } from "#record";
import {
  actsAbout,
  behind,
  ofKind,
  onOf,
  reportedUntil,
  spanOf,
  statedOf,
  textIn,
  unknownAfter,
  worthOf,
} from "./items.ts";
import { listAnswer } from "./list.ts";
import type { ListAnswer, PlanItem, UnknownWhat } from "./list-answers.ts";
import { notesOf } from "./notes.ts";
import { bad, type Refused } from "./params.ts";
import type { Scene } from "./question.ts";

export const planStates = [
  "announced",
  "adopted",
  "delivered",
  "dropped",
  "unknown",
  "uncertain",
] as const;

const open: readonly string[] = ["announced", "adopted"];

const ownKinds = ["plan.announced", "plan.adopted", "plan.delivered", "plan.dropped"] as const;

/** The last day by which it was to be done, or for which it runs. */
const lastDay = (due: string | undefined, term: string | undefined): number | undefined => {
  const text = due ?? term;
  const read = text === undefined ? undefined : when(text);
  return read?.ok ? read.value.latest : undefined;
};

const itemOf = (scene: Scene, fluent: string): PlanItem | undefined => {
  const span = spanOf(scene, fluent);
  if (span === undefined || span.possible.every((value) => value === "none")) return undefined;
  const acts = actsAbout(scene, fluent);
  const own = ofKind(acts, ...ownKinds);
  const said = (field: string): string | undefined => {
    for (const version of own.toReversed()) {
      const text = textIn(version, field);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const firstOf = (kind: (typeof ownKinds)[number]): string | undefined => {
    const [version] = ofKind(own, kind) as readonly (Version | undefined)[];
    return version === undefined ? undefined : onOf(version);
  };
  const [due, term] = [said("due"), said("term")];
  const last = lastDay(due, term);
  const worth = worthOf(scene, fluent, span);
  const isOpen = open.includes(worth.value);
  const {
    value: state,
    acts: _,
    ...rest
  } = isOpen && last !== undefined ? unknownAfter(worth, last, scene.on) : worth;
  return {
    id: fluent.slice("plan/".length),
    address: fluent,
    state,
    ...rest,
    ...some("announcedOn", firstOf("plan.announced")),
    ...some("adoptedOn", firstOf("plan.adopted")),
    ...some("deliveredOn", firstOf("plan.delivered")),
    ...some("droppedOn", firstOf("plan.dropped")),
    ...some("due", due),
    ...some("term", term),
    ...(isOpen && last === undefined && { undated: true as const }),
    ...(isOpen && some("reportedUntil", reportedUntil(scene, acts))),
    ...some("body", said("body")),
    ...some("session", said("session")),
    reports: notesOf(ofKind(acts, "plan.reported")),
    stated: statedOf(scene, fluent),
    ...behind(scene, acts),
  };
};

const gaps = ({ undated, state }: PlanItem): readonly UnknownWhat[] => [
  ...(undated ? ["day" as const] : []),
  ...(state === "unknown" ? ["fate" as const] : []),
  ...(state === "uncertain" ? ["since" as const] : []),
];

export const plans = (scene: Scene): Result<ListAnswer<PlanItem>, Refused> => {
  const { state } = scene.texts;
  if (state !== undefined && !planStates.some((one) => one === state)) {
    return refuse(bad("state", "query.word", state.slice(0, 80), planStates.join(", ")));
  }
  const items = scene.record
    .fluentsOf("plan/")
    .toSorted()
    .flatMap((fluent) => itemOf(scene, fluent) ?? [])
    .filter((item) => state === undefined || item.state === state);
  return listAnswer(scene, items, gaps);
};
