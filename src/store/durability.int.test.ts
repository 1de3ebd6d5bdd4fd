/**
 * What was acknowledged is there, whatever broke and wherever: a sample of what the long tier does
 * in full (`test/durability.long.test.ts`).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { afterFlip, crash, expectSound, imageOf, numbers } from "../../test/crashes.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { sha256 } from "./sha256.ts";
import { type SqliteOptions, sqliteStore } from "./sqlite.ts";
import { type Step, steps } from "./steps.ts";

vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-durable-"));
  path = join(folder, "ledger.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (more: Partial<SqliteOptions> = {}) => {
  const opened = await sqliteStore({ path, hash: sha256, ...more });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
};

const refusal = async (more: Partial<SqliteOptions> = {}) => {
  const opened = await sqliteStore({ path, hash: sha256, ...more });
  if (!opened.ok) return opened.refusal;
  await opened.value.close();
  return "opened";
};

/** Every step in every shape is long; here the edges: nothing yet, all but signed, all but told. */
describe("a writer killed at a step of an append", () => {
  test.each([
    { step: "intended", nth: 1, batch: 1 },
    { step: "committed", nth: 2, batch: 10 },
    { step: "signed", nth: 1, batch: 256 },
    { step: "written", nth: 2, batch: 1 },
    { step: "published", nth: 2, batch: 257 },
  ] as const)("$step, time $nth, $batch at a time", (one) => crash({ path }, one));
});

describe("an error at a step of an append", () => {
  test.each(steps)(
    "%s: nobody is told that it entered, and a new start finds all sound",
    async (step) => {
      let isBad = false;
      const observe = (reached: Step): void => {
        if (isBad && reached === step) throw new Error(`broken at ${step}`);
      };
      const store = await open({ observe });
      await store.append(0, entriesFrom(0, 3));
      isBad = true;
      await expect(store.append(3, entriesFrom(3, 2))).rejects.toThrow(`broken at ${step}`);
      await store.close();
      const again = await open();
      const size = await expectSound(again, 3);
      expect([3, 5]).toContain(size);
      await again.append(size, entriesFrom(size, 1));
      await expectSound(again, size + 1);
      await again.close();
    },
  );
});

describe("the second look", () => {
  const lines = Array.from({ length: 6 }, (_, place) => place);
  test.each(lines)("what the disk changed is taken out again, and never signed (%i)", async (n) => {
    const random = numbers(n + 1);
    const columns = ["text", "leaf", "id"] as const;
    const column = columns[n % 3] ?? "text";
    let isBad = false;
    const observe = (step: Step): void => {
      if (!isBad || step !== "committed") return;
      isBad = false;
      const other = new DatabaseSync(path);
      const cast = `CAST(${column} AS BLOB)`;
      const row = other.prepare(`SELECT ${cast} AS was FROM entries WHERE seq = 4`).get();
      const was = row?.["was"];
      if (!(was instanceof Uint8Array)) throw new Error("no such entry");
      const place = random(was.length);
      was[place] = (was[place] ?? 0) ^ (column === "leaf" ? 1 << random(8) : 1);
      const put = column === "leaf" ? "?" : "CAST(? AS TEXT)";
      other.prepare(`UPDATE entries SET ${column} = ${put} WHERE seq = 4`).run(was);
      other.close();
    };
    const store = await open({ observe });
    await store.append(0, entriesFrom(0, 3));
    const signed = await store.checkpoint();
    isBad = true;
    await expect(store.append(3, entriesFrom(3, 3))).rejects.toMatchObject({
      code: "store.damaged",
    });
    expect(await store.checkpoint()).toBe(signed);
    await expect(store.append(3, entriesFrom(3, 3))).rejects.toMatchObject({
      code: "store.damaged",
    });
    await store.close();
    const again = await open();
    expect(await expectSound(again, 3)).toBe(3);
    await again.append(3, entriesFrom(3, 3));
    await expectSound(again, 6);
    await again.close();
  });
});

