/**
 * How the values of a list are said: names, values with their why, acts, bases, statements.
 *
 * In:   values of an item; the pack, the titles of acts, the language.
 * Out:  short texts, or cells that lead to their why.
 */

import type { ActNote, BasisRow, StatedRow, Worth } from "#rules";
import type { ListWords } from "./lists.ts";
import type { Tongue } from "./table.ts";
import { nameOf, wordsOf } from "./titles.ts";
import { possibleText, quantityText, valueText } from "./values.ts";

/** What stands in a cell, and what to ask `why` about it; without a subject, the item itself. */
export type Cell = { readonly text: string; readonly why?: string };

export const plain = (text: string | undefined): Cell => ({ text: text ?? "" });

export type Say = {
  readonly tongue: Tongue;
  readonly words: ListWords;
  readonly names: (codes: readonly string[] | undefined) => string;
  readonly name: (code: string | undefined) => string;
  readonly worth: (worth: Worth | undefined, subject: string) => Cell;
  readonly both: (text: unknown) => string;
  readonly notes: (notes: readonly ActNote[]) => string;
  readonly basis: (rows: readonly BasisRow[]) => string;
  readonly stated: (rows: readonly StatedRow[]) => string;
};

export const sayIn = (tongue: Tongue): Say => {
  const { pack, language, titleOfAct } = tongue;
  const words = wordsOf(language).lists;
  const name = (code: string | undefined): string =>
    code === undefined ? "" : nameOf(code, pack, language);
  const both = (text: unknown): string => {
    if (typeof text === "string") return text;
    if (typeof text !== "object" || text === null) return "";
    return String((text as { [key: string]: unknown })[language] ?? "");
  };
  return {
    tongue,
    words,
    name,
    both,
    names: (codes) => (codes ?? []).map(name).join(", "),
    worth: (worth, subject) => {
      if (worth === undefined) return plain("");
      const { value, possible, certainty } = worth;
      const text =
        certainty === "uncertain" && possible !== undefined && possible.length > 1
          ? possibleText(possible, language, pack)
          : valueText(value, language, pack);
      return { text, why: subject };
    },
    notes: (notes) => notes.map(({ act, on }) => `${titleOfAct(act)} (${on})`).join("; "),
    basis: (rows) =>
      rows
        .map(({ basis, source }) => {
          const clause = typeof basis === "string" ? name(`provision/${basis}`) : both(basis);
          const text = clause.startsWith("provision/") ? both(basis) : clause;
          return source === undefined ? text : `${text} [${source}]`;
        })
        .join("; "),
    stated: (rows) =>
      rows
        .map(({ property, value, approximate, gist, source }) => {
          const label = words.properties[property as keyof ListWords["properties"]] ?? property;
          const number = value === undefined ? "" : statedText(value, tongue);
          const said = approximate ? words.approximate(number) : number;
          return `${label}: ${said === "" ? both(gist) : said} [${source}]`;
        })
        .join("; "),
  };
};

const statedText = (value: NonNullable<StatedRow["value"]>, { language, pack }: Tongue): string =>
  typeof value === "string" ? valueText(value, language, pack) : quantityText(value, language);
