/** Verdicts as tables for people: one row a reading or a duty, the tree of reasons under it. */

import type { CheckAnswer, DecideAnswer, DutiesAnswer, ReceiptsVerified } from "#rules";
import { lensNotes, type Table, type Tongue } from "../table.ts";
import { citeOf, nameOf } from "../titles.ts";
import { deedsText, dutiesLines, groupsOf, stateText } from "./duty-lines.ts";
import { flat, type Speaker, speakerOf } from "./line.ts";
import { checkLines, readingLine, readingText } from "./lines.ts";
import { nodeText } from "./nodes.ts";
import type { VerdictColumn, VerdictWords } from "./words.ts";

const columnsOf = ({ columns }: VerdictWords, ...names: readonly VerdictColumn[]) =>
  names.map((name) => columns[name]);

const notesOf = (
  answer: { readonly disputed: boolean; readonly capped: boolean },
  several: boolean,
  { words }: Speaker,
): readonly string[] => [
  ...(answer.disputed ? [words.disputed] : several ? [words.agreed] : []),
  ...(answer.capped ? [words.capped] : []),
];

const readingRow = (
  row: CheckAnswer["readings"][number] | DecideAnswer["readings"][number],
  say: Speaker,
): readonly string[] => {
  const { words } = say;
  const number = (value: number | string | undefined): string =>
    value === undefined ? "" : String(value);
  const names = (states: readonly string[] | undefined) => (states ?? []).join(" ");
  return [
    Object.values(row.reading).join(", "),
    words.validities[row.validity],
    row.outcome === undefined ? "" : words.outcomes[row.outcome],
    number(row.base),
    number(row.needed),
    number(row.reached),
    number(row.shortBy),
    names(row.blockedBy),
    names(row.binds),
    nodeText(row.trace.decidingNode ?? "", say),
  ];
};

const readingColumns = [
  "reading",
  "validity",
  "outcome",
  "base",
  "needed",
  "reached",
  "shortBy",
  "blockedBy",
  "binds",
  "decides",
] as const;

export const checkTable = (answer: CheckAnswer, tongue: Tongue): Table => {
  const say = speakerOf(tongue);
  const { words } = say;
  const { readings, act } = answer;
  return {
    title: words.checkTitle(tongue.titleOfAct(act)),
    columns: columnsOf(words, ...readingColumns),
    rows: readings.map((row) => readingRow(row, say)),
    notes: [
      ...notesOf(answer, readings.length > 1, say),
      ...flat(checkLines(answer, say)),
      ...lensNotes(answer, tongue.language),
    ],
  };
};

export const decideTable = (answer: DecideAnswer, tongue: Tongue): Table => {
  const say = speakerOf(tongue);
  const { words } = say;
  const { body, on, readings } = answer;
  return {
    title: words.decideTitle(nameOf(`body/${body}`, tongue.pack, tongue.language), on),
    columns: columnsOf(words, ...readingColumns),
    rows: readings.map((row) => readingRow(row, say)),
    notes: [
      ...notesOf(answer, readings.length > 1, say),
      ...flat(readings.map((row) => readingLine(row, say))),
      ...lensNotes(answer, tongue.language),
    ],
  };
};

export const dutiesTable = (answer: DutiesAnswer, tongue: Tongue): Table => {
  const say = speakerOf(tongue);
  const { words } = say;
  const { pack, language } = tongue;
  const { readings, situation, victim, on } = answer;
  const rowsOf = (duties: DutiesAnswer["duties"], reading: string) =>
    groupsOf(duties).map((group) => [
      citeOf(group.provision, pack, language),
      group.norm,
      group.bearers.join(" "),
      group.owedTo ?? "*",
      deedsText(group.do, say),
      words.results[group.truth],
      stateText(group, say),
      reading,
    ]);
  const named = nameOf(situation, pack, language);
  return {
    title: words.dutiesTitle(named === situation ? nameOf(victim, pack, language) : named, on),
    columns: columnsOf(
      words,
      "clause",
      "norm",
      "bearer",
      "owedTo",
      "do",
      "truth",
      "state",
      "reading",
    ),
    rows: [
      ...rowsOf(answer.duties, ""),
      ...readings.flatMap(({ duties, reading }) => rowsOf(duties, Object.values(reading).join())),
    ],
    notes: [
      ...notesOf(answer, readings.length > 1, say),
      ...flat(dutiesLines(answer, say)),
      ...lensNotes(answer, language),
    ],
  };
};

export const receiptsTable = (
  { receipts }: ReceiptsVerified,
  tongue: Tongue,
  yes: string,
  no: string,
): Table => {
  const say = speakerOf(tongue);
  const { words } = say;
  return {
    title: words.receiptsTitle(receipts.length),
    columns: columnsOf(words, "question", "reading", "holds", "receipt"),
    rows: receipts.map(({ question, reading, holds, hash }) => [
      question,
      Object.keys(reading).length === 0 ? "" : readingText(reading, say),
      holds ? yes : no,
      hash,
    ]),
    notes: receipts.flatMap(({ differs }) =>
      differs.map(({ field, says, found }) => words.differs(field, says, found)),
    ),
  };
};
