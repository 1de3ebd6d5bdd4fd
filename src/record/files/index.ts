/** The files of a record: read, checked, and put in the order of entry. */

export { type Addition, type Held, type HeldAct, readAddition } from "./addition.ts";
export type { AssertedBody, Body, PerformedBody } from "./body.ts";
export { type Item, type RecordFiles, type ReleaseItem, readRecords } from "./records.ts";
