/**
 * The reference of the command line as Markdown, made from the table of commands.
 *
 * `docs/reference/cli.md` is this text; a test compares the two, and `vitest -u` writes it anew.
 */

import { helpOf, parameterText } from "#wording";
import {
  type Command,
  commands,
  exampleLines,
  globals,
  metavar,
  switches,
  type Word,
} from "./commands.ts";

const help = helpOf("en");

const flagText = (flag: Word): string =>
  switches.has(flag.name) ? `--${flag.name}` : `--${flag.name} ${metavar(flag)}`;

const row = (left: string, right: string): string =>
  `| \`${left.replaceAll("|", "\\|")}\` | ${right} |`;

const tableOf = (
  words: readonly Word[],
  text: (word: Word) => string,
  command = "",
): readonly string[] => [
  "| | |",
  "|---|---|",
  ...words.map((word) => row(text(word), parameterText(help, command, word.name))),
  "",
];

/** What may be left out stands in brackets. */
const placeOf = (word: Word): string => (word.required ? metavar(word) : `[${metavar(word)}]`);

const sectionOf = (command: Command): readonly string[] => {
  const { name, words, flags, globals: shared } = command;
  const usage = ["foedus", name, ...words.map(placeOf)].join(" ");
  const lines = [...words, ...flags];
  return [
    `## ${name}`,
    "",
    `\`${usage}\`: ${help.commands[name]}.`,
    "",
    ...(lines.length === 0
      ? []
      : tableOf(lines, (word) => (words.includes(word) ? metavar(word) : flagText(word)), name)),
    `Global flags: ${shared.map((flag) => `\`--${flag}\``).join(", ")}.`,
    "",
    "```sh",
    ...exampleLines(command),
    "```",
    "",
  ];
};

const environment: readonly (readonly [name: string, text: string])[] = [
  ["FOEDUS_DATA", "the folder of ledgers; without it, `data` in the checkout"],
  ["DATABASE_URL", "the PostgreSQL database of ledgers that several processes share"],
  ["FOEDUS_HOST", "the host in the names of logs that are made; without it, `localhost`"],
  ["HOST", "for `serve`: the address to listen on"],
  ["PORT", "for `serve`: the port to listen on"],
  ["NO_COLOR", "no bold heads on a terminal"],
  ["COLUMNS", "the width of tables where standard output is no terminal"],
  ["FOEDUS_TRACE", "the stack of a mistake of our own"],
];

/** The whole page. */
export const referenceText = (): string =>
  [
    "# The command line",
    "",
    "This page is made from the program's own table of commands; do not edit it by hand.",
    "",
    "`npm run -s foedus -- COMMAND` from a checkout, or `foedus COMMAND` after `npm link`.",
    "An answer is a table for people, one JSON value with `--json`, or CSV with `--csv`.",
    "A flag may be given once. An error is one line on standard error; with `--json` it is one line",
    "of JSON: `{code, field, found, accepted, message}`.",
    "",
    "| exit | |",
    "|---|---|",
    "| 0 | answered |",
    "| 1 | the answer is no: a check found errors |",
    "| 2 | bad input; nothing was written |",
    "| 70 | a mistake of our own |",
    "",
    "## Global flags",
    "",
    ...tableOf(globals, flagText),
    ...commands.flatMap(sectionOf),
    "## Completions",
    "",
    "```sh",
    "source <(foedus completions bash)",
    "source <(foedus completions zsh)",
    "```",
    "",
    "They complete commands, flags, and each pack's states, provisions, sources and kinds of act.",
    "",
    "## Environment",
    "",
    "| | |",
    "|---|---|",
    ...environment.map(([name, text]) => row(name, text)),
    "",
  ].join("\n");
