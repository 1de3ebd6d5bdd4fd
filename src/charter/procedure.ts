/**
 * Procedures: how a body decides, with every choice that the law makes stated (S-17, S-18).
 *
 * Out:  types only. What they mean is told in docs/explanation/deciding.md.
 */

import type { Condition, SetTerm } from "./condition.ts";
import type { Authority } from "./pack.ts";

/** What a position does to a decision. */
export type Effect = "counts-for" | "blocks" | "ignored" | "open";

export type Position = "for" | "against" | "abstain" | "absent" | "not-participating" | "silent";

/** A choice of the law: a word, an open `unknown`, or whatever a reading of an axis makes it. */
export type Choice<Word extends string> =
  | { readonly value: Word | "unknown"; readonly authority: Authority }
  | { readonly axis: string };

/** An exact share, "2/3". */
export type Share = string;

/** Of what a majority is counted: votes cast, those present, the whole electorate. */
export type Of = "cast" | "present" | "base";

export type DecisionRule =
  | { readonly kind: "consensus"; readonly test: Choice<"counts-for" | "blocks"> }
  | { readonly kind: "unanimity"; readonly of: Of }
  | {
      readonly kind: "majority";
      readonly of: Of;
      readonly moreThan?: Share;
      readonly atLeast?: Share;
      readonly weights?: { readonly [state: string]: string };
    };

export type Quorum =
  | { readonly kind: "none" }
  | { readonly kind: "unknown" }
  | { readonly kind: "present"; readonly atLeast: Share };

/** How a state of that position is bound by what was adopted. */
export type Binds = "adoption" | "own-expression" | "no";

export type Electorate = {
  readonly base: SetTerm;
  readonly suspended: Choice<"counted" | "not-counted">;
  readonly withdrawing: Choice<"counted" | "not-counted">;
  readonly signatory: Choice<"counted" | "observer">;
  readonly excludedBy: Authority; // The clause under which a state without a vote is left out.
};

export type LaterExpression = {
  readonly completes: Choice<"completes" | "binds-only" | "no">;
  readonly window: Choice<"none" | "open">;
  readonly until?: string; // A period after the sitting; with `window: open`.
  readonly ifSilent?: "lapses" | "adopts";
  readonly adoptedOn: "last-expression" | "sitting";
};

/** A special way to decide, beside the ordinary one. */
export type Form = {
  readonly id: string;
  readonly kind: "participants" | "silence" | "written" | "signature";
  readonly from: { readonly inForce: string };
  readonly authority: Authority;
  readonly needs?: Condition; // `$proposal` is the decision put.
};

export type Procedure = {
  readonly id: string;
  readonly bodies: readonly string[]; // One procedure may serve several.
  readonly authority: Authority;
  readonly electorate: Electorate;
  readonly quorum: Quorum & { readonly authority: Authority };
  readonly positions: { readonly [P in Position]: Choice<Effect> };
  readonly rule: DecisionRule;
  readonly form: "vote" | "signature";
  readonly reservation: Choice<"counts-for" | "reopens" | "binds-except">;
  readonly binds: { readonly [P in Position]: Choice<Binds> };
  readonly laterExpression: LaterExpression;
  readonly partial?: "between-signatories";
  readonly forms: readonly Form[];
};
