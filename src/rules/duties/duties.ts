/**
 * Who owes what to whom by when, in a situation, under one reading.
 *
 * In:   the law, the facts, a situation.
 * Out:  duties with truth and state; norms that are not engaged, each with the node that said so;
 *       what is missing; the steps of the trace.
 * Law:  S-42, S-50; S-13: a duty is judged by the law in force when its trigger took place.
 *
 * A duty that has ended by its own terms is not engaged any more. It ends only when the end is
 * shown: that nobody has found the attack over does not make a duty doubtful.
 */

import type { Day } from "#base";
import type { Duty } from "#charter";
import type { Record } from "#record";
import { qualifying, yielding } from "../norms/considered.ts";
import type { Env } from "../norms/env.ts";
import type { Deed, Missing, Situation } from "../norms/facts.ts";
import type { Compiled, Law } from "../norms/law.ts";
import { type Life, lifeOf } from "../norms/life.ts";
import { defeated } from "../norms/priority.ts";
import {
  type BearerSeat,
  bearersOf,
  bindBearer,
  envOf,
  type Found,
  found,
  instancesOf,
  namedIn,
  type Run,
} from "../norms/run.ts";
import { setReader } from "../norms/sets.ts";
import { type NormStep, stepOf } from "../norms/step.ts";
import { and, resultOf, type Truth } from "../norms/truth.ts";
import { unique } from "../norms/unique.ts";
import { plainOf, readerOf } from "../norms/values.ts";
import { withOutcomes } from "../procedures/outcome.ts";
import { type Became, becameOf, type DutyState } from "./row.ts";

export type DutyRow = {
  readonly norm: string;
  readonly provision: string;
  readonly bearer: string;
  readonly owedTo: string | readonly string[];
  readonly do: readonly string[];
  readonly due?: string;
  readonly note?: string;
  readonly truth: "met" | "undetermined";
  readonly state: DutyState;
  readonly elapsed?: number; // Days since it fell due.
};

export type NotEngaged = { readonly norm: string; readonly because: string };

export type Owed = {
  readonly duties: readonly DutyRow[];
  readonly notEngaged: readonly NotEngaged[];
  readonly missing: readonly Missing[];
  readonly steps: readonly NormStep[];
};

export type Asked = {
  readonly law: Law;
  readonly record: Record;
  readonly size: number;
  readonly situation: Situation;
};

export const owedIn = (asked: Asked, plain: Run): Owed => {
  const { situation } = asked;
  const bench = withOutcomes({ ...asked, run: plain });
  const { run } = bench;
  const all = asked.law.norms.filter(isDuty).map((duty) => owedBy(asked, run, duty));
  const beside = [
    ...qualifying(bench, "situation", situation, situation.on),
    ...yielding(bench, "duty", "s", situation, situation.on),
  ];
  return {
    duties: all.flatMap(({ duties }) => duties),
    notEngaged: all.flatMap(({ notEngaged }) => notEngaged),
    missing: unique(all.flatMap(({ missing }) => missing)),
    steps: [...beside, ...all.flatMap(({ steps }) => steps)],
  };
};

const isDuty = (one: Compiled): one is Compiled<Duty> => one.norm.kind === "duty";

const owedBy = (asked: Asked, run: Run, duty: Compiled<Duty>): Owed => {
  const { situation } = asked;
  const { norm } = duty;
  const env = envOf(run, [["s", situation]]);
  const instances = instancesOf(run.facts, namedIn(norm.trigger), situation);
  const seen: Judged[] = [];
  env.provision = duty.held[0]?.provision;
  for (const seat of bearersOf(env, duty)) {
    for (const pinned of instances) seen.push(judge(asked, env, duty, seat, pinned));
  }
  if (seen.length === 0) {
    const life = lifeOf(asked.record, asked.size, duty, situation.on);
    const node = `${norm.id}/bearer`;
    return nothing(norm.id, node, [
      stepOf(duty, life, { truth: "not-met", wouldHold: false, decidingNode: node }),
    ]);
  }
  const engaged = seen.filter(({ row }) => row !== undefined);
  const steps = seen.map(({ step }) => step);
  const [first] = seen;
  if (engaged.length === 0 && first !== undefined) return nothing(norm.id, first.because, steps);
  return {
    duties: unique(engaged.flatMap(({ row }) => row ?? [])),
    notEngaged: [],
    missing: engaged.flatMap(({ missing }) => missing),
    steps: unique(steps),
  };
};

const nothing = (norm: string, because: string, steps: readonly NormStep[]): Owed => ({
  duties: [],
  notEngaged: [{ norm, because }],
  missing: [],
  steps: unique(steps),
});

