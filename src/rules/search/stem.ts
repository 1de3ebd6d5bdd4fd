/**
 * Words and their stems: what a text and a question are compared by.
 *
 * In:   a text in English, in Russian or in both.
 * Out:  words in small letters, ё as е; a stem under which the forms of a word meet.
 *
 * Snowball takes the ends of some Russian names for endings of verbs (казахстан → казахста, but
 * казахстаном → казахстан), so these names are cut by a rule of their own.
 */

import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as russian } from "@orama/stemmers/russian";

/** Names, and the endings that they take; the name alone is the stem. */
const names: readonly RegExp[] = [
  /^(.*стан|.{2,}ян|.{2,}ев|азербайджан|ереван|карабах|устав|состав)(?:а|у|е|ы|ом|ым|ов|ам|ами|ах)?$/,
  /^(беларус|казан|зас)(?:ь|и|ю|ью|я|ем|е)$/,
];

/** Spellings that differ by country, as this project writes them. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["defense", "defence"],
  ["organisation", "organization"],
  ["organisations", "organization"],
]);

/** The words of a text. What follows an apostrophe at a word's end is no part of it. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/['’]s?(?![\p{L}\p{N}])/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

export const stemOf = (word: string): string => {
  if (!/[а-я]/.test(word)) return english(spellings.get(word) ?? word);
  for (const name of names) {
    const [, stem] = name.exec(word) ?? [];
    if (stem !== undefined) return stem;
  }
  return russian(word);
};
