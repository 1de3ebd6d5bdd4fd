/**
 * What every language must be able to say of verdicts: words for codes, and the sentences that the
 * explanation of a receipt is made of.
 *
 * Out:  types only.
 */

import type { Effect, Outcome, Status } from "#charter";
import type { CheckReadingRow, DutyShown, ReadingShown } from "#rules";

type Validity = CheckReadingRow["validity"];
type Compliance = CheckReadingRow["compliance"][number]["result"];

export type VerdictColumn =
  | "reading"
  | "validity"
  | "outcome"
  | "base"
  | "needed"
  | "reached"
  | "shortBy"
  | "blockedBy"
  | "binds"
  | "decides"
  | "norm"
  | "clause"
  | "bearer"
  | "owedTo"
  | "do"
  | "due"
  | "truth"
  | "state"
  | "receipt"
  | "question"
  | "holds"
  | "differs";

/** Numbers of a decision, in words already. */
export type Counted = {
  readonly base: string;
  readonly needed: string;
  readonly reached: string;
  readonly shortBy: string;
};

/** Parts of the situation or the act that conditions speak of by `$name`. */
export type Variable = "s" | "s.victim" | "s.attacker" | "act" | "proposal" | "bearer" | "other";

/** What decided, where it is no leaf of a norm. */
export type Place =
  | "bearer"
  | "life"
  | "holder"
  | "priority"
  | "endsWhen"
  | "defeated"
  | "grace"
  | "quorum"
  | "window"
  | "completes"
  | "partial"
  | "reservation"
  | "procedure"
  | "deadline"
  | "broken"
  | "electorate";

export type NodeWords = {
  readonly not: (text: string) => string;
  readonly finding: (kind: string, values: string, by: string) => string;
  readonly act: (kind: string, by: string, to: string) => string;
  readonly status: (who: string, towards: string, is: string) => string;
  readonly is: (left: string, right: string) => string;
  readonly belongs: (who: string, set: string) => string;
  readonly parties: (instrument: string) => string;
  readonly members: (body: string) => string;
  readonly participants: string;
  readonly before: (a: string, b: string) => string;
  readonly onOrAfter: (a: string, b: string) => string;
  readonly within: (day: string, from: string, length: string) => string;
  readonly outcome: (of: string, is: string) => string;
  readonly judgement: (text: string) => string;
  readonly every: string;
  readonly some: string;
  readonly all: string;
  readonly any: string;
  readonly predicate: (name: string) => string;
  readonly places: { readonly [P in Place]: string };
  readonly consensus: { readonly "counts-for": string; readonly blocks: string };
  readonly majority: string;
  readonly unanimity: string;
  readonly position: (position: string) => string;
  readonly lifeRule: (instrument: string, rule: string) => string;
  readonly lifeRules: { readonly [path: string]: string };
  readonly form: (form: string) => string;
};

export type VerdictWords = {
  readonly validities: { readonly [V in Validity]: string };
  readonly outcomes: { readonly [O in Outcome]: string };
  readonly compliance: { readonly [C in Compliance]: string };
  readonly results: { readonly [R in "met" | "not-met" | "undetermined"]: string };
  readonly truths: { readonly [T in "true" | "false" | "unknown"]: string };
  readonly dutyStates: { readonly [S in DutyShown["state"]]: string };
  readonly effects: { readonly [E in Effect | "unknown"]: string };
  readonly unknownPosition: string;
  readonly statuses: { readonly [S in Status]: string };
  readonly findings: { readonly [kind: string]: string };
  readonly values: { readonly [value: string]: string };
  readonly variables: { readonly [V in Variable]: string };
  readonly reasons: { readonly [reason: string]: string };
  readonly wouldMake: { readonly [word: string]: string };
  readonly columns: { readonly [C in VerdictColumn]: string };
  readonly nodes: NodeWords;
  readonly checkTitle: (act: string) => string;
  readonly decideTitle: (body: string, on: string) => string;
  readonly dutiesTitle: (situation: string, on: string) => string;
  readonly receiptsTitle: (count: number) => string;
  readonly disputed: string;
  readonly agreed: string;
  readonly capped: string;
  readonly everyReading: string;
  readonly reading: (options: readonly string[]) => string;
  readonly verdict: (validity: string, outcome: string | undefined, on: string) => string;
  readonly consents: (counted: Counted) => string;
  readonly objections: (counted: Counted) => string;
  readonly clauses: (cites: string) => string;
  readonly excluded: (state: string, cite: string) => string;
  readonly blockedBy: (states: string) => string;
  readonly binds: (states: string) => string;
  readonly bindsUnknown: (states: string) => string;
  readonly later: {
    readonly counted: (state: string, day: string, reached: string) => string;
    readonly "bound-from": (state: string, day: string) => string;
    readonly "too-late": (state: string, day: string) => string;
    readonly none: (state: string, day: string) => string;
  };
  readonly form: (form: string, outcome: string) => string;
  readonly formAbsent: (form: string, because: string) => string;
  readonly formSince: (cite: string, version: string, day: string) => string;
  readonly decides: (node: string) => string;
  readonly defeated: (by: string) => string;
  readonly missingFinding: (kind: string, about: string, by: string, makes: string) => string;
  readonly missingRecord: (what: string, span: string, makes: string) => string;
  readonly missingKnob: (knob: string, text: string) => string;
  readonly flip: (changes: readonly string[], verdict: string) => string;
  readonly flipLeaf: (leaf: string, to: string) => string;
  readonly flipPosition: (states: readonly string[], position: string) => string;
  readonly flipsIncomplete: string;
  readonly seen: { readonly part: string; readonly no: string };
  readonly flag: (claim: string, says: string, register: string) => string;
  readonly rests: (act: string, on: string) => string;
  readonly cureBy: (states: string, makes: string) => string;
  readonly cureIf: (node: string, makes: string) => string;
  readonly ignored: (act: string, reason: string) => string;
  readonly toOthers: string;
  readonly immediately: string;
  readonly due: (due: string) => string;
  readonly notEngaged: (norm: string, because: string) => string;
  readonly elapsed: (days: number) => string;
  readonly receipt: (hash: string) => string;
  readonly differs: (field: string, says: string, found: string) => string;
};

export type { ReadingShown };