describe("what was signed for is not there", () => {
  /** A ledger of 7 entries, the last 4 of which stand in the write-ahead log alone. */
  const image = async () => {
    const first = await open();
    await first.append(0, entriesFrom(0, 3));
    await first.close();
    const store = await open();
    for (let size = 3; size < 7; size += 1) await store.append(size, entriesFrom(size, 1));
    const files = imageOf(folder);
    await store.close();
    return files;
  };
  const put = (files: ReadonlyMap<string, Uint8Array>): void => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  };

  test("the write-ahead log lost, which SQLite does not notice", async () => {
    const files = new Map(await image());
    files.delete("ledger.db-wal");
    put(files);
    const lost = { code: "store.tail-lost", path, seq: 3, signed: 7 };
    expect(await refusal()).toEqual(lost);
    expect(await refusal({ readOnly: true })).toEqual(lost);
  });

  test("the database lost, and its keys still there", async () => {
    const files = new Map(await image());
    files.delete("ledger.db");
    files.delete("ledger.db-wal");
    put(files);
    expect(await refusal()).toEqual({ code: "store.tail-lost", path, seq: 0, signed: 7 });
  });

  test("the database of another time, sound by itself", async () => {
    const files = await image();
    rmSync(path);
    for (const end of ["-wal", "-shm", ".checkpoint"]) rmSync(path + end, { force: true });
    const other = await open();
    await other.append(0, entriesFrom(100, 9));
    await other.close();
    const strange = readFileSync(path);
    put(
      new Map(
        [...files, ["ledger.db", strange]].filter(([name]) => name !== "ledger.db-wal") as [
          string,
          Buffer,
        ][],
      ),
    );
    expect(await refusal()).toEqual({ code: "store.rewritten", path, signed: 7 });
  });

  test("the checkpoint lost, or both of its places bad", async () => {
    const files = new Map(await image());
    const name = "ledger.db.checkpoint";
    const missing = { code: "store.checkpoint-missing", path: join(folder, name) };
    files.set(name, Buffer.alloc(8_192, 10));
    put(files);
    expect(await refusal()).toEqual(missing);
    files.delete(name);
    put(files);
    expect(await refusal({ readOnly: true })).toEqual(missing);
  });

  test.each([".key", ".vkey"])("the file %s lost, or another ledger's", async (end) => {
    const files = new Map(await image());
    const name = `ledger.db${end}`;
    const isPublic = end === ".vkey";
    files.delete(name);
    put(files);
    expect(await refusal()).toEqual({ code: "key.missing", path: join(folder, name) });
    rmSync(path);
    for (const rest of ["-wal", "-shm", ".checkpoint", ".key", ".vkey"])
      rmSync(path + rest, { force: true });
    await (await open()).close();
    files.set(name, readFileSync(path + end));
    put(files);
    const found = await refusal({ readOnly: isPublic });
    expect(found).toMatchObject({
      code: expect.stringMatching(/^(key\.damaged|store\.checkpoint-missing)$/),
    });
  });

  test("one place of the checkpoint bad: the one before serves, and the next is signed again", async () => {
    const files = new Map(await image());
    const name = "ledger.db.checkpoint";
    for (const place of [0, 4_096]) {
      const bytes = Buffer.from(files.get(name) ?? []);
      bytes[place] = 0;
      put(new Map([...files, [name, bytes]]));
      const store = await open();
      expect(await expectSound(store, 7)).toBe(7);
      await store.close();
    }
  });

  test("a bit flipped in any file is refused, or changes nothing that is read (seed 41)", async () => {
    const files = await image();
    const random = numbers(41);
    const names = [...files.keys()].sort();
    const flipped = join(folder, "flipped");
    const found = new Map<string, number>();
    for (let round = 0; round < 60; round += 1) {
      const name = names[round % names.length] ?? "";
      const place = random(files.get(name)?.length ?? 0);
      const fate = await afterFlip(flipped, files, 7, { name, place, bit: random(8) });
      expect(fate).not.toBe("false");
      found.set(`${name} ${fate}`, (found.get(`${name} ${fate}`) ?? 0) + 1);
    }
    expect(found.get("ledger.db-wal refused")).toBeGreaterThan(0);
  });
});

test("400 submissions of 20 clients in flight: nobody is refused for busyness", async () => {
  const store = await open();
  const client = async (n: number): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      const sent = await store.append(undefined, entriesFrom(n * 1_000 + turn, 1), {
        key: `${n}.${turn}`,
      });

      expect(sent.ok).toBe(true);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, n) => client(n)));
  expect(await store.size()).toBe(400);
  const reader = await open({ readOnly: true });
  expect(await reader.root()).toBe(await store.root());
  await reader.close();
  await store.close();
});
