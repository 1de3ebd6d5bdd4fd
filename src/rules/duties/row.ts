/**
 * What became of one duty: due, discharged, overdue, breached, or nobody can say.
 *
 * In:   the duty's norm, an environment in which its trigger has been run.
 * Out:  its day, its state, and what is missing to say more.
 * Law:  S-1 (states), S-19 (no breach rests on the mere absence of a record), conformance 40: a day
 *       without a number, "immediately", is broken only once an authority has judged so.
 */

import { isoOf, plus } from "#base";
import type { Duty } from "#charter";
import type { Window } from "#record";
import { judgement } from "../norms/acts.ts";
import type { Env } from "../norms/env.ts";
import type { Missing } from "../norms/facts.ts";
import type { Compiled } from "../norms/law.ts";
import { found } from "../norms/run.ts";
import type { Truth } from "../norms/truth.ts";
import { dayReader } from "../norms/values.ts";
import { windowText } from "../question.ts";

export type DutyState = "due" | "discharged" | "overdue" | "breached" | "undetermined";

export type Became = {
  readonly due?: string;
  readonly note?: string;
  readonly state: DutyState;
  readonly elapsed?: number; // Days since it fell due.
  readonly missing: readonly Missing[];
  readonly node?: string;
};

/** The last day on which the duty can be done in time. */
const dueWindow = (env: Env, { due }: Duty): Window | undefined => {
  const from = dayReader(due.from)(env);
  if (due.until !== undefined) return dayReader(due.until)(env);
  if (from === undefined || due.within === "P0D" || due.within === undefined) return from;
  return { earliest: plus(from.earliest, due.within), latest: plus(from.latest, due.within) };
};

const hasPassed = ({ earliest, latest }: Window, on: number): Truth => {
  if (on > latest) return "true";
  return on <= earliest ? "false" : "unknown";
};

export const becameOf = (env: Env, { norm, tests }: Compiled<Duty>): Became => {
  const { dischargedBy } = tests;
  if (dischargedBy === undefined) throw new Error(`no discharge compiled: ${norm.id}`);
  const window = dueWindow(env, norm);
  const note = norm.due.note === undefined ? {} : { note: norm.due.note };
  const due = window === undefined ? {} : { due: windowText(window.earliest, window.latest) };
  const done = found(env, dischargedBy, "discharged");
  const base = { ...due, ...note };
  if (done.truth === "true") return { ...base, state: "discharged", missing: [], node: done.node };
  if (window === undefined) {
    const record = { record: "notice.received", span: isoOf(env.facts.on), wouldMake: "due" };
    return { ...base, state: "undetermined", missing: [...done.missing, record] };
  }
  const { on } = env.facts;
  const passed = hasPassed(window, on);
  const elapsed = on > window.latest ? { elapsed: on - window.latest } : {};
  const late = norm.continuing ? "overdue" : "breached";
  if (passed === "false") return { ...base, state: "due", missing: [], node: done.node };
  const told = { ...base, ...elapsed };
  if (passed === "unknown" || done.truth === "unknown") {
    return { ...told, state: "undetermined", missing: done.missing, node: done.node };
  }
  if (norm.due.grace === undefined) return { ...told, state: late, missing: [], node: done.node };
  const judged = found(env, judgement(`${norm.id}/grace`, norm.id), late);
  if (judged.truth === "true") return { ...told, state: late, missing: [], node: judged.node };
  if (judged.truth === "false") return { ...told, state: "due", missing: [], node: judged.node };
  return { ...told, state: "undetermined", missing: judged.missing, node: judged.node };
};
