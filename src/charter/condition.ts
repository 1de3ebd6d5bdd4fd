/**
 * A condition: a small closed tree that a norm tests (charter-language, "Condition grammar").
 *
 * Out:  types only; `schema/conditions.ts` is their form, the room `rules` compiles and runs them.
 * Law:  decisions S-1 (three values), S-19 (when absence proves something), S-49 (findings).
 *
 * There is no regular expression, no recursion, no function of an author's making, and no
 * arithmetic but counts and days: what a condition costs is known before it runs.
 */

import type { Both, Period } from "#base";
import type { Outcome } from "./verdict-words.ts";

/** A literal, or a path that begins with `$`: `$s.victim`, `$act`, `$m`. */
export type Value = string | number | boolean;

/** A day: "1999-04-21", a path, or a day and a period after it. */
export type DayTerm = string | { readonly plus: readonly [DayTerm, Period] };

/** Who is counted: parties to an instrument, members of a body, who took part, or a list. */
export type SetTerm =
  | { readonly parties: string }
  | { readonly members: string }
  | { readonly participants: Value }
  | { readonly list: readonly Value[] };

export type Status =
  | "none"
  | "signatory"
  | "party"
  | "suspended"
  | "withdrawing"
  | "lapsed"
  | "withdrawn"
  | "expelled";

export type Quantified = {
  readonly in: SetTerm;
  readonly as: string;
  readonly where: Condition;
};

/** Some act of this deed was done by the day asked about; `as` binds it for what follows. */
export type ActLeaf = {
  readonly deed: string;
  readonly as?: string;
  readonly by?: Value;
  readonly to?: Value;
  readonly about?: Value;
  readonly where?: Condition;
};

/** The latest finding of a competent authority; with `value`, whether it says (one of) that. */
export type FindingLeaf = {
  readonly kind: string;
  readonly as?: string;
  readonly about: Value;
  readonly value?: Value | readonly Value[];
  readonly by?: readonly string[];
};

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: { readonly n: number; readonly of: readonly Condition[] } }
  | { readonly some: Quantified }
  | { readonly every: Quantified }
  | { readonly eq: readonly [Value, Value] }
  | { readonly oneOf: readonly [Value, readonly Value[]] }
  | { readonly atMost: readonly [Value, Value] }
  | { readonly member: readonly [Value, SetTerm] }
  | { readonly before: readonly [DayTerm, DayTerm] }
  | { readonly onOrAfter: readonly [DayTerm, DayTerm] }
  | { readonly within: { readonly date: DayTerm; readonly from: DayTerm; readonly for: Period } }
  | { readonly status: { readonly of: Value; readonly in: string; readonly is: readonly Status[] } }
  | { readonly act: ActLeaf }
  | { readonly finding: FindingLeaf }
  | { readonly outcome: { readonly of: Value; readonly is: readonly Outcome[] } }
  | { readonly is: { readonly name: string; readonly args?: { readonly [arg: string]: Value } } }
  | { readonly judgement: { readonly id: string; readonly text: Both } }
  | { readonly reading: { readonly axis: string; readonly is: readonly string[] } };

/** The word that names a node: `all`, `act`, `finding`. */
export type Op = Condition extends infer Each ? (Each extends object ? keyof Each : never) : never;
