/**
 * The words after `foedus`: a command with its parameters, a text to print, or a refusal.
 *
 * In:   the words as typed.
 * Out:  parameters with every value that was given, so that a repetition can be refused (S-53).
 *
 * commander takes the words apart; what it refuses is told in our own codes and words.
 */

import { CommanderError, Option, Command as Program } from "commander";
import { type Language, languages, ok, type Result, refuse } from "#base";
import { nearest, type Params, specOf } from "#rules";
import { helpOf, parameterText } from "#wording";
import {
  type Command,
  commandOf,
  commands,
  globals,
  groups,
  metavar,
  switches,
  type Word,
} from "./commands.ts";
import { arrangeHelp } from "./help.ts";

export type Refused = {
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly accepted: string;
};

export type Call = {
  readonly command: Command;
  readonly params: Params; // words and flags of the command, by name
  readonly org: string;
  readonly isOrgNamed: boolean;
  readonly language: Language;
  readonly json: boolean;
  readonly csv: boolean;
};

export type Parsed =
  | { readonly do: "run"; readonly call: Call }
  | { readonly do: "print"; readonly text: string };

export type Setting = { readonly version: string; readonly width: number };

type Values = Map<string, string[]>;

const defaultOrg = "csto";

const note = (values: Values, name: string, value: string): void => {
  values.set(name, [...(values.get(name) ?? []), value]);
};

