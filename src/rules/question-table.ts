/**
 * Every question with its parameters: one table for the command line, the HTTP interface and their
 * docs.
 *
 * Out:  specs; `params.ts` reads what is given by them (S-23, S-53).
 */

import type { ListName } from "./list-answers.ts";

export type Form =
  | "day"
  | "state"
  | "subject"
  | "provision"
  | "known"
  | "sources"
  | "kind"
  | "actor"
  | "source"
  | "body"
  | "relation"
  | "series"
  | "word"
  | "year"
  | "number"
  | "words"
  | "result"
  | "act"
  | "positions" // A file of positions: its text.
  | "situation" // A situation file: its text; or the address of a recorded situation.
  | "trace"
  | "language";

export type ParamSpec = { readonly name: string; readonly form: Form; readonly required: boolean };

export type QuestionSpec = {
  readonly command:
    | "members"
    | "status"
    | "why"
    | "diff"
    | "provision"
    | "timeline"
    | ListName
    | "coverage"
    | "check"
    | "decide"
    | "duties";
  readonly positional: readonly ParamSpec[];
  readonly options: readonly ParamSpec[];
  readonly example: readonly string[]; // words after the command
};

const option = (name: string, form: Form): ParamSpec => ({ name, form, required: false });
const needed = (name: string, form: Form): ParamSpec => ({ name, form, required: true });

const on = option("on", "day");
const lens = [
  option("known", "known"),
  option("published-by", "day"),
  option("according-to", "sources"),
  option("lang", "language"),
];

const trace = option("trace", "trace");

const paging = [option("page", "number"), option("per", "number")] as const;

const list = (
  command: ListName,
  filters: readonly ParamSpec[],
  example: readonly string[],
): QuestionSpec => ({
  command,
  positional: [],
  options: [on, ...filters, ...paging, ...lens],
  example,
});

export const questions: readonly QuestionSpec[] = [
  { command: "members", positional: [], options: [on, ...lens], example: ["--on", "1999-04-21"] },
  {
    command: "status",
    positional: [needed("state", "state")],
    options: [on, ...lens],
    example: ["UZB", "--on", "2000-01-01"],
  },
  {
    command: "why",
    positional: [needed("subject", "subject")],
    options: [on, ...lens],
    example: ["membership/UZB", "--on", "2007-01-01"],
  },
  {
    command: "diff",
    positional: [needed("from", "day"), needed("to", "day")],
    options: lens,
    example: ["1999-04-20", "1999-04-21"],
  },
  {
    command: "provision",
    positional: [needed("id", "provision")],
    options: [on, ...lens],
    example: ["t-4", "--on", "2010-06-12"],
  },
  {
    command: "timeline",
    positional: [],
    options: [
      option("kind", "kind"),
      option("actor", "actor"),
      option("from", "day"),
      option("to", "day"),
      ...lens,
    ],
    example: ["--actor", "UZB", "--from", "2006-01-01"],
  },
  list("bodies", [], ["--on", "2010-06-11"]),
  list("forces", [option("class", "word")], ["--class", "coalition"]),
  list(
    "exercises",
    [
      option("series", "series"),
      option("state", "word"),
      option("host", "state"),
      option("from", "day"),
      option("to", "day"),
      option("year", "year"),
    ],
    ["--year", "2019"],
  ),
  list("relations", [option("with", "relation")], ["--with", "un"]),
  list("plans", [option("state", "word")], ["--state", "unknown"]),
  list("budget", [], ["--on", "2021-03-26"]),
  list(
    "decisions",
    [option("body", "body"), option("from", "day"), option("to", "day")],
    ["--body", "council", "--from", "2009-01-01", "--to", "2009-12-31"],
  ),
  list("situations", [], ["--on", "2022-01-06"]),
  {
    command: "search",
    positional: [needed("q", "words")],
    options: [on, option("kind", "result"), ...paging, ...lens],
    example: ["air", "defence"],
  },
  {
    command: "coverage",
    positional: [],
    options: [needed("source", "source"), ...lens],
    example: ["--source", "backgrounder"],
  },
  {
    command: "check",
    positional: [needed("act", "act")],
    options: [on, trace, ...lens],
    example: ["crrf.decision-2009-06"],
  },
  {
    command: "decide",
    positional: [],
    options: [needed("body", "body"), needed("positions", "positions"), on, trace, ...lens],
    example: ["--body", "council", "--positions", "positions.yaml"],
  },
  {
    command: "duties",
    positional: [],
    options: [needed("situation", "situation"), on, option("party", "state"), trace, ...lens],
    example: ["--situation", "situation/kazakhstan-2022", "--on", "2022-01-06"],
  },
];

/** Whether a question is answered by a list of things. */
export const isList = (command: QuestionSpec["command"]): command is ListName =>
  questions.some((spec) => spec.command === command && spec.options.includes(paging[0]));
