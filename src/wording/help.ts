/** What the help of the command line must say in every language. */

import type { Language } from "#base";
import { helpEn } from "./help.en.ts";
import { helpRu } from "./help.ru.ts";

/** A command of the program; a second word stands behind a space. */
export type CommandName =
  | "members"
  | "status"
  | "why"
  | "diff"
  | "provision"
  | "timeline"
  | "bodies"
  | "forces"
  | "exercises"
  | "relations"
  | "plans"
  | "budget"
  | "decisions"
  | "situations"
  | "search"
  | "coverage"
  | "check"
  | "decide"
  | "duties"
  | "verify-receipt"
  | "charter"
  | "charter check"
  | "record"
  | "record check"
  | "record sync"
  | "record add"
  | "verify"
  | "witness"
  | "export"
  | "export log"
  | "import"
  | "import log"
  | "backup"
  | "restore"
  | "serve"
  | "completions"
  | "help";

/** A flag, or a word that a command takes by its place. */
export type ParameterName =
  | "on"
  | "known"
  | "published-by"
  | "according-to"
  | "lang"
  | "org"
  | "json"
  | "csv"
  | "kind"
  | "actor"
  | "from"
  | "to"
  | "state"
  | "subject"
  | "id"
  | "dir"
  | "file"
  | "shell"
  | "class"
  | "series"
  | "year"
  | "with"
  | "body"
  | "source"
  | "page"
  | "per"
  | "exercises state"
  | "exercises host"
  | "plans state"
  | "search kind"
  | "q"
  | "act"
  | "positions"
  | "situation"
  | "party"
  | "trace"
  | "decide body"
  | "check on"
  | "decide on"
  | "duties on"
  | "verify-receipt file"
  | "key"
  | "log"
  | "once"
  | "every"
  | "copy"
  | "witness dir"
  | "name"
  | "host"
  | "port"
  | "help"
  | "version";

export type Help = {
  readonly program: string;
  readonly commands: { readonly [C in CommandName]: string };
  readonly parameters: { readonly [P in ParameterName]: string };
  readonly headings: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly global: string;
    readonly commands: string;
    readonly example: string;
    readonly examples: string;
  };
  readonly more: string;
};

/** What a parameter is; a command may mean by a name what others do not. */
export const parameterText = (help: Help, command: string, name: ParameterName): string => {
  const texts: { readonly [name: string]: string } = help.parameters;
  return texts[`${command} ${name}`] ?? help.parameters[name];
};

export const helpOf = (language: Language): Help => (language === "ru" ? helpRu : helpEn);
