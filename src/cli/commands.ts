/**
 * Every command of the program with its words and flags: one table for parsing, help, completions
 * and the reference in `docs/`.
 *
 * The questions come from the rules; what is added here are the commands that no question is.
 */

import { type Form, type ParamSpec, questions } from "#rules";
import type { CommandName, ParameterName } from "#wording";

/** What a shell may offer for a value. */
export type Offer = Form | "org" | "folder" | "file" | "shell" | "none";

export type Word = {
  readonly name: ParameterName;
  readonly offer: Offer;
  readonly required: boolean;
};

/** The flags that every command may share. */
export type GlobalName = "org" | "lang" | "json" | "csv";

export type Command = {
  readonly name: CommandName;
  readonly words: readonly Word[];
  readonly flags: readonly Word[];
  readonly globals: readonly GlobalName[];
  readonly examples: readonly (readonly string[])[]; // words after the command
};

export const globals: readonly (Word & { readonly name: GlobalName })[] = [
  { name: "org", offer: "org", required: false },
  { name: "lang", offer: "language", required: false },
  { name: "json", offer: "none", required: false },
  { name: "csv", offer: "none", required: false },
];

/** Flags that take no value. */
export const switches: ReadonlySet<string> = new Set(["json", "csv", "once", "copy"]);

const wordOf = ({ name, form, required }: ParamSpec): Word => ({
  name: name as ParameterName,
  offer: form,
  required,
});

const asked: readonly Command[] = questions.map(({ command, positional, options, example }) => ({
  name: command,
  words: positional.map(wordOf),
  flags: options.filter(({ form }) => form !== "language").map(wordOf),
  globals: ["org", "lang", "json", "csv"],
  examples: [example],
}));

const needed = (name: ParameterName, offer: Offer): Word => ({ name, offer, required: true });
const mayStand = (name: ParameterName, offer: Offer): Word => ({ name, offer, required: false });
const option = (name: ParameterName): Word => ({ name, offer: "none", required: false });

export const commands: readonly Command[] = [
  ...asked,
  {
    name: "verify-receipt",
    words: [needed("file", "file")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["receipt.json"]],
  },
  {
    name: "charter check",
    words: [needed("dir", "folder")],
    flags: [],
    globals: ["lang", "json"],
    examples: [["charters/csto"]],
  },
  {
    name: "record check",
    words: [needed("dir", "folder")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["records/csto"]],
  },
  {
    name: "record sync",
    words: [],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["--org", "nato"]],
  },
  {
    name: "record add",
    words: [needed("file", "file")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["acts.yaml"], ["-", "--org", "nato"]],
  },
  {
    name: "verify",
    words: [mayStand("dir", "folder")],
    flags: [option("key")],
    globals: ["org", "lang", "json"],
    examples: [["--org", "nato"], ["log"], ["https://host.example/log/csto"]],
  },
  {
    name: "witness",
    words: [needed("log", "folder"), needed("dir", "folder")],
    flags: [option("key"), option("name"), option("every"), option("copy"), option("once")],
    globals: ["lang", "json"],
    examples: [
      ["https://host.example/log/csto", "seen"],
      ["log", "seen", "--once"],
    ],
  },
  {
    name: "export log",
    words: [needed("dir", "folder")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["log"]],
  },
  {
    name: "import log",
    words: [needed("dir", "folder")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["log"]],
  },
  {
    name: "backup",
    words: [needed("file", "file")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["csto.backup"]],
  },
  {
    name: "restore",
    words: [needed("file", "file")],
    flags: [],
    globals: ["org", "lang", "json"],
    examples: [["csto.backup"]],
  },
  {
    name: "serve",
    words: [],
    flags: [option("host"), option("port")],
    globals: ["lang"],
    examples: [["--port", "8080"]],
  },
  {
    name: "completions",
    words: [needed("shell", "shell")],
    flags: [],
    globals: ["lang"],
    examples: [["bash"], ["zsh"]],
  },
];

export const commandOf = (name: string): Command | undefined =>
  commands.find((command) => command.name === name);

/** The first words of two-word commands. */
export const groups: readonly CommandName[] = ["charter", "record", "export", "import"];

/** What stands for a value in help: `--on DATE`. */
export const metavar = ({ name, offer }: Word): string => {
  const words: { readonly [O in Offer]: string } = {
    day: "DATE",
    state: "STATE",
    subject: "SUBJECT",
    provision: "ID",
    known: "INSTANT|#n",
    sources: "SOURCE,…",
    kind: "KIND",
    actor: "ACTOR",
    source: "SOURCE",
    body: "BODY",
    relation: "ORG",
    series: "SERIES",
    word: "WORD",
    year: "YEAR",
    number: "N",
    words: "WORDS",
    result: "KIND",
    act: "ACT",
    positions: "FILE",
    situation: "FILE|situation/ID",
    trace: "norms|nodes",
    language: "en|ru",
    org: "ORG",
    folder: "DIR",
    file: "FILE",
    shell: "bash|zsh",
    none: name.toUpperCase(),
  };
  return words[offer];
};

/** A command as it is typed, with its example. */
export const exampleLines = ({ name, examples }: Command): readonly string[] =>
  examples.map((words) => ["foedus", name, ...words.map(quoted)].join(" "));

const quoted = (word: string): string => (/^[\w@%+=:,./#-]+$/.test(word) ? word : `'${word}'`);
