/**
 * A count that contradicts its own list is refused within one claim (S-44).
 *
 * The list may be shorter than the count, since a source may name only some; then it must still be
 * possible to fill it up to the count.
 */

import type { Fields } from "#ledger";
import { positionWord } from "./decision.ts";
import { type Problem, problem } from "./problem.ts";

const numberAt = (value: unknown, key: string): number | undefined => {
  if (typeof value !== "object" || value === null || !(key in value)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "number" ? found : undefined;
};

/** The tally against the positions of the same claim, and against itself. */
const tallyProblem = ({ tally, positions }: Fields): Problem | undefined => {
  const votes = numberAt(tally, "for");
  const of = numberAt(tally, "of");
  if (votes === undefined || of === undefined) return undefined;
  if (votes > of) return problem("/tally/for", "count.contradicts", votes, `0 … ${of}`);
  if (typeof positions !== "object" || positions === null) return undefined;
  const words = Object.values(positions).map(positionWord);
  const consents = words.filter((word) => word === "for").length;
  const others = words.length - consents;
  if (consents <= votes && others <= of - votes) return undefined;
  const most = of - others;
  const accepted = consents >= most ? `${consents}` : `${consents} … ${most}`;
  return problem("/tally/for", "count.contradicts", votes, accepted);
};

/** Somebody who is said to have signed and not to have signed. */
const declinedProblem = ({ actors, declined }: Fields): Problem | undefined => {
  if (!Array.isArray(actors) || !Array.isArray(declined)) return undefined;
  const twice = declined.findIndex((state) => actors.includes(state));
  if (twice < 0) return undefined;
  return problem(`/declined/${twice}`, "list.contradicts", declined[twice], "actors | declined");
};

/** What within one claim contradicts itself; pointers begin at `says`. */
export const contradictions = (says: Fields): readonly Problem[] =>
  [tallyProblem(says), declinedProblem(says)].filter((one) => one !== undefined);
