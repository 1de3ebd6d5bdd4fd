/**
 * The shapes of answers: what `--json` prints and the HTTP interface returns (S-24).
 *
 * Out:  types only. Days are EDTF texts, acts and clauses are ids; there is no sentence in them.
 *       `title`, `gist` and `name` are filled by the room `wording` in the language asked for.
 */

import type { Confidence, Difference, Standing } from "#ledger";
import type { Certainty } from "#record";
import type { AnyList, CoverageAnswer } from "./list-answers.ts";
import type { AnyVerdict } from "./verdict-answers.ts";

/** Through which eyes the answer was given; absent keys: the whole record as of the head. */
export type LensShown = {
  readonly known?: string; // an instant or #n, as asked
  readonly "published-by"?: string;
  readonly "according-to"?: readonly string[];
};

/** What every answer about a day bears. */
export type Shown = {
  readonly org: string;
  readonly on: string;
  readonly lens: LensShown;
  readonly undated?: readonly string[]; // under published-by: sources left out for want of a day
  readonly lastAct?: string; // where `on` lies ahead of today: the day of the last act recorded
};

/** Which of the statuses towards instruments are not certain, and how. */
export type Doubts = { readonly [instrument: string]: Certainty };

export type MemberRow = {
  readonly state: string;
  readonly status: string;
  readonly since: string;
  readonly until?: string;
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly acts: readonly string[];
  readonly instruments: { readonly [instrument: string]: string };
  readonly doubts?: Doubts;
};

export type MembersAnswer = Shown & {
  readonly counts: { readonly [status: string]: number };
  readonly members: readonly MemberRow[];
  /** Not listed by the preferred claims and readings, but by a contested one or another reading. */
  readonly contested?: readonly MemberRow[];
};

export type SpanRow = {
  readonly status: string;
  readonly from: string;
  readonly until?: string; // the first day it no longer holds
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly acts: readonly string[];
};

export type StatusAnswer = Shown & {
  readonly state: string;
  readonly status: string;
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly instruments: { readonly [instrument: string]: string };
  readonly doubts?: Doubts;
  readonly spans: readonly SpanRow[];
};

/** One claim of one act, as it bears on a value. */
export type ClaimRow = {
  readonly act: string;
  readonly kind: string;
  readonly about?: readonly string[];
  readonly clause?: string;
  readonly claim?: string;
  readonly source?: string;
  readonly standing?: Standing;
  readonly says: { readonly [field: string]: unknown };
  readonly confidence?: Confidence;
  readonly differs?: Difference;
  readonly gives?: readonly string[]; // the other value, or values, for which it speaks
  readonly mendedBy?: string; // the correction by which this version came
};

export type ReadingRow = {
  readonly axis: string;
  readonly reading: string;
  readonly value: string;
  readonly possible?: readonly string[];
};

export type MendRow = {
  readonly act: string; // the correction or retraction
  readonly mends: string;
  readonly retracted: boolean;
  readonly ground?: { readonly rule: string; readonly en?: string; readonly ru?: string };
};

export type WhyAnswer = Shown & {
  readonly subject: string;
  readonly value: unknown;
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly because: readonly ClaimRow[];
  readonly against: readonly ClaimRow[];
  readonly alsoSaid: readonly ClaimRow[]; // acts that speak of it without effect (S-52)
  readonly mended: readonly MendRow[];
  readonly grounds: readonly {
    readonly act: string;
    readonly rule: string;
    readonly en?: string;
    readonly ru?: string;
  }[];
  readonly clauses: readonly string[]; // provisions on which the derivation rests
  readonly computed?:
    | { readonly value: string }
    | { readonly unknown: "deposits-not-confirmed" | "no-rule-known" };
  readonly readings?: readonly ReadingRow[];
};

/** Certainty changes too: a value may stay and come to be disputed. */
export type ChangeRow = {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly certainty: { readonly before: Certainty; readonly after: Certainty };
  /** Where not certain: what is possible. */
  readonly possible?: {
    readonly before?: readonly string[];
    readonly after?: readonly string[];
  };
  readonly on: string;
  readonly acts: readonly string[];
};

export type DiffAnswer = {
  readonly org: string;
  readonly lens: LensShown;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly ChangeRow[];
  readonly undated?: readonly string[];
};

export type VersionRow = { readonly n: number; readonly from?: string; readonly until?: string };

export type ProvisionAnswer = Shown & {
  readonly id: string;
  readonly cite: { readonly instrument: string; readonly locator: string };
  readonly version: number | null; // null: none in force, or unknown
  readonly inForce: boolean | null; // null: unknown
  readonly certainty: Certainty;
  readonly possible?: readonly string[];
  readonly textSeen: "full" | "part" | "no";
  readonly confidence?: Confidence;
  readonly gist: string | null; // filled by wording
  readonly amended: readonly { readonly by: string; readonly on: string }[];
  readonly versions: readonly VersionRow[];
};

export type ActRow = {
  readonly id: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly effectiveOn: string;
  readonly actors: readonly string[];
  readonly about: readonly string[];
  readonly title: string; // filled by wording
  readonly confidence: Confidence;
};

export type TimelineAnswer = {
  readonly org: string;
  readonly lens: LensShown;
  readonly from?: string;
  readonly to?: string;
  readonly acts: readonly ActRow[];
  readonly undated?: readonly string[];
};

export type Answer =
  | { readonly command: "members"; readonly answer: MembersAnswer }
  | { readonly command: "status"; readonly answer: StatusAnswer }
  | { readonly command: "why"; readonly answer: WhyAnswer }
  | { readonly command: "diff"; readonly answer: DiffAnswer }
  | { readonly command: "provision"; readonly answer: ProvisionAnswer }
  | { readonly command: "timeline"; readonly answer: TimelineAnswer }
  | { readonly command: "coverage"; readonly answer: CoverageAnswer }
  | AnyList
  | AnyVerdict;

export type AnswerOf<C extends Answer["command"]> = Extract<Answer, { command: C }>["answer"];
