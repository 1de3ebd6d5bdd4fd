/**
 * Situations by a day: who asked for what on which basis, what was decided and sent, what was said.
 */

import { type Result, some } from "#base";
import { actsAbout, behind, ofKind, spanOf, worthOf } from "./items.ts";
import { listAnswer } from "./list.ts";
import type { ListAnswer, SituationItem, UnknownWhat } from "./list-answers.ts";
import { aboutActs, basisOf, notesOf } from "./notes.ts";
import type { Refused } from "./params.ts";
import { inTime, runOf, type Scene } from "./question.ts";

const requests = ["assistance.requested", "consultation.invoked", "assistance.request-withdrawn"];
const statements = ["statement.made", "source.stated"];

const itemOf = (scene: Scene, fluent: string): SituationItem | undefined => {
  const span = spanOf(scene, fluent);
  if (span === undefined || span.possible.every((value) => value === "none")) return undefined;
  const id = fluent.slice("situation/".length);
  const own = actsAbout(scene, fluent);
  const acts = inTime([...new Set([...own, ...aboutActs(scene, own)])]);
  const asked = ofKind(acts, ...requests);
  const decided = ofKind(acts, "decision.put");
  const said = ofKind(acts, ...statements);
  const { value: state, acts: _, ...rest } = worthOf(scene, fluent, span);
  const sent = spanOf(scene, `deployment/${id}`);
  const spans = scene.record.spans(fluent, scene.size);
  const first = spans.find((one) => one.span.possible.includes("open"));
  const opened = first && runOf(spans, first.from)?.since;
  return {
    id,
    address: fluent,
    state,
    ...rest,
    ...some("opened", opened),
    ...some("closed", state === "closed" ? rest.since : undefined),
    requests: notesOf(asked),
    basis: basisOf(scene, [...asked, ...decided]),
    decisions: notesOf(decided),
    ...(sent !== undefined && {
      deployment: worthOf(scene, `deployment/${id}`, sent),
    }),
    events: notesOf(acts.filter((version) => ![...asked, ...decided, ...said].includes(version))),
    statements: notesOf(said),
    ...behind(scene, acts),
  };
};

const gaps = ({ basis, state }: SituationItem): readonly UnknownWhat[] => [
  ...(basis.length === 0 ? ["basis" as const] : []),
  ...(state === "uncertain" ? ["since" as const] : []),
];

export const situations = (scene: Scene): Result<ListAnswer<SituationItem>, Refused> => {
  const items = scene.record
    .fluentsOf("situation/")
    .flatMap((fluent) => itemOf(scene, fluent) ?? [])
    .toSorted((a, b) => ((a.opened ?? "") + a.id < (b.opened ?? "") + b.id ? -1 : 1));
  return listAnswer(scene, items, gaps);
};
