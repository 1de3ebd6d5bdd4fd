/**
 * Properties of the record: it answers as the plain fold of the oracle does, whatever the history.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees, replays } from "../../test/oracle/agreement.ts";

const seed = 20_281_124;
const parameters = { seed, numRuns: 150 };

describe(`the record against the plain fold (S-10, S-12), seed ${seed}`, () => {
  test("value, certainty and possible values are the oracle's", () => {
    fc.assert(agrees(12), parameters);
    expect.assertions(0);
  });
});
