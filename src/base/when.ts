/**
 * Dates as precise as the sources allow: a small, closed part of EDTF (ISO 8601-2).
 *
 * In:   `1992`, `1992-05`, `1992-05-15`, each also with `?` or `~`; `[A..B]`, `[A..]`, `[..B]`,
 *       one day somewhere inside; `A/B`, `A/..`, throughout. A and B bear no mark.
 * Out:  the first and the last day that it can mean, both inclusive; or a refusal.
 * Law:  decision S-10. Anything else is refused, never guessed.
 */

import {
  always,
  type Day,
  dayFrom,
  firstDay,
  isoOf,
  lastDay,
  lastOfMonth,
  never,
  partsOf,
} from "./day.ts";
import { ok, type Result, refuse } from "./result.ts";

export type When = {
  /** As written. */
  readonly text: string;
  /** `within`: one day somewhere inside; `throughout`: every day of the span. */
  readonly kind: "within" | "throughout";
  /** First day it can mean; `always` where open. */
  readonly earliest: Day;
  /** Last day it can mean, inclusive; `never` where open. */
  readonly latest: Day;
  /** Exactly one day, and one day is meant. */
  readonly precise: boolean;
  /** Written with `?`: lowers the confidence and moves no date. */
  readonly questioned: boolean;
  /** Written with `~`: widened by one year, month or day, as written, on both sides. */
  readonly approximate: boolean;
};

export type WhenRefusal = {
  readonly code: "date.form" | "date.no-such-day" | "date.order";
  /** What was found, cut when it is long. */
  readonly found: string;
  /** What would be accepted: examples that need no language. */
  readonly accepted: string;
};

const accepted = {
  "date.form": "1992-05-15, 1992-05, 1992, 1992?, 1992~, [A..B], [A..], [..B], A/B, A/..",
  "date.no-such-day": "0001-01-01 .. 9999-12-31",
  "date.order": "[A..B], A/B: A <= B",
} as const satisfies Record<WhenRefusal["code"], string>;

const longestShown = 60;

const no = (code: WhenRefusal["code"], found: string): Result<never, WhenRefusal> =>
  refuse({
    code,
    found: found.length > longestShown ? `${found.slice(0, longestShown)}…` : found,
    accepted: accepted[code],
  });

/** First and last day of a year, a month or a day, and the count of its parts (1, 2 or 3). */
type Window = { readonly earliest: Day; readonly latest: Day; readonly parts: number };

const dateForm = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;

const windowOf = (text: string): Result<Window, WhenRefusal> => {
  const found = dateForm.exec(text);
  if (found === null) return no("date.form", text);
  const [, yearText, monthText, dayText] = found;
  const year = Number(yearText);
  const firstMonth = Number(monthText ?? 1);
  const lastMonth = Number(monthText ?? 12);
  const earliest = dayFrom(year, firstMonth, Number(dayText ?? 1));
  const latest =
    earliest === undefined
      ? undefined
      : dayFrom(year, lastMonth, Number(dayText ?? lastOfMonth(year, lastMonth)));
  if (earliest === undefined || latest === undefined) return no("date.no-such-day", text);
  return ok({ earliest, latest, parts: 1 + Number(!!monthText) + Number(!!dayText) });
};

/** One unit more on both sides, the unit being the last part written; the calendar's ends hold. */
const widened = ({ earliest, latest, parts }: Window): Window => {
  const { year, month } = partsOf(earliest);
  if (parts === 3) {
    return {
      earliest: Math.max(earliest - 1, firstDay),
      latest: Math.min(latest + 1, lastDay),
      parts,
    };
  }
  const step = parts === 1 ? 12 : 1; // In months.
  const first = year * 12 + (month - 1) - step;
  const last = year * 12 + (parts === 1 ? 11 : month - 1) + step;
  const lastYear = Math.floor(last / 12);
  const lastMonth = (last % 12) + 1;
  return {
    earliest: dayFrom(Math.floor(first / 12), (first % 12) + 1, 1) ?? firstDay,
    latest: dayFrom(lastYear, lastMonth, lastOfMonth(lastYear, lastMonth)) ?? lastDay,
    parts,
  };
};

