/** What `src/store/durability.int.test.ts` samples, in full: reliability targets 1, 5, 7 and 8. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hex, utf8 } from "#base";
import { leafHash, rootOf } from "#ledger";
import { sha256, sqliteStore, steps } from "#store";
import { entriesFrom, entryOf } from "../src/ledger/testing.ts";
import { afterFlip, crash, imageOf, killed, numbers, shapes } from "./crashes.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-long-"));
  path = join(folder, "ledger.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async () => {
  const opened = await sqliteStore({ path, hash: sha256 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};

describe("a writer killed at every step, in every shape", () => {
  const cases = steps.flatMap((step) => shapes.map(([nth, batch]) => ({ step, nth, batch })));
  test.each(cases)("$step, time $nth, $batch at a time", (one) => crash({ path }, one));
});

test.each(Array.from({ length: 250 }, (_, n) => n + 1))(
  "a writer killed at any moment (seed %i)",
  (n) => killed({ path }, n),
);

test("10,000 bits flipped over all files (seed 43)", async () => {
  const first = await open();
  await first.append(0, entriesFrom(0, 200));
  await first.close();
  const store = await open();
  for (let size = 200; size < 260; size += 3) await store.append(size, entriesFrom(size, 3));
  const files = imageOf(folder);
  await store.close();
  const random = numbers(43);
  const names = [...files.keys()].sort();
  const found = new Map<string, number>();
  for (let round = 0; round < 10_000; round += 1) {
    const name = names[round % names.length] ?? "";
    const flip = { name, place: random(files.get(name)?.length ?? 0), bit: random(8) };
    const fate = await afterFlip(join(folder, "flipped"), files, 260, flip);
    if (fate === "false") throw new Error(`served a wrong answer: ${JSON.stringify(flip)}`);
    found.set(`${name} ${fate}`, (found.get(`${name} ${fate}`) ?? 0) + 1);
  }
  console.log(
    [...found]
      .sort()
      .map(([what, count]) => `${what}: ${count}`)
      .join("\n"),
  );
});

test("64 clients, 1,000 submissions each: dense, nothing lost or doubled, one winner", async () => {
  const store = await open();
  const clients = 64;
  const turns = 1_000;
  const won = new Map<string, number>();
  const waits: number[] = [];
  const client = async (n: number): Promise<void> => {
    const random = numbers(n + 1);
    for (let turn = 0; turn < turns; turn += 1) {
      const start = performance.now();
      const isContested = turn % 50 === 0;
      // Every fiftieth id is wanted by all clients.
      const entry = isContested
        ? entryOf(`lake.same-${turn}`, { release: n + 1 })
        : entryOf(`lake.${n}-${turn}`);
      const key = `${n}/${turn}`;
      const sent = await store.append(undefined, [entry], { key });
      waits.push(performance.now() - start);
      if (sent.ok && isContested) won.set(entry.act.id, (won.get(entry.act.id) ?? 0) + 1);
      expect(sent.ok || (isContested && sent.refusal.code === "ledger.id-taken")).toBe(true);
      if (random(10) === 0) {
        const again = await store.append(undefined, [entry], { key });
        if (sent.ok) expect(again).toEqual(sent);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  expect([...won.values()].every((count) => count === 1)).toBe(true);
  expect(won.size).toBe(turns / 50);
  const size = await store.size();
  expect(size).toBe(clients * turns - (clients - 1) * won.size);
  const texts = await store.read(0, size);
  const leaves = texts.map((text) => leafHash(utf8(text), sha256));
  expect(await store.root()).toBe(hex(rootOf(leaves, sha256)));
  await store.close();
  waits.sort((a, b) => a - b);
  const [median = 0, late = 0, last = 0] = [0.5, 0.99, 1].map(
    (part) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))],
  );
  console.log(
    `wait in ms: median ${median.toFixed(1)}, p99 ${late.toFixed(1)}, most ${last.toFixed(1)}`,
  );
});
