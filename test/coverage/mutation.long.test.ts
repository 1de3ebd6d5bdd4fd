/**
 * Each value that the record holds of a numbered fact is changed once, and a row of that fact must
 * turn red (S-25): so that no fact is covered by a question that does not look at it.
 *
 * Out:  one test a fact, which lists the survivors: the place, what stood there, what stands now.
 *
 * Rows that are red to begin with are left aside; a fact without a green row fails.
 */
import { describe, expect, test } from "vitest";
import { casesOf, greenOf, isNoticed, orgs } from "./mutation.ts";

const cases = Map.groupBy(orgs.flatMap(casesOf), ({ numbers: [first = ""] }) => first);

describe("A value changed turns a row of its fact red", () => {
  test.each([...cases])("%s", (number, mutants) => {
    expect(greenOf(number), `${number}: no row is green`).not.toEqual([]);
    const survivors = mutants
      .filter((one) => !isNoticed(one))
      .map(({ at, from, to }) => `${at}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
    expect(survivors, `${number}\n${survivors.join("\n")}`).toEqual([]);
  });
});
