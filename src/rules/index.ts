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
export { ask, specOf, verifyReceipts } from "./ask.ts";
export { type CaseResult, type CasesRun, runCase, runCases } from "./cases/run.ts";
export { exerciseStates } from "./exercises.ts";
export type {
  ActNote,
  AnyList,
  AppealRow,
  BasisRow,
  BodyItem,
  BudgetItem,
  CoverageAnswer,
  DecisionItem,
  ExerciseItem,
  ForceItem,
  LikeRow,
  ListAnswer,
  ListItem,
  ListName,
  Lists,
  PlanItem,
  RelationItem,
  SearchAnswer,
  SearchItem,
  SituationItem,
  StatedRow,
  UnknownRow,
  UnknownWhat,
  Worth,
} from "./list-answers.ts";

export { nearest } from "./nearest.ts";
export type { Params, Refused } from "./params.ts";
export { planStates } from "./plans.ts";
export { type Piece, type Run, runOf, type Scene, sceneOf, type World } from "./question.ts";
export {
  type Form,
  isList,
  type ParamSpec,
  type QuestionSpec,
  questions,
} from "./question-table.ts";
export { type Anchor, anchorOf, engine } from "./receipts/anchor.ts";
export { type Receipt, traceFormat } from "./receipts/receipt.ts";
export {
  type Differs,
  type ReceiptsVerified,
  type ReceiptVerified,
  readReceipts,
} from "./receipts/verify.ts";
export { type SearchKind, searchKinds } from "./search/kind-words.ts";
export type {
  AnyVerdict,
  CheckAnswer,
  CheckReadingRow,
  CureRow,
  DecideAnswer,
  DecideReadingRow,
  DecisionFields,
  DutiesAnswer,
  DutiesReadingRow,
  DutyShown,
  PositionRow,
  ReadingShown,
} from "./verdict-answers.ts";
