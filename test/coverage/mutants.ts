/**
 * What a claim says, changed in one place: a day by one unit of its precision, a number by one, a
 * state, word or address to another, an element dropped.
 *
 * In:   what is said, and what else may stand there.
 * Out:  each change with its place. Prose is left alone: text in two languages, and any text that
 *       is no day, number, state, word or address.
 */
import { dayOf, isoOf, type Json } from "#base";

export type Mutant<T> = { readonly at: string; readonly from: Json; readonly to: T };

/** Other texts of the same sort, which a text may be changed to. */
export type Others = (text: string) => readonly string[];

/** A fit test: whether the kind accepts what would then be said. */
export type Fits = (said: Json) => boolean;

const prose = new Set(["gist", "title", "place", "statement", "law", "resolution", "number"]);

const inTwoLanguages = (value: Json): boolean =>
  typeof value === "object" && value !== null && "en" in value && "ru" in value;

const isDay = /^\[?(\.\.)?\d{4}(-\d\d){0,2}[~?]?((\.\.|\/)(\.\.|\d{4}(-\d\d){0,2}[~?]?)?)?\]?$/;

const nextMonth = (year: number, month: number): string =>
  `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, "0")}`;

/** A day, month or year later by one. */
const later = (text: string): string => {
  const [year = "", month, day] = text.split("-");
  if (month === undefined) return String(Number(year) + 1);
  if (day === undefined) return nextMonth(Number(year), Number(month));
  const on = dayOf(text);
  return on === undefined ? text : isoOf(on + 1);
};

/** Each of the days in an EDTF text, later by one unit. */
const shifted = (text: string): readonly string[] =>
  [...text.matchAll(/\d{4}(?:-\d\d){0,2}/g)].map(({ index, 0: one }) =>
    [text.slice(0, index), later(one), text.slice(index + one.length)].join(""),
  );

const isDecimal = /^\d+(\.\d+)?$/;
const isWord = /^([A-Z]{3}|[a-z0-9-]+(\/[A-Za-z0-9./-]+)?|[a-z0-9][a-z0-9.-]*)$/;

const nextDigit = (text: string): string =>
  `${text.slice(0, -1)}${text.endsWith("9") ? "8" : Number(text.slice(-1)) + 1}`;

const textsFor = (text: string, others: Others): readonly string[] => {
  if (isDay.test(text)) return shifted(text);
  if (isDecimal.test(text)) return [nextDigit(text)];
  return isWord.test(text) ? others(text) : [];
};

/** All changes of a value at one place within it, whether they fit or not. */
const changes = (value: Json, others: Others, at: string): readonly Mutant<Json>[] => {
  if (typeof value === "number") return [{ at, from: value, to: value + 1 }];
  if (typeof value === "boolean") return [{ at, from: value, to: !value }];
  if (typeof value === "string") {
    return textsFor(value, others).map((to) => ({ at, from: value, to }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: Json, place): readonly Mutant<Json>[] => [
      { at: `${at}/${place}`, from: one, to: value.toSpliced(place, 1) },
      ...changes(one, others, `${at}/${place}`).map((each) => ({
        ...each,
        to: value.with(place, each.to),
      })),
    ]);
  }
  if (value === null || inTwoLanguages(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    prose.has(key)
      ? []
      : changes(one, others, `${at}/${key}`).map((each) => ({
          ...each,
          to: { ...value, [key]: each.to },
        })),
  );
};

/**
 * The changes that fit. A text has many others; the first that fits stands for them, once for each
 * day in it, since the days of a window are changed one by one.
 */
export const mutantsOf = (said: Json, others: Others, fits: Fits): readonly Mutant<Json>[] => {
  const kept: Mutant<Json>[] = [];
  const seen = new Set<string>();
  for (const mutant of changes(said, others, "")) {
    const isDropped = Array.isArray(mutant.to);
    const isWindow = typeof mutant.from === "string" && isDay.test(mutant.from);
    const key = `${mutant.at} ${isDropped} ${isWindow ? JSON.stringify(mutant.to) : ""}`;
    if (seen.has(key) || !fits(mutant.to)) continue;
    seen.add(key);
    kept.push(mutant);
  }
  return kept;
};
