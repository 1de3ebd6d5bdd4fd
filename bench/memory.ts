/**
 * How many bytes of memory an act keeps alive: as text, as an object, and in the record.
 *
 * Goal H1: five versions a key with bodies in memory and without; a deep key for comparison. The
 * figure without bodies is the record less the acts it holds.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fiveVersions, type Shape } from "./data.ts";
import type { Form, Holding } from "./holding.ts";
import { atMost, goalTable, table } from "./table.ts";

const script = join(import.meta.dirname, "holding.ts");
const heapMegabytes = 12_000;
const forms: readonly Form[] = ["texts", "acts", "record"];

const holding = (form: Form, shape: Shape): number => {
  const flags = ["--expose-gc", `--max-old-space-size=${heapMegabytes}`];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, script, form, JSON.stringify(shape)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${form}: ${stderr}`);
  const { bytes }: Holding = JSON.parse(stdout);
  return Math.round(bytes);
};

/** The report of the bench, in Markdown. */
export const memory = async (acts: number, versions: number): Promise<string> => {
  const shapes: readonly (readonly [string, Shape])[] = [
    [`${acts} acts, five a key`, fiveVersions(acts)],
    ...(["late", "early", "random"] as const).map((order): readonly [string, Shape] => [
      `one key, ${versions} acts entered ${order}`,
      { instruments: 1, states: 1, versions, order },
    ]),
  ];
  const found = shapes.map(([name, shape]) => ({
    name,
    bytes: forms.map((form) => holding(form, shape)),
  }));
  const [text = Number.NaN, act = Number.NaN, record = Number.NaN] = found[0]?.bytes ?? [];
  const goals = [
    atMost("H1", "bytes an act, the act itself included", record, 400),
    atMost("H1", "bytes an act without the acts", record - act, 120),
    atMost("H1", "bytes an act, its text kept too", record + text, 400),
  ];
  return [
    table(
      ["bytes an act", "its text", "the act", "the record, acts included"],
      found.map(({ name, bytes }) => [name, ...bytes.map(String)]),
    ),
    goalTable(goals),
  ].join("\n\n");
};
