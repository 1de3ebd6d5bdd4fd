/**
 * The shapes of verdicts: what `check`, `decide` and `duties` answer (S-24, S-42, S-48, S-50).
 *
 * Out:  types only, in ids and codes. `title` is filled by the room `wording`.
 */

import type { ComplianceWord, Effect, Outcome, PositionWord, Validity } from "#charter";
import type { Shown } from "./answers.ts";
import type { DutyRow } from "./duties/duties.ts";
import type { Missing } from "./norms/facts.ts";
import type { Flip } from "./norms/flips.ts";
import type { Receipt } from "./receipts/receipt.ts";

/** Which option of each axis an answer is given under. */
export type ReadingShown = { readonly [axis: string]: string };

export type TextSeen = "full" | "part" | "no";

export type FormRow = {
  readonly form: string;
  readonly available: boolean;
  readonly because: string;
  readonly outcome?: Outcome;
  readonly binds?: readonly string[];
};

export type LaterRow = {
  readonly state: string;
  readonly on: string;
  readonly effect: "counted" | "bound-from" | "too-late" | "none";
  readonly reached?: number | string;
};

export type ExclusionRow = { readonly state: string; readonly clause: string };

export type PositionRow = {
  readonly state: string;
  readonly position: PositionWord | "unknown";
  readonly effect?: Effect | "unknown"; // Under the ordinary form.
};

export type ComplianceRow = {
  readonly party: string;
  readonly norm: string;
  readonly result: ComplianceWord;
  readonly with?: string; // The duty that asks for what the norm forbids.
};

export type IgnoredRow = { readonly act: string; readonly reason: string };

/** What came of a decision, under one reading; the same for `check` and `decide` (S-48). */
export type DecisionFields = {
  readonly form: string;
  readonly outcome: Outcome;
  readonly adoptedOn?: string;
  readonly forms: readonly FormRow[];
  readonly counts: "consents" | "objections";
  readonly base: number | string;
  readonly needed: number | string;
  readonly reached: number | string;
  readonly shortBy: number | string;
  readonly blockedBy: readonly string[];
  readonly binds: readonly string[];
  readonly bindsUnknown: readonly string[];
  readonly laterExpressions: readonly LaterRow[];
  readonly exclusions: readonly ExclusionRow[];
  readonly positions: readonly PositionRow[];
  readonly clauses: readonly string[]; // On which the procedure rests.
};

export type CheckReadingRow = {
  readonly reading: ReadingShown;
  readonly validity: Validity;
  readonly missing: readonly Missing[];
  readonly compliance: readonly ComplianceRow[];
  readonly textSeen: TextSeen;
  readonly trace: Receipt;
} & Partial<DecisionFields>;

/** A claim that counts other members than the register (S-44). */
export type FlagRow = {
  readonly claim: string;
  readonly contradicts: "membership";
  readonly says: string;
  readonly register: string;
};

/** A later act that rests on one without effect. */
export type RestRow = {
  readonly act: string;
  readonly on: string; // The act on which it rests at once.
};

/** What would give an act its effect after all. */
export type CureRow = {
  readonly reading: ReadingShown;
  readonly by: readonly string[]; // Whose consent, expressed now; none where a condition lacks.
  readonly node?: string; // The condition that would have to be met.
  readonly makes: Validity;
};

export type CheckAnswer = Shown & {
  readonly act: string;
  readonly title: string; // filled by wording
  readonly disputed: boolean;
  readonly capped: boolean; // There were more than sixteen combinations of readings.
  readonly readings: readonly CheckReadingRow[];
  readonly flags: readonly FlagRow[];
  readonly rests: readonly RestRow[];
  readonly cures: readonly CureRow[];
  readonly ignored: readonly IgnoredRow[];
};

export type DecideReadingRow = DecisionFields & {
  readonly reading: ReadingShown;
  readonly validity: Validity;
  readonly missing: readonly Missing[];
  readonly textSeen: TextSeen;
  readonly trace: Receipt;
};

export type DecideAnswer = Shown & {
  readonly body: string;
  readonly proposal?: string; // As the file names it.
  readonly electorate: readonly string[];
  readonly disputed: boolean;
  readonly capped: boolean;
  readonly readings: readonly DecideReadingRow[];
};

/** A duty is shown as it was reckoned. */
export type DutyShown = DutyRow;

/** A norm that is not engaged, and the node that says so. */
export type NotEngagedRow = { readonly norm: string; readonly because: string };

export type DutiesReadingRow = {
  readonly reading: ReadingShown;
  readonly duties: readonly DutyShown[]; // Beside those that all readings share.
  readonly notEngaged: readonly NotEngagedRow[];
  readonly missing: readonly Missing[];
  readonly receipt: Receipt;
};

export type DutiesAnswer = Shown & {
  readonly situation: string; // Its address; `situation/case` of a file without an id.
  readonly victim: string;
  readonly attacker?: string;
  readonly party?: string; // Only duties of this state, where one was asked for.
  readonly disputed: boolean;
  readonly capped: boolean;
  readonly duties: readonly DutyShown[];
  readonly notEngaged: readonly NotEngagedRow[];
  readonly missing: readonly Missing[];
  readonly readings: readonly DutiesReadingRow[]; // None where no axis was touched.
  readonly ignored: readonly IgnoredRow[];
  readonly flips: readonly Flip[];
  readonly flipsComplete: boolean;
  readonly receipt: Receipt; // Of the first reading.
};

export type AnyVerdict =
  | { readonly command: "check"; readonly answer: CheckAnswer }
  | { readonly command: "decide"; readonly answer: DecideAnswer }
  | { readonly command: "duties"; readonly answer: DutiesAnswer };
