/**
 * The record against the plain fold at length: the long tier of src/record/index.prop.test.ts.
 */

import fc from "fast-check";
import { describe, test } from "vitest";
import { agrees, forgetsOrder, grows, replays } from "./agreement.ts";
import { explains } from "./explained.ts";

const seed = 19_920_515;
const acts = 12;

describe(`the record, of 3,000 random histories with seed ${seed}`, () => {
  test("S-10, S-12: value, certainty and possible values are those of the plain fold", () => {
    fc.assert(agrees(acts), { seed, numRuns: 3_000, maxSkipsPerRun: 10 });
  }, 1_800_000);

  test("S-11: entries of one instant that name nothing in common may stand in any order", () => {
    fc.assert(forgetsOrder(acts), { seed, numRuns: 3_000 });
  }, 600_000);

  test("S-11: why at the larger of two sizes names an act recorded between them", () => {
    fc.assert(explains(acts), { seed, numRuns: 1_000 });
  }, 600_000);

  test("S-8: the texts of the entries, read again, give the same answers", () => {
    fc.assert(replays(acts), { seed, numRuns: 600 });
  }, 600_000);

  test("S-8: a library grown entry by entry answers the same, of every size", () => {
    fc.assert(grows(acts), { seed, numRuns: 600 });
  }, 600_000);
});
