/**
 * The register of decisions put by a day: on which basis, who took which position, what came after.
 *
 * What a decision is worth is not said here: `check` says it, under each reading.
 */

import { always, never, type Result, refuse, some } from "#base";
import { positionWord, type Version } from "#record";
import { readSpan } from "./diff.ts";
import { behind, fieldOf, nameIn, ofKind, onOf, textIn } from "./items.ts";
import { listAnswer } from "./list.ts";
import type { DecisionItem, ListAnswer, UnknownWhat } from "./list-answers.ts";
import { aboutActs, basisOf, notesOf } from "./notes.ts";
import { type Refused, unknown } from "./params.ts";
import { inTime, type Scene } from "./question.ts";

const later = ["consent.expressed-later", "position.taken", "objection.raised"] as const;

const positionsOf = (version: Version): { readonly [state: string]: string } => {
  const positions = fieldOf(version, "positions");
  if (typeof positions !== "object" || positions === null) return {};
  return Object.fromEntries(
    Object.entries(positions).map(([state, position]) => [state, positionWord(position) ?? ""]),
  );
};

const itemOf = (scene: Scene, version: Version): DecisionItem => {
  const naming = aboutActs(scene, [version]);
  const documents = fieldOf(version, "documents");
  const { id, about = [] } = version.act;
  return {
    id,
    address: `act/${id}`,
    on: onOf(version),
    ...some("body", textIn(version, "body")),
    ...some("form", textIn(version, "form")),
    ...some("reported", textIn(version, "reported")),
    ...some("number", textIn(version, "number")),
    ...some("title", nameIn(fieldOf(version, "title"))),
    ...some("place", nameIn(fieldOf(version, "place"))),
    ...some("session", textIn(version, "session")),
    ...(typeof documents === "number" && { documents }),
    about,
    basis: basisOf(scene, [version]),
    positions: positionsOf(version),
    ...some("tally", fieldOf(version, "tally")),
    later: notesOf(ofKind(naming, ...later)),
    ...behind(scene, [version, ...naming]),
  };
};

const gaps = ({ positions, tally, basis }: DecisionItem): readonly UnknownWhat[] => [
  ...(Object.keys(positions).length === 0 && tally === undefined ? ["positions" as const] : []),
  ...(basis.length === 0 ? ["basis" as const] : []),
];

export const decisions = (scene: Scene): Result<ListAnswer<DecisionItem>, Refused> => {
  const { texts, record, size, on, world } = scene;
  const body = texts["body"]?.replace(/^body\//, "");
  if (body !== undefined && !world.pack.bodies.has(body)) {
    const accepted = [...world.pack.bodies.keys()].join(", ");
    return refuse(unknown("body", "query.no-such-body", body.slice(0, 80), accepted));
  }
  const span = readSpan(texts["from"], texts["to"]);
  if (!span.ok) return span;
  const { from = always, to = never } = span.value;
  const items = inTime(ofKind(record.acts(size), "decision.put"))
    .filter(({ reading: { window } }) => window.earliest <= Math.min(on, to))
    .filter(({ reading: { window } }) => window.latest >= from)
    .filter((version) => body === undefined || textIn(version, "body") === body)
    .map((version) => itemOf(scene, version));
  return listAnswer(scene, items, gaps);
};
