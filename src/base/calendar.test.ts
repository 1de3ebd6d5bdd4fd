import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastDayOf, period, plus, todayAt } from "./calendar.ts";
import { always, isoOf, never } from "./day.ts";
import { accepted, day, refusalOf } from "./testing.ts";

describe("a period is whole days, weeks, months or years, in one spelling", () => {
  test.each(["P5Y", "P6M", "P30D", "P1Y6M", "P2W", "P1Y2M3D", "P1M15D", "P9999Y", "P10Y"])(
    "%s",
    (text) => expect(accepted(period(text))).toBe(text),
  );

  test.each([
    { name: "nothing", text: "" },
    { name: "no part", text: "P" },
    { name: "no time", text: "PT5H" },
    { name: "no time after days", text: "P1DT5H" },
    { name: "no zero", text: "P0D" },
    { name: "no zero beside another part", text: "P1Y0M" },
    { name: "no leading zero", text: "P05Y" },
    { name: "not backwards", text: "-P1Y" },
    { name: "no sign at all", text: "+P1Y" },
    { name: "no fraction", text: "P1.5Y" },
    { name: "no other order", text: "P6M1Y" },
    { name: "no part twice", text: "P1Y1Y" },
    { name: "weeks stand alone", text: "P1M2W" },
    { name: "no small letters", text: "p5y" },
    { name: "no space", text: "P5Y " },
    { name: "no five digits", text: "P10000D" },
    { name: "no number without its unit", text: "P5" },
    { name: "no words", text: "five years" },
    { name: "not without end", text: `P${"9".repeat(1_000_000)}Y` },
  ])("$name", ({ text }) => {
    const refusal = refusalOf(period(text));
    expect(refusal.code).toBe("period.form");
    expect(refusal.found.length).toBeLessThan(100);
    for (const example of refusal.accepted.split(", ")) accepted(period(example));
  });
});

describe("S-3: notice periods; a day that the month lacks becomes the month's last", () => {
  test.each([
    { name: "six months' notice", from: "2012-06-28", length: "P6M", to: "2012-12-28" },
    {
      name: "half a year from the end of August",
      from: "2023-08-31",
      length: "P6M",
      to: "2024-02-29",
    },
    { name: "the same before no leap year", from: "2022-08-31", length: "P6M", to: "2023-02-28" },
    { name: "a month from 31 January", from: "2023-01-31", length: "P1M", to: "2023-02-28" },
    {
      name: "a month from 31 January, leap year",
      from: "2024-01-31",
      length: "P1M",
      to: "2024-02-29",
    },
    {
      name: "a month from 28 February stays the 28th",
      from: "2023-02-28",
      length: "P1M",
      to: "2023-03-28",
    },
    { name: "a year from a leap day", from: "2028-02-29", length: "P1Y", to: "2029-02-28" },
    { name: "four years from a leap day", from: "2028-02-29", length: "P4Y", to: "2032-02-29" },
    { name: "four years over a century", from: "1896-02-29", length: "P4Y", to: "1900-02-28" },
    {
      name: "a year to a leap year's February",
      from: "2027-02-28",
      length: "P1Y",
      to: "2028-02-28",
    },
    { name: "a year over a leap day", from: "2027-03-01", length: "P1Y", to: "2028-03-01" },
    { name: "twelve months are a year", from: "2028-02-29", length: "P12M", to: "2029-02-28" },
    { name: "thirty days are no month", from: "2023-01-31", length: "P30D", to: "2023-03-02" },
    { name: "thirty days over a leap day", from: "2024-01-31", length: "P30D", to: "2024-03-01" },
    { name: "365 days over a leap day", from: "2024-01-01", length: "P365D", to: "2024-12-31" },
    { name: "two weeks over New Year", from: "1999-12-25", length: "P2W", to: "2000-01-08" },
    {
      name: "years and months first, then days",
      from: "2023-01-31",
      length: "P1M1D",
      to: "2023-03-01",
    },
    { name: "years and months at once", from: "2022-08-31", length: "P1Y6M", to: "2024-02-29" },
    {
      name: "to the last day of the calendar",
      from: "9999-12-30",
      length: "P1D",
      to: "9999-12-31",
    },
  ])("$name: $from and $length is $to", ({ from, length, to }) =>
    expect(isoOf(plus(day(from), length))).toBe(to),
  );

  test("a missing bound stays missing", () => {
    expect(plus(always, "P5Y")).toBe(always);
    expect(plus(never, "P5Y")).toBe(never);
  });

  test("what is no period, or ends after the calendar, is a bug", () => {
    expect(() => plus(0, "-P1Y")).toThrow("not a period");
    expect(() => plus(never, "soon")).toThrow("not a period");
    expect(() => plus(day("9999-12-31"), "P1D")).toThrow("beyond the calendar");
  });
});