type Ends = { readonly from: string; readonly to: string };

/** A range between two unmarked dates, `..` standing for an open end. */
const ranged = (text: string, kind: When["kind"], ends: Ends): Result<When, WhenRefusal> => {
  const from = ends.from === ".." ? undefined : windowOf(ends.from);
  const to = ends.to === ".." ? undefined : windowOf(ends.to);
  if (from !== undefined && !from.ok) return no(from.refusal.code, text);
  if (to !== undefined && !to.ok) return no(to.refusal.code, text);
  const earliest = from === undefined ? always : from.value.earliest;
  const latest = to === undefined ? never : to.value.latest;
  if (earliest > latest) return no("date.order", text);
  const precise = kind === "within" && earliest === latest;
  return ok({ text, kind, earliest, latest, precise, questioned: false, approximate: false });
};

/** The length of `[YYYY-MM-DD..YYYY-MM-DD]`; longer text is not looked at. */
const longestForm = 24;

const rangeForm = /^\[([0-9-]*)\.\.([0-9-]*)\]$/;
const spanForm = /^([0-9-]+)\/([0-9-]+|\.\.)$/;

/**
 * Reads a date as precise or imprecise as it is written.
 *
 * @param text - One of the forms named at the top of this module, without any space.
 * @returns The window of days that it can mean, or `date.form` (not such a form),
 *   `date.no-such-day` (a month or day that the calendar lacks), `date.order` (A after B).
 * @source Decision S-10; ISO 8601-2:2019, annex A, of which this is a part.
 * @example when("1992-02") // => within, 1992-02-01 to 1992-02-29
 */
export const when = (text: string): Result<When, WhenRefusal> => {
  if (text.length > longestForm) return no("date.form", text);
  const range = rangeForm.exec(text);
  if (range !== null) {
    const from = range[1] || "..";
    const to = range[2] || "..";
    if (from === ".." && to === "..") return no("date.form", text);
    return ranged(text, "within", { from, to });
  }
  const span = spanForm.exec(text);
  if (span !== null) {
    return ranged(text, "throughout", { from: span[1] ?? "", to: span[2] ?? "" });
  }
  const questioned = text.endsWith("?");
  const approximate = text.endsWith("~");
  const plain = windowOf(questioned || approximate ? text.slice(0, -1) : text);
  if (!plain.ok) return no(plain.refusal.code, text);
  const { earliest, latest } = approximate ? widened(plain.value) : plain.value;
  const precise = earliest === latest;
  return ok({ text, kind: "within", earliest, latest, precise, questioned, approximate });
};

/** The year or the month of a written day, when its window is the one sought. */
const shorter = (iso: string, fits: (window: Window) => boolean): string | undefined =>
  [iso.slice(0, 4), iso.slice(0, 7)].find((text) => {
    const window = windowOf(text);
    return window.ok && fits(window.value);
  });

const startText = (day: Day): string =>
  shorter(isoOf(day), (window) => window.earliest === day) ?? isoOf(day);

const endText = (day: Day): string =>
  shorter(isoOf(day), (window) => window.latest === day) ?? isoOf(day);

/**
 * The shortest text that means exactly these days: one day somewhere from `earliest` to `latest`.
 *
 * @param earliest - Inclusive; `always` where open.
 * @param latest - Inclusive; `never` where open.
 * @throws RangeError when both ends are open or `earliest` is after `latest`: nothing is known
 *   then, and the caller should have said so.
 * @example whenText(day("1992-01-01"), day("1992-12-31")) // => "1992"
 */
export const whenText = (earliest: Day, latest: Day): string => {
  if (earliest > latest) throw new RangeError(`the window ends before it begins: ${earliest}`);
  if (earliest === always && latest === never) throw new RangeError("the window has no end");
  if (earliest === always) return `[..${endText(latest)}]`;
  if (latest === never) return `[${startText(earliest)}..]`;
  if (earliest === latest) return isoOf(earliest);
  const whole = shorter(
    isoOf(earliest),
    (window) => window.earliest === earliest && window.latest === latest,
  );
  return whole ?? `[${startText(earliest)}..${endText(latest)}]`;
};
