/**
 * The door of the room `charter`: reads and checks a charter pack, and gives it in one shape.
 */

export { packHash, packJson, readPack } from "./canonical.ts";
export type { Case, Expected, Given, Plain, Positions, SituationTold } from "./case.ts";
export type {
  ActLeaf,
  Condition,
  DayTerm,
  FindingLeaf,
  Op,
  Quantified,
  SetTerm,
  Status,
  Value,
} from "./condition.ts";
export { type Document, readDocument } from "./document.ts";
export { type JsonSchema, jsonSchemas } from "./json-schema.ts";
export { loadPack } from "./load.ts";
export { inOrder, type Located, mostErrors, type Position } from "./located.ts";
export { namesOf } from "./names.ts";
export type {
  Accounts,
  Bearer,
  Due,
  Duty,
  FindingRule,
  Immunity,
  Norm,
  Permission,
  Power,
  Predicate,
  Priority,
  Prohibition,
  Qualifies,
  SpecialAct,
} from "./norm.ts";
export type {
  Aliases,
  Authority,
  Axis,
  AxisOption,
  Binding,
  Body,
  BodyClass,
  Commencement,
  Confidence,
  DisputedTerritory,
  Expulsion,
  Force,
  Gap,
  Instrument,
  InstrumentKind,
  Knob,
  Life,
  Other,
  Pack,
  PackDocument,
  Prolongation,
  Provision,
  ProvisionVersion,
  Renewal,
  SameDay,
  Seen,
  State,
  Suspension,
  Term,
  TextPointer,
  Withdrawal,
} from "./pack.ts";
export type {
  Binds,
  Choice,
  DecisionRule,
  Effect,
  Electorate,
  Form,
  LaterExpression,
  Of,
  Position as PositionWord,
  Procedure,
  Quorum,
  Share,
} from "./procedure.ts";
export { positionsFile, positionWords, situationFile } from "./schema/asked.ts";
export {
  type ComplianceWord,
  complianceWords,
  type Outcome,
  outcomeWords,
  type Validity,
  validityWords,
} from "./verdict-words.ts";
export { mostFileBytes } from "./yaml-guard.ts";
