/**
 * What is told of a decision: the numbers, who holds it up, who is bound, what came later.
 *
 * Law: S-42 (numbers of consents or of objections), S-48 and Ex. 3.
 */

import { type Day, isoOf } from "#base";
import type { Outcome, PositionWord } from "#charter";
import type { Missing } from "../norms/facts.ts";
import { type Chooser, chosen } from "./choice.ts";
import type { Excluded } from "./electorate.ts";
import { told } from "./exact.ts";
import type { Later, LaterShown } from "./sitting.ts";
import { type Ballot, type Rule, type Tally, tallyOf } from "./tally.ts";

export type Decided = {
  readonly outcome: Outcome;
  readonly adoptedOn?: string;
  readonly counts: "consents" | "objections";
  readonly base: number | string;
  readonly needed: number | string;
  readonly reached: number | string;
  readonly shortBy: number | string;
  readonly missing: readonly Missing[];
  readonly blockedBy: readonly string[];
  readonly binds: readonly string[];
  readonly bindsUnknown: readonly string[];
  readonly laterExpressions: readonly LaterShown[];
  readonly exclusions: readonly Excluded[];
  readonly decidingNode: string;
};

/** A ballot with the position behind it, and what an unknown effect hangs on. */
export type Cast = Ballot & {
  readonly position: PositionWord | "unknown";
  readonly missing: readonly Missing[];
  readonly node: string;
};

/** What a tally comes to, once quorum, window and late expressions are looked at. */
export type Settled = {
  readonly outcome: Outcome;
  readonly adoptedOn?: Day;
  readonly node: string;
  readonly missing: readonly Missing[];
};

export const shown = (
  tally: Tally,
): Pick<Decided, "counts" | "base" | "needed" | "reached" | "shortBy"> => {
  const { counts, base, needed, reached, digits, isWeighted } = tally;
  const lacking = counts === "consents" ? needed - reached : reached - needed;
  const text = (units: bigint) => told(units, digits, isWeighted);
  return {
    counts,
    base: text(base),
    needed: text(needed),
    reached: text(reached),
    shortBy: text(lacking > 0n ? lacking : 0n),
  };
};

/** The members who hold a decision up: by objecting, or by not consenting where all must. */
export const blockers = (
  rule: Rule,
  casts: readonly Cast[],
  outcome: Outcome,
): readonly string[] => {
  if (outcome === "adopted") return [];
  const holds = ({ effect }: Cast): boolean =>
    effect === "blocks" ||
    (rule.kind === "consensus" && rule.test === "counts-for" && effect === "ignored");
  return casts.filter(holds).map(({ state }) => state);
};

export const bound = (
  chooser: Chooser,
  casts: readonly Cast[],
  later: readonly Later[],
  { outcome }: Settled,
): Pick<Decided, "binds" | "bindsUnknown"> => {
  if (outcome === "adopted-between-signatories") {
    const binds = casts.filter(({ effect }) => effect === "counts-for").map(({ state }) => state);
    return { binds, bindsUnknown: [] };
  }
  if (outcome !== "adopted") return { binds: [], bindsUnknown: [] };
  const { procedure } = chooser;
  const has = (word: string) => (cast: Cast) =>
    wordOf(cast) === word &&
    !later.some(({ state }) => state === cast.state && word !== "adoption");
  const wordOf = ({ position }: Cast): string =>
    position === "unknown"
      ? "unknown"
      : chosen(chooser, procedure.binds[position], `binds-${position}`);
  return {
    binds: casts.filter(has("adoption")).map(({ state }) => state),
    bindsUnknown: casts.filter(has("unknown")).map(({ state }) => state),
  };
};

/** What a later expression did: it counts as a consent, or binds whoever made it. */
export const laterShown = (
  rule: Rule,
  casts: readonly Cast[],
  later: readonly Later[],
  { outcome }: Settled,
): readonly LaterShown[] => {
  let now = casts;
  return later.map(({ state, position, on }): LaterShown => {
    const base = { state, on: isoOf(on) };
    if (position !== "for") return { ...base, effect: "none" };
    now = now.map((cast) => (cast.state === state ? { ...cast, effect: "counts-for" } : cast));
    const tally = tallyOf(rule, now);
    if (tally.counts === "objections") {
      return { ...base, effect: outcome === "adopted" ? "bound-from" : "none" };
    }
    return { ...base, effect: "counted", reached: shown(tally).reached };
  });
};
