/**
 * Three values: true, false, unknown (Kleene). Unknown is not false, and not an error.
 *
 * Law: S-1. `Truth` stands in traces only; of a norm one says `met | not-met | undetermined`.
 */

export type Truth = "true" | "false" | "unknown";
export type Result = "met" | "not-met" | "undetermined";

export const truthOf = (is: boolean): Truth => (is ? "true" : "false");

export const not = (one: Truth): Truth =>
  one === "unknown" ? "unknown" : one === "true" ? "false" : "true";

export const and = (a: Truth, b: Truth): Truth => {
  if (a === "false" || b === "false") return "false";
  return a === "unknown" || b === "unknown" ? "unknown" : "true";
};

export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

const results = { true: "met", false: "not-met", unknown: "undetermined" } as const;

export const resultOf = (truth: Truth): Result => results[truth];
