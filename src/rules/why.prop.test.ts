/**
 * S-11, second sentence: what changed between two sizes of a ledger, `why` at the larger one tells.
 */

import fc from "fast-check";
import { describe, test } from "vitest";
import { explains } from "../../test/oracle/explained.ts";

const seed = 20_281_125;

describe(`S-11: a difference between two sizes is explained, seed ${seed}`, () => {
  test("why at the larger size names an act recorded between them", () => {
    fc.assert(explains(10), { seed, numRuns: 40 });
  }, 120_000);
});
