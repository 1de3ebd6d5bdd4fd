/**
 * What goes out: one JSON value, a table, or CSV on standard output; one line on standard error.
 */

import type { Language } from "#base";
import { type Shown, type Table, wordsOf } from "#wording";
import { csvText } from "./csv.ts";
import { type Layout, tableText } from "./table.ts";

export const exits = { answered: 0, no: 1, badInput: 2, bug: 70 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

export type Form = { readonly json: boolean; readonly csv: boolean; readonly language: Language };

export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** An answer in the form asked for. */
export const answerText = (
  body: unknown,
  table: () => Table,
  { json, csv, language }: Form,
  layout: Layout,
): string => {
  if (json) return jsonText(body);
  if (csv) return csvText(table());
  const made = table();
  return tableText(made, layout, made.empty ?? wordsOf(language).sentences.nothing);
};

/** One line: a sentence for people, or the whole refusal as JSON (S-24). */
export const errorText = (
  { code, field, found, accepted, message }: Shown,
  json: boolean,
): string =>
  json ? `${JSON.stringify({ code, field, found, accepted, message })}\n` : `foedus: ${message}\n`;
