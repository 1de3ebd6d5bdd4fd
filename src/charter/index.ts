/**
 * The door of the room `charter`: reads and checks a charter pack, and gives it in one shape.
 */

export { packHash, packJson, readPack } from "./canonical.ts";
export { type Document, readDocument } from "./document.ts";
export { type JsonSchema, jsonSchemas } from "./json-schema.ts";
export { loadPack } from "./load.ts";
export { inOrder, type Located, mostErrors, type Position } from "./located.ts";
export type {
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
