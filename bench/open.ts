/**
 * How long until a ledger on disk can be asked: with 10^5 and 10^6 acts, every check made.
 *
 * Goals R1 (replay against the paged floor), R2 without signatures (cold start), R3 (linear).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Entry, readEntry } from "#ledger";
import { sha256, sqliteStore } from "#store";
import { dayZero, factsOf, fiveVersions, instrumentOf, stateOf, textsOf } from "./data.ts";
import { type Figure, figureOf } from "./rows.ts";
import { atMost, goalTable, short, spread, table } from "./table.ts";

/** Milliseconds: of the opening alone, and since the process began; and the first answer. */
export type Opening = { readonly open: number; readonly whole: number; readonly answer: string };

const ways = ["ours", "paged", "paged and hashed", "start"] as const;
type Way = (typeof ways)[number];

const heapMegabytes = 12_000;
const group = 1_000; // Acts in one commit.

/** Long after all that the world tells of. */
const first = { name: `status/${instrumentOf(0)}/${stateOf(7)}`, day: dayZero + 200_000 };

/** Writes the ledger of a world as the program itself would. */
const write = async (path: string, acts: number): Promise<void> => {
  const shape = fiveVersions(acts);
  const store = await sqliteStore({ path, hash: sha256, org: "lakes" });
  if (!store.ok) throw new Error(JSON.stringify(store.refusal));
  let entries: Entry[] = [];
  const append = async (): Promise<void> => {
    const done = await store.value.append(await store.value.size(), entries);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    entries = [];
  };
  for (const text of textsOf(shape, factsOf(shape))) {
    const entry = readEntry(text);
    if (!entry.ok) throw new Error(JSON.stringify(entry.refusal));
    if (entries.push(entry.value) === group) await append();
  }
  await append();
  await store.value.close();
};

const argumentsOf = (way: Way, path: string, acts: number): readonly string[] => {
  const script = (name: string): string => join(import.meta.dirname, name);
  if (way !== "ours") return [script("peers/floor.ts"), way, path, first.name];
  return [script("opening.ts"), path, JSON.stringify({ shape: fiveVersions(acts), ...first })];
};

const run = (way: Way, path: string, acts: number): Opening => {
  const flags = [`--max-old-space-size=${heapMegabytes}`];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, ...argumentsOf(way, path, acts)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${way} at ${acts}: ${stderr}`);
  return JSON.parse(stdout);
};

type Timed = { readonly open: Figure; readonly whole: Figure };

const milliseconds = (value: number): string => `${short(value)} ms`;

const timeAll = (path: string, acts: number, turns: number): ReadonlyMap<Way, Timed> => {
  const found = new Map<Way, Opening[]>(ways.map((way) => [way, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const way of ways) found.get(way)?.push(run(way, path, acts));
  }
  const answers = new Set([...found.values()].flat().map(({ answer }) => answer));
  answers.delete("");
  if (answers.size !== 1) throw new Error(`answers differ: ${[...answers].join(", ")}`);
  return new Map(
    [...found].map(([way, all]) => [
      way,
      { open: figureOf(all.map((one) => one.open)), whole: figureOf(all.map((one) => one.whole)) },
    ]),
  );
};

const ratio = (a: Figure | undefined, b: Figure | undefined): number =>
  (a?.median ?? Number.NaN) / (b?.median ?? Number.NaN);

/** The report of the bench, in Markdown. */
export const open = async (sizes: readonly number[], turns: number): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "foedus-bench-"));
  const all: (readonly [number, ReadonlyMap<Way, Timed>])[] = [];
  try {
    for (const acts of sizes) {
      const path = join(folder, `${acts}.sqlite`);
      await write(path, acts);
      all.push([acts, timeAll(path, acts, turns)]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [small, large] = [all[0]?.[1], all[all.length - 1]?.[1]];
  const growth = (sizes[sizes.length - 1] ?? 0) / (sizes[0] ?? 1);
  const goals = [
    atMost(
      "R1",
      "replay / paged floor, most acts",
      ratio(large?.get("ours")?.open, large?.get("paged")?.open),
      2.5,
    ),
    atMost(
      "R2",
      "cold start / (node start + paged floor + hash), fewest acts",
      ratio(small?.get("ours")?.whole, small?.get("paged and hashed")?.whole),
      3,
    ),
    atMost(
      "aim",
      "cold start with the fewest acts, ms",
      small?.get("ours")?.whole.median ?? Number.NaN,
      1_000,
    ),
    atMost(
      "R3",
      `replay grown ${growth} times`,
      ratio(large?.get("ours")?.open, small?.get("ours")?.open),
      growth * 1.2,
    ),
  ];
  return [
    table(
      ["way", ...sizes.flatMap((acts) => [`${acts} acts: opening`, "since the process began"])],
      ways.map((way) => [
        way,
        ...all.flatMap(([, timed]) => {
          const one = timed.get(way);
          if (one === undefined) return ["", ""];
          return [spread(one.open, milliseconds), spread(one.whole, milliseconds)];
        }),
      ]),
    ),
    goalTable(goals),
  ].join("\n\n");
};
