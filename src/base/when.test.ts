import { describe, expect, test } from "vitest";
import { always, never } from "./day.ts";
import { date, day, refusalOf, shown } from "./testing.ts";
import { when, whenText } from "./when.ts";

describe("S-10: the window of days that a date can mean", () => {
  test.each([
    { name: "a year", text: "1992", from: "1992-01-01", to: "1992-12-31" },
    { name: "the first year", text: "0001", from: "0001-01-01", to: "0001-12-31" },
    { name: "the last year", text: "9999", from: "9999-01-01", to: "9999-12-31" },
    { name: "a month of thirty-one days", text: "1992-05", from: "1992-05-01", to: "1992-05-31" },
    { name: "a month of thirty", text: "2009-06", from: "2009-06-01", to: "2009-06-30" },
    { name: "February, leap year", text: "1992-02", from: "1992-02-01", to: "1992-02-29" },
    { name: "February, other year", text: "1993-02", from: "1993-02-01", to: "1993-02-28" },
    { name: "February, century", text: "1900-02", from: "1900-02-01", to: "1900-02-28" },
    { name: "February, 2000", text: "2000-02", from: "2000-02-01", to: "2000-02-29" },
    { name: "December", text: "1999-12", from: "1999-12-01", to: "1999-12-31" },
    { name: "a day", text: "1992-05-15", from: "1992-05-15", to: "1992-05-15" },
    { name: "a leap day", text: "2000-02-29", from: "2000-02-29", to: "2000-02-29" },
    { name: "a year in question", text: "1992?", from: "1992-01-01", to: "1992-12-31" },
    { name: "a month in question", text: "1992-05?", from: "1992-05-01", to: "1992-05-31" },
    { name: "a day in question", text: "1992-05-15?", from: "1992-05-15", to: "1992-05-15" },
    { name: "about a year", text: "1992~", from: "1991-01-01", to: "1993-12-31" },
    { name: "about a month", text: "1992-05~", from: "1992-04-01", to: "1992-06-30" },
    { name: "about a January", text: "1992-01~", from: "1991-12-01", to: "1992-02-29" },
    { name: "about a December", text: "1992-12~", from: "1992-11-01", to: "1993-01-31" },
    { name: "about a March", text: "1993-03~", from: "1993-02-01", to: "1993-04-30" },
    { name: "about a day", text: "1992-05-15~", from: "1992-05-14", to: "1992-05-16" },
    { name: "about New Year", text: "1992-01-01~", from: "1991-12-31", to: "1992-01-02" },
    { name: "about a leap day", text: "2000-02-29~", from: "2000-02-28", to: "2000-03-01" },
    { name: "about the first year", text: "0001~", from: "0001-01-01", to: "0002-12-31" },
    { name: "about the first month", text: "0001-01~", from: "0001-01-01", to: "0001-02-28" },
    { name: "about the first day", text: "0001-01-01~", from: "0001-01-01", to: "0001-01-02" },
    { name: "about the last year", text: "9999~", from: "9998-01-01", to: "9999-12-31" },
    { name: "about the last month", text: "9999-12~", from: "9999-11-01", to: "9999-12-31" },
    { name: "about the last day", text: "9999-12-31~", from: "9999-12-30", to: "9999-12-31" },
    { name: "inside two years", text: "[1992..1993]", from: "1992-01-01", to: "1993-12-31" },
    { name: "inside one year", text: "[1992..1992]", from: "1992-01-01", to: "1992-12-31" },
    { name: "month to day", text: "[1992-05..1993-02-03]", from: "1992-05-01", to: "1993-02-03" },
    { name: "a month to its year", text: "[1992-05..1992]", from: "1992-05-01", to: "1992-12-31" },
    { name: "a year to its month", text: "[1992..1992-02]", from: "1992-01-01", to: "1992-02-29" },
    { name: "on one day", text: "[1992-05-15..1992-05-15]", from: "1992-05-15", to: "1992-05-15" },
    { name: "not before a year", text: "[1992..]", from: "1992-01-01", to: "never" },
    { name: "not before a day", text: "[1992-05-15..]", from: "1992-05-15", to: "never" },
    { name: "not after a month", text: "[..2000-02]", from: "always", to: "2000-02-29" },
    { name: "not after a year", text: "[..1992]", from: "always", to: "1992-12-31" },
  ])("$name: $text is from $from to $to", ({ text, from, to }) => {
    const found = date(text);
    expect(`${shown(found.earliest)} ${shown(found.latest)}`).toBe(`${from} ${to}`);
    expect(found.text).toBe(text);
    expect(found.kind).toBe("within");
    expect(found.precise).toBe(from === to);
    expect(found.questioned).toBe(text.includes("?"));
    expect(found.approximate).toBe(text.includes("~"));
  });

  test.each([
    { name: "years", text: "1992/1993", from: "1992-01-01", to: "1993-12-31" },
    { name: "one year", text: "1992/1992", from: "1992-01-01", to: "1992-12-31" },
    { name: "days", text: "1994-04-20/1999-04-20", from: "1994-04-20", to: "1999-04-20" },
    { name: "month to leap day", text: "1999-12/2000-02-29", from: "1999-12-01", to: "2000-02-29" },
    { name: "since a day", text: "2002-09-18/..", from: "2002-09-18", to: "never" },
    { name: "since a year", text: "1992/..", from: "1992-01-01", to: "never" },
    { name: "one day", text: "1992-05-15/1992-05-15", from: "1992-05-15", to: "1992-05-15" },
  ])("throughout, $name: $text is from $from to $to", ({ text, from, to }) => {
    const found = date(text);
    expect(`${shown(found.earliest)} ${shown(found.latest)}`).toBe(`${from} ${to}`);
    expect(found).toMatchObject({ kind: "throughout", precise: false });
  });
});

