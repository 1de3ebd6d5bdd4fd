/**
 * One state, one instrument, very many suspensions and resumptions: what does a deep history cost?
 *
 * Goal Q4: a question about one key with 10^5 versions, entered in order of days, in reverse and at
 * random, against the same number of acts at five a key. A scan of the one key is the naive way.
 */
import { fiveVersions, type Shape } from "./data.ts";
import { type Ask, type Figure, measure, type Row } from "./rows.ts";
import { atMost, goalTable, nanoseconds, spread, table } from "./table.ts";

const orders = ["late", "early", "random"] as const;

const deepShape = (versions: number, order: Shape["order"]): Shape => ({
  instruments: 1,
  states: 1,
  versions,
  order,
});

/** The scan takes a part of a millisecond a question; it gets fewer. */
const asks: readonly Ask[] = [
  {
    ask: "points",
    count: (subject) => (subject === "scan" ? 1_000 : 100_000),
    compared: 1_000,
  },
];

/** The report of the bench, in Markdown. */
export const deep = async (versions: number, turns: number): Promise<string> => {
  const rows: readonly Row[] = [
    { name: "five a key", subject: "ours", shape: fiveVersions(versions) },
    ...orders.flatMap((order): readonly Row[] => [
      { name: `scan, ${order}`, subject: "scan", shape: deepShape(versions, order) },
      { name: `one key, ${order}`, subject: "ours", shape: deepShape(versions, order) },
    ]),
  ];
  const points = (await measure(rows, asks, turns)).get("points") ?? new Map<string, Figure>();
  const five = points.get("five a key")?.median ?? Number.NaN;
  const goals = orders.map((order) => {
    const ours = points.get(`one key, ${order}`)?.median ?? Number.NaN;
    return atMost("Q4", `one key entered ${order} / five a key`, ours / five, 4);
  });
  return [
    table(
      ["question", `${versions} versions`],
      [...points].map(([name, figure]) => [name, spread(figure, nanoseconds)]),
    ),
    goalTable(goals),
  ].join("\n\n");
};
