/**
 * Dealings with others by a day: standing, dialogue, agreements, appeals and what became of them.
 *
 * An appeal without a recorded answer is `none-reported`: nobody tells of one, which is not the same
 * as that there was none (S-19). Sources that say there was none are named.
 */

import { type Result, refuse, some } from "#base";
import type { Version } from "#record";
import {
  actsAbout,
  behind,
  fieldOf,
  idsOf,
  ofKind,
  onOf,
  sourcesOf,
  spanOf,
  statedOf,
  worthOf,
} from "./items.ts";
import { listAnswer } from "./list.ts";
import type { AppealRow, ListAnswer, RelationItem, UnknownWhat, Worth } from "./list-answers.ts";
import { aboutActs, notesOf } from "./notes.ts";
import { type Refused, unknown } from "./params.ts";
import { inTime, type Scene } from "./question.ts";

const told = (scene: Scene, fluent: string): Worth | undefined => {
  const span = spanOf(scene, fluent);
  if (span === undefined || span.possible.every((value) => value === "none")) return undefined;
  return worthOf(scene, fluent, span);
};

const saysNoAnswer = (version: Version): boolean => fieldOf(version, "property") === "no-answer";

const appealOf = (
  scene: Scene,
  relation: string,
  version: Version,
  silences: readonly Version[],
): AppealRow => {
  const naming = aboutActs(scene, [version]);
  const answers = ofKind(naming, "appeal.answered");
  const none = [...naming, ...silences].filter(saysNoAnswer);
  const { act } = version;
  return {
    act: act.id,
    on: onOf(version),
    to: act.addressees ?? [`org/${relation}`],
    answer: answers.length > 0 ? "answered" : "none-reported",
    ...some("answeredBy", idsOf(inTime(answers))),
    reportedBy: sourcesOf(scene, answers.length > 0 ? answers : none),
  };
};

const itemOf = (scene: Scene, id: string): RelationItem | undefined => {
  const address = `relation/${id}`;
  const acts = actsAbout(scene, address);
  if (acts.length === 0) return undefined;
  const appeals = ofKind(acts, "appeal.made");
  const silences = acts.filter(saysNoAnswer);
  const beside = aboutActs(scene, appeals);
  return {
    id,
    address,
    ...some("standing", told(scene, `standing/${id}`)),
    ...some("dialogue", told(scene, `dialogue/${id}`)),
    agreements: notesOf(ofKind(acts, "agreement.concluded")),
    appeals: appeals.map((version) => appealOf(scene, id, version, silences)),
    votes: notesOf(ofKind(acts, "vote.held")),
    statements: notesOf(ofKind(acts, "statement.made")),
    stated: statedOf(scene, address),
    ...behind(scene, [...acts, ...beside]),
  };
};

/** Whom the acts of the record deal with, in the order of their ids. */
const partners = ({ record }: Scene): readonly string[] =>
  record
    .addresses("relation/")
    .map((address) => address.slice("relation/".length))
    .toSorted();

const gaps = ({ appeals }: RelationItem): readonly UnknownWhat[] =>
  appeals.some(({ answer }) => answer === "none-reported") ? ["answer"] : [];

export const relations = (scene: Scene): Result<ListAnswer<RelationItem>, Refused> => {
  const wanted = scene.texts["with"]?.replace(/^(?:org|relation)\//, "");
  const all = partners(scene);
  if (wanted !== undefined && !all.includes(wanted)) {
    return refuse(unknown("with", "query.no-such-relation", wanted.slice(0, 80), all.join(", ")));
  }
  const items = all
    .filter((id) => wanted === undefined || id === wanted)
    .flatMap((id) => itemOf(scene, id) ?? []);
  return listAnswer(scene, items, gaps);
};