describe("S-10: anything else is refused", () => {
  test.each([
    { name: "1900 was no leap year", text: "1900-02-29", code: "date.no-such-day" },
    { name: "nor was 1993", text: "1993-02-29", code: "date.no-such-day" },
    { name: "April has thirty days", text: "1992-04-31", code: "date.no-such-day" },
    { name: "there is no month 13", text: "1992-13", code: "date.no-such-day" },
    { name: "nor a month 0", text: "1992-00", code: "date.no-such-day" },
    { name: "a season is no month", text: "1992-21", code: "date.no-such-day" },
    { name: "there is no day 0", text: "1992-05-00", code: "date.no-such-day" },
    { name: "nor a year 0", text: "0000", code: "date.no-such-day" },
    { name: "nor about it", text: "0000~", code: "date.no-such-day" },
    { name: "no such start", text: "[1900-02-29..1992]", code: "date.no-such-day" },
    { name: "no such end", text: "1992/1993-02-29", code: "date.no-such-day" },
    { name: "inside, backwards", text: "[1993..1992-05]", code: "date.order" },
    { name: "inside, backwards by a day", text: "[1992-05-16..1992-05-15]", code: "date.order" },
    { name: "throughout, backwards", text: "1993/1992", code: "date.order" },
    { name: "nothing", text: "", code: "date.form" },
    { name: "only a mark", text: "~", code: "date.form" },
    { name: "both marks", text: "1992?~", code: "date.form" },
    { name: "a mark twice", text: "1992~~", code: "date.form" },
    { name: "the mark for both", text: "1992%", code: "date.form" },
    { name: "a mark before", text: "~1992", code: "date.form" },
    { name: "a mark inside", text: "1992~-05", code: "date.form" },
    { name: "a mark in a range", text: "[1992~..1993]", code: "date.form" },
    { name: "a mark after a range", text: "[1992..1993]~", code: "date.form" },
    { name: "a mark in a span", text: "1992/1993?", code: "date.form" },
    { name: "a place left open", text: "199X", code: "date.form" },
    { name: "a month left open", text: "1992-XX", code: "date.form" },
    { name: "a year of five digits", text: "19920", code: "date.form" },
    { name: "a long year", text: "Y19920", code: "date.form" },
    { name: "a year before the first", text: "-0044", code: "date.form" },
    { name: "a time", text: "1992-05-15T10:00", code: "date.form" },
    { name: "a zone", text: "1992-05-15Z", code: "date.form" },
    { name: "a space before", text: " 1992", code: "date.form" },
    { name: "a space after", text: "1992 ", code: "date.form" },
    { name: "a line end after", text: "1992\n", code: "date.form" },
    { name: "a space in a range", text: "[1992 .. 1993]", code: "date.form" },
    { name: "no bound at all", text: "..", code: "date.form" },
    { name: "a range without bounds", text: "[..]", code: "date.form" },
    { name: "a span with no start", text: "../1992", code: "date.form" },
    { name: "a span without bounds", text: "../..", code: "date.form" },
    { name: "a span with an empty end", text: "1992/", code: "date.form" },
    { name: "a span with an empty start", text: "/1992", code: "date.form" },
    { name: "three ends", text: "1992/1993/1994", code: "date.form" },
    { name: "a span in brackets", text: "[1992/1993]", code: "date.form" },
    { name: "a list", text: "[1992,1993]", code: "date.form" },
    { name: "all of a list", text: "{1992..1993}", code: "date.form" },
    { name: "one bracket", text: "[1992..1993", code: "date.form" },
    { name: "a range within a range", text: "[[1992..1993]..1994]", code: "date.form" },
    { name: "one date in brackets", text: "[1992]", code: "date.form" },
    { name: "a month of one digit", text: "1992-5", code: "date.form" },
    { name: "points for dashes", text: "15.05.1992", code: "date.form" },
    { name: "no dashes", text: "19920515", code: "date.form" },
    { name: "another minus", text: "1992−05", code: "date.form" },
    { name: "wide digits", text: "１９９２", code: "date.form" },
    { name: "a day of the year", text: "1992-136", code: "date.form" },
    { name: "a week", text: "1992-W20", code: "date.form" },
  ])("$name: $text is $code", ({ text, code }) =>
    expect(refusalOf(when(text))).toMatchObject({ code, found: text }),
  );

  test("a long text is refused without being repeated", () => {
    const refusal = refusalOf(when(`[${"1992".repeat(1_000_000)}..]`));
    expect(refusal.code).toBe("date.form");
    expect(refusal.found.length).toBeLessThan(100);
  });

  test("each example that a refusal gives is accepted", () => {
    const examples = refusalOf(when("soon")).accepted.split(", ");
    expect(examples).toHaveLength(10);
    for (const example of examples) {
      date(example.replace("A", "1992").replace("B", "1993-02"));
    }
  });
});

