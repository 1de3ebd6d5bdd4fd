/**
 * Small strict checks of plain JSON, put together into the check of an envelope (`check.ts`).
 *
 * In:   a value as `JSON.parse` gives it.
 * Out:  nothing, or the first fault with its place as a JSON pointer.
 *
 * Written by hand and not with a schema library, because replay runs them on every entry of the
 * ledger. A path is put together only once something is wrong.
 */
import type { Json } from "#base";

export type EnvelopeCode =
  | "entry.type" // Not the kind of value that stands here: object, list, text, number.
  | "entry.form" // A text of the wrong form: an id, an address, a date, an instant.
  | "entry.value" // Not a word of the closed list, or an empty list or text.
  | "entry.missing" // A key that must be there.
  | "entry.unknown-key" // A key that may not be there, in this mode or at all.
  | "entry.duplicate" // Twice in a list.
  | "entry.unsealed" // A text for people in an act that not everybody may read.
  | "entry.reference"; // Names a claim or a field that is not there, or the act itself.

export type Fault = { readonly code: EnvelopeCode; readonly at: string };

export type JsonRecord = { readonly [key: string]: Json };
export type Check = (value: Json) => Fault | undefined;

export const fault = (code: EnvelopeCode): Fault => ({ code, at: "" });

/** The same fault, seen from one level up. */
export const below = (key: string | number, inner: Fault): Fault => {
  const step = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return { code: inner.code, at: `/${step}${inner.at}` };
};

export const isRecord = (value: Json): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export const textOf =
  (isRight: (text: string) => boolean): Check =>
  (value) => {
    if (typeof value !== "string") return fault("entry.type");
    return isRight(value) ? undefined : fault("entry.form");
  };

/** So many right texts are remembered of each sort; then remembering begins anew. */
const mostRemembered = 8_192;

/** The same question, quick for a text that was right before: acts repeat days and addresses. */
export const remembering = (isRight: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Set<string>();
  return (text) => {
    if (known.has(text)) return true;
    if (!isRight(text)) return false;
    if (known.size >= mostRemembered) known.clear();
    known.add(text);
    return true;
  };
};

export const wordOf = (words: readonly string[]): Check => {
  const known = new Set(words);
  return (value) => {
    if (typeof value !== "string") return fault("entry.type");
    return known.has(value) ? undefined : fault("entry.value");
  };
};

export const text: Check = (value) => {
  if (typeof value !== "string") return fault("entry.type");
  return value === "" ? fault("entry.value") : undefined;
};

/** Counts from 1: a release, a version. */
export const ordinal: Check = (value) => {
  if (typeof value !== "number") return fault("entry.type");
  return Number.isSafeInteger(value) && value >= 1 ? undefined : fault("entry.value");
};

export const record: Check = (value) => (isRecord(value) ? undefined : fault("entry.type"));

export const listOf =
  (check: Check): Check =>
  (value) => {
    if (!isList(value)) return fault("entry.type");
    if (value.length === 0) return fault("entry.value");
    for (let place = 0; place < value.length; place += 1) {
      const inner = check(value[place] ?? null);
      if (inner !== undefined) return below(place, inner);
    }
    return undefined;
  };

/** A list in which nothing stands twice. Lists of an envelope are short, so it is looked through. */
export const setOf = (check: Check): Check => {
  const each = listOf(check);
  return (value) => {
    const inner = each(value);
    if (inner !== undefined || !isList(value) || value.length === 1) return inner;
    const twice = value.findIndex((item, place) => value.indexOf(item) < place);
    return twice < 0 ? undefined : below(twice, fault("entry.duplicate"));
  };
};

export type Rules = { readonly [key: string]: Check };

/** An object with exactly these keys: all of the required, any of the optional, no other. */
export const shape = (required: Rules, optional: Rules = {}): Check => {
  const needed = Object.keys(required);
  const rules = new Map(Object.entries({ ...optional, ...required }));
  return (value) => {
    if (!isRecord(value)) return fault("entry.type");
    let found = 0;
    for (const key in value) {
      const check = rules.get(key);
      if (check === undefined) return below(key, fault("entry.unknown-key"));
      const inner = check(value[key] ?? null);
      if (inner !== undefined) return below(key, inner);
      if (key in required) found += 1;
    }
    if (found === needed.length) return undefined;
    const missing = needed.find((key) => !Object.hasOwn(value, key));
    return missing === undefined ? undefined : below(missing, fault("entry.missing"));
  };
};
