/** The door of the record: acts folded into what was so on a day, as known, through a lens. */

export type {
  FindingKind,
  Group,
  Kind,
  KindName,
  Known,
  Problem,
  Property,
  Saying,
  Setting,
  Subject,
} from "./acts/index.ts";
export {
  authored,
  checkAct,
  deeds,
  findings,
  kindOf,
  kinds,
  positionWord,
  properties,
  reservedIds,
  thingTypes,
} from "./acts/index.ts";
export { type Dated, forceAsComputed } from "./computed.ts";
export type {
  Addition,
  AssertedBody,
  Body,
  Held,
  HeldAct,
  Item,
  PerformedBody,
  RecordFiles,
  ReleaseItem,
} from "./files/index.ts";
export { readAddition, readRecords } from "./files/index.ts";
export { listed, statuses } from "./headline.ts";
export type { Thing } from "./history.ts";
export type { Lens, Source } from "./lens.ts";
export { isStrict, wholeRecord } from "./lens.ts";
export type { Library, Placed, Record, Tie } from "./record.ts";
export { fold, library } from "./record.ts";
export { unsetValue } from "./setting.ts";
export { cut, type Row, type Slice, type SliceValue, valueOn } from "./slice.ts";
export type { Certainty, Other, Span } from "./span.ts";
export type { Reading, Rival, Version, Window } from "./version.ts";
export { isFounded, stands } from "./version.ts";
