/**
 * Norms that decide nothing by themselves, but belong to the trace: what a thing counts as, and
 * which norm yields.
 */

import type { Day } from "#base";
import type { Priority, Qualifies } from "#charter";
import type { Bench } from "./bench.ts";
import type { Thing } from "./env.ts";
import type { Compiled } from "./law.ts";
import { lifeOf } from "./life.ts";
import { envOf, found } from "./run.ts";
import { type NormStep, stepOf } from "./step.ts";
import { and, resultOf, type Truth } from "./truth.ts";

const isQualifying = (one: Compiled): one is Compiled<Qualifies> => one.norm.kind === "qualifies";
const isPriority = (one: Compiled): one is Compiled<Priority> => one.norm.kind === "priority";

const stepFor = (
  { record, size, run }: Bench,
  one: Compiled,
  key: string,
  names: readonly (readonly [string, Thing])[],
  day: Day,
): NormStep => {
  const test = one.tests[key];
  if (test === undefined) throw new Error(`no condition compiled: ${one.norm.id}/${key}`);
  const env = envOf(run, names);
  env.provision = one.held[0]?.provision;
  const came = found(env, test, "met");
  const life = lifeOf(record, size, one, day);
  const alive: Truth =
    life.life === "live" ? "true" : life.life === "unknown" ? "unknown" : "false";
  const truth = and(alive, came.truth);
  return stepOf(one, life, {
    truth: resultOf(truth),
    wouldHold: came.truth === "true",
    decidingNode: alive === "true" ? came.node : `${one.norm.id}/life`,
    ...(came.tree !== undefined && { tree: came.tree }),
  });
};

/** What a situation or an act counts as. */
export const qualifying = (
  bench: Bench,
  event: Qualifies["subject"]["event"],
  thing: Thing,
  day: Day,
): readonly NormStep[] =>
  bench.law.norms
    .filter(isQualifying)
    .filter(({ norm }) => norm.subject.event === event)
    .map((one) => stepFor(bench, one, "when", [[one.norm.subject.as, thing]], day));

/** Rules of priority over norms of a kind. */
export const yielding = (
  bench: Bench,
  kind: "duty" | "prohibition",
  name: string,
  thing: Thing,
  day: Day,
): readonly NormStep[] =>
  bench.law.norms
    .filter(isPriority)
    .filter(({ norm }) => bench.law.of(norm.under)?.norm.kind === kind)
    .map((one) => stepFor(bench, one, "scope", [[name, thing]], day));