/** The language as far as it can be read before anything is refused. */
export const languageOf = (argv: readonly string[]): Language => {
  const given = argv.filter((word) => word === "--lang" || word.startsWith("--lang="));
  if (given.length > 1) return "en"; // Which of them was meant is not known.
  const at = argv.lastIndexOf("--lang");
  const joined = argv.findLast((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  const wanted = joined ?? (at < 0 ? undefined : argv[at + 1]);
  return languages.find((language) => language === wanted) ?? "en";
};

const addFlags = (
  to: Program,
  flags: readonly Word[],
  values: Values,
  language: Language,
  command = "",
): void => {
  const help = helpOf(language);
  for (const flag of flags) {
    const takes = switches.has(flag.name) ? "" : ` <${metavar(flag)}>`;
    to.addOption(new Option(`--${flag.name}${takes}`, parameterText(help, command, flag.name)));
    to.on(`option:${flag.name}`, (value: string | undefined) =>
      note(values, flag.name, value ?? ""),
    );
  }
};

type Heard = { command: Command | undefined; words: readonly string[] };

const quiet = (program: Program, print: (text: string) => void): Program =>
  program
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(true)
    .configureOutput({ writeOut: print, writeErr: () => undefined });

/** The program with all its commands; what it hears goes into `heard` and `values`. */
const programFor = (
  setting: Setting,
  language: Language,
  values: Values,
  heard: Heard,
  print: (text: string) => void,
): Program => {
  const help = helpOf(language);
  const made = (name: string): Program =>
    arrangeHelp(quiet(new Program(name), print), setting.width, language);
  const program = made("foedus").description(help.program);
  program.version(setting.version, "-V, --version", help.parameters.version);
  program.helpCommand("help [command]", help.commands.help);
  addFlags(program, globals, values, language);
  program.addHelpText("after", `\n${help.more}`);
  const inner = new Map(
    groups.map((group) => [group as string, made(group).description(help.commands[group])]),
  );
  for (const command of commands) {
    const [first = "", second] = command.name.split(" ");
    const one = made(second ?? first).description(help.commands[command.name]);
    for (const word of command.words) {
      const name = word.offer === "words" ? `${word.name}...` : word.name;
      const place = word.required ? `<${name}>` : `[${name}]`;
      one.argument(place, help.parameters[word.name]);
    }
    addFlags(one, command.flags, values, language, command.name);
    one.action(() => {
      heard.command = command;
      heard.words = one.args;
    });
    const group = inner.get(first);
    if (group !== undefined) group.addCommand(one);
    else program.addCommand(one);
    if (group !== undefined && group.parent === null) program.addCommand(group);
  }
  return program;
};

/** What commander refused, in our words. */
const refusalOf = (error: CommanderError, argv: readonly string[]): Refused => {
  const [, found = ""] = /'([\s\S]*)'/.exec(error.message.split("\n(")[0] ?? "") ?? [];
  const typed = argv.filter((word) => !word.startsWith("-"));
  const name = commandOf(typed.slice(0, 2).join(" ")) ?? commandOf(typed[0] ?? "");
  const flags = [...(name?.flags ?? []), ...globals].map((flag) => `--${flag.name}`);
  switch (error.code) {
    case "commander.unknownOption":
      return { code: "cli.unknown-flag", field: found, found, accepted: nearest(found, flags) };
    case "commander.optionMissingArgument": {
      const [flag = ""] = found.split(" ");
      const word = [...(name?.flags ?? []), ...globals].find((one) => `--${one.name}` === flag);
      const accepted = word === undefined ? "" : `${flag} ${metavar(word)}`;
      return { code: "cli.missing-value", field: flag, found: "", accepted };
    }
    case "commander.missingArgument": {
      const word = name?.words.find((one) => one.name === found);
      const accepted = word === undefined ? "" : metavar(word);
      return { code: "cli.missing-argument", field: found, found: "", accepted };
    }
    default:
      return unknownCommand(typed);
  }
};

const unknownCommand = (typed: readonly string[]): Refused => {
  const [first = "", second = ""] = typed;
  const isGroup = groups.some((group) => group === first);
  const names = isGroup
    ? commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
    : commands.map(({ name }) => name);
  const found = isGroup ? `${first} ${second}`.trim() : first;
  const code = isGroup && second === "" ? "cli.missing-argument" : "cli.unknown-command";
  return { code, field: "command", found, accepted: nearest(found, names) };
};

/** `help record add` is `record add --help`; undefined: it asks for something else. */
const helpAsked = (argv: readonly string[]): Result<readonly string[], Refused> => {
  const [first, ...rest] = argv;
  if (first !== "help") return ok(argv);
  const typed = rest.filter((word) => !word.startsWith("-"));
  const flagged = rest.findIndex((word) => word.startsWith("-"));
  const words = flagged < 0 ? typed : rest.slice(0, flagged);
  const [name = "", ...more] = words;
  const isGroup = more.length === 0 && groups.some((group) => group === name);
  const isKnown = name === "" || name === "help" || isGroup || commandOf(words.join(" "));
  return isKnown ? ok([...rest, "--help"]) : refuse(unknownCommand(words));
};

const oneOf = (values: Values, name: string): Result<string | undefined, Refused> => {
  const [value, ...more] = values.get(name) ?? [];
  if (more.length === 0) return ok(value);
  const given = [value, ...more].filter((text) => text !== "");
  const found = given.length === 0 ? `--${name} --${name}` : given.join(" | ");
  return refuse({ code: "query.repeated", field: name, found, accepted: `--${name}` });
};

/** Whether the flags agree with the command and with one another. */
const checked = ({ command, words }: Heard, values: Values): Result<Call, Refused> => {
  if (command === undefined) return refuse(unknownCommand([]));
  const takesRest = command.words.at(-1)?.offer === "words";
  const extra = takesRest ? undefined : words[command.words.length];
  if (extra !== undefined) {
    const accepted = command.words.map((word) => metavar(word)).join(" ");
    const code = "cli.too-many-arguments";
    return refuse({ code, field: command.name, found: extra, accepted });
  }
  const params = new Map<string, readonly string[]>(
    command.words.flatMap(({ name, offer }, place) => {
      const value = offer === "words" ? words.slice(place).join(" ") : words[place];
      return value === undefined ? [] : [[name, [value]] as const];
    }),
  );
  const isQuestion = specOf(command.name) !== undefined;
  for (const { name } of command.flags) {
    // What questions are asked twice the rules refuse; some of their flags take more than one value.
    const one = isQuestion ? ok(undefined) : oneOf(values, name);
    if (!one.ok) return one;
    const given = values.get(name);
    if (given !== undefined) params.set(name, [...(params.get(name) ?? []), ...given]);
  }
  for (const { name } of globals) {
    const one = oneOf(values, name);
    if (!one.ok) return one;
    if (one.value === undefined || command.globals.includes(name)) continue;
    const flags = [...command.flags, ...command.globals.map((flag) => ({ name: flag }))];
    const accepted = flags.map((flag) => `--${flag.name}`).join(", ");
    return refuse({ code: "cli.unknown-flag", field: `--${name}`, found: `--${name}`, accepted });
  }
  return callOf(command, params, values);
};

const callOf = (command: Command, params: Params, values: Values): Result<Call, Refused> => {
  const json = values.has("json");
  const csv = values.has("csv");
  if (json && csv) {
    const found = "--json --csv";
    const accepted = "--json | --csv";
    return refuse({ code: "cli.contradiction", field: "--json", found, accepted });
  }
  const [wanted] = values.get("lang") ?? ["en"];
  const language = languages.find((one) => one === wanted);
  if (language === undefined) {
    const accepted = languages.join(", ");
    return refuse({ code: "query.language", field: "lang", found: wanted ?? "", accepted });
  }
  const [org = defaultOrg] = values.get("org") ?? [];
  const isOrgNamed = values.has("org");
  return ok({ command, params, org, isOrgNamed, language, json, csv });
};

/** Reads the words after `foedus`. */
export const parse = (argv: readonly string[], setting: Setting): Result<Parsed, Refused> => {
  const language = languageOf(argv);
  const values: Values = new Map();
  const heard: Heard = { command: undefined, words: [] };
  let printed = "";
  const asked = helpAsked(argv);
  if (!asked.ok) return asked;
  const program = programFor(setting, language, values, heard, (text) => {
    printed += text;
  });
  try {
    program.parse(argv.length === 0 ? ["--help"] : [...asked.value], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return ok({ do: "print", text: printed });
    return refuse(refusalOf(error, argv));
  }
  const call = checked(heard, values);
  return call.ok ? ok({ do: "run", call: call.value }) : call;
};
