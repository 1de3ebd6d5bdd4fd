/**
 * How help is laid out: headings in the language, global flags, an example under each command.
 */

import type { Command as Program } from "commander";
import type { Language } from "#base";
import { helpOf } from "#wording";
import { commandOf, exampleLines } from "./commands.ts";

/** `record check` of the program `foedus record check`. */
const nameOf = (program: Program): string => {
  const names: string[] = [];
  for (let at: Program | null = program; at !== null; at = at.parent) names.unshift(at.name());
  return names.slice(1).join(" ");
};

const headingsOf = (language: Language): ReadonlyMap<string, string> => {
  const { headings } = helpOf(language);
  return new Map([
    ["Usage:", headings.usage],
    ["Arguments:", headings.arguments],
    ["Options:", headings.options],
    ["Global Options:", headings.global],
    ["Commands:", headings.commands],
  ]);
};

const widest = 100;

/** Gives a program our headings, width and examples. */
export const arrangeHelp = (program: Program, width: number, language: Language): Program => {
  const help = helpOf(language);
  const headings = headingsOf(language);
  program.helpOption("-h, --help", help.parameters.help);
  program.configureHelp({
    showGlobalOptions: true,
    helpWidth: Math.min(width, widest),
    styleTitle: (title) => headings.get(title) ?? title,
    visibleGlobalOptions: (of) => {
      const command = commandOf(nameOf(of));
      const names: readonly string[] = command?.globals ?? [];
      return of.parent === null
        ? []
        : rootOf(of).options.filter(({ long }) => names.includes(long?.slice(2) ?? ""));
    },
  });
  program.addHelpText("after", () => {
    const command = commandOf(nameOf(program));
    if (command === undefined) return "";
    const lines = exampleLines(command);
    const heading = lines.length > 1 ? help.headings.examples : help.headings.example;
    return `\n${[heading, ...lines.map((line) => `  ${line}`)].join("\n")}`;
  });
  return program;
};

const rootOf = (program: Program): Program =>
  program.parent === null ? program : rootOf(program.parent);
