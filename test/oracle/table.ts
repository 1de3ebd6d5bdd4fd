/**
 * One table of a test of the life rules: the same acts under the same rules, asked on several days,
 * once of the record and once of the oracle, which was written from the words alone.
 *
 * Asked about Norland (XNA) unless the test says otherwise. A value with several possible ones is
 * written with bars between them, a disputed one with its rivals in brackets.
 */

import { describe, expect, test } from "vitest";
import type { Act } from "#ledger";
import { fold } from "#record";
import { dayIn, inLedger, lakes, type Rules } from "#record/testing";
import { type Expected, oracle } from "./index.ts";

const treaty = "status/treaty/XNA";

type Said = Pick<Expected, "value" | "certainty" | "possible">;

const written = ({ value, certainty, possible }: Said): string => {
  if (certainty === "certain") return value;
  return certainty === "disputed" ? `${value} (${possible.join("|")})` : possible.join("|");
};

export const said = (rules: Rules, acts: readonly Act[], fluent: string, on: string): string => {
  const span = fold(lakes(rules), inLedger(acts)).on(fluent, dayIn(on), acts.length);
  return span === undefined ? "none" : written(span);
};

const saidByOracle = (rules: Rules, acts: readonly Act[], fluent: string, on: string): string => {
  const day = dayIn(on);
  const asked = [day, day + 1] as const;
  return written(oracle(lakes(rules), inLedger(acts), {}, acts.length, fluent, asked)(day));
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
      expect(saidByOracle(rules, acts, fluent, on)).toBe(expected);
    });
  });
};
