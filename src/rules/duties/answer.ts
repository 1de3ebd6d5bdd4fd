/**
 * `duties`: who owes what to whom by when in a situation, each combination with its receipt.
 *
 * In:   a scene with the text of a situation file, or with the address of a recorded situation:
 *       then whoever asked first for help or consultations is its victim.
 * Out:  `DutiesAnswer` (S-42, S-50); or a refusal that names the place.
 *
 * A party narrows what is shown and not what is reasoned: the receipt holds all duties.
 */

import { dayOf, isoOf, type Json, ok, type Result, refuse } from "#base";
import { type SituationTold, situationFile } from "#charter";
import { readAsked } from "../asked.ts";
import { leastSeen } from "../norms/step.ts";
import { bad, type Refused, readState, unknown } from "../params.ts";
import { ahead, inTime, type Scene, undated } from "../question.ts";
import { levelOf } from "../receipts/level.ts";
import { type Receipt, receiptOf } from "../receipts/receipt.ts";
import type { DutiesAnswer, DutyShown } from "../verdict-answers.ts";
import { caseOf } from "./situation.ts";
import { dutiesIn } from "./under-readings.ts";

const requests: ReadonlySet<string> = new Set(["assistance.requested", "consultation.invoked"]);

/** A recorded situation as a file: its victim is who asked first. */
const recorded = (scene: Scene, address: string): Result<SituationTold, Refused> => {
  const { record, size, on } = scene;
  const acts = inTime(record.about(address, size));
  if (acts.length === 0) {
    const accepted = record.fluentsOf("situation/").join(" | ");
    return refuse(unknown("situation", "query.no-such-situation", address.slice(0, 80), accepted));
  }
  const [victim] = acts.flatMap(({ act, reading }) =>
    requests.has(act.kind) ? (reading.actors ?? []).filter((who) => /^[A-Z]{3}$/.test(who)) : [],
  );
  if (victim === undefined) {
    return refuse(bad("situation", "duties.no-victim", address, "{ id, on, victim, … }"));
  }
  const [first] = acts;
  const day = Math.min(on, first?.reading.window.earliest ?? on);
  return ok({
    id: address.slice("situation/".length),
    on: isoOf(day),
    victim,
    acts: [],
    findings: [],
  });
};

const isAddress = (text: string): boolean => /^situation\/\S+$/.test(text);

const fileOf = (scene: Scene): Result<SituationTold, Refused> => {
  const text = scene.texts["situation"] ?? "";
  return isAddress(text) ? recorded(scene, text) : readAsked("situation", text, situationFile);
};

export const duties = (scene: Scene): Result<DutiesAnswer, Refused> => {
  const { record, size, world, shown, texts } = scene;
  const { pack } = record;
  const file = fileOf(scene);
  if (!file.ok) return file;
  const level = levelOf(texts);
  if (!level.ok) return level;
  const party = texts["party"] === undefined ? ok(undefined) : readState(texts["party"], "party");
  if (!party.ok) return party;
  if (party.value !== undefined && !pack.states.has(party.value)) {
    const accepted = [...pack.states.keys()].join(", ");
    return refuse(unknown("party", "query.no-such-state", party.value, accepted));
  }
  const asked = caseOf(pack, file.value, (address) => record.about(address, size).length > 0);
  if (!asked.ok) return asked;
  const isOwnDay = texts["on"] === undefined && !isAddress(texts["situation"] ?? "");
  const on = isOwnDay ? (dayOf(file.value.on) ?? scene.on) : scene.on;
  const found = dutiesIn(record, size, asked.value, on, { isFull: level.value === 2 });
  const question = { kind: "duties", situation: file.value as Json } as const;
  const receipts = found.answers.map(({ reading, answer }, place): Receipt => {
    const { duties: owed, notEngaged, missing, steps } = answer;
    return receiptOf(scene, {
      on,
      reading,
      question,
      level: level.value,
      verdict: { duties: owed, notEngaged },
      textSeen: leastSeen(steps),
      norms: steps,
      missing,
      ignored: found.ignored,
      ...found.flipsAt(place),
    });
  });
  const [receipt] = receipts;
  if (receipt === undefined) throw new Error("a question has an answer under some reading");
  const own = <Row extends DutyShown>(rows: readonly Row[]): readonly Row[] =>
    party.value === undefined ? rows : rows.filter(({ bearer }) => bearer === party.value);
  const { flips, flipsComplete } = receipt;
  const { victim, attacker } = file.value;
  return ok({
    org: world.org,
    situation: asked.value.situation.address,
    victim,
    ...(attacker !== undefined && { attacker }),
    ...(party.value !== undefined && { party: party.value }),
    on: isoOf(on),
    lens: shown,
    disputed: found.disputed,
    capped: found.capped,
    duties: own(found.duties),
    notEngaged: found.notEngaged,
    missing: found.missing,
    readings: found.readings.flatMap(({ duties: rows, ...rest }, place) => {
      const one = receipts[place];
      return one === undefined ? [] : [{ ...rest, duties: own(rows), receipt: one }];
    }),
    ignored: found.ignored,
    flips,
    flipsComplete,
    receipt,
    ...undated(scene),
    ...ahead(scene),
  });
};
