/**
 * A sitting as it is put to a procedure: who took which position, what came later, under which form.
 *
 * Out:  types only. A positions file, a recorded decision and a test all make one of these.
 */

import type { Day } from "#base";
import type { PositionWord } from "#charter";
import type { Deed } from "../norms/facts.ts";

export type Stand = {
  readonly position: PositionWord | "unknown"; // unknown: the record does not say (S-19).
  readonly statement?: string;
  readonly at?: string; // "2003-02-10T10:00", the time at the seat.
};

export type Later = { readonly state: string; readonly position: PositionWord; readonly on: Day };

export type Sitting = {
  readonly id: string;
  readonly day: Day;
  readonly on: Day; // The day asked about: later expressions after it do not count yet.
  readonly stands: ReadonlyMap<string, Stand>;
  /** What a member of whom nothing is said did. */
  readonly others: "absent" | "unknown";
  readonly later: readonly Later[];
  readonly form?: string; // `ordinary` where none is chosen.
  readonly deadline?: string;
  readonly proposal: Deed; // As conditions of forms see it.
};

export type LaterShown = {
  readonly state: string;
  readonly on: string;
  readonly effect: "counted" | "bound-from" | "too-late" | "none";
  readonly reached?: number | string;
};
