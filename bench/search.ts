/**
 * The shipped record as a journalist meets it: how long from the command to its first answer, and how
 * long a search takes once the server runs.
 *
 * Aims: the first answer within a second of the start, set-up done; a search within 20 ms.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask } from "#rules";
import { worldOf } from "../test/world.ts";
import { figureOf } from "./rows.ts";
import { atMost, goalTable, short, spread, table } from "./table.ts";

const program = join(import.meta.dirname, "../src/cli/main.ts");

/** From a name to a sentence, in both languages; one in a typing error, one with a thousand hits. */
const queries = [
  "Казахстане",
  "учениями в Кыргызстане",
  "CRRF",
  "unified air defence",
  "Armenia freeze",
  "устава",
  "exercises'",
  "o",
  "airr defense",
  "collective security treaty organization",
] as const;

const milliseconds = (value: number): string => `${short(value)} ms`;

/** Runs a command of the program in a process of its own. */
const run = (data: string, ...words: readonly string[]): number => {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    env: { ...process.env, FOEDUS_DATA: data },
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - began;
};

const starts = (turns: number, ...words: readonly string[]): readonly number[] => {
  const data = mkdtempSync(join(tmpdir(), "foedus-bench-"));
  try {
    run(data, "members");
    return Array.from({ length: turns }, () => run(data, ...words));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

const searches = (turns: number) => {
  const world = worldOf("csto");
  const timed = (q: string): number => {
    const began = performance.now();
    const answer = ask(world, "search", new Map([["q", [q]]]));
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return performance.now() - began;
  };
  const first = timed(queries[0]);
  const rounds = Array.from({ length: turns * 4 }, () => queries.map(timed));
  return { first, rounds: rounds.slice(turns) };
};

/** The report of the bench, in Markdown. */
export const search = async (turns: number): Promise<string> => {
  const members = figureOf(starts(turns, "members"));
  const found = figureOf(starts(turns, "search", "Казахстане"));
  const { first, rounds } = searches(turns);
  const figures = queries.map((_, n) => figureOf(rounds.map((round) => round[n] ?? 0)));
  const slowest = Math.max(...figures.map(({ median }) => median));
  return [
    table(
      ["what", "time"],
      [
        ["members, from the start of the program", spread(members, milliseconds)],
        ["search, from the start of the program", spread(found, milliseconds)],
        ["first search of a running program, index made", milliseconds(first)],
        ...queries.map((q, n) => [`search ${q}`, spread(figures[n] ?? members, milliseconds)]),
      ],
    ),
    goalTable([
      atMost("aim", "first answer from the start of the program, ms", members.median, 1_000),
      atMost("aim", "the slowest search of a running program, ms", slowest, 20),
    ]),
  ].join("\n\n");
};
