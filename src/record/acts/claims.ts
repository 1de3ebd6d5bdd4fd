/**
 * The claims of an asserted act, checked against its kind and against each other.
 *
 * Law: S-6: which claim is preferred, which must say how it differs, when a ground is owed.
 */

import { type AssertedAct, type Claim, type Fields, noClaim } from "#ledger";
import { contradictions } from "./counts.ts";
import type { Kind } from "./kind.ts";
import { nameProblems } from "./names.ts";
import { choices, judged, type Problem, pointer, problem, under } from "./problem.ts";
import type { Known } from "./refs.ts";

/** What is said, under the kind's schema; what it names is looked up only once that holds. */
export const saysProblems = (says: Fields, kind: Kind, known: Known): readonly Problem[] => {
  const slips = judged(kind.says, says);
  return slips.length > 0 ? slips : [...nameProblems(says, known), ...contradictions(says)];
};

const oneClaim = (claim: Claim, kind: Kind, known: Known): readonly Problem[] => {
  const found = [...under("/says", saysProblems(claim.says, kind, known))];
  if (claim.id === noClaim) found.push(problem("/id", "claim.reserved", claim.id, "a, b, c, …"));
  if (Object.keys(claim.says).length === 0) {
    found.push(problem("/says", "claim.silent", claim.says, "{ occurredOn, … }"));
  }
  if (!known.sources.has(claim.source)) {
    found.push(problem("/source", "ref.source", claim.source, "sources.yaml"));
  }
  claim.rests?.forEach((id, i) => {
    if (!known.acts.has(id)) found.push(problem(`/rests/${i}`, "ref.act", id, "id of an act"));
  });
  return found;
};

/** The claims that are preferred for something, or what is wrong with the preference. */
const preferences = (act: AssertedAct): readonly (string | Problem)[] => {
  const ids = act.claims.map(({ id }) => id);
  if (act.preferred === "") {
    return [problem("/preferred", "claim.preferred-missing", undefined, choices(ids))];
  }
  if (act.preferred === noClaim) return [];
  if (typeof act.preferred === "string") {
    if (ids.includes(act.preferred)) return [act.preferred];
    return [problem("/preferred", "claim.unknown", act.preferred, choices(ids))];
  }
  const problems: Problem[] = [];
  for (const [field, id] of Object.entries(act.preferred)) {
    const claim = act.claims.find((one) => one.id === id);
    const at = pointer("preferred", field);
    const saying = act.claims.filter(({ says }) => Object.hasOwn(says, field));
    if (claim === undefined) problems.push(problem(at, "claim.unknown", id, choices(ids)));
    else if (!saying.includes(claim)) {
      problems.push(problem(at, "claim.says-not", id, choices(saying.map((one) => one.id))));
    }
  }
  return problems.length > 0 ? problems : Object.values(act.preferred);
};

const isProblem = (value: string | Problem): value is Problem => typeof value !== "string";

const differences = (
  act: AssertedAct,
  kind: Kind,
  preferred: readonly string[],
): readonly Problem[] =>
  act.claims.flatMap(({ id, differs }, place) => {
    const at = pointer("claims", place);
    if (differs === undefined && !preferred.includes(id)) {
      const words = "error | imprecise | contested | superseded | unverified | note";
      return [problem(`${at}/differs`, "claim.differs-missing", undefined, words)];
    }
    // Whether such an act was is contested; only what it sets by itself can be told both ways.
    if (differs === "contested" && act.preferred === noClaim && kind.sets === undefined) {
      const words = "error | imprecise | superseded | unverified | note";
      return [problem(`${at}/differs`, "claim.contests-nothing", differs, words)];
    }
    if (differs === undefined || act.preferred !== id) return [];
    return [problem(`${at}/differs`, "claim.differs-preferred", differs, "")];
  });

const duplicates = ({ claims }: AssertedAct): readonly Problem[] =>
  claims.flatMap(({ id }, place) =>
    claims.findIndex((one) => one.id === id) < place
      ? [problem(pointer("claims", place, "id"), "id.duplicate", id, "a, b, c, …")]
      : [],
  );

/** Fields without which the act says nothing, and which no claim holds. */
const silences = ({ claims }: AssertedAct, { needed }: Kind): readonly Problem[] =>
  needed
    .filter((field) => !claims.some(({ says }) => Object.hasOwn(says, field)))
    .map((field) =>
      problem(pointer("claims", 0, "says", field), "schema.missing", undefined, needed.join(", ")),
    );

/** All problems of the claims; pointers begin at the act. */
export const claimProblems = (act: AssertedAct, kind: Kind, known: Known): readonly Problem[] => {
  const each = act.claims.flatMap((claim, place) =>
    under(pointer("claims", place), oneClaim(claim, kind, known)),
  );
  const preferred = preferences(act);
  const chosen = preferred.filter((one) => typeof one === "string");
  const troubles = preferred.filter(isProblem);
  const twice = duplicates(act);
  const differ =
    troubles.length > 0 ? troubles : twice.length > 0 ? [] : differences(act, kind, chosen);
  const weighed = act.claims.length > 1 || act.preferred === noClaim;
  const owed = weighed && act.ground === undefined;
  const ground = owed
    ? [problem("/ground", "claim.ground-missing", undefined, "{ rule, en, ru }")]
    : [];
  return [...each, ...silences(act, kind), ...twice, ...differ, ...ground];
};
