/**
 * One table of a test of the life rules: the same acts under the same rules, asked on several days.
 *
 * Asked about Norland (XNA) unless the test says otherwise. A value with several possible ones is
 * written with bars between them, a disputed one with its rivals in brackets.
 */

import { describe, expect, test } from "vitest";
import type { Act } from "#ledger";
import { fold } from "./index.ts";
import { dayIn, inLedger, lakes, type Rules } from "./testing.ts";

const treaty = "status/treaty/XNA";

export const said = (rules: Rules, acts: readonly Act[], fluent: string, on: string): string => {
  const span = fold(lakes(rules), inLedger(acts)).on(fluent, dayIn(on), acts.length);
  if (span === undefined) return "none";
  const { value, certainty, possible } = span;
  if (certainty === "certain") return value;
  return certainty === "disputed" ? `${value} (${possible.join("|")})` : possible.join("|");
};

export type Row = readonly [name: string, on: string, expected: string];

/** One table: the same acts under the same rules, asked about on several days. */
export const proves = (
  clause: string,
  rules: Rules,
  acts: readonly Act[],
  rows: readonly Row[],
  fluent = treaty,
) => {
  describe(clause, () => {
    test.each(rows)("%s: on %s it is %s", (_, on, expected) => {
      expect(said(rules, acts, fluent, on)).toBe(expected);
    });
  });
};
