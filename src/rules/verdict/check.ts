/**
 * Was an act valid, and was it a breach: on two axes, once for each reading touched.
 *
 * In:   a scene, the id of an act.
 * Out:  what each reading comes to, and what contradicts the register; `question.ts` makes the
 *       answer of it, `contagion.ts` says what an act without effect draws along.
 */

import { always, type Day, isoOf, never } from "#base";
import type { Validity } from "#charter";
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
import { judgeSitting, type SittingJudged, withTurned } from "../procedures/judge.ts";
import { bodyOf, withOutcomes } from "../procedures/outcome.ts";
import { sittingOf } from "../procedures/recorded.ts";
import type { Later } from "../procedures/sitting.ts";
import type { Scene } from "../question.ts";
import type { FlagRow } from "../verdict-answers.ts";
import { type Compliance, complianceOf } from "./compliance.ts";
import { optionsOn } from "./options.ts";
import { validityOf } from "./validity.ts";

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

export type Judgement = Omit<CheckReading, "reading">;

export type Checked = {
  readonly act: string;
  readonly readings: readonly CheckReading[];
  readonly capped: boolean;
  readonly disputed: boolean;
  readonly flags: readonly FlagRow[];
  readonly ignored: readonly { readonly act: string; readonly reason: string }[];
};

/** What a check is put to. */
export type Ground = Pick<Scene, "record" | "size" | "on">;

export type Watch = { readonly isFull?: boolean; readonly saw?: Run["saw"] };

/** One act before the bench: judged once for each choice of options, as often as is asked. */
export type Court = {
  readonly deed: Deed;
  readonly day: Day; // Of the act: by the law and the readings of that day it is judged.
  readonly under: (run: Trial) => Judgement;
};

/** One run; `consents` are members taken to express their consent on the day asked about. */
export type Trial = Omit<Run, "facts"> & { readonly consents?: readonly string[] };

/** An act of which nobody knows the day is looked at on the day asked about; see `dayless`. */
const dated = (deed: Deed, on: Day): Deed => {
  const { earliest, latest } = deed.occurred;
  if (latest < never) return deed;
  return { ...deed, occurred: { earliest: earliest <= always ? on : earliest, latest: on } };
};

export const courtOf = (scene: Ground, version: Version): Court => {
  const { record, size, on } = scene;
  const { pack } = record;
  const deed = dated(deedOf(pack, version), on);
  const day = deed.occurred.latest;
  const facts = factsOf(record, size, { on, day: Math.min(day, on) });
  const law = lawOf(pack);
  return {
    deed,
    day,
    under: ({ consents = [], ...run }) => {
      const bench = withOutcomes({ law, record, size, run: { facts, ...run } });
      const judged = readingOf(bench, deed, { on, consents });
      return version.reading.window.latest < never ? judged : dayless(judged);
    },
  };
};

export const checkVersion = (scene: Ground, version: Version, watch: Watch = {}): Checked =>
  checkIn(courtOf(scene, version), scene, version, watch);

export const checkIn = (
  { deed, day, under }: Court,
  scene: Ground,
  version: Version,
  { isFull = false, saw }: Watch = {},
): Checked => {
  const { pack } = scene.record;
  const ignored = new Map<string, string>();
  const { readings, capped } = underReadings(
    (axis) => optionsOn(pack, axis, day),
    (choose: Choose) => under({ choose, ignored, saw, isFull }),
  );
  const all = readings.map(({ reading, answer }) => ({ ...answer, reading }));
  return {
    act: deed.id,
    readings: all,
    capped,
    disputed: new Set(all.map(worth)).size > 1,
    flags: flagsOf(scene, version, all),
    ignored: [...ignored].map(([act, reason]) => ({ act, reason })),
  };
};

/** By which law an act of unknown day is judged nobody can say: what it came to is open. */
const dayless = (judged: Judgement): Judgement => {
  if (judged.validity === "not-institutional") return judged;
  const day: Missing = { record: "occurredOn", span: "..", wouldMake: "decided" };
  return { ...judged, validity: "undetermined", missing: [...judged.missing, day] };
};

const worth = ({ validity, decision }: CheckReading): string =>
  `${validity} ${decision?.outcome ?? ""}`;

type At = { readonly on: Day; readonly consents: readonly string[] };

const readingOf = (bench: Bench, deed: Deed, sitting: At): Judgement => {
  const { compliance, steps, missing } = complianceOf(bench, deed);
  const decided = decisionOf(bench, deed, sitting);
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
  { on, consents }: At,
): SittingJudged | Undecided | undefined => {
  if (!deed.deeds.includes("put-decision")) return undefined;
  const { pack } = bench.record;
  const body = bodyOf(deed);
  const procedure = procedureOf(pack, body);
  if (procedure !== undefined) {
    const sitting = sittingOf(bench.run.facts, deed, on);
    const given = consents.map((state): Later => ({ state, position: "for", on }));
    const told = { ...sitting, later: [...sitting.later, ...given] };
    return judgeSitting(bench, procedure, withTurned(told, bench.run.turned));
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
): readonly FlagRow[] => {
  const base = readings[0]?.decision?.base;
  if (act.mode !== "asserted" || base === undefined || pack.procedures.size === 0) return [];
  return act.claims.flatMap(({ id, says }): readonly FlagRow[] => {
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
