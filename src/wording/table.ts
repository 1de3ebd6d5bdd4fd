/**
 * What tables are made of: plain texts, the names of columns, the notes that several tables share.
 */

import type { Language } from "#base";
import type { Pack } from "#charter";
import type { LensShown } from "#rules";
import { wordsOf } from "./titles.ts";
import type { TitleOfAct } from "./worded.ts";
import type { Column, LegendWord } from "./words.ts";

export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** What stands in place of rows, where "nothing to show" would say too much. */
  readonly empty?: string;
};

/** What every table needs to speak. */
export type Tongue = {
  readonly pack: Pack;
  readonly titleOfAct: TitleOfAct;
  readonly language: Language;
};

export const columnsOf = (language: Language, ...columns: readonly Column[]): readonly string[] =>
  columns.map((column) => wordsOf(language).columns[column]);

/** Whether an answer was given through a lens. */
export const isWorn = ({ lens }: { readonly lens: LensShown }): boolean =>
  Object.keys(lens).length > 0;

/** Through which eyes, what was left out for want of a day, and that the day lies ahead. */
export const lensNotes = (
  answer: {
    readonly lens: LensShown;
    readonly undated?: readonly string[];
    readonly lastAct?: string;
  },
  language: Language,
): readonly string[] => {
  const { sentences } = wordsOf(language);
  const { known, "published-by": by, "according-to": sources } = answer.lens;
  const lens = [
    ...(known === undefined ? [] : [sentences.known(known)]),
    ...(by === undefined ? [] : [sentences.publishedBy(by)]),
    ...(sources === undefined ? [] : [sentences.accordingTo(sources)]),
  ];
  return [
    ...(lens.length === 0 ? [] : [sentences.readThrough(lens.join("; "))]),
    ...((answer.undated ?? []).length === 0 ? [] : [sentences.undated(answer.undated ?? [])]),
    ...(answer.lastAct === undefined ? [] : [sentences.ahead(answer.lastAct)]),
  ];
};

/** The sentences of the legend that these words call for. */
export const legendNotes = (used: Iterable<string>, language: Language): readonly string[] => {
  const { legend } = wordsOf(language);
  const words = new Set(used);
  const order: readonly LegendWord[] = [
    "signatory",
    "disputed",
    "uncertain",
    "undetermined",
    "unknown",
  ];
  return order.filter((word) => words.has(word)).map((word) => legend[word]);
};
