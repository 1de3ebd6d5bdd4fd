/**
 * Rows put to a world, in this process: the words of a command line in, what `--json` prints out.
 *
 * Out:  for each row that is not answered as expected, a text that names its number, the question,
 *       what was expected and what was found.
 */
import { ask, sceneOf, specOf, type World } from "#rules";
import { titlesIn, worded } from "#wording";
import { missesOf } from "./match.ts";
import { type Names, namesOf } from "./names.ts";
import type { Row } from "./rows.ts";

export type Asked = { readonly world: World; readonly names: Names };

export const askedOf = (world: World): Asked => ({ world, names: namesOf(world) });

type Given = ReadonlyMap<string, readonly string[]>;

/** The parameters that the words give; a word may name its thing (`series/~Frontier`). */
const paramsOf = (words: readonly string[], names: Names): Given | string => {
  const [command = "", ...rest] = words;
  const spec = specOf(command);
  if (spec === undefined) return `there is no question ${command}`;
  const given = new Map<string, readonly string[]>();
  const places = spec.positional.map(({ name }) => name);
  const left = [...rest];
  while (left.length > 0) {
    const word = left.shift() ?? "";
    const isFlag = word.startsWith("--");
    const name = isFlag ? word.slice(2) : (places.shift() ?? "");
    const value = isFlag ? (left.shift() ?? "") : word;
    const meant = names.isPattern(value) ? names.meant(value) : [value];
    if (meant.length !== 1) return `${value} names ${meant.join(", ") || "nothing"}`;
    given.set(name, [...(given.get(name) ?? []), ...meant]);
  }
  return given;
};

/** The answer as JSON, or why there is none. */
const answerTo = ({ world, names }: Asked, words: readonly string[]): unknown => {
  const params = paramsOf(words, names);
  const spec = specOf(words[0] ?? "");
  if (typeof params === "string" || spec === undefined) return { refused: params };
  const scene = sceneOf(world, spec, params);
  const answer = ask(world, spec.command, params);
  if (!scene.ok || !answer.ok) return { refused: answer.ok ? "the scene" : answer.refusal };
  const language = params.get("lang")?.[0] === "ru" ? "ru" : "en";
  return worded(answer.value, world.pack, titlesIn(scene.value, language), language);
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 900 ? `${text.slice(0, 900)} …` : text;
};

/** What is wrong with the answer to a row; undefined if it holds what is expected. */
export const wrongWith = (asked: Asked, row: Row): string | undefined => {
  const answer = answerTo(asked, row.ask);
  const misses = missesOf(row.expect, answer, asked.names);
  if (misses.length === 0) return undefined;
  const isRefused = typeof answer === "object" && answer !== null && "refused" in answer;
  const places = isRefused ? [{ at: "", expected: row.expect, found: answer }] : misses;
  return [
    `${row.number}: ${row.ask.join(" ")}`,
    ...places.map(
      ({ at, expected, found }) =>
        `  at ${at || "/"}\n    expected ${shown(expected)}\n    found    ${shown(found)}`,
    ),
  ].join("\n");
};
