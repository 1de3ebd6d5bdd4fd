/**
 * An answer as a table for people: columns, rows, and notes under it.
 *
 * In:   an answer, the pack, the titles of acts, the language.
 * Out:  plain texts; the command line lays them out, a CSV file takes columns and rows.
 */

import type { Language } from "#base";
import type { Pack } from "#charter";
import type { Answer, AnswerOf, AnyList } from "#rules";
import { listTable } from "./list-table.ts";
import { columnsOf, isWorn, legendNotes, lensNotes, type Table, type Tongue } from "./table.ts";
import { citeOf, kindName, nameOf, wordsOf } from "./titles.ts";
import {
  certaintyText,
  confidenceText,
  doubtedText,
  possibleText,
  seenText,
  statusText,
  subjectText,
  valueText,
} from "./values.ts";
import { checkTable, decideTable, dutiesTable } from "./verdicts/table.ts";
import { whyTable } from "./why-table.ts";
import { gistOf, type TitleOfAct } from "./worded.ts";

const orgName = (pack: Pack, language: Language): string => pack.short[language];

const membersTable = (answer: AnswerOf<"members">, { pack, language }: Tongue): Table => {
  const words = wordsOf(language);
  const { members, contested = [], counts } = answer;
  const all = [...members, ...contested];
  const row = (bracket: boolean) => (member: (typeof members)[number]) => [
    bracket ? `(${member.state})` : member.state,
    nameOf(member.state, pack, language),
    statusText(member.status, language),
    member.since,
    member.until ?? "",
    certaintyText(member.certainty, language),
    possibleText(member.possible, language),
    member.acts.join(" "),
  ];
  const counted = Object.entries(counts).map(
    ([status, count]) => [statusText(status, language), count] as const,
  );
  return {
    title: words.sentences.membersOn(orgName(pack, language), answer.on),
    columns: columnsOf(
      language,
      "state",
      "name",
      "status",
      "since",
      "until",
      "certainty",
      "possible",
      "acts",
    ),
    rows: [...members.map(row(false)), ...contested.map(row(true))],
    ...(isWorn(answer) && { empty: words.sentences.nothingKnown }),
    notes: [
      ...(counted.length === 0 ? [] : [words.sentences.counts(counted)]),
      ...(contested.length === 0 ? [] : [words.sentences.contested]),
      ...lensNotes(answer, language),
      ...legendNotes(
        all.flatMap(({ certainty, status }) => [certainty, status]),
        language,
      ),
    ],
  };
};

const statusTable = (answer: AnswerOf<"status">, { pack, language }: Tongue): Table => {
  const { sentences } = wordsOf(language);
  const { state, status, on, spans, instruments, doubts = {} } = answer;
  const towards = Object.entries(instruments).map(([id, value]) => {
    const name = nameOf(`instrument/${id}`, pack, language);
    return `${name}: ${doubtedText(value, doubts[id], language)}.`;
  });
  return {
    title: sentences.statusOn(
      nameOf(state, pack, language),
      doubtedText(status, answer.certainty, language),
      on,
    ),
    ...(isWorn(answer) && { empty: sentences.nothingKnown }),
    columns: columnsOf(language, "status", "from", "until", "certainty", "possible", "acts"),
    rows: spans.map((span) => [
      statusText(span.status, language),
      span.from,
      span.until ?? "",
      certaintyText(span.certainty, language),
      possibleText(span.possible, language),
      span.acts.join(" "),
    ]),
    notes: [
      ...towards,
      ...lensNotes(answer, language),
      ...legendNotes(
        [answer.certainty, status, ...spans.flatMap((span) => [span.certainty, span.status])],
        language,
      ),
    ],
  };
};

/** A value before or after: what is certain is a word, what is not names what is possible. */
const changedText = (
  value: string,
  certainty: string,
  possible: readonly string[] | undefined,
  { language, pack }: Tongue,
): string => {
  const text = valueText(value, language, pack);
  if (certainty === "certain" || value === "unknown") return text;
  const all = possibleText(possible, language, pack);
  return certainty === value
    ? `${text} (${all})`
    : `${text} (${certaintyText(certainty, language)}: ${all})`;
};

