/**
 * Days of the calendar as whole numbers, without a clock, a time zone or Temporal.
 *
 * A day is counted from 1970-01-01 (day 0) in the Gregorian calendar, carried backwards as ISO 8601
 * does. Browsers use this module too (S-22), so it needs nothing but integers.
 *
 * Law: an effect fills its whole day (S-3); a span is half-open, `from` its first day and `until`
 *      the first day after it.
 */

/** Whole days since 1970-01-01; `always` and `never` stand for a missing bound. */
export type Day = number;

/** Earlier than any day: "no lower bound". */
export const always: Day = -(2 ** 30);

/** Later than any day: "no upper bound". */
export const never: Day = 2 ** 30;

const firstYear = 1;
const lastYear = 9999; // Four digits, so that the order of texts is the order of days.

const daysIn400Years = 146_097;
const daysIn100Years = 36_524;
const daysIn4Years = 1_461;

/** Days from 0000-03-01 to 1970-01-01: counting begins in March, so the leap day comes last. */
const daysBeforeEpoch = 719_468;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The number of days in a month.
 *
 * @param month - 1 to 12.
 * @throws RangeError when there is no such month: months are checked on entry, so a bug.
 */
export const lastOfMonth = (year: number, month: number): number => {
  const length = monthLengths[month - 1];
  if (length === undefined) throw new RangeError(`no such month: ${month}`);
  return month === 2 && isLeap(year) ? 29 : length;
};

/** Days before the first of a month in a year that begins on 1 March; `month` 0 is March. */
const daysBeforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5);

/**
 * The day with this year, month and day of the month.
 *
 * @returns undefined when the calendar has no such day, or the year is outside 1 to 9999.
 * @example dayFrom(1994, 4, 20) // => 8875
 */
export const dayFrom = (year: number, month: number, day: number): Day | undefined => {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > lastOfMonth(year, month)) return undefined;
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + daysBeforeMonth(marchMonth) + (day - 1) - daysBeforeEpoch;
};

const zero = 0x30;
const hyphen = 0x2d;

/** The number that digits write from `start` to before `end`; NaN when one is no digit. */
const numberIn = (text: string, start: number, end: number): number => {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * Reads a day as it is written. Every question bears one, so it is read digit by digit: a pattern
 * and three slices would cost more than the answer.
 *
 * @param iso - Exactly `YYYY-MM-DD`, years 0001 to 9999.
 * @returns undefined for any other form and for a day that the calendar lacks.
 * @example dayOf("1900-02-29") // => undefined, 1900 was no leap year
 */
export const dayOf = (iso: string): Day | undefined =>
  iso.length === 10 && iso.charCodeAt(4) === hyphen && iso.charCodeAt(7) === hyphen
    ? dayFrom(numberIn(iso, 0, 4), numberIn(iso, 5, 7), numberIn(iso, 8, 10))
    : undefined;

/** 0001-01-01, the first day that can be written. */
export const firstDay: Day = -719_162;

/** 9999-12-31, the last day that can be written. */
export const lastDay: Day = 2_932_896;

/**
 * Year, month and day of the month of a day.
 *
 * @throws RangeError for `always`, `never` and what is no day between 0001-01-01 and 9999-12-31:
 *   whoever prints a bound must ask first whether there is one.
 */
export const partsOf = (
  day: Day,
): { readonly year: number; readonly month: number; readonly day: number } => {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) {
    throw new RangeError(`not a day that can be written: ${day}`);
  }
  const sinceMarch = day + daysBeforeEpoch;
  const era = Math.floor(sinceMarch / daysIn400Years);
  const ofEra = sinceMarch - era * daysIn400Years;
  // Leap days are taken out, so that every year of the era counts 365 days.
  const withoutLeapDays =
    ofEra -
    Math.floor(ofEra / (daysIn4Years - 1)) +
    Math.floor(ofEra / daysIn100Years) -
    Math.floor(ofEra / (daysIn400Years - 1));
  const yearOfEra = Math.floor(withoutLeapDays / 365);
  const ofYear =
    ofEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - daysBeforeMonth(marchMonth) + 1 };
};

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * The day as it is written, `YYYY-MM-DD`.
 *
 * @throws RangeError as `partsOf`.
 */
export const isoOf = (day: Day): string => {
  const parts = partsOf(day);
  return `${padded(parts.year, 4)}-${padded(parts.month, 2)}-${padded(parts.day, 2)}`;
};
