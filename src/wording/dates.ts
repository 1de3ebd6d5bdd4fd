/**
 * Days and windows as people read them, made without `Intl`, which is slow to begin in a browser.
 *
 * In:   the month names and small words of a language.
 * Out:  functions from days and EDTF texts to text.
 */

import { type Day, dayOf, lastOfMonth, partsOf } from "#base";

export type DateWords = {
  /** "21 April 1999". */
  readonly long: (day: number, month: number, year: number) => string;
  /** Short enough for a table: "21 Apr 1999". */
  readonly short: (day: number, month: number, year: number) => string;
  /** "April 1999". */
  readonly month: (month: number, year: number) => string;
  /** A window: its days, and whether both lie in one year. */
  readonly between: (a: string, b: string) => string;
  /** A day of which the year is told right after: "4 Apr". */
  readonly yearless: (day: number, month: number) => string;
  readonly orLater: (a: string) => string;
  readonly orEarlier: (b: string) => string;
  readonly through: (a: string, b: string) => string;
  readonly from: (a: string) => string;
  readonly about: (text: string) => string;
};

export type Dates = {
  readonly long: (day: Day) => string;
  /** An EDTF text, such as `1999-04-21`, `1999` or `[1999-04..1999-06]`. */
  readonly when: (edtf: string) => string;
  /** The same with short days. */
  readonly brief: (edtf: string) => string;
};

type DayText = (day: number, month: number, year: number) => string;

const onePoint = (text: string, words: DateWords, dayText: DayText): string => {
  const [, date = text, mark = ""] = /^([\d-]+)([?~]?)$/.exec(text) ?? [];
  const [year = 0, month] = date.split("-").map(Number);
  const day = dayOf(date);
  const plain =
    day !== undefined
      ? dayText(Number(date.slice(8)), Number(month), year)
      : month === undefined
        ? date
        : words.month(month, year);
  if (mark === "?") return `${plain} (?)`;
  return mark === "~" ? words.about(plain) : plain;
};

/** The first or the last day of a year, a month or a day. */
const edge = (text: string, end: "first" | "last"): readonly [number, number, number] => {
  const [year = 0, month = end === "first" ? 1 : 12, day] = text.split("-").map(Number);
  return [year, month, day ?? (end === "first" ? 1 : lastOfMonth(year, month))];
};

/** One day somewhere between two; a year that both share is told once. */
const windowText = (a: string, b: string, words: DateWords, dayText: DayText): string => {
  const [year, month, day] = edge(a, "first");
  const [lastYear, lastMonth, lastDay] = edge(b, "last");
  const first = year === lastYear ? words.yearless(day, month) : dayText(day, month, year);
  return words.between(first, dayText(lastDay, lastMonth, lastYear));
};

const read = (edtf: string, words: DateWords, dayText: DayText): string => {
  const point = (text: string) => onePoint(text, words, dayText);
  const [, first, last] = /^\[(.*)\.\.(.*)\]$/.exec(edtf) ?? [];
  if (first !== undefined && last !== undefined) {
    if (first === "") return words.orEarlier(point(last));
    return last === "" ? words.orLater(point(first)) : windowText(first, last, words, dayText);
  }
  const [a = "", b] = edtf.split("/");
  if (b === undefined) return point(a);
  return b === ".." ? words.from(point(a)) : words.through(point(a), point(b));
};

export const datesOf = (words: DateWords): Dates => ({
  long: (day) => {
    const { year, month, day: n } = partsOf(day);
    return words.long(n, month, year);
  },
  when: (edtf) => read(edtf, words, words.long),
  brief: (edtf) => read(edtf, words, words.short),
});
