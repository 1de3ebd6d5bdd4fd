/**
 * Cross-checks of cases: their ids, what they name, and that each norm has the cases it needs.
 *
 * A norm that tests something needs a case in which it is met and one in which it is not; one that
 * rests on a finding, a judgement or an act needs a case in which that is missing too. What a case
 * comes to is not looked at here: the room `rules` runs it.
 */

import type { Files } from "../files.ts";
import type { Norm } from "../norm.ts";
import { conditionsOf } from "./cost.ts";
import { placedNorms } from "./listed.ts";
import type { Law } from "./scope.ts";
import { reference, type Slips, slip, unique } from "./slip.ts";

export function* checkCases(files: Files, { ids }: Law): Slips {
  const shown = new Set<string>();
  const owner = new Map<string, string>();
  for (const { file, value } of files.cases) {
    const all = value.cases.map(({ id }, index) => [`/cases/${index}/id`, id] as const);
    yield* unique(file, all);
    for (const [at, id] of all) {
      const before = owner.get(id) ?? file;
      if (before !== file) yield slip(file, at, "id.duplicate", id, `${id} (1): ${before}`);
      owner.set(id, before);
    }
    for (const [index, { shows, ask }] of value.cases.entries()) {
      const at = `/cases/${index}`;
      for (const [place, { norm, result }] of shows.entries()) {
        yield* reference(file, `${at}/shows/${place}/norm`, norm, ids.norms);
        shown.add(`${norm} ${result}`);
      }
      if (!("decide" in ask)) continue;
      yield* reference(file, `${at}/ask/decide/body`, ask.decide.body, ids.bodies);
    }
  }
  if (files.unsound.has("cases")) return;
  for (const { file, at, norm } of placedNorms(files)) {
    const lacking = needed(norm).filter((result) => !shown.has(`${norm.id} ${result}`));
    if (lacking.length === 0) continue;
    const accepted = lacking.map((result) => `{ norm: ${norm.id}, result: ${result} }`).join(", ");
    yield slip(file, `${at}/id`, "norm.case-missing", norm.id, accepted);
  }
}

/** The results that the cases of a norm must show. */
const needed = (norm: Norm): readonly string[] => {
  const conditions = conditionsOf(norm);
  if (conditions.length === 0 || norm.retired) return [];
  return [
    "met",
    "not-met",
    ...(conditions.some(([, node]) => isOpen(node)) ? ["undetermined"] : []),
  ];
};

const openLeaves = ["finding", "judgement", "act", "is"];

const isOpen = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([key, inner]) => openLeaves.includes(key) || isOpen(inner));
