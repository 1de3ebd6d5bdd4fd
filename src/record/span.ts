/**
 * A span: what a fluent is on some days, how sure that is, and on which acts it rests.
 *
 * Out:  types, and when two spans say the same.
 * Law:  `uncertain`: the preferred claims leave several values open. `disputed`: they give one, and
 *       a contested claim or another reading gives another (S-6, S-10, S-15).
 */

import type { World } from "./event.ts";
import type { Version } from "./version.ts";

export type Certainty = "certain" | "uncertain" | "disputed";

/** A value over days: half-open, from the day it stands under to the next such day. */
export type Span = {
  readonly value: string; // under `uncertain` the word itself, under `disputed` the preferred value
  readonly certainty: Certainty;
  readonly possible: readonly string[]; // one value when certain
  readonly because: readonly Version[]; // what makes the preferred value so
  readonly others: readonly Other[]; // the readings that give other values
};

/** A way to read the claims that differs from the preferred one on these days. */
export type Other = {
  readonly world: World;
  readonly values: readonly string[];
  readonly because: readonly Version[];
};

/** That nothing is known is no certainty (S-2). */
export const sureOf = (value: string | undefined): Certainty =>
  value === "unknown" ? "uncertain" : "certain";

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const sameOther = (a: Other, b: Other | undefined): boolean =>
  a.world === b?.world && sameList(a.values, b.values) && sameList(a.because, b.because);

/** Whether two spans are one, evidence included. */
export const sameSpan = (a: Span, b: Span): boolean =>
  a.value === b.value &&
  a.certainty === b.certainty &&
  sameList(a.possible, b.possible) &&
  sameList(a.because, b.because) &&
  a.others.length === b.others.length &&
  a.others.every((other, i) => sameOther(other, b.others[i]));

/** Whether two spans answer the same, whatever they rest on. */
export const sameAnswer = (a: Span, b: Span | undefined): boolean =>
  a === b ||
  (a.value === b?.value && a.certainty === b.certainty && sameList(a.possible, b.possible));
