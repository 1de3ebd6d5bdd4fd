/**
 * Immunities: acts that cannot change the position of whom they are addressed to.
 *
 * In:   an act.
 * Out:  whether every addressee is immune from who acted; the steps that say so.
 * Law:  charter-language, norm kinds: whose position cannot be changed by whom. An act towards several
 *       keeps its effect for those who are not immune, and then the act stands.
 */

import type { Immunity } from "#charter";
import type { Bench } from "../norms/bench.ts";
import type { Deed } from "../norms/facts.ts";
import type { Compiled } from "../norms/law.ts";
import { lifeOf } from "../norms/life.ts";
import { bearersOf, envOf } from "../norms/run.ts";
import { type NormStep, stepOf } from "../norms/step.ts";
import { and, or, resultOf, type Truth } from "../norms/truth.ts";
import { isWho } from "../norms/values.ts";

export type Immune = {
  readonly truth: Truth;
  readonly node: string;
  readonly steps: readonly NormStep[];
};

const isImmunity = (one: Compiled): one is Compiled<Immunity> => one.norm.kind === "immunity";

export const immunityOf = (bench: Bench, deed: Deed): Immune => {
  const steps: NormStep[] = [];
  const each = new Map<string, Truth>(deed.to.map((to) => [to, "false"]));
  let node = "";
  for (const one of bench.law.norms.filter(isImmunity)) {
    if (!one.norm.act.oneOf.some((name) => deed.deeds.includes(name))) continue;
    for (const to of deed.to) {
      const [truth, step] = towards(bench, one, deed, to);
      steps.push(step);
      each.set(to, or(each.get(to) ?? "false", truth));
      if (truth !== "false") node ||= step.decidingNode ?? "";
    }
  }
  const truth = deed.to.length === 0 ? "false" : [...each.values()].reduce<Truth>(and, "true");
  return { truth, node, steps };
};

const towards = (
  { record, size, run }: Bench,
  one: Compiled<Immunity>,
  deed: Deed,
  to: string,
): readonly [Truth, NormStep] => {
  const life = lifeOf(record, size, one, deed.occurred.latest);
  const env = envOf(run, [["act", deed]]);
  env.provision = one.held[0]?.provision;
  const holder = bearersOf(env, one).find(({ state }) => isWho(to, state));
  const { from } = one.norm;
  const makers =
    typeof from === "object"
      ? bearersOf(env, { ...one, bearer: one.from })
      : [{ state: String(from), truth: "true" as const }];
  const maker = makers.find(({ state }) => deed.by?.some((by) => isWho(by, state)));
  const alive: Truth =
    life.life === "live" ? "true" : life.life === "unknown" ? "unknown" : "false";
  const truth = and(alive, and(holder?.truth ?? "false", maker?.truth ?? "false"));
  const part = holder === undefined ? "holder" : maker === undefined ? "from" : "act";
  const node = alive === "true" ? `${one.norm.id}/${part}` : `${one.norm.id}/life`;
  const came = { truth: resultOf(truth), wouldHold: truth === "true", bearer: to };
  return [truth, stepOf(one, life, { ...came, decidingNode: node })];
};
