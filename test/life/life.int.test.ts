/**
 * Every change of status of every state of both organizations, the day before, the day and the day
 * after, through the command line.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, isoOf } from "#base";
import { checkout, foedus as ranIn } from "../command-line.ts";
import { csto, type Life, nato, nothingChanges, type Step } from "./expected.ts";

const data = mkdtempSync(join(tmpdir(), "foedus-life-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const foedus = async (...words: readonly string[]): Promise<unknown> => {
  const { code, out, error } = await ranIn([...words, "--json"], { root: checkout, data });
  if (code !== 0) throw new Error(error);
  return JSON.parse(out);
};

const around = (day: string): readonly string[] =>
  [-1, 0, 1].map((step) => isoOf((dayOf(day) ?? 0) + step));

const daysOf = (life: Life): readonly string[] => {
  const changes = Object.values(life).flatMap((steps) => steps.map(([from]) => from));
  return [...new Set([...changes, ...nothingChanges].flatMap(around))].sort();
};

const stepOn = (steps: readonly Step[], day: string): Step | undefined =>
  steps.findLast(([from]) => from <= day);

type Row = { state: string; status: string; certainty: string; possible?: readonly string[] };

const rowsOf = (life: Life, day: string, isListed: boolean): readonly Row[] =>
  Object.entries(life)
    .flatMap(([state, steps]): readonly Row[] => {
      const step = stepOn(steps, day);
      if (step === undefined) return [];
      const [, status, certainty = "certain", possible] = step;
      const isContested = status === "lapsed" && possible !== undefined;
      if (isListed ? status === "lapsed" : !isContested) return [];
      return [{ state, status, certainty, ...(possible && { possible }) }];
    })
    .sort((a, b) => (a.state < b.state ? -1 : 1));

const onlyStatus = (rows: readonly Row[] = []): readonly Row[] =>
  rows.map(({ state, status, certainty, possible }) => ({
    state,
    status,
    certainty,
    ...(possible && { possible }),
  }));

type Answer = { readonly members: readonly Row[]; readonly contested?: readonly Row[] };

describe.each([
  ["csto", csto],
  ["nato", nato],
] as const)("%s", (org, life) => {
  beforeAll(async () => {
    await foedus("members", "--org", org);
  }, 60_000);

  test.each(daysOf(life))("members on %s", async (day) => {
    const answer = (await foedus("members", "--org", org, "--on", day)) as Answer;
    expect(onlyStatus(answer.members)).toEqual(rowsOf(life, day, true));
    expect(onlyStatus(answer.contested)).toEqual(rowsOf(life, day, false));
  });
});

describe("states that left, asked one by one", () => {
  test.each(
    ["AZE", "GEO", "UZB"].flatMap((state) =>
      around("1999-04-21").map((day) => [state, day] as const),
    ),
  )("%s on %s", async (state, day) => {
    const [, status] = stepOn(csto[state] ?? [], day) ?? [];
    expect(await foedus("status", state, "--on", day)).toMatchObject({ state, on: day, status });
  });
});

describe("according to the backgrounder its own dates stand", () => {
  test.each([
    ["1994-04-20", "signatory"],
    ["1994-12-19", "signatory"],
    ["1994-12-20", "party"],
    ["1994-12-21", "party"],
  ])("Armenia on %s is %s", async (day, status) => {
    const lens = ["--according-to", "backgrounder"];
    expect(await foedus("status", "ARM", "--on", day, ...lens)).toMatchObject({ status });
  });
});