describe("the shortest text for a window", () => {
  test.each([
    { name: "a day", from: "1992-05-15", to: "1992-05-15", text: "1992-05-15" },
    { name: "New Year", from: "1992-01-01", to: "1992-01-01", text: "1992-01-01" },
    { name: "a month", from: "1992-05-01", to: "1992-05-31", text: "1992-05" },
    { name: "January", from: "1992-01-01", to: "1992-01-31", text: "1992-01" },
    { name: "December", from: "1992-12-01", to: "1992-12-31", text: "1992-12" },
    { name: "February", from: "2000-02-01", to: "2000-02-29", text: "2000-02" },
    {
      name: "not quite February",
      from: "2000-02-01",
      to: "2000-02-28",
      text: "[2000-02..2000-02-28]",
    },
    { name: "a year", from: "1992-01-01", to: "1992-12-31", text: "1992" },
    { name: "years", from: "1991-01-01", to: "1993-12-31", text: "[1991..1993]" },
    {
      name: "month to day",
      from: "1992-05-01",
      to: "1992-05-20",
      text: "[1992-05..1992-05-20]",
    },
    { name: "month to month", from: "1992-05-01", to: "1993-06-30", text: "[1992-05..1993-06]" },
  ])("$name: $from to $to is $text", ({ from, to, text }) =>
    expect(whenText(day(from), day(to))).toBe(text),
  );

  test("open ends", () => {
    expect(whenText(day("1992-01-01"), never)).toBe("[1992..]");
    expect(whenText(always, day("2000-02-29"))).toBe("[..2000-02]");
  });

  test("a window without ends or turned around is a bug", () => {
    expect(() => whenText(always, never)).toThrow(RangeError);
    expect(() => whenText(1, 0)).toThrow(RangeError);
  });
});
