/**
 * The special forms a procedure knows beside its ordinary one: whether each exists on the day, and
 * what would come of the sitting under it.
 *
 * Law: S-15, S-48: limited format is a form, no reading; it stands here even before the day on which
 * it exists, with the clause.
 */

import { type Day, isoOf } from "#base";
import type { Form, Outcome } from "#charter";
import type { Bench } from "../norms/bench.ts";
import type { Missing } from "../norms/facts.ts";
import { envOf, found } from "../norms/run.ts";
import { unique } from "../norms/unique.ts";
import { dayText } from "../question.ts";
import type { Chooser } from "./choice.ts";
import { castsOf, decide, ruleNode, ruleOf } from "./decide.ts";
import type { Electorate } from "./electorate.ts";
import { type Cast, type Decided, shown } from "./shown.ts";
import { silence } from "./silence.ts";
import type { Sitting } from "./sitting.ts";
import { tallyOf } from "./tally.ts";

export type FormShown = {
  readonly form: string;
  readonly available: boolean;
  readonly because: string;
  readonly outcome?: Outcome;
  readonly binds?: readonly string[];
};

/** The clause and the version by which a form exists, and since when. */
const availability = ({ record, size }: Bench, form: Form, day: Day) => {
  const { inForce } = form.from;
  const [clause = ""] = form.authority;
  const versions = record.pack.provisions.get(clause)?.versions ?? [];
  const n = versions.find(({ from }) => from.inForce === inForce)?.n;
  const name = n === undefined ? clause : `${clause} version ${n}`;
  const available = record.on(`in-force/${inForce}`, day, size)?.value === "in-force";
  const begins = record
    .spans(`in-force/${inForce}`, size)
    .find(({ span }) => span.value === "in-force");
  const since = begins === undefined ? "not in force" : `in force from ${dayText(begins.from)}`;
  return { available, because: `${name}, ${since}` };
};

/** Under every form the procedure knows, the ordinary one left out. */
export const formsOf = (
  bench: Bench,
  chooser: Chooser,
  electorate: Electorate,
  sitting: Sitting,
): readonly FormShown[] =>
  chooser.procedure.forms.map((form) => {
    const { available, because } = availability(bench, form, sitting.day);
    const base = { form: form.id, available, because };
    const decided = available ? decideUnder(bench, chooser, form, electorate, sitting) : undefined;
    if (decided === undefined) return base;
    const { outcome, binds } = decided;
    return { ...base, outcome, ...(outcome === "adopted" && { binds }) };
  });

/** The outcome under one form; undefined where the sitting tells too little to ask. */
export const decideUnder = (
  bench: Bench,
  chooser: Chooser,
  form: Form,
  electorate: Electorate,
  sitting: Sitting,
): Decided | undefined => {
  if (form.kind === "silence") {
    if (sitting.deadline === undefined) return undefined;
    return silence(chooser, form, electorate, sitting, sitting.deadline);
  }
  if (form.kind !== "participants") return decide(chooser, electorate, sitting);
  const needs = needsOf(bench, chooser, form, sitting);
  const casts = castsOf(chooser, sitting, electorate).filter(takesPart);
  const rule = ruleOf(chooser);
  if (rule === undefined) return decide(chooser, electorate, sitting);
  const tally = tallyOf(rule, casts);
  const node = ruleNode(chooser.procedure, rule);
  const outcome = outcomeOf(needs.truth, tally.carried);
  const isAdopted = outcome === "adopted";
  const open = casts.filter(({ effect }) => effect === "unknown");
  return {
    outcome,
    ...(isAdopted && { adoptedOn: isoOf(sitting.day) }),
    ...shown(tally),
    missing: isAdopted ? [] : unique([...needs.missing, ...open.flatMap((one) => one.missing)]),
    blockedBy: isAdopted
      ? []
      : casts.filter(({ effect }) => effect === "blocks").map(({ state }) => state),
    binds: isAdopted ? casts.map(({ state }) => state) : [],
    bindsUnknown: [],
    laterExpressions: [],
    exclusions: electorate.excluded,
    decidingNode: needs.truth === "true" ? node : needs.node,
  };
};

const takesPart = ({ position }: Cast): boolean =>
  position !== "absent" && position !== "not-participating";

const outcomeOf = (needs: "true" | "false" | "unknown", carried: string): Outcome => {
  if (needs === "false" || carried === "not-carried" || carried === "open") return "not-adopted";
  return needs === "unknown" || carried === "unknown" ? "undetermined" : "adopted";
};

const needsOf = (
  { law, run }: Bench,
  { procedure }: Chooser,
  { id, needs }: Form,
  { proposal }: Sitting,
): {
  readonly truth: "true" | "false" | "unknown";
  readonly node: string;
  readonly missing: readonly Missing[];
} => {
  if (needs === undefined) return { truth: "true", node: "", missing: [] };
  const env = envOf(run, [["proposal", proposal]]);
  env.provision = procedure.authority[0];
  return found(env, law.condition(needs, `${procedure.id}/forms/${id}/needs`), "adopted");
};
