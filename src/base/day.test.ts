import { describe, expect, test } from "vitest";
import {
  always,
  dayFrom,
  dayOf,
  firstDay,
  isoOf,
  lastDay,
  lastOfMonth,
  never,
  partsOf,
} from "./day.ts";

describe("S-22: a day is a whole number counted from 1970-01-01", () => {
  test.each([
    { name: "the first of the count", iso: "1970-01-01", day: 0 },
    { name: "the day before it", iso: "1969-12-31", day: -1 },
    { name: "the treaty's first day in force", iso: "1994-04-20", day: 8875 },
    { name: "a leap day of a century", iso: "2000-02-29", day: 11_016 },
    { name: "the day after it", iso: "2000-03-01", day: 11_017 },
    { name: "the eve of March in a century without leap day", iso: "1900-02-28", day: -25_509 },
    { name: "the first of that March", iso: "1900-03-01", day: -25_508 },
    { name: "the first day of the calendar", iso: "0001-01-01", day: -719_162 },
    { name: "the last day of the calendar", iso: "9999-12-31", day: 2_932_896 },
  ])("$name: $iso is day $day", ({ iso, day }) => {
    expect(dayOf(iso)).toBe(day);
    expect(isoOf(day)).toBe(iso);
  });
});

describe("only real days in one spelling are days", () => {
  test.each([
    { name: "1900 was no leap year", text: "1900-02-29" },
    { name: "nor was 2023", text: "2023-02-29" },
    { name: "February never has thirty", text: "2024-02-30" },
    { name: "April has thirty", text: "1992-04-31" },
    { name: "there is no month 13", text: "1992-13-01" },
    { name: "nor a month 0", text: "1992-00-01" },
    { name: "nor a day 0", text: "1992-01-00" },
    { name: "nor a year 0", text: "0000-01-01" },
    { name: "the year has four digits", text: "19992-01-01" },
    { name: "and no sign", text: "-0001-01-01" },
    { name: "no month without its zero", text: "1992-5-15" },
    { name: "no time", text: "1992-05-15T00:00" },
    { name: "no space before", text: " 1992-05-15" },
    { name: "no line end after", text: "1992-05-15\n" },
    { name: "no other digits", text: "١٩٩٢-05-15" },
    { name: "not nothing", text: "" },
  ])("$name: $text", ({ text }) => expect(dayOf(text)).toBeUndefined());

  test.each([
    { name: "half a year", parts: [1992.5, 5, 15] },
    { name: "half a month", parts: [1992, 5.5, 15] },
    { name: "half a day", parts: [1992, 5, 15.5] },
    { name: "no number", parts: [Number.NaN, 5, 15] },
    { name: "year 10000", parts: [10_000, 1, 1] },
  ] as const)("$name", ({ parts: [year, month, day] }) =>
    expect(dayFrom(year, month, day)).toBeUndefined(),
  );
});

describe("a missing bound is no day", () => {
  test("it lies beyond every day", () => {
    expect(always).toBeLessThan(dayOf("0001-01-01") ?? Number.NaN);
    expect(never).toBeGreaterThan(dayOf("9999-12-31") ?? Number.NaN);
  });
  test.each([always, never, 0.5, Number.NaN, -719_163, 2_932_897])("%s is not written", (bound) => {
    expect(() => isoOf(bound)).toThrow(RangeError);
    expect(() => partsOf(bound)).toThrow(RangeError);
  });
});

test("the ends of the calendar", () => {
  expect([isoOf(firstDay), isoOf(lastDay)]).toEqual(["0001-01-01", "9999-12-31"]);
});

describe("the last of a month", () => {
  test.each([
    { year: 2023, month: 1, last: 31 },
    { year: 2023, month: 2, last: 28 },
    { year: 2024, month: 2, last: 29 },
    { year: 1900, month: 2, last: 28 },
    { year: 2000, month: 2, last: 29 },
    { year: 2023, month: 4, last: 30 },
    { year: 2023, month: 12, last: 31 },
  ])("$year-$month has $last days", ({ year, month, last }) =>
    expect(lastOfMonth(year, month)).toBe(last),
  );
  test.each([0, 13, 1.5])("there is no month %s", (month) =>
    expect(() => lastOfMonth(2023, month)).toThrow(RangeError),
  );
});
