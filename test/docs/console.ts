/**
 * Examples of the command line in the documentation, run over real files and ledgers.
 *
 * A block of the language `console` holds commands behind `$ ` and under each what it prints. A
 * line `…` stands for any lines left out, `…` at the end of a line for the rest of that line. A
 * block of another language may say `file=PATH` or `append=PATH`: what it holds is written first.
 */
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout, foedus, type House } from "../command-line.ts";
import { type Block, blocksOf } from "./markdown.ts";

export type Step =
  | { readonly do: "write" | "append"; readonly path: string; readonly text: string }
  | { readonly do: "run"; readonly command: string; readonly expected: readonly string[] };

/** The steps of a page in order. */
export const stepsOf = (page: string): readonly Step[] => blocksOf(page).flatMap(stepsIn);

const stepsIn = ({ language, info, text }: Block): readonly Step[] => {
  const target = /^(file|append)=(\S+)$/.exec(info);
  if (target !== null) {
    const [, how, path = ""] = target;
    return [{ do: how === "file" ? "write" : "append", path, text }];
  }
  if (language !== "console") return [];
  const steps: { do: "run"; command: string; expected: string[] }[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    if (line.startsWith("$ ")) steps.push({ do: "run", command: line.slice(2), expected: [] });
    else steps.at(-1)?.expected.push(line);
  }
  return steps;
};

/** Whether a page changes files or ledgers, so that it needs a house of its own. */
export const isWriting = (steps: readonly Step[]): boolean =>
  steps.some((step) => step.do !== "run" || / record (add|sync)\b/.test(step.command));

/** A copy of the files that the program reads. */
export const copyOfHouse = (root: string): House => {
  mkdirSync(root, { recursive: true });
  for (const name of ["charters", "records", "package.json"]) {
    cpSync(join(checkout, name), join(root, name), { recursive: true });
  }
  return { root, data: join(root, "data") };
};

/** The words of a command after the program's name; quotes hold words together. */
const wordsOf = (command: string): readonly string[] => {
  const rest = /^(?:npm run -s foedus --|foedus) (.*)$/.exec(command)?.[1];
  if (rest === undefined) throw new Error(`not a command of ours: ${command}`);
  return [...rest.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
};

/** What a command prints: standard output, then standard error. */
export const outputOf = async (command: string, house: House): Promise<string> => {
  const { out, error } = await foedus(wordsOf(command), house);
  return `${out}${error}`;
};

/** Writes what a step holds. */
export const write = (step: Exclude<Step, { do: "run" }>, { root }: House): void => {
  const path = join(root, step.path);
  mkdirSync(dirname(path), { recursive: true });
  if (step.do === "write") writeFileSync(path, step.text);
  else appendFileSync(path, step.text);
};

const isLine = (found: string, expected: string): boolean =>
  expected.endsWith("…") ? found.startsWith(expected.slice(0, -1)) : found === expected;

/** Whether the lines found are those expected, with any number of lines at each `…`. */
export const isAsShown = (found: readonly string[], expected: readonly string[]): boolean => {
  const [first, ...rest] = expected;
  if (first === undefined) return found.length === 0;
  if (first === "…")
    return found.some((_, n) => isAsShown(found.slice(n), rest)) || rest.length === 0;
  return found[0] !== undefined && isLine(found[0], first) && isAsShown(found.slice(1), rest);
};

/** Printed lines, without the line breaks at the end. */
export const linesOf = (text: string): readonly string[] => text.replace(/\n+$/, "").split("\n");
