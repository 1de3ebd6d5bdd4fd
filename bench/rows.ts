/**
 * The rows of one table: a fresh process each, asked in turn, so that a noisy minute hits them all.
 *
 * Law:  equal answers first. Every turn compares what was answered; a difference ends the bench.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Shape } from "./data.ts";
import type { Order, Report, SubjectName } from "./row.ts";
import { medianOf } from "./subject.ts";

const script = join(import.meta.dirname, "row.ts");
const heapMegabytes = 12_000; // A limit, not a need: a million acts with all that is kept of them.

export type Row = { readonly name: string; readonly subject: SubjectName; readonly shape: Shape };

/** Median of the turns, and the least and the most. */
export type Figure = { readonly median: number; readonly least: number; readonly most: number };

export const figureOf = (values: readonly number[]): Figure => ({
  median: medianOf(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

const start = async ({ subject, shape }: Row): Promise<ChildProcess> => {
  const child = fork(script, [subject, JSON.stringify(shape)], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
  });
  const ended = once(child, "exit").then(() => "ended");
  const first = await Promise.race([once(child, "message").then(() => "ready"), ended]);
  if (first === "ended") throw new Error(`the row "${subject}" ended before it was ready`);
  return child;
};

const ask = async (child: ChildProcess, order: Order): Promise<Report> => {
  const answer = once(child, "message");
  child.send(order);
  const [report] = await answer;
  return report;
};

/** So many questions of a kind; PostgreSQL gets fewer, since each of its answers takes longer. */
export type Ask = {
  readonly ask: Order["ask"];
  readonly count: (subject: SubjectName) => number;
  readonly compared: number;
};

/** The subjects that must give equal answers, where not all are asked about one world. */
const sameWorld = (a: Row, b: Row): boolean => JSON.stringify(a.shape) === JSON.stringify(b.shape);

const compare = (rows: readonly Row[], reports: readonly Report[], turn: number): void => {
  for (const [i, row] of rows.entries()) {
    const first = rows.findIndex((other) => sameWorld(row, other));
    if (reports[first]?.digest === reports[i]?.digest) continue;
    throw new Error(`turn ${turn}: "${row.name}" answers otherwise than "${rows[first]?.name}"`);
  }
};

/** Asks every row in each turn; nanoseconds a question, by kind of question and name of the row. */
export const measure = async (
  rows: readonly Row[],
  asks: readonly Ask[],
  turns: number,
): Promise<ReadonlyMap<Order["ask"], ReadonlyMap<string, Figure>>> => {
  const children: ChildProcess[] = [];
  const found = new Map<string, number[]>();
  try {
    for (const row of rows) children.push(await start(row));
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const { ask: kind, count, compared } of asks) {
        const reports: Report[] = [];
        for (const [i, row] of rows.entries()) {
          const child = children[i];
          if (child === undefined) continue;
          const order = { ask: kind, count: count(row.subject), compared, seed: 1 + turn };
          const report = await ask(child, order);
          reports.push(report);
          // Turn 0 is the gate and warms up.
          const key = `${kind} ${row.name}`;
          if (turn > 0) found.set(key, [...(found.get(key) ?? []), report.ns]);
        }
        compare(rows, reports, turn);
      }
    }
  } finally {
    for (const child of children) {
      if (child.exitCode !== null || !child.connected) continue;
      const ended = once(child, "exit");
      child.send("close");
      await ended;
    }
  }
  const figures = (kind: Order["ask"]): ReadonlyMap<string, Figure> =>
    new Map(rows.map(({ name }) => [name, figureOf(found.get(`${kind} ${name}`) ?? [])]));
  return new Map(asks.map(({ ask: kind }) => [kind, figures(kind)]));
};
