import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, instantFrom, laterOf } from "./instant.ts";
import { accepted, refusalOf } from "./testing.ts";

describe("an instant has one spelling", () => {
  test.each(["2027-05-14T18:03:11.204Z", "1970-01-01T00:00:00.000Z", "2000-02-29T23:59:59.999Z"])(
    "%s",
    (text) => expect(accepted(instant(text))).toBe(text),
  );

  test.each([
    { name: "without milliseconds", text: "2027-05-14T18:03:11Z" },
    { name: "with microseconds", text: "2027-05-14T18:03:11.204000Z" },
    { name: "another zone", text: "2027-05-14T18:03:11.204+03:00" },
    { name: "zero offset in figures", text: "2027-05-14T18:03:11.204+00:00" },
    { name: "no zone", text: "2027-05-14T18:03:11.204" },
    { name: "a space for the T", text: "2027-05-14 18:03:11.204Z" },
    { name: "small letters", text: "2027-05-14t18:03:11.204z" },
    { name: "hour 24", text: "2027-05-14T24:00:00.000Z" },
    { name: "minute 60", text: "2027-05-14T18:60:00.000Z" },
    { name: "a leap second", text: "2016-12-31T23:59:60.000Z" },
    { name: "no leap day", text: "1900-02-29T00:00:00.000Z" },
    { name: "month 13", text: "2027-13-14T18:03:11.204Z" },
    { name: "year 0", text: "0000-01-01T00:00:00.000Z" },
    { name: "a line end", text: "2027-05-14T18:03:11.204Z\n" },
    { name: "a day", text: "2027-05-14" },
    { name: "nothing", text: "" },
    { name: "a long text", text: "2".repeat(1_000_000) },
  ])("refused: $name", ({ text }) => {
    const refusal = refusalOf(instant(text));
    expect(refusal.code).toBe("instant.form");
    expect(refusal.found.length).toBeLessThan(100);
    expect(accepted(instant(refusal.accepted))).toBe(refusal.accepted);
  });
});

describe("what a clock shows", () => {
  test.each([
    { ms: 0, text: "1970-01-01T00:00:00.000Z" },
    { ms: -1, text: "1969-12-31T23:59:59.999Z" },
    { ms: 951_868_799_999, text: "2000-02-29T23:59:59.999Z" },
    { ms: 951_868_800_000, text: "2000-03-01T00:00:00.000Z" },
  ])("$ms is $text", ({ ms, text }) => expect(instantFrom(ms)).toBe(text));

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000, -62_135_596_800_001])(
    "%s is no instant",
    (ms) => expect(() => instantFrom(ms)).toThrow(RangeError),
  );

  test("as the Date of the language writes it, and in the order of time", () => {
    const moments = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        expect(instantFrom(a)).toBe(new Date(a).toISOString());
        expect(accepted(instant(instantFrom(a)))).toBe(instantFrom(a));
        expect(instantFrom(a) < instantFrom(b)).toBe(a < b);
        expect(laterOf(instantFrom(a), instantFrom(b))).toBe(instantFrom(Math.max(a, b)));
      }),
      { numRuns: 1000 },
    );
  });
});