const diffTable = (answer: AnswerOf<"diff">, tongue: Tongue): Table => {
  const { pack, language } = tongue;
  return {
    title: wordsOf(language).sentences.changed(orgName(pack, language), answer.from, answer.to),
    columns: columnsOf(language, "subject", "name", "before", "after", "on", "acts"),
    rows: answer.changes.map(({ subject, before, after, certainty, possible, on, acts }) => [
      subject,
      subjectText(subject, pack, language),
      changedText(before, certainty.before, possible?.before, tongue),
      changedText(after, certainty.after, possible?.after, tongue),
      on,
      acts.join(" "),
    ]),
    notes: [
      ...lensNotes(answer, language),
      ...legendNotes(
        answer.changes.flatMap(({ before, after, certainty }) => [
          before,
          after,
          certainty.before,
          certainty.after,
        ]),
        language,
      ),
    ],
  };
};

/** "from 1994-04-20, no longer from 2012-12-19": the day of an end is the first one out (S-3). */
const spanText = (from: string, until: string | undefined, language: Language): string => {
  const { columns } = wordsOf(language);
  const first = `${columns.from.toLowerCase()} ${from}`;
  return until === undefined ? first : `${first}, ${columns.until.toLowerCase()} ${until}`;
};

const provisionTable = (answer: AnswerOf<"provision">, { pack, language }: Tongue): Table => {
  const words = wordsOf(language);
  const { id, on, version, inForce, textSeen, amended, certainty, possible } = answer;
  const held = inForce === null ? words.statuses.unknown : inForce ? words.yes : words.no;
  return {
    title: words.sentences.provisionOn(citeOf(id, pack, language), on),
    columns: columnsOf(
      language,
      "provision",
      "version",
      "inForce",
      "certainty",
      "possible",
      "seen",
      "confidence",
      "gist",
    ),
    rows: [
      [
        id,
        version === null ? "" : String(version),
        held,
        certaintyText(certainty, language),
        possibleText(possible, language),
        version === null ? "" : seenText(textSeen, language),
        confidenceText(answer.confidence, language),
        gistOf(answer, pack, language) ?? "",
      ],
    ],
    notes: [
      ...answer.versions.map(
        ({ n, from = "…", until }) =>
          `${words.version(String(n))}: ${spanText(from, until, language)}`,
      ),
      ...amended.map(({ by, on: day }) => words.sentences.amended(by, day)),
      ...(version === null || textSeen === "full" ? [] : [words.sentences.notSeen]),
      ...lensNotes(answer, language),
      ...legendNotes([certainty, inForce === null ? "unknown" : ""], language),
    ],
  };
};

const timelineTable = (
  answer: AnswerOf<"timeline">,
  { pack, titleOfAct, language }: Tongue,
): Table => ({
  title: wordsOf(language).sentences.timeline(orgName(pack, language), answer.acts.length),
  columns: columnsOf(
    language,
    "occurredOn",
    "effectiveOn",
    "kind",
    "title",
    "actors",
    "confidence",
    "act",
  ),
  rows: answer.acts.map((act) => [
    act.occurredOn,
    act.effectiveOn === act.occurredOn ? "" : act.effectiveOn,
    kindName(act.kind, language),
    titleOfAct(act.id),
    act.actors.join(" "),
    confidenceText(act.confidence, language),
    act.id,
  ]),
  notes: lensNotes(answer, language),
});

const coverageTable = (
  { source, where, missing, covered, facts, ...answer }: AnswerOf<"coverage">,
  { language }: Tongue,
): Table => {
  const { lists } = wordsOf(language);
  return {
    title: lists.coverage(source, String(covered), String(facts)),
    columns: [lists.columns.fact, lists.columns.where],
    rows: Object.entries(where).map(([fact, places]) => [fact, places.join(" ")]),
    notes: [
      ...(missing.length === 0 ? [] : [lists.missing(missing.join(", "))]),
      ...lensNotes(answer, language),
    ],
  };
};

/** The table of an answer. */
export const tableOf = (
  { command, answer }: Answer,
  pack: Pack,
  titleOfAct: TitleOfAct,
  language: Language,
): Table => {
  const tongue = { pack, titleOfAct, language };
  switch (command) {
    case "members":
      return membersTable(answer, tongue);
    case "status":
      return statusTable(answer, tongue);
    case "why":
      return whyTable(answer, tongue);
    case "diff":
      return diffTable(answer, tongue);
    case "provision":
      return provisionTable(answer, tongue);
    case "timeline":
      return timelineTable(answer, tongue);
    case "coverage":
      return coverageTable(answer, tongue);
    case "check":
      return checkTable(answer, tongue);
    case "decide":
      return decideTable(answer, tongue);
    case "duties":
      return dutiesTable(answer, tongue);
    default: {
      const { rows, ...table } = listTable({ command, answer } as AnyList, tongue);
      return { ...table, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) };
    }
  }
};
