/**
 * Cross-checks of norms, predicates and findings: every norm stands in a version of a provision,
 * names what exists, cannot run in circles or without bound, and does not silently pull against
 * another one.
 */

import type { Files } from "../files.ts";
import type { Norm } from "../norm.ts";
import { bearersOf, conditionsOf, costOfNorm, costsOf, mostCost } from "./cost.ts";
import type { Ids } from "./ids.ts";
import { checkListed, type Placed, placedNorms } from "./listed.ts";
import { checkCircles, checkPredicates } from "./predicates.ts";
import {
  type Bound,
  checkCondition,
  checkDayTerm,
  checkSet,
  checkValue,
  type Law,
  placeOf,
} from "./scope.ts";
import { type Known, reference, type Slips, slip } from "./slip.ts";

/** What the conditions of this pack may name. */
export const lawFor = (files: Files, ids: Ids): Law => {
  const norms = placedNorms(files).map(({ norm }) => norm);
  const qualifying = norms.filter((norm) => norm.kind === "qualifies");
  const predicates = files.predicates.flatMap(({ value }) => value.predicates);
  return {
    ids,
    args: new Map<string, readonly string[]>([
      ...predicates.map(({ id, args }) => [id, args] as const),
      ...qualifying.map(({ id, subject }) => [id, [subject.as]] as const),
    ]),
    options: new Map(
      files.readings.flatMap(({ value }) =>
        value.axes.map(({ id, options }) => [id, options.map((one) => one.id)] as const),
      ),
    ),
    makers: new Map(
      files.predicates.flatMap(({ value }) => value.findings.map(({ kind, by }) => [kind, by])),
    ),
  };
};

export function* checkNorms(files: Files, law: Law): Slips {
  const norms = placedNorms(files);
  yield* checkListed(files, law.ids);
  for (const one of norms) yield* checkNorm(one, law);
  yield* checkPredicates(files, law);
  yield* checkCircles(files, norms);
  yield* checkCost(files, norms);
  yield* checkPairs(norms);
}

/** The names that stand before any condition of the norm binds one. */
const givenBy = (norm: Norm): Bound => {
  switch (norm.kind) {
    case "duty":
      return new Map([["s", "situation"]]);
    case "qualifies": {
      const { as, event } = norm.subject;
      return new Map([[as, event]]);
    }
    case "power":
      return new Map([
        ["act", "act"],
        ...(norm.act.as === undefined ? [] : [[norm.act.as, "act"] as const]),
      ]);
    case "priority":
      return new Map([
        ["s", "situation"],
        ["act", "act"],
      ]);
    default:
      return new Map([["act", "act"]]);
  }
};

function* checkNorm({ file, at, norm }: Placed, law: Law): Slips {
  const bound = givenBy(norm);
  const place = placeOf(file, law, bound);
  for (const [key, bearer] of bearersOf(norm)) {
    if (typeof bearer !== "object") yield* checkValue(place, `${at}/${key}`, bearer);
    else {
      yield* checkSet(place, `${at}/${key}/in`, bearer.in);
      bound.set(bearer.each, "state");
      if (bearer.where === undefined) continue;
      yield* checkCondition(place, `${at}/${key}/where`, bearer.where);
    }
  }
  for (const [key, node] of conditionsOf(norm)) yield* checkCondition(place, `${at}/${key}`, node);
  yield* checkReferences({ file, at, norm }, law);
  if (norm.kind === "duty" || norm.kind === "prohibition") {
    const { owedTo } = norm;
    if (typeof owedTo === "object") yield* checkSet(place, `${at}/owedTo`, owedTo);
    else yield* checkValue(place, `${at}/owedTo`, owedTo);
  }
  if (norm.kind === "duty") {
    yield* checkDayTerm(place, `${at}/due/from`, norm.due.from);
    if (norm.due.until !== undefined) yield* checkDayTerm(place, `${at}/due/until`, norm.due.until);
    if (norm.do.before !== undefined) yield* checkDayTerm(place, `${at}/do/before`, norm.do.before);
    yield* checkValue(place, `${at}/do/to`, norm.do.to);
    yield* oneOf(file, `${at}/do`, norm.do, ["anyOf", "allOf"]);
    yield* oneOf(file, `${at}/due`, norm.due, ["within", "until"]);
  }
  yield* checkDays({ file, at, norm });
}