describe("S-3: the last day of a term, by the rule that the pack states", () => {
  test.each([
    { name: "the treaty, 1999 Protocol", from: "1994-04-20", length: "P5Y", last: "1999-04-20" },
    { name: "a term from New Year", from: "2020-01-01", length: "P1Y", last: "2021-01-01" },
    { name: "a term from a leap day", from: "2024-02-29", length: "P1Y", last: "2025-02-28" },
    { name: "to a leap day", from: "2019-08-31", length: "P6M", last: "2020-02-29" },
    { name: "weeks", from: "2023-01-02", length: "P1W", last: "2023-01-09" },
  ])("$name: the anniversary of $from after $length is inside, $last", ({ from, length, last }) => {
    expect(isoOf(lastDayOf(day(from), length, "anniversary"))).toBe(last);
  });

  test.each([
    { name: "five years from 20 April", from: "1994-04-20", length: "P5Y", last: "1999-04-19" },
    { name: "a calendar year", from: "2020-01-01", length: "P1Y", last: "2020-12-31" },
    { name: "a calendar month", from: "2023-02-01", length: "P1M", last: "2023-02-28" },
    { name: "a leap year's February", from: "2024-02-01", length: "P1M", last: "2024-02-29" },
    { name: "a year from 1 March", from: "2023-03-01", length: "P1Y", last: "2024-02-29" },
    { name: "a term from a leap day", from: "2024-02-29", length: "P1Y", last: "2025-02-27" },
    { name: "one day", from: "2024-02-29", length: "P1D", last: "2024-02-29" },
    { name: "a week", from: "2023-01-02", length: "P1W", last: "2023-01-08" },
  ])("$name: the day before the anniversary of $from after $length, $last", (row) => {
    expect(isoOf(lastDayOf(day(row.from), row.length, "day-before-anniversary"))).toBe(row.last);
  });

  test("a term without beginning or end has no last day", () => {
    expect(lastDayOf(never, "P5Y", "day-before-anniversary")).toBe(never);
    expect(lastDayOf(always, "P5Y", "day-before-anniversary")).toBe(always);
    expect(lastDayOf(never, "P5Y", "anniversary")).toBe(never);
  });
});

describe("S-35: today is the day at the seat", () => {
  test.each([
    { name: "an evening", at: "2027-05-14T20:59:59.999Z", zone: "Europe/Moscow", on: "2027-05-14" },
    {
      name: "past midnight there",
      at: "2027-05-14T21:00:00.000Z",
      zone: "Europe/Moscow",
      on: "2027-05-15",
    },
    {
      name: "summer time of 1994",
      at: "1994-04-19T20:00:00.000Z",
      zone: "Europe/Moscow",
      on: "1994-04-20",
    },
    {
      name: "winter of 1994",
      at: "1994-01-19T20:59:59.000Z",
      zone: "Europe/Moscow",
      on: "1994-01-19",
    },
    {
      name: "a leap day",
      at: "2024-02-28T18:15:00.000Z",
      zone: "Asia/Kathmandu",
      on: "2024-02-29",
    },
    {
      name: "behind UTC",
      at: "2024-03-01T04:59:59.000Z",
      zone: "America/New_York",
      on: "2024-02-29",
    },
    { name: "UTC", at: "2024-02-29T23:59:59.999Z", zone: "UTC", on: "2024-02-29" },
  ])("$name: $at in $zone is $on", ({ at, zone, on }) => expect(isoOf(todayAt(at, zone))).toBe(on));

  test("an unknown zone is a bug", () => {
    expect(() => todayAt("2027-05-14T20:59:59.999Z", "Europe/Norland")).toThrow(RangeError);
  });
});

describe("sums", () => {
  const days = fc.integer({ min: day("1800-01-01"), max: day("2400-12-31") });
  const months = fc.integer({ min: 1, max: 1200 });

  test("a later day never comes to an earlier end", () => {
    fc.assert(
      fc.property(days, days, months, (a, b, count) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(plus(first, `P${count}M`)).toBeLessThanOrEqual(plus(second, `P${count}M`));
      }),
      { numRuns: 1000 },
    );
  });

  test("days and weeks are counted", () => {
    fc.assert(
      fc.property(days, months, (from, count) => {
        expect(plus(from, `P${count}D`)).toBe(from + count);
        expect(plus(from, `P${count}W`)).toBe(from + 7 * count);
      }),
      { numRuns: 1000 },
    );
  });
});
