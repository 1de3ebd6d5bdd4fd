import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFrom, dayOf, isoOf, lastOfMonth, partsOf } from "./day.ts";
import { day } from "./testing.ts";

const days = fc.integer({ min: day("0001-01-01"), max: day("9999-12-31") });
const runs = { numRuns: 5000 };
const epoch = Temporal.PlainDate.from("1970-01-01");

describe("days and their texts", () => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(days, (some) => {
        expect(dayOf(isoOf(some))).toBe(some);
      }),
      runs,
    );
  });

  test("the order of the texts is the order of the days", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(isoOf(a) < isoOf(b)).toBe(a < b);
      }),
      runs,
    );
  });

  test("Temporal writes each day as we do", () => {
    fc.assert(
      fc.property(days, (some) => {
        expect(epoch.add({ days: some }).toString()).toBe(isoOf(some));
      }),
      runs,
    );
  });

  test("year, month and day are a day when Temporal says so, and the same one", () => {
    const parts = [fc.integer({ min: -1, max: 10_001 }), fc.integer({ min: -1, max: 14 })] as const;
    fc.assert(
      fc.property(...parts, fc.integer({ min: -1, max: 33 }), (year, month, ofMonth) => {
        let expected: number | undefined;
        try {
          const found = Temporal.PlainDate.from({ year, month, day: ofMonth }, rejecting);
          if (year >= 1 && year <= 9999) expected = epoch.until(found, { largestUnit: "day" }).days;
        } catch {
          // No such day.
        }
        expect(dayFrom(year, month, ofMonth)).toBe(expected);
      }),
      runs,
    );
  });

  test("every day of four centuries follows the one before it", () => {
    let { year, month, day: ofMonth } = partsOf(day("1799-12-31"));
    for (let some = day("1800-01-01"); some <= day("2200-12-31"); some += 1) {
      ofMonth += 1;
      if (ofMonth > lastOfMonth(year, month)) [month, ofMonth] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
      const parts = partsOf(some);
      if (parts.year !== year || parts.month !== month || parts.day !== ofMonth) {
        expect(parts).toEqual({ year, month, day: ofMonth });
      }
    }
  });

  const rejecting = { overflow: "reject" } as const;
});
