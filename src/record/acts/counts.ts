/**
 * What contradicts itself within one claim is refused (S-44): a count its own list, a list another
 * list, shares the whole they are shares of.
 *
 * A list may be shorter than the count, since a source may name only some; then it must still be
 * possible to fill it up to the count. Between a claim and the register a contradiction is no
 * fault of the claim: it is recorded and flagged.
 */

import type { Json } from "#base";
import type { Fields } from "#ledger";
import { positionWord } from "./decision.ts";
import { findingProblems } from "./finding.ts";
import { type Problem, pointer, problem } from "./problem.ts";

const numberAt = (value: unknown, key: string): number | undefined => {
  if (typeof value !== "object" || value === null || !(key in value)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : undefined;
};

/** The tally against the positions of the same claim, and against itself. */
const tallyProblems = ({ tally, positions }: Fields): readonly Problem[] => {
  const votes = numberAt(tally, "for");
  const of = numberAt(tally, "of");
  if (votes === undefined || of === undefined) return [];
  if (votes > of) return [problem("/tally/for", "count.contradicts", votes, `0 … ${of}`)];
  if (typeof positions !== "object" || positions === null) return [];
  const words = Object.values(positions).map(positionWord);
  const consents = words.filter((word) => word === "for").length;
  const others = words.length - consents;
  if (consents <= votes && others <= of - votes) return [];
  const most = of - others;
  const accepted = consents >= most ? `${consents}` : `${consents} … ${most}`;
  return [problem("/tally/for", "count.contradicts", votes, accepted)];
};

/** Fields that cannot both name the same state or person. */
const apart = [
  ["declined", "actors"],
  ["absent", "actors"],
  ["absent", "participants"],
  ["absent", "observers"],
  ["absent", "chair"],
  ["absent", "host"],
  ["observers", "participants"],
  ["insteadOf", "actors"],
] as const;

const namesOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Somebody who is said to have done a thing and not to have done it. */
const listProblems = (says: Fields): readonly Problem[] =>
  apart.flatMap(([one, other]) => {
    const names = namesOf(says[one]);
    const others = namesOf(says[other]);
    const twice = names.findIndex((name) => others.includes(name));
    if (twice < 0) return [];
    const at = Array.isArray(says[one]) ? pointer(one, twice) : pointer(one);
    return [problem(at, "list.contradicts", names[twice], `${other} | ${one}`)];
  });

const shareDigits = 12;

/** A share in units of the last digit that a share may have; exact. */
const unitsOf = (share: string): bigint => {
  const [whole = "0", rest = ""] = share.split(".");
  return BigInt(whole + rest.padEnd(shareDigits, "0"));
};

const decimalOf = (units: bigint): string => {
  const text = units.toString().padStart(shareDigits + 1, "0");
  const rest = text.slice(-shareDigits).replace(/0+$/, "");
  return [text.slice(0, -shareDigits), ...(rest === "" ? [] : [rest])].join(".");
};

/** Shares that sum to more than the whole. */
const shareProblems = ({ shares }: Fields): readonly Problem[] => {
  if (typeof shares !== "object" || shares === null) return [];
  const sum = Object.values(shares)
    .filter((share) => typeof share === "string")
    .reduce((units, share) => units + unitsOf(share), 0n);
  if (sum <= unitsOf("1")) return [];
  return [problem("/shares", "share.sum", decimalOf(sum), "<= 1")];
};

/** A text adopted without a vote has no votes. */
const voteProblems = (says: Fields): readonly Problem[] =>
  says["form"] === "without-vote"
    ? ["for", "against", "abstain"].flatMap((side) =>
        says[side] === undefined
          ? []
          : [problem(pointer(side), "count.contradicts", says[side], "form: recorded")],
      )
    : [];

/** A range that ends below its beginning, here or among several by their words. */
const rangeProblems = (at: string, value: Json | undefined): readonly Problem[] => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const from = numberAt(value, "from");
  const to = numberAt(value, "to");
  if (from !== undefined && to !== undefined && from > to) {
    return [problem(`${at}/to`, "count.contradicts", to, `>= ${from}`)];
  }
  return Object.entries(value).flatMap(([word, one]) => rangeProblems(at + pointer(word), one));
};

/** Only a strength is stated as a quantity; every other value is a word, a number, an address. */
const statedProblems = ({ property, value }: Fields): readonly Problem[] =>
  typeof value === "object" && property !== "strength"
    ? [problem("/value", "schema.type", value, "property: strength")]
    : [];

/** What within one claim contradicts itself; pointers begin at `says`. */
export const contradictions = (says: Fields): readonly Problem[] => [
  ...tallyProblems(says),
  ...listProblems(says),
  ...shareProblems(says),
  ...voteProblems(says),
  ...rangeProblems("/strength", says["strength"]),
  ...rangeProblems("/contingent", says["contingent"]),
  ...statedProblems(says),
  ...rangeProblems("/value", says["value"]),
  ...(says["finding"] === undefined ? [] : findingProblems(says)),
];
