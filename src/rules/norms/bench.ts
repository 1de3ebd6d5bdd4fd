/**
 * The bench: before what a norm is applied, an act judged, a sitting decided.
 *
 * Out:  a type: the compiled law, the record and how much of it is known, one run of conditions.
 */

import type { Record } from "#record";
import type { Law } from "./law.ts";
import type { Run } from "./run.ts";

export type Bench = {
  readonly law: Law;
  readonly record: Record;
  readonly size: number;
  readonly run: Run;
};
