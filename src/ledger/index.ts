/** The door of the ledger: acts in their envelope, entries as exact bytes, the root, the port. */
export { checkAct } from "./check.ts";
export type { Entry, EntryRefusal } from "./entry.ts";
export { entryBytes, entryBytesLimit, readEntry, writeEntry } from "./entry.ts";
export type {
  Act,
  AssertedAct,
  Basis,
  By,
  Claim,
  Confidence,
  Difference,
  Fields,
  Ground,
  GroundRule,
  PerformedAct,
  Preferred,
  Standing,
  Under,
  Version,
} from "./envelope.ts";
export {
  bases,
  confidences,
  differences,
  groundRules,
  registrar,
  standings,
} from "./envelope.ts";
export type { Frontier } from "./merkle.ts";
export { emptyFrontier, leafHash, nodeHash, rootOf } from "./merkle.ts";
export type { AppendRefusal, Head, Store } from "./port.ts";
export type { EnvelopeCode, Fault } from "./shape.ts";
