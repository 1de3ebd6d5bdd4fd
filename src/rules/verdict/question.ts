/**
 * `check`: an act of the record judged on both axes under each reading, each with its receipt.
 *
 * In:   a scene with the id of an act.
 * Out:  `CheckAnswer` (S-48, Ex. 3): what contradicts the register, what rests on an act without
 *       effect and what would cure it.
 */

import { isoOf, ok, type Result, refuse } from "#base";
import type { Version } from "#record";
import { differing, type Flip, flipsOf, watcher } from "../norms/flips.ts";
import type { Choose, Reading } from "../norms/readings.ts";
import { type Refused, unknown } from "../params.ts";
import { decisionFields } from "../procedures/judge.ts";
import { ahead, type Scene, undated } from "../question.ts";
import { levelOf } from "../receipts/level.ts";
import { type Reasoned, receiptOf } from "../receipts/receipt.ts";
import type { CheckAnswer, CheckReadingRow } from "../verdict-answers.ts";
import { type CheckReading, type Court, checkIn, courtOf, type Judgement } from "./check.ts";
import { curesOf, restingOn } from "./contagion.ts";
import { optionsOn } from "./options.ts";

/** Both axes in one line of codes, so that a change of either is seen. */
const verdictText = ({ validity, decision, compliance }: Judgement): ReadonlyMap<string, string> =>
  new Map([
    ["validity", validity],
    ...(decision === undefined ? [] : [["outcome", decision.outcome] as const]),
    ...compliance.map(({ party, norm, result }) => [`${party} ${norm}`, result] as const),
  ]);

type Flips = { readonly flips: readonly Flip[]; readonly flipsComplete: boolean };

/** What would change the verdict under one reading. */
const flipsUnder = (court: Court, reading: Reading, first: Choose): Flips => {
  const choose: Choose = (axis) => reading[axis] ?? first(axis);
  const seen = watcher();
  const run = { choose, isFull: false };
  const now = court.under({ ...run, ignored: new Map(), saw: seen.saw });
  const was = verdictText(now);
  const taken = now.decision?.positions.map(({ state, position }) => [state, position] as const);
  return flipsOf(
    seen.leaves,
    (turned) => differing(was, verdictText(court.under({ ...run, ignored: new Map(), turned }))),
    new Map(taken),
  );
};

export const check = (scene: Scene): Result<CheckAnswer, Refused> => {
  const { record, size, world, on, shown, texts } = scene;
  const id = (texts["act"] ?? "").replace(/^act\//, "");
  const version = record.act(id, size);
  if (version === undefined) {
    return refuse(unknown("act", "query.no-such-act", id.slice(0, 80), "act/ID"));
  }
  const level = levelOf(texts);
  if (!level.ok) return level;
  const court = courtOf(scene, version);
  const checked = checkIn(court, scene, version, { isFull: level.value === 2 });
  const first: Choose = (axis) => optionsOn(record.pack, axis, court.day)[0];
  const rowOf = (one: CheckReading): CheckReadingRow => {
    const reasoned = {
      ...reasonedOf(id, level.value, one),
      ...flipsUnder(court, one.reading, first),
    };
    const { reading, validity, missing, compliance, textSeen, decision } = one;
    return {
      reading,
      validity,
      ...(decision !== undefined && decisionFields(decision)),
      missing,
      compliance,
      textSeen,
      trace: receiptOf(scene, { ...reasoned, ignored: checked.ignored }),
    };
  };
  const { readings, disputed, capped, flags, ignored } = checked;
  return ok({
    org: world.org,
    act: id,
    title: "",
    on: isoOf(on),
    lens: shown,
    disputed,
    capped,
    readings: readings.map(rowOf),
    flags,
    ...contagion(scene, version, court, readings, first),
    ignored,
    ...undated(scene),
    ...ahead(scene),
  });
};

const contagion = (
  scene: Scene,
  { act }: Version,
  court: Court,
  readings: readonly CheckReading[],
  first: Choose,
): Pick<CheckAnswer, "rests" | "cures"> => {
  const empty = readings.filter(({ validity }) => validity === "without-effect");
  if (empty.length === 0) return { rests: [], cures: [] };
  return { rests: restingOn(scene, act.id), cures: curesOf(court, empty, first) };
};

const reasonedOf = (
  act: string,
  level: Reasoned["level"],
  { reading, validity, compliance, missing, textSeen, decision, decidingNode, steps }: CheckReading,
): Omit<Reasoned, "flips" | "flipsComplete" | "ignored"> => ({
  reading,
  question: { kind: "verdict", act },
  level,
  verdict: {
    validity,
    compliance,
    ...(decision !== undefined && { decision: decisionFields(decision) }),
  },
  decidingNode,
  textSeen,
  norms: steps,
  missing,
});
