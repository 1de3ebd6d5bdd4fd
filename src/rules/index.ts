/** The door of the rules: questions put to charter and record, answers without language. */

export type {
  ActRow,
  Answer,
  AnswerOf,
  ChangeRow,
  ClaimRow,
  DiffAnswer,
  LensShown,
  MemberRow,
  MembersAnswer,
  MendRow,
  ProvisionAnswer,
  ReadingRow,
  SpanRow,
  StatusAnswer,
  TimelineAnswer,
  VersionRow,
  WhyAnswer,
} from "./answers.ts";
export { ask, specOf } from "./ask.ts";
export { type CaseResult, type CasesRun, runCases } from "./cases/run.ts";
export {
  type Form,
  type ParamSpec,
  type Params,
  type QuestionSpec,
  questions,
  type Refused,
} from "./params.ts";
export { type Piece, type Run, runOf, type Scene, sceneOf, type World } from "./question.ts";
