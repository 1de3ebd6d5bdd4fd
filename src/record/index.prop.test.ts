/**
 * Properties of the record: it answers as the plain fold of the oracle does, whatever the history,
 * and the order and the way of entering change nothing.
 */

import fc from "fast-check";
import { describe, test } from "vitest";
import { agrees, forgetsOrder, grows, replays } from "../../test/oracle/agreement.ts";

const seed = 20_281_124;
const acts = 12;

/** A history that is asked once is cheap; one that is folded at every size is dear. */
const runs = (numRuns: number) => ({ seed, numRuns });

describe(`the record, of random histories with seed ${seed}`, () => {
  test("S-10, S-12: value, certainty and possible values are those of the plain fold", () => {
    fc.assert(agrees(acts), runs(100));
  }, 120_000);

  test("S-11: entries of one instant that name nothing in common may stand in any order", () => {
    fc.assert(forgetsOrder(acts), runs(40));
  }, 60_000);

  test("S-8: the texts of the entries, read again, give the same answers", () => {
    fc.assert(replays(acts), runs(20));
  }, 60_000);

  test("S-8: a library grown entry by entry answers the same, of every size, then and later", () => {
    fc.assert(grows(acts), runs(20));
  }, 60_000);
});
