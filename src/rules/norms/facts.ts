/**
 * What a condition may ask about: acts as norms see them, a situation, who is bound, what is closed.
 *
 * Out:  types only. `recorded.ts` answers from the record and the acts of a file.
 * Law:  S-2 (who counts as a party), S-19 (when absence proves something), S-50.
 */

import type { ActId, Day, Json } from "#base";
import type { Pack } from "#charter";
import type { Window } from "#record";
import type { Truth } from "./truth.ts";

/** An act, whether recorded or told by the file of a question. */
export type Deed = {
  readonly id: ActId;
  readonly seq: number | undefined; // undefined: of the file, in no ledger.
  readonly kind: string;
  readonly deeds: readonly string[]; // Its own, and the core deed that it specialises.
  readonly by: readonly string[] | undefined; // undefined: no source says who.
  readonly to: readonly string[];
  readonly about: readonly string[]; // Addresses.
  readonly occurred: Window;
  readonly effective: Window;
  readonly occurredOn: string; // As told: EDTF.
  readonly recordedAt: string;
  readonly claim: string | undefined;
  readonly isPerformed: boolean;
  readonly fields: { readonly [field: string]: Json };
};

/** Facts put to the law: who was attacked, by whom, since when. */
export type Situation = {
  readonly address: string;
  readonly victim: string | undefined;
  readonly attacker: string | undefined;
  readonly on: Day;
};

/** Whether a state is one of a set; `because` names the knob or record on which it hangs. */
export type Seat = {
  readonly state: string;
  readonly truth: Truth;
  readonly because?: Missing;
};

/** What would settle something that is unknown. */
export type Missing =
  | {
      readonly finding: string;
      readonly about: string;
      readonly authorities: readonly string[];
      readonly wouldMake: string;
    }
  | { readonly record: string; readonly span: string; readonly wouldMake: string }
  | { readonly knob: string; readonly text: string };

export type Facts = {
  readonly pack: Pack;
  readonly on: Day; // The day asked about: what was done or found after it does not count.
  readonly day: Day; // The day of what is judged: who was bound then.
  /** Acts of that deed, in order of their days; those after `on` too. */
  readonly acts: (deed: string) => readonly Deed[];
  readonly act: (id: string) => Deed | undefined;
  /** Status words that are possible towards an instrument or the organization. */
  readonly statusOf: (state: string, towards: string, day: Day) => readonly string[];
  /** States with any standing towards an instrument on a day, those that surely have none left out. */
  readonly towards: (
    instrument: string,
    day: Day,
  ) => readonly (readonly [string, readonly string[]])[];
  /** Whether no recorded act of that kind means that there was none. */
  readonly isClosed: (kind: string, about: readonly string[], from: Day) => boolean;
  /** A file without the id of a recorded situation: its acts are all there are (S-50). */
  readonly isWholeCase: boolean;
};
