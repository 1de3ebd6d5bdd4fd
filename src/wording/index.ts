/** The door of wording: codes and answers in, sentences and tables out, in English and Russian. */

export { type Code, codes } from "./codes.ts";
export type { Dates } from "./dates.ts";
export { type LogShown, logGuide } from "./guide.ts";
export {
  type CommandName,
  type Help,
  helpOf,
  type ParameterName,
  parameterText,
} from "./help.ts";
export type { Cell } from "./list-say.ts";
export { type ListRow, type ListTable, listTable } from "./list-table.ts";
export { openShown, type Shown } from "./opening.ts";
export { movingEn } from "./pages.en.ts";
export { movingRu } from "./pages.ru.ts";
export {
  type MovingWords,
  movingWordsOf,
  type PageWords,
  type Place,
  pageWordsOf,
  type Standing,
} from "./pages.ts";
export { locatedText, plainLine, refusalText } from "./refusals.ts";
export type { Table, Tongue } from "./table.ts";
export { legendNotes } from "./table.ts";
export { tableOf } from "./table-of.ts";
export { citeOf, kindName, nameOf, type Titled, titleOf, wordsOf } from "./titles.ts";
export {
  certaintyText,
  confidenceText,
  differenceText,
  differsText,
  doubtedText,
  fieldText,
  groundText,
  possibleText,
  saysText,
  seenText,
  standingText,
  statusText,
  subjectText,
  valueText,
} from "./values.ts";
export { dutiesLines } from "./verdicts/duty-lines.ts";
export { flat, type Line, type LineRole, type Speaker, speakerOf } from "./verdicts/line.ts";
export { checkLines, readingLine } from "./verdicts/lines.ts";
export { receiptsTable } from "./verdicts/table.ts";
export {
  gistOf,
  type TitleOfAct,
  titlesIn,
  type Worded,
  type WordedMembers,
  type WordedStatus,
  type WordedWhy,
  worded,
} from "./worded.ts";
export type {
  Column,
  LegendWord,
  StatusWord,
  TitleKind,
  TitleParts,
  Words,
} from "./words.ts";
