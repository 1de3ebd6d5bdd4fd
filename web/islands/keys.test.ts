import { describe, expect, test } from "vitest";
import { dayOf, isoOf } from "#base";
import { monthsFrom } from "./keys.ts";

describe("Page Up, Page Down and Shift with an arrow keep to real days", () => {
  test.each([
    ["1999-04-21", 1, "1999-05-21"],
    ["1999-01-31", 1, "1999-02-28"],
    ["2000-01-31", 1, "2000-02-29"],
    ["1999-01-15", -1, "1998-12-15"],
    ["1999-12-31", 1, "2000-01-31"],
    ["2000-02-29", 12, "2001-02-28"],
    ["2000-02-29", -12, "1999-02-28"],
    ["2004-02-29", 48, "2008-02-29"],
  ])("%s and %i months: %s", (from, months, to) => {
    expect(isoOf(monthsFrom(dayOf(from) ?? 0, months))).toBe(to);
  });
});
