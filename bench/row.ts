/**
 * One row of a bench in a process of its own: it prepares, says so, and answers until it is told to
 * close. Started by `rows.ts` and by nobody else.
 */
import { createHash } from "node:crypto";
import type { Shape } from "./data.ts";
import { ours } from "./ours.ts";
import { arrays } from "./peers/arrays.ts";
import { btree, btreeBatch, gist, gistBatch } from "./peers/postgres.ts";
import { scan } from "./peers/scan.ts";
import { sqlite } from "./peers/sqlite.ts";
import { questionsOf } from "./questions.ts";
import type { Prepare } from "./subject.ts";

const subjects = {
  ours,
  arrays,
  scan,
  sqlite,
  gist,
  "gist in the server": gistBatch,
  btree,
  "btree in the server": btreeBatch,
} as const satisfies { readonly [name: string]: Prepare };

export type SubjectName = keyof typeof subjects;

/** What the parent asks: one kind of question, so many, of that seed; the first few to compare. */
export type Order = {
  readonly ask: "points" | "who";
  readonly count: number;
  readonly compared: number;
  readonly seed: number;
};

export type Report = { readonly ns: number; readonly digest: string };

const isName = (text: string | undefined): text is SubjectName =>
  text !== undefined && Object.hasOwn(subjects, text);

const [name, shapeText = ""] = process.argv.slice(2);
if (!isName(name)) throw new Error("started by bench/rows.ts only");
const send = (report: Report | "ready"): void => {
  process.send?.(report);
};

const shape: Shape = JSON.parse(shapeText);
const subject = await subjects[name](shape);

process.on("message", async (order: Order | "close") => {
  if (order === "close") {
    await subject.close();
    process.disconnect?.();
    return;
  }
  const { ns, answers } = await subject[order.ask](questionsOf(shape, order.count, order.seed));
  const hash = createHash("sha256").update(JSON.stringify(answers.slice(0, order.compared)));
  const report: Report = { ns, digest: hash.digest("hex") };
  send(report);
});
send("ready");
