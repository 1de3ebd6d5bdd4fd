/**
 * Worked cases: given acts, a question, and what must come of it. Types only.
 */

import type { PositionsFile, SituationFile } from "./schema/asked.ts";
import type { CasesFile, Expectation, GivenAct } from "./schema/cases.ts";

/** As read: what is optional is there or not, and never `undefined`. */
export type Plain<T> = T extends object
  ? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
  : T;

/** What `decide` and `duties` are asked about, as read from a file. */
export type Positions = Plain<PositionsFile>;
export type SituationTold = Plain<SituationFile>;

export type Given = Plain<GivenAct>;
export type Expected = Plain<Expectation>;
type Written = CasesFile["cases"][number];

export type Case = Plain<Omit<Written, "given">> & {
  readonly file: string;
  readonly given: readonly Given[];
};
