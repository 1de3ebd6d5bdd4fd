/**
 * One sentence for each refusal: what is wrong, what was found, what is accepted.
 *
 * In:   a refusal as some room gave it, the language.
 * Out:  one line, without control characters. A code without a sentence gets the general one.
 */

import type { Language } from "#base";
import { isCode, type Refusals, type Sentence, type Told } from "./codes.ts";
import { refusalsEn } from "./refusals.en.ts";
import { refusalsRu } from "./refusals.ru.ts";

const refusalsOf = (language: Language): Refusals => (language === "ru" ? refusalsRu : refusalsEn);

/** Longer lists are cut for people; the JSON of an error has them whole. */
const longestList = 240;

/** On one line, and nothing in it that could move a cursor. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

const cut = (text: string): string =>
  text.length <= longestList ? text : `${text.slice(0, longestList).replace(/[^\s,|]*$/, "")}…`;

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

/** What is wrong, without the field: fixed words with found and accepted, or a whole sentence. */
const said = (code: string, told: Told, language: Language): string => {
  const refusals = refusalsOf(language);
  const sentence: Sentence = isCode(code) ? refusals[code] : `${refusals.general} (${code})`;
  if (typeof sentence === "function") return sentence(told);
  const found = textOf(told["found"]);
  const accepted = textOf(told["accepted"]);
  return [
    sentence,
    ...(found === "" ? [] : [`${refusals.found}: ${cut(found)}`]),
    ...(accepted === "" ? [] : [`${refusals.accepted}: ${cut(accepted)}`]),
  ].join("; ");
};

/** The sentence of a refused question or command: `on: this is not a day…; found: …`. */
export const refusalText = (
  refused: { readonly code: string; readonly field?: string } & Told,
  language: Language,
): string => {
  const { field = "" } = refused;
  const sentence = said(refused.code, refused, language);
  return plainLine(field === "" ? sentence : `${field}: ${sentence}`);
};

/** The message of an error in a file; its place stands beside it, not in it. */
export const locatedText = (
  located: { readonly code: string; readonly at?: string } & Told,
  language: Language,
): string => {
  const { at = "" } = located;
  const sentence = said(located.code, located, language);
  return plainLine(at === "" ? sentence : `${at}: ${sentence}`);
};
