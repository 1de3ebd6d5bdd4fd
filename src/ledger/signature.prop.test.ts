/** The quick look at a signature's text accepts just what decoding accepts. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { base64, fromBase64 } from "./log/base64.ts";
import { signatureBytes } from "./log/key.ts";
import { isSignature } from "./signature.ts";

const bytes = fc.uint8Array({ minLength: signatureBytes - 3, maxLength: signatureBytes + 3 });
const digit = fc.constantFrom(..."AQgwBCZaz09+/=-_ \n");

/** A text of base64, perhaps with one character exchanged, near the padding as often as not. */
const text = fc
  .tuple(bytes, fc.option(fc.tuple(fc.oneof(fc.nat(90), fc.integer({ min: 84, max: 88 })), digit)))
  .map(([given, change]) => {
    const whole = base64(given);
    return change === null
      ? whole
      : whole.slice(0, change[0]) + change[1] + whole.slice(change[0] + 1);
  });

test("a signature is base64 of 64 bytes in its one spelling (seed 20261125)", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(isSignature(given)).toBe(fromBase64(given)?.length === signatureBytes);
    }),
    { seed: 20261125, numRuns: 2_000 },
  );
});
