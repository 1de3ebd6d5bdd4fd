/**
 * Instants: moments of the world's clock, in one spelling only.
 *
 * `YYYY-MM-DDTHH:MM:SS.mmmZ`, always in UTC and always with milliseconds, so that the order of the
 * texts is the order in time. An instant says when the organization learned of something
 * (`recordedAt`, `known`); a civil date says when it holds. No clock is read here.
 */

import { dayOf, isoOf } from "./day.ts";
import { ok, type Result, refuse } from "./result.ts";

/** `YYYY-MM-DDTHH:MM:SS.mmmZ` exactly. */
export type Instant = string;

export type InstantRefusal = {
  readonly code: "instant.form";
  readonly found: string;
  readonly accepted: string;
};

const form = /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3])(?::[0-5][0-9]){2}\.[0-9]{3}Z$/;
const longestShown = 60;

/**
 * Reads an instant strictly: no other zone, no other width, no leap second, no hour 24.
 *
 * @example instant("2027-05-14T18:03:11.204Z") // => ok
 */
export const instant = (text: string): Result<Instant, InstantRefusal> => {
  const day = form.exec(text)?.[1];
  if (day !== undefined && dayOf(day) !== undefined) return ok(text);
  const found = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return refuse({ code: "instant.form", found, accepted: "2027-05-14T18:03:11.204Z" });
};

const msInDay = 86_400_000;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * The instant that a clock shows.
 *
 * @param epochMilliseconds - Whole milliseconds since 1970-01-01T00:00:00.000Z.
 * @throws RangeError when they are not whole, or the year is outside 1 to 9999: no clock of ours
 *   shows that, so a bug.
 * @example instantFrom(0) // => "1970-01-01T00:00:00.000Z"
 */
export const instantFrom = (epochMilliseconds: number): Instant => {
  if (!Number.isSafeInteger(epochMilliseconds)) {
    throw new RangeError(`not whole milliseconds: ${epochMilliseconds}`);
  }
  const day = Math.floor(epochMilliseconds / msInDay);
  const ofDay = epochMilliseconds - day * msInDay;
  const hours = padded(Math.floor(ofDay / 3_600_000), 2);
  const minutes = padded(Math.floor(ofDay / 60_000) % 60, 2);
  const seconds = padded(Math.floor(ofDay / 1000) % 60, 2);
  return `${isoOf(day)}T${hours}:${minutes}:${seconds}.${padded(ofDay % 1000, 3)}Z`;
};

/** The earlier of two instants. */
export const earlierOf = (a: Instant, b: Instant): Instant => (b < a ? b : a);

/** The later of two instants; text order is time order. */
export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a);
