/**
 * Whether an act produced its legal effect, where no body decides it by a procedure.
 *
 * Law: charter-language: what is not empowered has no institutional effect; factual acts need no
 * power. Signature, accession, withdrawal and the like are empowered by the life rules of the
 * instrument (S-13). A power that was not yet in force takes nothing away from what went before it.
 */

import type { Pack, Power, Validity } from "#charter";
import { kinds } from "#record";
import type { Bench } from "../norms/bench.ts";
import type { Deed, Missing } from "../norms/facts.ts";
import type { Compiled } from "../norms/law.ts";
import { lifeOf } from "../norms/life.ts";
import { bearersOf, bindBearer, envOf, found } from "../norms/run.ts";
import { type NormStep, stepOf } from "../norms/step.ts";
import { and, resultOf, type Truth } from "../norms/truth.ts";
import { isWho } from "../norms/values.ts";
import { immunityOf } from "./immunity.ts";

export type Valid = {
  readonly validity: Validity;
  readonly node: string;
  readonly steps: readonly NormStep[];
  readonly missing: readonly Missing[];
};

const validities = {
  true: "effective",
  false: "without-effect",
  unknown: "undetermined",
} as const;

const isPower = (one: Compiled): one is Compiled<Power> => one.norm.kind === "power";

export const validityOf = (bench: Bench, deed: Deed): Valid => {
  const { truth, node, steps } = immunityOf(bench, deed);
  const plain = withoutImmunity(bench, deed);
  const all = [...steps, ...plain.steps];
  if (truth === "false" || plain.validity === "without-effect") return { ...plain, steps: all };
  const validity = truth === "true" ? "without-effect" : "undetermined";
  return { ...plain, validity, node, steps: all };
};

const withoutImmunity = (bench: Bench, deed: Deed): Valid => {
  const day = deed.occurred.latest;
  const powers = bench.law.norms
    .filter(isPower)
    .filter((one) => lifeOf(bench.record, bench.size, one, day).life !== "not-yet")
    .filter(({ norm: { act } }) => deed.deeds.includes(act.deed) && isOf(act.about, deed));
  if (powers.length > 0) return byPowers(bench, powers, deed);
  const byLife = lifeRule(bench.law.pack, deed);
  if (byLife !== undefined) return byLife;
  return { validity: "not-institutional", node: "", steps: [], missing: [] };
};

const isOf = (about: string | undefined, deed: Deed): boolean =>
  about === undefined || deed.about.includes(about);

/** One power that holds is enough; if none surely does, one that may leaves the act in doubt. */
const byPowers = (
  { record, size, run }: Bench,
  powers: readonly Compiled<Power>[],
  deed: Deed,
): Valid => {
  const steps: NormStep[] = [];
  const missing: Missing[] = [];
  let best: { truth: Truth; node: string } = {
    truth: "false",
    node: `${powers[0]?.norm.id}/holder`,
  };
  for (const one of powers) {
    const { norm, tests } = one;
    const life = lifeOf(record, size, one, deed.occurred.latest);
    const env = envOf(run, [
      ["act", deed],
      [norm.act.as ?? "act", deed],
    ]);
    env.provision = one.held[0]?.provision;
    const seats = bearersOf(env, one).filter(({ state }) =>
      deed.by?.some((by) => isWho(by, state)),
    );
    for (const seat of seats) {
      bindBearer(env, one, seat.state);
      if (tests["validWhen"] === undefined) throw new Error(`no condition compiled: ${norm.id}`);
      const holds = found(env, tests["validWhen"], "effective");
      const alive: Truth =
        life.life === "live" ? "true" : life.life === "unknown" ? "unknown" : "false";
      const truth = and(and(seat.truth, alive), holds.truth);
      const node = alive === "true" ? holds.node : `${norm.id}/life`;
      if (truth === "unknown") missing.push(...seat.missing, ...holds.missing);
      steps.push(
        stepOf(one, life, {
          truth: resultOf(truth),
          wouldHold: truth === "true",
          bearer: seat.state,
          decidingNode: node,
          ...(holds.tree !== undefined && { tree: holds.tree }),
        }),
      );
      if (truth === "true" || best.truth === "false") best = { truth, node };
    }
  }
  return {
    validity: validities[best.truth],
    node: best.node,
    steps,
    missing: best.truth === "unknown" ? missing : [],
  };
};

/** What a life rule says of a kind of act; undefined where none speaks of it. */
const lifeRule = (pack: Pack, deed: Deed): Valid | undefined => {
  if ((kinds.get(deed.kind)?.begins.length ?? 0) === 0) return undefined;
  const ids = deed.about.flatMap((address) =>
    address.startsWith("instrument/") ? [address.slice("instrument/".length)] : [],
  );
  const [instrument] = ids.flatMap((id) => pack.instruments.get(id) ?? []);
  if (instrument === undefined) return undefined;
  const { bindsOn, withdrawal, suspension, expulsion, renewal } = instrument.life;
  const at = (path: string, rule: unknown): Valid => {
    const node = `${instrument.id}/life/${path}`;
    if (rule === "never") return { validity: "without-effect", node, steps: [], missing: [] };
    if (rule !== undefined && rule !== "unknown") {
      return { validity: "effective", node, steps: [], missing: [] };
    }
    const missing = [{ knob: node, text: instrument.text.title }];
    return { validity: "undetermined", node, steps: [], missing };
  };
  switch (deed.kind) {
    case "instrument.signed":
      return at("bindsOn/signature", bindsOn.signature.value);
    case "instrument.acceded":
      return at("bindsOn/accession", bindsOn.accession.value);
    case "withdrawal.notified":
    case "withdrawal.revoked":
      return at("withdrawal", withdrawal);
    case "membership.suspended":
    case "membership.resumed":
      return at("suspension", suspension);
    case "member.expelled":
      return at("expulsion", expulsion);
    case "renewal.declined":
      return at("renewal", renewal);
    default:
      return { validity: "effective", node: `${instrument.id}/life`, steps: [], missing: [] };
  }
};
