/**
 * Norms: what the law asks of whom, and what counts as what.
 *
 * Out:  types only. A norm is placed in time by the versions of provisions that list it.
 * Law:  charter-language, "Norm kinds"; decision S-18 (a text that was not seen says so).
 */

import type { Both, Period } from "#base";
import type { Condition, DayTerm, SetTerm, Value } from "./condition.ts";
import type { Authority } from "./pack.ts";

/** Each member of a set for whom a condition holds; or one, by code or path. */
export type Bearer =
  | { readonly each: string; readonly in: SetTerm; readonly where?: Condition }
  | Value;

export type Deeds = { readonly oneOf: readonly string[] };

/** A norm known to pull against this one without a rule of priority, and why that is left so. */
export type Acknowledged = { readonly norm: string; readonly reason: Both };

type Common = {
  readonly id: string;
  readonly note?: Both;
  readonly text?: "not-seen";
  readonly source?: string; // Of a day written in the norm, which no act decides (S-13).
  readonly acknowledges?: readonly Acknowledged[];
  readonly retired?: true; // An id is never used again.
};

export type Due = {
  readonly from: DayTerm;
  readonly within?: Period | "P0D";
  readonly until?: DayTerm;
  readonly note?: string;
  /** A day without a number, "immediately": only a finding says that it was too late. */
  readonly grace?: "judgement";
};

export type Qualifies = Common & {
  readonly kind: "qualifies";
  readonly subject: { readonly event: "situation" | "act"; readonly as: string };
  readonly as: string;
  readonly when: Condition;
};

export type Power = Common & {
  readonly kind: "power";
  readonly holder: Bearer;
  /** With `about`, acts about that address alone; others of the deed this power does not touch. */
  readonly act: { readonly deed: string; readonly as?: string; readonly about?: string };
  readonly validWhen: Condition;
  readonly effects: readonly { readonly [effect: string]: string }[];
  readonly procedure?: string;
};

export type Duty = Common & {
  readonly kind: "duty";
  readonly bearer: Bearer;
  readonly owedTo: Value | SetTerm;
  readonly trigger: Condition;
  readonly do: {
    readonly anyOf?: readonly string[];
    readonly allOf?: readonly string[];
    readonly to?: Value;
    readonly before?: DayTerm;
  };
  readonly due: Due;
  readonly dischargedBy: Condition;
  readonly continuing: boolean;
  readonly endsWhen?: Condition;
  readonly strength?: "conduct" | "result";
  readonly onBreach?: readonly { readonly raises: string }[];
};

export type Prohibition = Common & {
  readonly kind: "prohibition";
  readonly bearer: Bearer;
  readonly owedTo: Value | SetTerm;
  readonly act: Deeds;
  readonly when: Condition;
  readonly unless?: Condition;
};

export type Permission = Common & {
  readonly kind: "permission";
  readonly holder: Bearer;
  readonly act: Deeds;
  readonly when: Condition;
  readonly against: string;
};

export type Immunity = Common & {
  readonly kind: "immunity";
  readonly holder: Bearer;
  readonly from: Bearer;
  readonly act: Deeds;
};

export type Priority = Common & {
  readonly kind: "priority";
  readonly over: string;
  readonly under: string;
  readonly ground: "express" | "superior" | "later" | "special";
  readonly scope: Condition;
};

export type Accounts = Common & {
  readonly kind: "accounts";
  readonly body: string;
  readonly to: string;
  readonly for: string;
  readonly every: Period | "session" | "unknown";
};

export type Norm =
  | Qualifies
  | Power
  | Duty
  | Prohibition
  | Permission
  | Immunity
  | Priority
  | Accounts;

/** A named, typed condition; also what `is` may call. */
export type Predicate = {
  readonly id: string;
  readonly args: readonly string[];
  readonly when: Condition;
};

/** Who may make a kind of finding: bodies, addresses, or a role in the situation. */
export type FindingRule = {
  readonly kind: string;
  readonly is?: "judgement"; // A kind of the pack's own (S-49).
  readonly by: readonly string[];
  readonly authority: Authority;
};

/** A core kind of act with a deed of its own (S-14). */
export type SpecialAct = {
  readonly id: string;
  readonly is: string;
  readonly deed: string;
  readonly fields?: { readonly [field: string]: "id" | "day" | "text" | "state" };
};