type Judged = {
  readonly row: DutyRow | undefined;
  readonly because: string; // The node that decided.
  readonly missing: readonly Missing[];
  readonly step: NormStep;
};

/** The day on which a trigger took place: that of the latest act bound, else the situation's. */
const dayOfTrigger = (pinned: ReadonlyMap<string, Deed>, { on }: Situation): Day =>
  Math.max(on, ...[...pinned.values()].map(({ occurred }) => occurred.latest));

const judge = (
  asked: Asked,
  env: Env,
  duty: Compiled<Duty>,
  seat: BearerSeat,
  pinned: ReadonlyMap<string, Deed>,
): Judged => {
  const { norm, tests } = duty;
  const { record, size, situation, law } = asked;
  bindBearer(env, duty, seat.state);
  env.pinned.clear();
  for (const [name, deed] of pinned) {
    env.pinned.set(name, deed);
    env.names.set(name, deed);
  }
  const life = lifeOf(record, size, duty, dayOfTrigger(pinned, situation));
  const { trigger, endsWhen } = tests;
  if (trigger === undefined) throw new Error(`no trigger compiled: ${norm.id}`);
  const came = found(env, trigger, "due");
  const isLive = (id: string): boolean => {
    const other = law.of(id);
    if (other === undefined) return false;
    return lifeOf(record, size, other, dayOfTrigger(pinned, situation)).life === "live";
  };
  const yielded = defeated(law, norm.id, env, isLive);
  const ended = endsWhen === undefined ? undefined : found(env, endsWhen, "ended");
  const alive = aliveOf(life);
  const whole = and(and(seat.truth, came.truth), alive);
  const wouldHold = whole === "true";
  const truth = ended?.truth === "true" ? "false" : and(whole, notDefeated(yielded.truth));
  const because = whyNot(duty, seat, came, alive, yielded.truth, ended);
  const step = stepOf(duty, life, {
    truth: resultOf(truth),
    wouldHold,
    bearer: seat.state,
    ...(yielded.truth !== "false" && yielded.by !== undefined && { defeatedBy: yielded.by }),
    decidingNode: because,
    ...(came.tree !== undefined && { tree: came.tree }),
  });
  if (truth === "false") return { row: undefined, because, missing: [], step };
  const open = truth === "unknown" ? [...seat.missing, ...came.missing, ...yielded.missing] : [];
  const became: Became =
    truth === "true"
      ? becameOf(env, duty)
      : { ...dueOnly(becameOf(env, duty)), state: "undetermined", missing: [] };
  return {
    row: rowOf(env, duty, seat.state, truth, became, step.provision),
    because,
    missing: [...open, ...became.missing],
    step,
  };
};

const dueOnly = ({ due, note }: Became) => ({
  ...(due !== undefined && { due }),
  ...(note !== undefined && { note }),
});

const notDefeated = (truth: Truth): Truth =>
  truth === "unknown" ? "unknown" : truth === "true" ? "false" : "true";

const aliveOf = ({ life }: Life): Truth =>
  life === "live" ? "true" : life === "unknown" ? "unknown" : "false";

/** The node on which the result hangs, by the order in which a lawyer asks. */
const whyNot = (
  { norm }: Compiled<Duty>,
  seat: BearerSeat,
  came: Found,
  alive: Truth,
  yielded: Truth,
  ended: Found | undefined,
): string => {
  if (alive !== "true") return `${norm.id}/life`;
  if (came.truth === "false") return came.node;
  if (ended?.truth === "true") return `${norm.id}/endsWhen`;
  if (yielded !== "false") return `${norm.id}/priority`;
  return seat.truth === "true" ? came.node : `${norm.id}/bearer`;
};

const rowOf = (
  env: Env,
  { norm }: Compiled<Duty>,
  bearer: string,
  truth: Truth,
  became: Became,
  provision: string,
): DutyRow => {
  const { due, note, state, elapsed } = became;
  return {
    norm: norm.id,
    provision,
    bearer,
    owedTo: owedTo(env, norm.owedTo, bearer),
    do: norm.do.anyOf ?? norm.do.allOf ?? [],
    ...(due !== undefined && { due }),
    ...(note !== undefined && { note }),
    truth: truth === "true" ? "met" : "undetermined",
    state,
    ...(elapsed !== undefined && { elapsed }),
  };
};

/** To one state, or to all of a set but the bearer. */
const owedTo = (env: Env, to: Duty["owedTo"], bearer: string): string | readonly string[] => {
  if (typeof to !== "object") {
    const thing = readerOf(to)(env);
    return thing === undefined ? [] : String(plainOf(thing));
  }
  return setReader(to)(env)
    .map(({ state }) => state)
    .filter((state) => state !== bearer);
};
