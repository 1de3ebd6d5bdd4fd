/**
 * Canonical JSON: one text for one value, so that equal values have equal hashes.
 *
 * `canonical` is RFC 8785 in full. `canonicalEntry` is the stricter form that entries of the ledger
 * have. `readCanonicalEntry` and `readJson` are the only ways in for text from outside.
 *
 * Law: decision S-30. Where others convert in silence (drop a member, call `toJSON`, keep the last
 *      of two keys), this throws or refuses: for a ledger every silent change is a hole.
 */

import { ok, type Result, refuse } from "./result.ts";
import { deepestEntry, departure, firstRefusal, type JsonRefusal, pointer } from "./scan.ts";

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

type Bounds = { readonly depth: number; readonly whole: boolean };

/** RFC 8785 knows no depth; this one keeps the stack, and a value that holds itself, in bounds. */
const plainBounds: Bounds = { depth: 512, whole: false };

const entryBounds: Bounds = { depth: deepestEntry, whole: true };

/** The steps to the value that is being written; its length is the depth. */
type Trail = (string | number)[];

const notPlain = (what: string, trail: Trail): TypeError =>
  new TypeError(`not plain JSON at "${pointer(trail)}": ${what}`);

/** Characters that a string cannot bear as they are, and all surrogates, paired or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these.
const delicate = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A string as RFC 8785 writes it (3.2.2.2), which is how ECMAScript does. */
const stringText = (text: string, trail: Trail): string => {
  if (!delicate.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw notPlain("a lone surrogate", trail);
  return JSON.stringify(text);
};

/** A number as RFC 8785 writes it (3.2.2.3): the shortest text of ECMAScript; -0 is 0. */
const numberText = (value: number, bounds: Bounds, trail: Trail): string => {
  if (bounds.whole ? Number.isSafeInteger(value) : Number.isFinite(value)) return `${value}`;
  throw notPlain(Number.isFinite(value) ? "not a whole number up to 2^53-1" : `${value}`, trail);
};

const arrayText = (items: readonly unknown[], bounds: Bounds, trail: Trail): string => {
  // An array's keys are its places: a hole makes them fewer, a named property more.
  if (
    Object.getPrototypeOf(items) !== Array.prototype ||
    Reflect.ownKeys(items).length !== items.length + 1 // One more for `length`.
  ) {
    throw notPlain("an array with holes or more than its items", trail);
  }
  let text = "[";
  for (let place = 0; place < items.length; place += 1) {
    trail.push(place);
    text += place === 0 ? "" : ",";
    text += valueText(items[place], bounds, trail);
    trail.pop();
  }
  return `${text}]`;
};

/** The keys of a plain object in the order of their UTF-16 code units, as RFC 8785 wants (3.2.3). */
const sortedKeys = (value: object, trail: Trail): readonly string[] => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain("a class", trail);
  const keys = Object.keys(value);
  // Hidden and symbol members would be dropped in silence.
  if (Reflect.ownKeys(value).length !== keys.length) throw notPlain("a hidden member", trail);
  let before = "";
  for (const key of keys) {
    if (before > key) return keys.sort(); // By code unit, as texts compare; no locale enters.
    before = key;
  }
  return keys;
};

const objectText = (value: object, bounds: Bounds, trail: Trail): string => {
  const members = value as { readonly [key: string]: unknown };
  let text = "{";
  for (const key of sortedKeys(value, trail)) {
    trail.push(key);
    text += text.length === 1 ? "" : ",";
    text += `${stringText(key, trail)}:${valueText(members[key], bounds, trail)}`;
    trail.pop();
  }
  return `${text}}`;
};

const valueText = (value: unknown, bounds: Bounds, trail: Trail): string => {
  switch (typeof value) {
    case "string":
      return stringText(value, trail);
    case "number":
      return numberText(value, bounds, trail);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (trail.length >= bounds.depth) throw notPlain(`deeper than ${bounds.depth}`, trail);
      return Array.isArray(value)
        ? arrayText(value, bounds, trail)
        : objectText(value, bounds, trail);
    default:
      throw notPlain(typeof value, trail);
  }
};

