/**
 * Puts a question to a world: one way in for the command line, the HTTP interface and the pages.
 *
 * In:   a world, the name of a question, its parameters as received.
 * Out:  an answer without language, or a refusal that names the field.
 */

import { ok, type Result, refuse } from "#base";
import type { Answer } from "./answers.ts";
import { bodies } from "./bodies.ts";
import { budget } from "./budget.ts";
import { coverage } from "./coverage.ts";
import { decisions } from "./decisions.ts";
import { diff } from "./diff.ts";
import { duties } from "./duties/answer.ts";
import { exercises } from "./exercises.ts";
import { forces } from "./forces.ts";
import { members, status } from "./members.ts";
import { bad, type Params, type Refused } from "./params.ts";
import { plans } from "./plans.ts";
import { decide } from "./procedures/answer.ts";
import { provision } from "./provision.ts";
import { type Scene, sceneOf, type World } from "./question.ts";
import { type QuestionSpec, questions } from "./question-table.ts";
import { type ReceiptsVerified, verifyReceipts as verify } from "./receipts/verify.ts";
import { relations } from "./relations.ts";
import { search } from "./search/search.ts";
import { situations } from "./situations.ts";
import { timeline } from "./timeline.ts";
import { check } from "./verdict/question.ts";
import { why } from "./why.ts";

export const specOf = (command: string): QuestionSpec | undefined =>
  questions.find((spec) => spec.command === command);

export const ask = (world: World, command: string, params: Params): Result<Answer, Refused> => {
  const spec = specOf(command);
  if (spec === undefined) {
    const accepted = questions.map((one) => one.command).join(", ");
    return refuse(bad("command", "query.no-such-command", command, accepted));
  }
  const scene = sceneOf(world, spec, params);
  return scene.ok ? answer(spec.command, scene.value) : scene;
};

/** Whether receipts hold: each question put again, and the bytes compared. */
export const verifyReceipts = (
  world: World,
  receipts: Parameters<typeof verify>[1],
): ReceiptsVerified => verify(world, receipts, ask);

const answer = (command: QuestionSpec["command"], scene: Scene): Result<Answer, Refused> => {
  switch (command) {
    case "members":
      return ok({ command, answer: members(scene) });
    case "status":
      return tagged(command, status(scene));
    case "why":
      return tagged(command, why(scene));
    case "diff":
      return tagged(command, diff(scene));
    case "provision":
      return tagged(command, provision(scene));
    case "timeline":
      return tagged(command, timeline(scene));
    case "bodies":
      return tagged(command, bodies(scene));
    case "forces":
      return tagged(command, forces(scene));
    case "exercises":
      return tagged(command, exercises(scene));
    case "relations":
      return tagged(command, relations(scene));
    case "plans":
      return tagged(command, plans(scene));
    case "budget":
      return tagged(command, budget(scene));
    case "decisions":
      return tagged(command, decisions(scene));
    case "situations":
      return tagged(command, situations(scene));
    case "search":
      return tagged(command, search(scene));
    case "coverage":
      return tagged(command, coverage(scene));
    case "check":
      return tagged(command, check(scene));
    case "decide":
      return tagged(command, decide(scene));
    case "duties":
      return tagged(command, duties(scene));
  }
};

const tagged = <C extends string, A>(
  command: C,
  result: Result<A, Refused>,
): Result<{ readonly command: C; readonly answer: A }, Refused> =>
  result.ok ? ok({ command, answer: result.value }) : result;
