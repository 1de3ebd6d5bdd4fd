/**
 * Was an act valid, and was it a breach: on two axes, once for each reading touched.
 *
 * In:   a scene, the id of an act.
 * Out:  the shape of S-48 and Ex. 3; what contradicts the register; what rests on an act that had no
 *       effect, and who could cure it.
 */

import { isoOf } from "#base";
import type { Version } from "#record";
import type { Bench } from "../norms/bench.ts";
import type { Deed, Missing } from "../norms/facts.ts";
import { lawOf } from "../norms/law.ts";
import { type Choose, type Reading, underReadings } from "../norms/readings.ts";
import { deedOf, factsOf } from "../norms/recorded.ts";
import type { Run } from "../norms/run.ts";
import { leastSeen, type NormStep } from "../norms/step.ts";
import { unique } from "../norms/unique.ts";
import { procedureOf } from "../procedures/electorate.ts";
import { judgeSitting, type SittingJudged } from "../procedures/judge.ts";
import { bodyOf, withOutcomes } from "../procedures/outcome.ts";
import { sittingOf } from "../procedures/recorded.ts";
import type { Scene } from "../question.ts";
import { type Compliance, complianceOf } from "./compliance.ts";
import { optionsOn } from "./options.ts";
import { type Validity, validityOf } from "./validity.ts";

export type CheckReading = {
  readonly reading: Reading;
  readonly validity: Validity;
  readonly compliance: readonly Compliance[];
  readonly missing: readonly Missing[];
  readonly textSeen: "full" | "part" | "no";
  readonly decision?: SittingJudged;
  readonly decidingNode: string;
  readonly steps: readonly NormStep[];
};

export type Flag = {
  readonly claim: string;
  readonly contradicts: "membership";
  readonly says: string;
  readonly register: string;
};

export type Checked = {
  readonly act: string;
  readonly readings: readonly CheckReading[];
  readonly capped: boolean;
  readonly disputed: boolean;
  readonly flags: readonly Flag[];
  readonly rests: readonly string[]; // Later acts that rest on one without effect.
  readonly cures: readonly string[]; // Whose consent would carry it.
  readonly ignored: readonly { readonly act: string; readonly reason: string }[];
};

/** What a check is put to. */
export type Ground = Pick<Scene, "record" | "size" | "on">;

export type Watch = { readonly isFull?: boolean; readonly saw?: Run["saw"] };

export const checkVersion = (scene: Ground, version: Version, watch: Watch = {}): Checked => {
  const { record, size, on } = scene;
  const { pack } = record;
  const { isFull = false, saw } = watch;
  const deed = deedOf(pack, version);
  const day = deed.occurred.latest;
  const facts = factsOf(record, size, { on, day: Math.min(day, on) });
  const law = lawOf(pack);
  const ignored = new Map<string, string>();
  const { readings, capped } = underReadings(
    (axis) => optionsOn(pack, axis, day),
    (choose: Choose) => {
      const run: Run = { facts, choose, ignored, saw, isFull };
      return readingOf(withOutcomes({ law, record, size, run }), deed, scene);
    },
  );
  const all = readings.map(({ reading, answer }) => ({ ...answer, reading }));
  const isVoid = all.some(({ validity }) => validity === "without-effect");
  return {
    act: deed.id,
    readings: all,
    capped,
    disputed: new Set(all.map(worth)).size > 1,
    flags: flagsOf(scene, version, all),
    rests: isVoid ? restingOn(scene, deed.id) : [],
    cures: isVoid ? unique(all.flatMap(({ decision }) => decision?.blockedBy ?? [])) : [],
    ignored: [...ignored].map(([act, reason]) => ({ act, reason })),
  };
};

const worth = ({ validity, decision }: CheckReading): string =>
  `${validity} ${decision?.outcome ?? ""}`;

const readingOf = (bench: Bench, deed: Deed, { on }: Ground): Omit<CheckReading, "reading"> => {
  const { compliance, steps, missing } = complianceOf(bench, deed);
  const decided = decisionOf(bench, deed, on);
  if (decided !== undefined) {
    const both = [...decided.missing, ...missing];
    const decidingNode = "decidingNode" in decided ? decided.decidingNode : decided.node;
    const seen = "textSeen" in decided ? decided.textSeen : "no";
    return {
      validity: decided.validity,
      compliance,
      missing: unique(both),
      textSeen: leastSeen(steps) === "no" ? "no" : seen,
      ...("outcome" in decided && { decision: decided }),
      decidingNode,
      steps,
    };
  }
  const valid = validityOf(bench, deed);
  const all = [...valid.steps, ...steps];
  return {
    validity: valid.validity,
    compliance,
    missing: unique([...valid.missing, ...missing]),
    textSeen: leastSeen(all),
    decidingNode: valid.node,
    steps: all,
  };
};

type Undecided = {
  readonly validity: Validity;
  readonly node: string;
  readonly missing: readonly Missing[];
};

/** A decision by its body's procedure; where body or procedure is not known, nobody can say. */
const decisionOf = (
  bench: Bench,
  deed: Deed,
  on: number,
): SittingJudged | Undecided | undefined => {
  if (!deed.deeds.includes("put-decision")) return undefined;
  const { pack } = bench.record;
  const body = bodyOf(deed);
  const procedure = procedureOf(pack, body);
  if (procedure !== undefined) {
    return judgeSitting(bench, procedure, sittingOf(bench.run.facts, deed, on));
  }
  const missing: Missing =
    body !== undefined
      ? { knob: `procedure/${body}`, text: body }
      : { record: "decision.body", span: isoOf(deed.occurred.latest), wouldMake: "decided" };
  return { validity: "undetermined", node: "procedure", missing: [missing] };
};

/** Claims that count other members than the register has on the day (S-44). */
const flagsOf = (
  { record: { pack } }: Ground,
  { act }: Version,
  readings: readonly CheckReading[],
): readonly Flag[] => {
  const base = readings[0]?.decision?.base;
  if (act.mode !== "asserted" || base === undefined || pack.procedures.size === 0) return [];
  return act.claims.flatMap(({ id, says }): readonly Flag[] => {
    const tally = says["tally"] as { readonly for?: number; readonly of?: number } | undefined;
    if (tally?.of === undefined || tally.of === base) return [];
    return [
      {
        claim: id,
        contradicts: "membership",
        says: `${tally.for} of ${tally.of}`,
        register: `${base} members`,
      },
    ];
  });
};

/** Acts that only speak of another rest on nothing. */
const speaking = new Set(["statement.made", "source.stated", "consent.expressed-later"]);

/** Later acts that are about an act, and acts about those. */
const restingOn = ({ record, size }: Ground, id: string): readonly string[] => {
  const found = new Set<string>();
  const queue = [id];
  for (const one of queue) {
    for (const { act } of record.about(`act/${one}`, size)) {
      if (found.has(act.id) || speaking.has(act.kind)) continue;
      found.add(act.id);
      queue.push(act.id);
    }
  }
  return [...found].sort();
};
