/**
 * The one envelope around every act: what all kinds share, and the words it may use.
 *
 * Out:  types only, and the closed lists of words they are made of; `check.ts` enforces them.
 * Law:  decisions S-6 (claims), S-7 (envelope and ids), S-8 (releases).
 *
 * An asserted act is told by sources and carries claims; a performed act was done before the
 * program by a named person. What `says` and `fields` hold is the business of the act's kind, in
 * the room `record`. No list of the envelope is ever empty: what is not there is left out, so that
 * a thing has one spelling.
 */
import type { ActId, Address, Both, Instant, Json, StateId } from "#base";

export const bases = ["stated", "inferred", "unknown"] as const;
export type Basis = (typeof bases)[number];

export const confidences = ["high", "medium", "low", "unsourced"] as const;
export type Confidence = (typeof confidences)[number];

/** How a claim that is not preferred differs from the one that is (S-6). */
export const differences = [
  "error",
  "imprecise",
  "contested",
  "superseded",
  "unverified",
  "note",
] as const;
export type Difference = (typeof differences)[number];

/** Standing of a source, highest first. */
export const standings = [
  "primary-text",
  "official",
  "agency",
  "study",
  "press",
  "encyclopaedia",
  "copy",
  "none",
] as const;
export type Standing = (typeof standings)[number];

/** Why one claim is preferred to another, or why an act was corrected or retracted. */
export const groundRules = [
  "higher-standing",
  "primary-text",
  "register",
  "later-and-better",
  "more-precise",
  "only-source",
  "majority",
  "new-source",
  "editor",
] as const;
export type GroundRule = (typeof groundRules)[number];

/** The rule, and where an editor explained it, the explanation in both languages. */
export type Ground = { readonly rule: GroundRule; readonly en?: string; readonly ru?: string };

/** The clause under which an act was done, and whether a source says so. */
export type Under = { readonly clause: string; readonly basis: Basis };

/** Values by field name; strict plain JSON, its meaning is the kind's. */
export type Fields = { readonly [field: string]: Json };

/** What one source says of an act, and no more than it says. */
export type Claim = {
  readonly id: string; // Unique within the act: a, b, c.
  readonly source: string;
  readonly at?: string; // Where in the source.
  readonly facts?: readonly string[]; // Numbered facts of the source, such as F020.
  readonly rows?: readonly string[]; // Numbered rows of the editors' research, such as C061.
  readonly confidence: Confidence;
  readonly differs?: Difference; // On every claim that is preferred for nothing.
  readonly says: Fields;
  readonly rests?: readonly ActId[]; // Acts without which the claim would not stand.
  readonly note?: Both;
};

/** The word of an act that no claim carries: sources tell of it, and the editors do not follow. */
export const noClaim = "none";

/** One claim for everything, or a claim for each field named; or `none`. */
export type Preferred = string | { readonly [field: string]: string };

/** The person by whom a performed act was done. */
export type By = { readonly person: Address; readonly capacity: string };

/** A version of an act: 1 as first entered, one more with each correction. */
export type Version = { readonly id: ActId; readonly version: number };

type Common = {
  readonly id: ActId; // Unique in the organization, never reused.
  readonly org: string;
  readonly kind: string; // Noun, dot, past participle.
  readonly actors?: readonly (StateId | Address)[];
  readonly addressees?: readonly (StateId | Address)[];
  readonly about?: readonly Address[];
  readonly under?: Under;
  readonly after?: readonly ActId[];
  readonly title?: Both;
  readonly recordedAt: Instant;
  readonly release?: number; // From 1; absent on acts of this installation alone.
  readonly ground?: Ground;
  readonly handling?: string; // Who may see it; absent: everyone.
};

/** An act of which sources tell. With more than one claim, `ground` says why one is preferred. */
export type AssertedAct = Common & {
  readonly mode: "asserted";
  readonly claims: readonly Claim[];
  readonly preferred: Preferred;
};

/** An act done before the program. Days are EDTF texts of decision S-10. */
export type PerformedAct = Common & {
  readonly mode: "performed";
  readonly by: By;
  readonly occurredOn: string;
  readonly effectiveOn?: string;
  readonly fields?: Fields;
  readonly supersedes?: Version;
};

export type Act = AssertedAct | PerformedAct;

/** Who enters corrections, retractions and the acts of a release. */
export const registrar: By = { person: "office/registrar", capacity: "registrar" };
