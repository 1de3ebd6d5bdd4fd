/**
 * The words of verdicts, each list once: what came of a decision, what an act is worth, whether a
 * party kept to a norm (S-42, S-48). Worked cases expect them, the rules give them, answers carry them.
 */

export const outcomeWords = [
  "adopted",
  "open-for-expression",
  "adopted-between-signatories",
  "not-adopted",
  "lapsed",
  "undetermined",
] as const;

export type Outcome = (typeof outcomeWords)[number];

export const validityWords = [
  "effective",
  "pending",
  "without-effect",
  "voidable",
  "not-institutional",
  "undetermined",
] as const;

export type Validity = (typeof validityWords)[number];

export const complianceWords = [
  "complies",
  "breach",
  "not-engaged",
  "undetermined",
  "conflict",
] as const;

export type ComplianceWord = (typeof complianceWords)[number];
