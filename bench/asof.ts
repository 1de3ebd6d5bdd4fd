/**
 * Was a state bound, on a day, as known by then; and who was: ours beside the peers.
 *
 * Goals Q1 to Q3, and Q4's growth from 10^4 to 10^6 acts.
 */

import { withoutPostgres } from "../test/cluster.ts";
import { fiveVersions } from "./data.ts";
import type { SubjectName } from "./row.ts";
import { type Ask, type Figure, measure } from "./rows.ts";
import { atLeast, atMost, type Goal, goalTable, nanoseconds, spread, table } from "./table.ts";

const inProcess: readonly SubjectName[] = ["arrays", "ours", "sqlite"];
const servers: readonly SubjectName[] = [
  "gist",
  "gist in the server",
  "btree",
  "btree in the server",
];

/** Q1: the public function in microseconds, whatever the machine does besides. */
const pointLimitNanoseconds = 1_000;
const whoLimitNanoseconds = 15_000;

const asks: readonly Ask[] = [
  {
    ask: "points",
    count: (subject) => (inProcess.includes(subject) ? 100_000 : 10_000),
    compared: 1_000,
  },
  { ask: "who", count: (subject) => (inProcess.includes(subject) ? 1_000 : 100), compared: 100 },
];

type Figures = ReadonlyMap<string, Figure>;

const median = (figures: Figures | undefined, name: string): number =>
  figures?.get(name)?.median ?? Number.NaN;

const pointGoals = (points: Figures, small: Figures): readonly Goal[] => {
  const ours = median(points, "ours");
  const over = (name: string): number => median(points, name) / ours;
  return [
    atMost("Q1", "point, nanoseconds", ours, pointLimitNanoseconds),
    atMost("Q1", "point / typed arrays", ours / median(points, "arrays"), 4),
    atLeast("Q2", "PostgreSQL GiST round trip / point", over("gist"), 150),
    atLeast("Q2", "PostgreSQL B-tree round trip / point", over("btree"), 150),
    atLeast("Q2", "PostgreSQL B-tree in the server / point", over("btree in the server"), 5),
    atLeast("Q2", "node:sqlite / point", over("sqlite"), 4),
    atMost("Q4", "point at most acts / at fewest", ours / median(small, "ours"), 8),
  ];
};

const whoGoals = (who: Figures): readonly Goal[] => {
  const ours = median(who, "ours");
  return [
    atMost("Q3", "who over 200 states, nanoseconds", ours, whoLimitNanoseconds),
    atLeast("Q3", "PostgreSQL GiST who / ours", median(who, "gist") / ours, 30),
  ];
};

/** The report of the bench, in Markdown. */
export const asof = async (sizes: readonly number[], turns: number): Promise<string> => {
  const missing = withoutPostgres();
  const names = missing === undefined ? [...inProcess, ...servers] : inProcess;
  const points: Figures[] = [];
  const who: Figures[] = [];
  for (const acts of sizes) {
    const shape = fiveVersions(acts);
    const rows = names.map((name) => ({ name, subject: name, shape }));
    const found = await measure(rows, asks, turns);
    points.push(found.get("points") ?? new Map());
    who.push(found.get("who") ?? new Map());
  }
  const line = (kind: string, of: readonly Figures[], name: string): readonly string[] => [
    `${kind}: ${name}`,
    ...of.map((figures) => {
      const figure = figures.get(name);
      return figure === undefined ? "" : spread(figure, nanoseconds);
    }),
  ];
  const last = points.length - 1;
  const goals = [
    ...pointGoals(points[last] ?? new Map(), points[0] ?? new Map()),
    ...whoGoals(who[last] ?? new Map()),
  ];
  return [
    table(
      ["question", ...sizes.map((acts) => `${acts} acts`)],
      [
        ...names.map((name) => line("point", points, name)),
        ...names.filter((name) => !name.includes("server")).map((name) => line("who", who, name)),
      ],
    ),
    goalTable(goals),
    ...(missing === undefined ? [] : [`Left out: ${missing}.`]),
  ].join("\n\n");
};
