/**
 * A thousand forks shown to a witness, and a thousand honest runs with a restart before each look,
 * by the command itself over folders on a disk.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkout, foedus } from "./command-line.ts";
import { history, second, stated } from "./log-history.ts";
import { entry, filesOf, writeFiles } from "./log-writer.ts";
import { numbers } from "./witness-histories.ts";

const runs = 1_000;
const hour = 3_600_000;
const root = mkdtempSync(join(tmpdir(), "foedus-witness-long-"));
afterAll(() => rmSync(root, { recursive: true }));

const honest = history(320);
const at = (name: string): string => join(root, name);

/** What the witness says of a log of these entries, started anew. */
const looked = async (name: string, entries: readonly Buffer[]): Promise<number> => {
  rmSync(at(`${name}-log`), { recursive: true, force: true });
  writeFiles(at(`${name}-log`), filesOf(entries));
  const argv = ["witness", at(`${name}-log`), at(`${name}-seen`), "--once", "--json"];
  return (await foedus(argv, { root: checkout, data: at("data") })).code;
};

const clean = (name: string): void => {
  for (const end of ["log", "seen"]) rmSync(at(`${name}-${end}`), { recursive: true, force: true });
};

test(`${runs} of ${runs} forks and rollbacks are detected`, { timeout: hour }, async () => {
  let detected = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const below = numbers(`long fork ${seed}`);
    const name = `fork-${seed}`;
    const seen = 8 + below(150);
    const place = 7 + below(seen - 7);
    const other = entry(stated(10_000 + seed), second);
    const shown = [
      honest.slice(0, seen + 1 + below(100)).with(place, other),
      honest.slice(0, seen + below(100) + 1).toSpliced(place, 1),
      honest.slice(0, seen + below(100)).toSpliced(place, 0, other),
      honest.slice(0, seen).with(place, other),
      honest.slice(0, place),
    ][seed % 5];
    expect(await looked(name, honest.slice(0, seen)), `seed ${seed}`).toBe(0);
    const code = await looked(name, shown ?? []);
    if (code === 1 && existsSync(at(`${name}-seen/alarm.json`))) detected += 1;
    clean(name);
  }
  expect(detected).toBe(runs);
});

test(`no false alarm in ${runs} honest runs with restarts`, { timeout: hour }, async () => {
  for (let seed = 0; seed < runs; seed += 1) {
    const below = numbers(`long honest ${seed}`);
    let size = 7 + below(100);
    for (let turn = 0; turn < 4; turn += 1, size += below(3) === 0 ? 0 : below(60)) {
      expect(await looked(`honest-${seed}`, honest.slice(0, size)), `seed ${seed}`).toBe(0);
    }
    clean(`honest-${seed}`);
  }
});
