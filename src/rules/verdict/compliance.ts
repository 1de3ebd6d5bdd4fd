/**
 * Whether an act was a breach, of what and by whom: the prohibitions that speak of its deed.
 *
 * Law: charter-language: what is not prohibited is permitted. A permission that holds, or a rule of
 * priority, defeats a prohibition; a duty to do the very same without such a rule is a conflict, and
 * both are told (conformance 26, 27). Each act is judged by the law of its own day (S-13).
 */

import type { ComplianceWord, Duty, Permission, Prohibition } from "#charter";
import type { Bench } from "../norms/bench.ts";
import { qualifying, yielding } from "../norms/considered.ts";
import type { Env } from "../norms/env.ts";
import type { Deed, Missing } from "../norms/facts.ts";
import type { Compiled, Law } from "../norms/law.ts";
import { type Life, lifeOf } from "../norms/life.ts";
import { defeated } from "../norms/priority.ts";
import { type BearerSeat, bearersOf, bindBearer, envOf, found } from "../norms/run.ts";
import { type Defeat, type NormStep, stepOf } from "../norms/step.ts";
import { and, not, or, resultOf, type Truth } from "../norms/truth.ts";
import { isWho } from "../norms/values.ts";

export type Compliance = {
  readonly party: string;
  readonly norm: string;
  readonly result: ComplianceWord;
  readonly with?: string; // The duty that asks for what the norm forbids.
};

export type Judged = {
  readonly compliance: readonly Compliance[];
  readonly steps: readonly NormStep[];
  readonly missing: readonly Missing[];
};

export const complianceOf = (bench: Bench, deed: Deed): Judged => {
  const all = bench.law.norms
    .filter(isProhibition)
    .filter(({ norm }) => norm.act.oneOf.some((one) => deed.deeds.includes(one)))
    .flatMap((one) => (deed.by ?? []).map((party) => judge(bench, one, deed, party)));
  return {
    compliance: all.map(({ row }) => row),
    steps: [
      ...qualifying(bench, "act", deed, deed.occurred.latest),
      ...yielding(bench, "prohibition", "act", deed, deed.occurred.latest),
      ...permitting(bench, deed),
      ...all.map(({ step }) => step),
    ],
    missing: all.flatMap(({ missing }) => missing),
  };
};

const isProhibition = (one: Compiled): one is Compiled<Prohibition> =>
  one.norm.kind === "prohibition";
const isPermission = (one: Compiled): one is Compiled<Permission> => one.norm.kind === "permission";
const isDuty = (one: Compiled): one is Compiled<Duty> => one.norm.kind === "duty";

type One = {
  readonly row: Compliance;
  readonly step: NormStep;
  readonly missing: readonly Missing[];
};

const seatOf = (env: Env, of: Compiled, party: string): BearerSeat | undefined =>
  bearersOf(env, of).find(({ state }) => isWho(party, state));

const judge = (bench: Bench, one: Compiled<Prohibition>, deed: Deed, party: string): One => {
  const { law, record, size, run } = bench;
  const { norm, tests } = one;
  const env = envOf(run, [["act", deed]]);
  env.provision = one.held[0]?.provision;
  const day = deed.occurred.latest;
  const life = lifeOf(record, size, one, day);
  const seat = seatOf(env, one, party);
  const alive = aliveOf(life);
  const base = { party, norm: norm.id };
  const stepWith = (truth: Truth, wouldHold: boolean, node: string, by?: Defeat): NormStep =>
    stepOf(one, life, {
      truth: resultOf(truth),
      wouldHold,
      bearer: party,
      decidingNode: node,
      ...(by !== undefined && { defeatedBy: by }),
    });
  if (seat === undefined || alive === "false") {
    const node = seat === undefined ? `${norm.id}/bearer` : `${norm.id}/life`;
    const row: Compliance = { ...base, result: "not-engaged" };
    return { row, step: stepWith("false", false, node), missing: [] };
  }
  bindBearer(env, one, seat.state);
  const { when, unless } = tests;
  if (when === undefined) throw new Error(`no condition compiled: ${norm.id}`);
  const holds = found(env, when, "breach");
  const excused = unless === undefined ? undefined : found(env, unless, "excused");
  const isLive = (id: string): boolean => {
    const other = law.of(id);
    return other !== undefined && lifeOf(record, size, other, day).life === "live";
  };
  const permitted = permissionFor(bench, env, norm.id, deed, party, isLive);
  const yielded = defeated(law, norm.id, env, isLive);
  const freed = or(permitted.truth, or(yielded.truth, excused?.truth ?? "false"));
  const would = and(and(seat.truth, alive), holds.truth);
  const truth = and(would, not(freed));
  const by =
    permitted.truth === "true" ? permitted.by : yielded.truth === "true" ? yielded.by : undefined;
  const node = would === "true" && freed !== "false" ? `${norm.id}/defeated` : holds.node;
  const step = {
    ...stepWith(truth, would === "true", node, by),
    ...(holds.tree !== undefined && { tree: holds.tree }),
  };
  const missing =
    truth === "unknown"
      ? [
          ...seat.missing,
          ...holds.missing,
          ...(excused?.missing ?? []),
          ...permitted.missing,
          ...yielded.missing,
        ]
      : [];
  if (truth !== "true") {
    return {
      row: { ...base, result: truth === "false" ? "complies" : "undetermined" },
      step,
      missing,
    };
  }
  const duty = owedBy(law, norm, deed, isLive);
  if (duty === undefined) return { row: { ...base, result: "breach" }, step, missing };
  return { row: { ...base, result: "conflict", with: duty }, step, missing };
};

