/**
 * What came of a decision in its ordinary form, under one reading.
 *
 * In:   a procedure, the electorate of the day, a sitting.
 * Out:  the outcome with base, needed, reached, who blocks, who is bound, and what is missing.
 * Law:  S-16, S-17, S-18, S-42, S-48; docs/explanation/deciding.md.
 */

import { type Day, isoOf, plus } from "#base";
import type { Effect, Procedure } from "#charter";
import type { Missing } from "../norms/facts.ts";
import { unique } from "../norms/unique.ts";
import { type Chooser, chosen, openKnob } from "./choice.ts";
import type { Electorate } from "./electorate.ts";
import { leastOf, threshold } from "./exact.ts";
import {
  blockers,
  bound,
  type Cast,
  type Decided,
  laterShown,
  type Settled,
  shown,
} from "./shown.ts";
import type { Later, Sitting, Stand } from "./sitting.ts";
import { type Rule, tallyOf } from "./tally.ts";

const standOf = ({ stands, others }: Sitting, state: string): Stand =>
  stands.get(state) ?? { position: others };

/** The effect of a member's position. */
const castOf = (chooser: Chooser, sitting: Sitting, state: string): Cast => {
  const { procedure } = chooser;
  const { position, statement } = standOf(sitting, state);
  if (position === "unknown") {
    const record = `position.taken/${state}`;
    const missing = { record, span: isoOf(sitting.day), wouldMake: "counted" };
    const node = `${procedure.id}/positions`;
    return { state, effect: "unknown", isPresent: "unknown", position, missing: [missing], node };
  }
  const isReserved = position === "for" && statement !== undefined;
  const [effect, path] = isReserved
    ? reserved(chooser)
    : ([
        chosen(chooser, procedure.positions[position], position),
        `positions/${position}`,
      ] as const);
  return {
    state,
    effect,
    isPresent: position !== "absent",
    position,
    missing: effect === "unknown" ? [openKnob(chooser, path)] : [],
    node: `${procedure.id}/${path}`,
  };
};

/** A position `for` with a statement of its own. */
const reserved = (chooser: Chooser): readonly [Effect | "unknown", string] => {
  const { procedure } = chooser;
  const word = chosen(chooser, procedure.reservation, "reservation");
  if (word === "reopens") return ["open", "reservation"];
  if (word === "unknown") return ["unknown", "reservation"];
  return [chosen(chooser, procedure.positions.for, "for"), "positions/for"];
};

export const castsOf = (
  chooser: Chooser,
  sitting: Sitting,
  electorate: Electorate,
): readonly Cast[] =>
  electorate.members.map(({ state, isSure, missing }) => {
    const cast = castOf(chooser, sitting, state);
    if (isSure) return cast;
    return { ...cast, effect: "unknown", missing: [...cast.missing, ...missing] };
  });

export const ruleOf = (chooser: Chooser): Rule | undefined => {
  const { rule } = chooser.procedure;
  if (rule.kind !== "consensus") return rule;
  const test = chosen(chooser, rule.test, "test");
  return test === "unknown" ? undefined : { kind: "consensus", test };
};

export const ruleNode = ({ id }: Procedure, rule: Rule): string =>
  `${id}/rule/${rule.kind === "consensus" ? rule.test : rule.kind}`;

export const decide = (chooser: Chooser, electorate: Electorate, sitting: Sitting): Decided => {
  const { procedure } = chooser;
  const casts = castsOf(chooser, sitting, electorate);
  const chosenRule = ruleOf(chooser);
  const rule: Rule = chosenRule ?? { kind: "consensus", test: "counts-for" };
  const tally = tallyOf(rule, casts);
  const later = inTime(sitting.later, sitting.on).filter(({ state }) =>
    casts.some((cast) => cast.state === state),
  );
  const settled =
    chosenRule === undefined
      ? undetermined(`${procedure.id}/rule`, [openKnob(chooser, "rule/test")])
      : withPartial(chooser, casts, settle(chooser, rule, casts, sitting, later));
  return {
    outcome: settled.outcome,
    ...(settled.adoptedOn !== undefined && { adoptedOn: isoOf(settled.adoptedOn) }),
    ...shown(tally),
    missing: unique(settled.missing),
    blockedBy: blockers(rule, casts, settled.outcome),
    ...bound(chooser, casts, later, settled),
    laterExpressions: laterShown(rule, casts, later, settled),
    exclusions: electorate.excluded,
    decidingNode: settled.node,
  };
};

const inTime = (later: readonly Later[], on: Day): readonly Later[] =>
  later
    .filter((one) => one.on <= on)
    .toSorted((a, b) => a.on - b.on || (a.state < b.state ? -1 : 1));