/** Exactly one of two keys stands. */
export function* oneOf(
  file: string,
  at: string,
  of: object,
  keys: readonly [string, string],
): Slips {
  const there = keys.filter((key) => Object.hasOwn(of, key));
  if (there.length === 1) return;
  yield slip(file, at, "pack.one-of", there.join(", "), keys.join(" | "));
}

function* checkReferences({ file, at, norm }: Placed, { ids }: Law): Slips {
  const of = (key: string, id: string, known: Known) => reference(file, `${at}/${key}`, id, known);
  switch (norm.kind) {
    case "power":
      yield* of("act/deed", norm.act.deed, ids.deeds);
      if (norm.procedure !== undefined) yield* of("procedure", norm.procedure, ids.procedures);
      break;
    case "duty":
      for (const key of ["anyOf", "allOf"] as const) {
        for (const [index, deed] of (norm.do[key] ?? []).entries()) {
          yield* of(`do/${key}/${index}`, deed, ids.deeds);
        }
      }
      break;
    case "prohibition":
    case "permission":
    case "immunity":
      for (const [index, deed] of norm.act.oneOf.entries()) {
        yield* of(`act/oneOf/${index}`, deed, ids.deeds);
      }
      if (norm.kind === "permission") yield* of("against", norm.against, ids.prohibitions);
      break;
    case "priority":
      yield* of("over", norm.over, ids.norms);
      yield* of("under", norm.under, ids.norms);
      if (norm.over === norm.under) {
        yield slip(file, `${at}/under`, "ref.self", norm.under, `!= ${norm.over}`);
      }
      break;
    case "accounts":
      yield* of("body", norm.body, ids.bodies);
      yield* of("to", norm.to, ids.bodies);
      break;
    case "qualifies":
      break;
  }
  for (const [index, one] of (norm.acknowledges ?? []).entries()) {
    yield* of(`acknowledges/${index}/norm`, one.norm, ids.norms);
  }
}

const isDate = /^\d{4}-\d{2}-\d{2}$/;

/** A day written in a norm decides what an act in the ledger should; without a source it may not. */
function* checkDays({ file, at, norm }: Placed): Slips {
  if (norm.source !== undefined) return;
  for (const [pointer, text] of textsIn(norm, at)) {
    if (isDate.test(text)) yield slip(file, pointer, "norm.day-unsourced", text, "source: …");
  }
}

function* textsIn(value: unknown, at: string): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [at, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, `${at}/${key}`);
}

function* checkCost(files: Files, norms: readonly Placed[]): Slips {
  const states = files.parties.reduce((n, { value }) => n + value.states.length, 0);
  const predicates = files.predicates.flatMap(({ value }) => value.predicates);
  const costs = costsOf(
    states,
    predicates,
    norms.map(({ norm }) => norm),
  );
  let total = 0;
  for (const { file, at, norm } of norms) {
    const cost = costOfNorm(costs, norm);
    if (!Number.isFinite(cost)) continue; // A circle, told already.
    total += cost;
    if (total <= mostCost) continue;
    yield slip(file, `${at}/id`, "norm.cost", total, `<= ${mostCost}`);
    return;
  }
}

/** A duty to do what another norm forbids needs a rule of priority, or a reason why there is none. */
function* checkPairs(norms: readonly Placed[]): Slips {
  const settled = new Set(
    norms.flatMap(({ norm }) => {
      const open = (norm.acknowledges ?? []).map((one) => `${norm.id} ${one.norm}`);
      return norm.kind === "priority" ? [`${norm.over} ${norm.under}`, ...open] : open;
    }),
  );
  for (const { file, at, norm: duty } of norms) {
    if (duty.kind !== "duty") continue;
    const owed = new Set([...(duty.do.anyOf ?? []), ...(duty.do.allOf ?? [])]);
    for (const { norm: other } of norms) {
      if (other.kind !== "prohibition" || !other.act.oneOf.some((deed) => owed.has(deed))) continue;
      const isSettled = [`${duty.id} ${other.id}`, `${other.id} ${duty.id}`].some((pair) =>
        settled.has(pair),
      );
      if (isSettled) continue;
      const accepted = "{ kind: priority, over, under } | acknowledges: [ { norm, reason } ]";
      yield slip(file, `${at}/id`, "norm.conflict-open", `${duty.id} / ${other.id}`, accepted);
    }
  }
}
