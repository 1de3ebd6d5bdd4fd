/**
 * A list as a table for people: one row an item, each cell with the subject that explains it.
 *
 * In:   a list without language, the pack, the titles of acts, the language.
 * Out:  plain texts with subjects of `why`; the command line takes the texts, a page links them.
 */

import type { AnyList, ListAnswer, ListItem, UnknownRow } from "#rules";
import { columns, type Made } from "./list-columns.ts";
import { type Cell, type Say, sayIn } from "./list-say.ts";
import { legendNotes, lensNotes, type Table, type Tongue } from "./table.ts";
import { wordsOf } from "./titles.ts";
import { subjectText } from "./values.ts";

/** `on`: the day on which the row's own subjects open, where it is not the day of the list. */
export type ListRow = {
  readonly address: string;
  readonly cells: readonly Cell[];
  readonly on?: string;
};

export type ListTable = Omit<Table, "rows"> & { readonly rows: readonly ListRow[] };

/** What is not known, one sentence each. */
export const unknownNotes = (
  rows: readonly UnknownRow[],
  { pack, language, titleOfAct }: Tongue,
): readonly string[] => {
  const { lists } = wordsOf(language);
  return rows.map(({ subject, what }) => {
    const name = subject.startsWith("act/")
      ? titleOfAct(subject.slice("act/".length))
      : subjectText(subject, pack, language);
    return lists.unknownOf(name, lists.unknown[what]);
  });
};

const used = (item: object): readonly string[] =>
  ["state", "certainty"].flatMap((key) => {
    const value: unknown = Reflect.get(item, key);
    return typeof value === "string" ? [value] : [];
  });

const rowsOf = <Item extends ListItem>(
  made: readonly Made<Item>[],
  { items }: ListAnswer<Item>,
  say: Say,
): readonly ListRow[] =>
  items.map((item) => ({
    address: item.address,
    cells: made.map(([, cell]) => cell(item, say)),
  }));

const bodyOf = ({ command, answer }: AnyList, say: Say): readonly ListRow[] => {
  switch (command) {
    case "bodies":
      return rowsOf(columns.bodies, answer, say);
    case "forces":
      return rowsOf(columns.forces, answer, say);
    case "exercises":
      return rowsOf(columns.exercises, answer, say);
    case "relations":
      return rowsOf(columns.relations, answer, say);
    case "plans":
      return rowsOf(columns.plans, answer, say);
    case "budget":
      return rowsOf(columns.budget, answer, say);
    case "decisions":
      return rowsOf(columns.decisions, answer, say);
    case "situations":
      return rowsOf(columns.situations, answer, say);
    case "search":
      return rowsOf(columns.search, answer, say).map((row, place) => {
        const on = answer.items[place]?.opens;
        return on === undefined ? row : { ...row, on };
      });
  }
};

/** What was looked for, and the words that are in nothing. */
const searchNotes = (list: AnyList, { words }: Say): readonly string[] => {
  if (list.command !== "search") return [];
  const { q, items, nearest = [] } = list.answer;
  if (!/[\p{L}\p{N}]/u.test(q)) return [words.noWords];
  return [
    ...(items.length === 0 ? [] : [words.searched(q)]),
    ...nearest.map(({ word, like }) => words.notFound(word, like.join(", "))),
  ];
};

/** The table of a list, with the notes under it. */
export const listTable = (list: AnyList, tongue: Tongue): ListTable => {
  const { command, answer } = list;
  const { pack, language } = tongue;
  const say = sayIn(tongue);
  const { words } = say;
  const { page, total, on, items } = answer;
  const count = String(total);
  return {
    title: words.titles[command](pack.short[language], on),
    columns: columns[command].map(([column]) => words.columns[column]),
    rows: bodyOf(list, say),
    notes: [
      page === undefined
        ? words.total(count)
        : words.page(String(page.number), String(page.pages), count),
      ...searchNotes(list, say),
      ...unknownNotes(answer.unknown, tongue),
      ...lensNotes(answer, language),
      ...legendNotes(items.flatMap(used), language),
    ],
  };
};