/**
 * The canonical text of a value, RFC 8785 in full.
 *
 * @throws TypeError on what is not plain JSON: undefined, functions, symbols, bigints, NaN and the
 *   infinities, lone surrogates, holes, hidden members, instances of classes (dates, maps, boxed
 *   values, `toJSON`), more than 512 levels. The message holds a JSON pointer.
 * @source RFC 8785, JSON Canonicalization Scheme.
 * @example canonical({ b: 1e30, a: "é" }) // => '{"a":"é","b":1e+30}'
 */
export const canonical = (value: unknown): string => valueText(value, plainBounds, []);

/**
 * The canonical text of a ledger entry: as `canonical`, but numbers are whole and at most 2^53-1
 * on either side, and arrays and objects are at most 64 deep. Money and shares are strings.
 *
 * @throws TypeError with a JSON pointer: whoever builds an entry has checked its fields, so a bug.
 * @source Decision S-30.
 */
export const canonicalEntry = (value: unknown): string => valueText(value, entryBounds, []);

/** Beyond this the text is scanned before it is parsed, so that its depth costs no memory. */
const longestUnscanned = 65_536;

/** Whether what `JSON.parse` gave meets an entry's bounds and holds its keys in their order. */
const isInOrder = (value: Json, depth: number): boolean => {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth >= deepestEntry) return false;
  if (isArray(value)) return value.every((item) => isInOrder(item, depth + 1));
  let before = "";
  for (const key in value) {
    if (before > key || !isInOrder(value[key] ?? null, depth + 1)) return false;
    before = key;
  }
  return true;
};

const isArray = (value: readonly Json[] | object): value is readonly Json[] => Array.isArray(value);

/**
 * Whether the text is the `canonicalEntry` of its value. Equal texts prove all at once: a second
 * key, a space or a rounding would be missing from the text that is written.
 *
 * The first line says so for nearly every entry and twice as fast as the second (a property test
 * compares the two): keys in order are written in order by `JSON.stringify` too. It leaves to the
 * second what it cannot judge: keys like whole numbers, which objects put first, and escapes that
 * may hide a lone surrogate.
 */
const isCanonicalEntry = (value: Json, text: string): boolean =>
  (JSON.stringify(value) === text && !text.includes("\\ud") && isInOrder(value, 0)) ||
  canonicalEntry(value) === text;

/**
 * Reads received text as a ledger entry, byte for byte.
 *
 * @returns The value, whose `canonicalEntry` is the text; or why not: not JSON, a key twice, deeper
 *   than 64, a number that is not whole or beyond 2^53-1, a lone surrogate (`not-plain`), or a
 *   spelling that is not the canonical one. Never throws.
 * @source Decision S-30.
 */
export const readCanonicalEntry = (text: string): Result<Json, JsonRefusal> => {
  const early = text.length > longestUnscanned ? firstRefusal(text, "whole") : undefined;
  if (early !== undefined) return refuse(early);
  try {
    const value = JSON.parse(text) as Json;
    if (isCanonicalEntry(value, text)) return ok(value);
  } catch {
    // Not JSON, or no entry: the scan below says which.
  }
  const refusal = firstRefusal(text, "whole");
  return refuse(refusal ?? departure(text, canonicalEntry(JSON.parse(text))));
};

/**
 * Reads strict JSON in any spelling: for bodies of requests and for files.
 *
 * @returns The value, or `entry.not-json`, `entry.duplicate-key`, `entry.depth` (beyond 64),
 *   `entry.number` (an integer beyond 2^53-1 or a number that no double can hold) or
 *   `entry.not-plain` (a lone surrogate). Fractions and spaces are free. Never throws.
 */
export const readJson = (text: string): Result<Json, JsonRefusal> => {
  const refusal = firstRefusal(text, "any");
  return refusal === undefined ? ok(JSON.parse(text) as Json) : refuse(refusal);
};
