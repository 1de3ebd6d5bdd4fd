/** The catalogue of core kinds: which acts there are, what each may say, and its one deed. */

export { checkAct } from "./check.ts";
export { positionWord } from "./decision.ts";
export { deeds, type KindName } from "./deeds.ts";
export { type FindingKind, findings } from "./finding.ts";
export type { Group, Kind, Saying, Setting, Subject } from "./kind.ts";
export { authored, kindOf, kinds } from "./kinds.ts";
export type { Problem } from "./problem.ts";
export { reservedIds } from "./program.ts";
export { type Known, thingTypes } from "./refs.ts";
export { type Property, properties } from "./statement.ts";
