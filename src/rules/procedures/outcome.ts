/**
 * What came of the decisions that norms ask about, each judged by its own body's procedure.
 *
 * In:   a bench.
 * Out:  the bench, on which the leaf `outcome` gets its answer: in the same reading, with what was
 *       known by the day asked about.
 * Law:  S-15, S-19: where positions, body or procedure are not told, the outcome is undetermined.
 */

import type { Outcome } from "#charter";
import type { Bench } from "../norms/bench.ts";
import type { Deed } from "../norms/facts.ts";
import type { Run } from "../norms/run.ts";
import { procedureOf } from "./electorate.ts";
import { judgeSitting } from "./judge.ts";
import { sittingOf } from "./recorded.ts";

/** The body that decides: named by the act, else whoever put the decision. */
export const bodyOf = ({ fields, by = [] }: Deed): string | undefined => {
  const { body } = fields;
  if (typeof body === "string") return body;
  return by.find((one) => !isState.test(one))?.replace(/^body\//, "");
};

const isState = /^[A-Z]{3}$/;

export const withOutcomes = (bench: Bench): Bench => {
  const { facts } = bench.run;
  const known = new Map<string, Outcome | undefined>();
  const outcomeOf = (id: string): Outcome | undefined => {
    if (known.has(id)) return known.get(id);
    known.set(id, undefined); // A decision that hangs on its own outcome has none.
    const decision = facts.act(id);
    if (decision === undefined || !decision.deeds.includes("put-decision")) return undefined;
    const procedure = procedureOf(bench.record.pack, bodyOf(decision));
    if (procedure === undefined) return undefined;
    const { outcome } = judgeSitting(whole, procedure, sittingOf(facts, decision, facts.on));
    known.set(id, outcome);
    return outcome;
  };
  const run: Run = { ...bench.run, outcomeOf };
  const whole: Bench = { ...bench, run };
  return whole;
};
