/**
 * `decide`: what would come of a sitting of a body under each reading, each with its receipt.
 *
 * In:   a scene with a body and the text of a positions file (S-42, S-48).
 * Out:  `DecideAnswer`; or a refusal that names the place in the file.
 */

import { isoOf, type Json, ok, type Result } from "#base";
import { positionsFile } from "#charter";
import { readAsked } from "../asked.ts";
import type { Refused } from "../params.ts";
import { ahead, type Scene, undated } from "../question.ts";
import { levelOf } from "../receipts/level.ts";
import { receiptOf } from "../receipts/receipt.ts";
import type { DecideAnswer } from "../verdict-answers.ts";
import { decisionFields } from "./judge.ts";
import { decideIn } from "./question.ts";

export const decide = (scene: Scene): Result<DecideAnswer, Refused> => {
  const { record, size, world, shown, texts } = scene;
  const body = (texts["body"] ?? "").replace(/^body\//, "");
  const file = readAsked("positions", texts["positions"] ?? "", positionsFile);
  if (!file.ok) return file;
  const level = levelOf(texts);
  if (!level.ok) return level;
  const asked = texts["on"] === undefined ? undefined : scene.on;
  const found = decideIn(record, size, body, file.value, asked, world.today);
  if (!found.ok) return found;
  const { day, electorate, readings, disputed, capped, flipsAt } = found.value;
  const question = { kind: "outcome", body, positions: file.value as Json } as const;
  const { proposal } = file.value;
  return ok({
    org: world.org,
    body,
    ...(proposal !== undefined && { proposal }),
    on: isoOf(day),
    lens: shown,
    electorate,
    disputed,
    capped,
    readings: readings.map(({ reading, ...judged }, place) => {
      const { validity, missing, textSeen, decidingNode } = judged;
      const decision = decisionFields(judged);
      const trace = receiptOf(scene, {
        on: day,
        reading,
        question,
        level: level.value,
        verdict: { validity, compliance: [], decision },
        decidingNode,
        textSeen,
        norms: [],
        missing,
        ignored: [],
        ...flipsAt(place),
      });
      return { reading, validity, ...decision, missing, textSeen, trace };
    }),
    ...undated(scene),
    ...ahead(scene),
  });
};