const undetermined = (node: string, missing: readonly Missing[]): Settled => ({
  outcome: "undetermined",
  node,
  missing,
});

const settle = (
  chooser: Chooser,
  rule: Rule,
  casts: readonly Cast[],
  sitting: Sitting,
  later: readonly Later[],
): Settled => {
  const { carried } = tallyOf(rule, casts);
  const node = ruleNode(chooser.procedure, rule);
  if (carried === "carried") return withQuorum(chooser, casts, sitting, node);
  const late = completed(chooser, rule, casts, sitting, later);
  if (late !== undefined) return late;
  if (carried === "not-carried") return { outcome: "not-adopted", node, missing: [] };
  if (carried === "open") return inWindow(chooser, sitting, node);
  const open = casts.filter(({ effect }) => effect === "unknown");
  return undetermined(
    open[0]?.node ?? node,
    open.flatMap(({ missing }) => missing),
  );
};

/** A quorum is looked at where it decides: once the rule has carried the text. */
const withQuorum = (
  { procedure, ...rest }: Chooser,
  casts: readonly Cast[],
  { day }: Sitting,
  node: string,
): Settled => {
  const adopted: Settled = { outcome: "adopted", adoptedOn: day, node, missing: [] };
  const { quorum } = procedure;
  const present = casts.filter(({ isPresent }) => isPresent === true).length;
  const maybe = casts.filter(({ isPresent }) => isPresent === "unknown");
  if (quorum.kind === "none" || present === casts.length) return adopted;
  const here = `${procedure.id}/quorum`;
  if (quorum.kind === "unknown") {
    return undetermined(here, [openKnob({ procedure, ...rest }, "quorum")]);
  }
  const least = leastOf(BigInt(casts.length), threshold(quorum.atLeast, false));
  if (BigInt(present) >= least) return adopted;
  if (BigInt(present + maybe.length) < least) {
    return { outcome: "not-adopted", node: here, missing: [] };
  }
  return undetermined(
    here,
    maybe.flatMap(({ missing }) => missing),
  );
};

/** Later expressions that complete the circle, or would if the procedure said so (S-48). */
const completed = (
  chooser: Chooser,
  rule: Rule,
  casts: readonly Cast[],
  sitting: Sitting,
  later: readonly Later[],
): Settled | undefined => {
  const { procedure } = chooser;
  let now = casts;
  for (const { state, position, on } of later) {
    if (position !== "for") continue;
    now = now.map((cast) =>
      cast.state === state ? { ...cast, effect: "counts-for", missing: [] } : cast,
    );
    if (tallyOf(rule, now).carried !== "carried") continue;
    const word = chosen(chooser, procedure.laterExpression.completes, "laterExpression");
    const node = `${procedure.id}/laterExpression/completes`;
    if (word === "unknown") {
      return undetermined(node, [openKnob(chooser, "laterExpression/completes")]);
    }
    if (word !== "completes") return undefined;
    const adoptedOn = procedure.laterExpression.adoptedOn === "sitting" ? sitting.day : on;
    return { outcome: "adopted", adoptedOn, node, missing: [] };
  }
  return undefined;
};

/** A text left open: how long it stays so, and what becomes of it then. */
const inWindow = (chooser: Chooser, { day, on }: Sitting, node: string): Settled => {
  const { procedure } = chooser;
  const { laterExpression } = procedure;
  const word = chosen(chooser, laterExpression.window, "window");
  const here = `${procedure.id}/laterExpression/window`;
  if (word === "unknown") return undetermined(here, [openKnob(chooser, "laterExpression/window")]);
  if (word === "none") return { outcome: "not-adopted", node, missing: [] };
  const { until, ifSilent } = laterExpression;
  const last = until === undefined ? undefined : plus(day, until);
  if (last === undefined || on <= last) {
    return { outcome: "open-for-expression", node: here, missing: [] };
  }
  if (ifSilent === "adopts")
    return { outcome: "adopted", adoptedOn: last, node: here, missing: [] };
  return { outcome: "lapsed", node: here, missing: [] };
};

/** A text not adopted by all may bind those who signed it, where the procedure says so. */
const withPartial = ({ procedure }: Chooser, casts: readonly Cast[], settled: Settled): Settled => {
  if (procedure.partial === undefined) return settled;
  if (settled.outcome !== "not-adopted" && settled.outcome !== "lapsed") return settled;
  if (casts.filter(({ effect }) => effect === "counts-for").length < 2) return settled;
  return { ...settled, outcome: "adopted-between-signatories", node: `${procedure.id}/partial` };
};
