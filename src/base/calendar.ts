/**
 * Periods of the calendar: terms, notice periods and the day at a seat.
 *
 * The only module that uses Temporal, so it stays on the server (S-22). Its arithmetic is ISO 8601's:
 * years and months first, then weeks and days; a day that the month lacks becomes the month's last.
 *
 * Law: decision S-3: a term is `{from, length, lastDay}`, and the pack must state which last day.
 */

import { always, type Day, dayFrom, never, partsOf } from "./day.ts";
import type { Instant } from "./instant.ts";
import { ok, type Result, refuse } from "./result.ts";

/** An ISO 8601 duration of whole days, months or years: `P5Y`, `P6M`, `P30D`, `P1Y6M`, `P2W`. */
export type Period = string;

export type PeriodRefusal = {
  readonly code: "period.form";
  readonly found: string;
  readonly accepted: string;
};

/** Which day a term names as its last; nobody may leave it to us to guess. */
export type LastDayRule = "anniversary" | "day-before-anniversary";

// At most four digits a part, so that no sum leaves the range of Temporal; no zero, no sign.
const part = "[1-9][0-9]{0,3}";
const form = new RegExp(`^P(?:(${part})W|(?=[0-9])(?:(${part})Y)?(?:(${part})M)?(?:(${part})D)?)$`);
const longestShown = 60;

/**
 * Reads a period strictly: date parts only, each at least 1, without leading zeros; weeks alone.
 *
 * @returns The text itself, or `period.form`.
 * @example period("P1Y6M") // => ok; "PT5H", "P0D", "-P1Y", "P1.5Y" and "P" are refused
 */
export const period = (text: string): Result<Period, PeriodRefusal> => {
  if (form.test(text)) return ok(text);
  const found = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return refuse({ code: "period.form", found, accepted: "P5Y, P6M, P30D, P1Y6M, P2W" });
};

const dayOfDate = (date: Temporal.PlainDate): Day => {
  const day = dayFrom(date.year, date.month, date.day);
  if (day === undefined) throw new RangeError(`beyond the calendar: ${date.toString()}`);
  return day;
};

/**
 * The day `length` after `day`; a day that the month lacks becomes the month's last ("clip").
 *
 * @param day - `always` and `never` come back unchanged: a missing bound stays missing.
 * @throws RangeError when the period is not one that `period` accepts, or the sum is after
 *   9999-12-31: periods are checked on entry, so a bug.
 * @source Decision S-3; the rounding is declared here and is the same for every pack.
 * @example plus(day("2028-02-29"), "P1Y") // => day("2029-02-28")
 */
export const plus = (day: Day, length: Period): Day => {
  if (!form.test(length)) throw new RangeError(`not a period: ${length}`);
  if (day === always || day === never) return day;
  const parts = partsOf(day);
  const start = new Temporal.PlainDate(parts.year, parts.month, parts.day);
  return dayOfDate(start.add(length, { overflow: "constrain" }));
};

/**
 * The last day of a term that begins on `from`.
 *
 * @param rule - `anniversary`: the day that bears the number of the first day is still inside, as
 *   the 1999 Protocol counts (from 1994-04-20, five years, last day 1999-04-20);
 *   `day-before-anniversary`: it is the first day outside.
 * @throws RangeError as `plus`.
 * @source Decision S-3.
 */
export const lastDayOf = (from: Day, length: Period, rule: LastDayRule): Day => {
  const anniversary = plus(from, length);
  if (rule === "anniversary" || anniversary === always || anniversary === never) {
    return anniversary;
  }
  return anniversary - 1;
};

/**
 * The day that the calendar on the wall shows at an instant in a place.
 *
 * @param timeZone - An IANA name, from the pack; the seat of the organization (S-35).
 * @throws RangeError when the zone is unknown: packs are checked on entry, so a bug.
 * @example todayAt("2027-05-14T22:30:00.000Z", "Europe/Moscow") // => day("2027-05-15")
 */
export const todayAt = (instant: Instant, timeZone: string): Day =>
  dayOfDate(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate());
