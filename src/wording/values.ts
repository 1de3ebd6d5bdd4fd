/**
 * Words for values: statuses, days as possible windows, what a claim says.
 *
 * In:   codes and plain values of an answer.
 * Out:  short texts. A code without a word is shown as it is.
 */

import type { Language } from "#base";
import type { Pack } from "#charter";
import { nameOf, wordsOf } from "./titles.ts";
import type { Words } from "./words.ts";

const wordIn = (table: { readonly [word: string]: string }, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

export const statusText = (status: string, language: Language): string =>
  wordIn({ ...wordsOf(language).statuses, ...wordsOf(language).lists.values }, status);

/** A state's code or an address: who is in the chair, which person holds an office. */
const isName = (value: string): boolean => /^(?:[A-Z]{3}|[a-z-]+\/\S+)$/.test(value);

/** The value of any fluent: a status, in force or not, a version, a name, or its own word. */
export const valueText = (value: unknown, language: Language, pack?: Pack): string => {
  const words = wordsOf(language);
  if (typeof value === "number") return words.version(String(value));
  if (typeof value !== "string") return value === null ? "" : sayText(value, language);
  if (pack !== undefined && isName(value)) return nameOf(value, pack, language);
  return /^\d+$/.test(value) ? words.version(value) : statusText(value, language);
};

export const possibleText = (
  possible: readonly string[] | undefined,
  language: Language,
  pack?: Pack,
): string => (possible ?? []).map((one) => valueText(one, language, pack)).join(" | ");

/** A quantity or a sum: `5000`, `about 5000`, `3000–4000`, `at least 3000`, `12.50 RUB`. */
export const quantityText = (value: unknown, language: Language): string => {
  const { approximate, atLeast } = wordsOf(language).lists;
  if (typeof value !== "object" || value === null) return value === undefined ? "" : String(value);
  const { about, from, to, amount, currency } = value as { [key: string]: unknown };
  if (about !== undefined) return approximate(String(about));
  if (amount !== undefined) return `${amount} ${currency}`;
  if (from === undefined) return sayText(value, language);
  return to === undefined ? atLeast(String(from)) : `${from}–${to}`;
};

/** How a claim differs, and for which other value it speaks. */
export const differenceText = (
  { differs, gives }: { readonly differs?: string; readonly gives?: readonly string[] },
  language: Language,
): string => {
  const other =
    gives === undefined ? "" : wordsOf(language).sentences.gives(possibleText(gives, language));
  return [differsText(differs, language), other].filter((text) => text !== "").join("; ");
};

export const certaintyText = (certainty: string, language: Language): string =>
  wordIn(wordsOf(language).certainties, certainty);

/** A value with the doubt about it: "party (disputed)"; what is uncertain says so itself. */
export const doubtedText = (
  value: string | number,
  certainty: string | undefined,
  language: Language,
  pack?: Pack,
): string => {
  const text = valueText(value, language, pack);
  return certainty === "disputed" ? `${text} (${certaintyText(certainty, language)})` : text;
};

export const confidenceText = (confidence: string | undefined, language: Language): string =>
  confidence === undefined ? "" : wordIn(wordsOf(language).confidences, confidence);

export const standingText = (standing: string | undefined, language: Language): string =>
  standing === undefined ? "" : wordIn(wordsOf(language).standings, standing);

export const differsText = (differs: string | undefined, language: Language): string =>
  differs === undefined ? "" : wordIn(wordsOf(language).differences, differs);

export const groundText = (
  ground: { readonly rule: string; readonly en?: string; readonly ru?: string },
  language: Language,
): string => ground[language] ?? wordIn(wordsOf(language).grounds, ground.rule);

export const seenText = (seen: keyof Words["seen"], language: Language): string =>
  wordsOf(language).seen[seen];

/** What a field of a claim is called. */
export const fieldText = (field: string, language: Language): string =>
  wordsOf(language).fields[field] ?? field;

/** A value of a field on one line: lists by commas, a text in both languages by its own. */
const sayText = (value: unknown, language: Language = "en"): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => sayText(one, language)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const own = Object.getOwnPropertyDescriptor(value, language)?.value;
  if (typeof own === "string") return own;
  return Object.entries(value)
    .map(([key, one]) => `${fieldText(key, language)}: ${sayText(one, language)}`)
    .join("; ");
};

/** What a claim says, field by field, days first: `1994-04-20; actors: ARM, KAZ`. */
export const saysText = (
  says: { readonly [field: string]: unknown },
  language: Language,
): string => {
  const { occurredOn, effectiveOn, ...rest } = says;
  const words = wordsOf(language);
  return [
    ...(occurredOn === undefined ? [] : [sayText(occurredOn)]),
    ...(effectiveOn === undefined
      ? []
      : [`${words.columns.effectiveOn.toLowerCase()}: ${sayText(effectiveOn)}`]),
    ...Object.entries(rest).map(([field, value]) =>
      field === "gist"
        ? sayText(value, language)
        : `${fieldText(field, language)}: ${sayText(value, language)}`,
    ),
  ].join("; ");
};

/** A subject in words, with the address behind it where the words alone do not name it. */
export const subjectText = (subject: string, pack: Pack, language: Language): string => {
  const [type, id = "", state] = subject.split("/");
  switch (type) {
    case "membership":
      return nameOf(id, pack, language);
    case "status":
      return `${nameOf(state ?? "", pack, language)} – ${nameOf(`instrument/${id}`, pack, language)}`;
    case "in-force":
      return nameOf(`instrument/${id}`, pack, language);
    default:
      return familyText(subject, pack, language);
  }
};

/** What of a thing a fluent tells: "Collective Security Council – chair". */
const familyText = (subject: string, pack: Pack, language: Language): string => {
  const [family = "", id = "", ...rest] = subject.split("/");
  const label = wordsOf(language).lists.families[family];
  if (label === undefined) return nameOf(subject, pack, language);
  const types: { readonly [family: string]: string } = {
    holder: "office",
    chair: "body",
    contributes: "force",
    deployment: "situation",
    standing: "org",
    dialogue: "org",
    scale: "budget",
    contribution: "budget",
  };
  const thing = nameOf(`${types[family]}/${id}`, pack, language);
  return [thing, label, ...rest.map((one) => nameOf(one, pack, language))].join(" – ");
};
