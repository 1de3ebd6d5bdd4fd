/**
 * Whether what the members did carries a decision, by the procedure's rule.
 *
 * In:   each member of the base with the effect of its position; effects may be unknown.
 * Out:  carried, not carried, open (others may still express themselves), or unknown.
 * Law:  charter-language, procedures: by `counts-for` every member of the base must count for, by
 *       `blocks` nobody may block; a majority is an exact share of votes cast, of those present or
 *       of the base. docs/explanation/deciding.md tells it in words.
 */

import type { DecisionRule, Effect } from "#charter";
import { digitsOf, leastOf, type Threshold, threshold, unitsOf } from "./exact.ts";

/** One member of the base. */
export type Ballot = {
  readonly state: string;
  readonly effect: Effect | "unknown";
  readonly isPresent: boolean | "unknown";
};

/** A rule whose test, where it has one, has been chosen. */
export type Rule =
  | { readonly kind: "consensus"; readonly test: "counts-for" | "blocks" }
  | Exclude<DecisionRule, { kind: "consensus" }>;

export type Carried = "carried" | "not-carried" | "open" | "unknown";

export type Tally = {
  readonly carried: Carried;
  readonly counts: "consents" | "objections";
  readonly base: bigint;
  readonly needed: bigint;
  readonly reached: bigint;
  readonly digits: number;
  readonly isWeighted: boolean;
};

/** A member whose effect is known, or supposed. */
type Vote = { readonly state: string; readonly effect: Effect; readonly isPresent: boolean };

const thresholdOf = (rule: Exclude<Rule, { kind: "consensus" }>): Threshold => {
  if (rule.kind === "unanimity") return threshold("1/1", false);
  if (rule.moreThan !== undefined) return threshold(rule.moreThan, true);
  return threshold(rule.atLeast ?? "1/1", false);
};

const weightsOf = (rule: Rule) => (rule.kind === "majority" ? rule.weights : undefined);

const count = (rule: Rule, digits: number, votes: readonly Vote[]): bigint => {
  const weights = weightsOf(rule);
  if (weights === undefined) return BigInt(votes.length);
  return votes.reduce((sum, { state }) => sum + unitsOf(weights[state] ?? "0", digits), 0n);
};

const isOf = (of: "cast" | "present" | "base", { effect, isPresent }: Vote): boolean => {
  if (of === "base") return true;
  return of === "present" ? isPresent : effect === "counts-for" || effect === "blocks";
};

const having = (votes: readonly Vote[], effect: Effect) =>
  votes.filter((vote) => vote.effect === effect);

const passes = (rule: Rule, digits: number, votes: readonly Vote[]): boolean => {
  if (votes.length === 0) return false; // Nobody decides nothing.
  if (rule.kind === "consensus") {
    return rule.test === "counts-for"
      ? votes.every(({ effect }) => effect === "counts-for")
      : votes.every(({ effect }) => effect !== "blocks");
  }
  const among = votes.filter((vote) => isOf(rule.of, vote));
  if (among.length === 0) return false;
  const total = count(rule, digits, among);
  return count(rule, digits, having(votes, "counts-for")) >= leastOf(total, thresholdOf(rule));
};

/**
 * Votes with the unknown ones supposed. Whoever is still open holds a consensus up, and has not
 * voted in a majority.
 */
const supposed = (
  ballots: readonly Ballot[],
  unknown: Effect,
  open: Effect,
  isPresent: boolean,
): readonly Vote[] =>
  ballots.map((one) => ({
    state: one.state,
    effect: one.effect === "unknown" ? unknown : one.effect === "open" ? open : one.effect,
    isPresent: one.isPresent === "unknown" ? isPresent : one.isPresent,
  }));

export const tallyOf = (rule: Rule, ballots: readonly Ballot[]): Tally => {
  const digits = digitsOf(Object.values(weightsOf(rule) ?? {}));
  const now: Effect = rule.kind === "consensus" ? "blocks" : "ignored";
  const worst = supposed(ballots, "blocks", now, true);
  const best = supposed(ballots, "counts-for", "counts-for", true);
  const known = ballots.every(({ effect }) => effect !== "unknown");
  const carried = passes(rule, digits, worst)
    ? "carried"
    : !passes(rule, digits, best)
      ? "not-carried"
      : known
        ? "open"
        : "unknown";
  const as = supposed(ballots, "ignored", "open", false);
  return {
    carried,
    ...counted(rule, digits, as),
    digits,
    isWeighted: weightsOf(rule) !== undefined,
  };
};

const counted = (
  rule: Rule,
  digits: number,
  votes: readonly Vote[],
): Pick<Tally, "counts" | "base" | "needed" | "reached"> => {
  const base = count(rule, digits, votes);
  if (rule.kind === "consensus" && rule.test === "blocks") {
    const reached = BigInt(having(votes, "blocks").length);
    return { counts: "objections", base, needed: 0n, reached };
  }
  const reached = count(rule, digits, having(votes, "counts-for"));
  if (rule.kind === "consensus") return { counts: "consents", base, needed: base, reached };
  const total = count(
    rule,
    digits,
    votes.filter((vote) => isOf(rule.of, vote)),
  );
  return { counts: "consents", base, needed: leastOf(total, thresholdOf(rule)), reached };
};