const aliveOf = ({ life }: Life): Truth =>
  life === "live" ? "true" : life === "unknown" ? "unknown" : "false";

/** A permission against the prohibition that holds for this actor. */
const permissionFor = (
  { law }: Bench,
  env: Env,
  prohibition: string,
  deed: Deed,
  party: string,
  isLive: (id: string) => boolean,
): { readonly truth: Truth; readonly by?: Defeat; readonly missing: readonly Missing[] } => {
  let open: readonly Missing[] | undefined;
  for (const one of law.norms.filter(isPermission)) {
    const { norm, tests } = one;
    if (norm.against !== prohibition || tests["when"] === undefined || !isLive(norm.id)) continue;
    if (!norm.act.oneOf.some((name) => deed.deeds.includes(name))) continue;
    const seat = seatOf(env, one, party);
    if (seat === undefined) continue;
    bindBearer(env, one, seat.state);
    const holds = found(env, tests["when"], "permitted");
    const truth = and(seat.truth, holds.truth);
    if (truth === "true") {
      return { truth, by: { norm: norm.id, ground: "permission" }, missing: [] };
    }
    if (truth === "unknown") open ??= [...seat.missing, ...holds.missing];
  }
  return open === undefined ? { truth: "false", missing: [] } : { truth: "unknown", missing: open };
};

/** What the permissions that speak of the deed came to, for each who did it. */
const permitting = (bench: Bench, deed: Deed): readonly NormStep[] => {
  const { law, record, size, run } = bench;
  return law.norms
    .filter(isPermission)
    .filter(({ norm }) => norm.act.oneOf.some((one) => deed.deeds.includes(one)))
    .flatMap((one) =>
      (deed.by ?? []).flatMap((party) => {
        const env = envOf(run, [["act", deed]]);
        const seat = seatOf(env, one, party);
        const when = one.tests["when"];
        if (seat === undefined || when === undefined) return [];
        bindBearer(env, one, seat.state);
        const holds = found(env, when, "permitted");
        const truth = and(seat.truth, holds.truth);
        return stepOf(one, lifeOf(record, size, one, deed.occurred.latest), {
          truth: resultOf(truth),
          wouldHold: truth === "true",
          bearer: party,
          decidingNode: holds.node,
        });
      }),
    );
};

/** A live duty to do the very same thing, where no rule of priority settles the two. */
const owedBy = (
  law: Law,
  prohibition: Prohibition,
  deed: Deed,
  isLive: (id: string) => boolean,
): string | undefined =>
  law.norms.filter(isDuty).find(({ norm }) => {
    const owed = [...(norm.do.anyOf ?? []), ...(norm.do.allOf ?? [])];
    const isAcknowledged = [
      ...(norm.acknowledges ?? []).map((one) => one.norm === prohibition.id),
      ...(prohibition.acknowledges ?? []).map((one) => one.norm === norm.id),
    ].some(Boolean);
    return isAcknowledged && isLive(norm.id) && owed.some((name) => deed.deeds.includes(name));
  })?.norm.id;
