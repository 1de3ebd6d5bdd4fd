/**
 * The table of `why`: one row a claim, with what it is to the value; the law and grounds beneath.
 */

import type { AnswerOf, ClaimRow } from "#rules";
import { columnsOf, legendNotes, lensNotes, type Table, type Tongue } from "./table.ts";
import { citeOf, wordsOf } from "./titles.ts";
import {
  certaintyText,
  confidenceText,
  differenceText,
  groundText,
  possibleText,
  saysText,
  standingText,
  subjectText,
  valueText,
} from "./values.ts";
import type { Part } from "./words.ts";

type Why = AnswerOf<"why">;

/** The value in the title of the table: a word, or the saying of a whole act or source. */
const shownValue = (value: unknown, { language }: Tongue): string =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? saysText({ ...value }, language)
    : valueText(value, language);

const claimRow =
  (part: Part, { language, titleOfAct }: Tongue) =>
  (row: ClaimRow): readonly string[] => [
    wordsOf(language).parts[part],
    titleOfAct(row.act),
    saysText(row.says, language),
    row.source === undefined ? "" : row.source,
    standingText(row.standing, language),
    confidenceText(row.confidence, language),
    differenceText(row, language),
    row.clause ?? "",
    row.claim === undefined ? row.act : `${row.act} (${row.claim})`,
  ];

const computedNote = ({ computed }: Why, { language }: Tongue): readonly string[] => {
  const { sentences } = wordsOf(language);
  if (computed === undefined) return [];
  if ("value" in computed) return [sentences.computed(computed.value)];
  return computed.unknown === "deposits-not-confirmed" ? [sentences.depositsNotConfirmed] : [];
};

const heldNote = ({ since, until }: Why, { language }: Tongue): readonly string[] =>
  since === undefined ? [] : [wordsOf(language).sentences.held(since, until)];

/** What the acts rest on: law, grounds of preference, corrections, other readings. */
const lawNotes = (answer: Why, tongue: Tongue): readonly string[] => {
  const { pack, language } = tongue;
  const { sentences } = wordsOf(language);
  const cites = answer.clauses.map((id) => `${id} (${citeOf(id, pack, language)})`);
  return [
    ...(cites.length === 0 ? [] : [sentences.restsOn(cites)]),
    ...answer.grounds.map((ground) => sentences.ground(ground.act, groundText(ground, language))),
    ...answer.mended.map(({ act, mends, retracted, ground }) => {
      const what = retracted ? sentences.retracted(mends) : sentences.corrected(mends);
      return `${what} (${act})${ground === undefined ? "" : `: ${groundText(ground, language)}`}`;
    }),
    ...(answer.readings ?? []).map(({ axis, reading, value, possible }) => {
      const gist = pack.axes.get(axis)?.options.get(reading)?.gist[language];
      const shown =
        possible === undefined ? valueText(value, language) : possibleText(possible, language);
      const end = gist === undefined ? "" : ` (${gist})`;
      return `${sentences.reading(axis, reading)}: ${shown}${end}`;
    }),
    ...computedNote(answer, tongue),
  ];
};

export const whyTable = (answer: Why, tongue: Tongue): Table => {
  const { pack, language } = tongue;
  const { sentences } = wordsOf(language);
  const value = shownValue(answer.value, tongue);
  const certainty =
    answer.certainty === "certain" ? "" : ` (${certaintyText(answer.certainty, language)})`;
  const possible = possibleText(answer.possible, language);
  return {
    title: sentences.whyOn(
      subjectText(answer.subject, pack, language),
      `${value}${certainty}${possible === "" ? "" : `: ${possible}`}`,
      answer.on,
    ),
    columns: columnsOf(
      language,
      "part",
      "title",
      "says",
      "source",
      "standing",
      "confidence",
      "differs",
      "clause",
      "act",
    ),
    rows: [
      ...answer.because.map(claimRow("because", tongue)),
      ...answer.against.map(claimRow("against", tongue)),
      ...answer.alsoSaid.map(claimRow("alsoSaid", tongue)),
    ],
    notes: [
      ...heldNote(answer, tongue),
      ...lawNotes(answer, tongue),
      ...lensNotes(answer, language),
      ...legendNotes([answer.certainty, String(answer.value)], language),
    ],
  };
};
