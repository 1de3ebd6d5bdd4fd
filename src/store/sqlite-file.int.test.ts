/** What only a ledger in a file goes through: readers beside it, other writers, other owners. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "#ledger";
import { startChild } from "../../test/child.ts";
import { wordOf } from "../../test/places.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { sha256 } from "./sha256.ts";
import { type SqliteOptions, sqliteStore } from "./sqlite.ts";

/** Some tests start processes. */
vi.setConfig({ testTimeout: 30_000 });

const writer = new URL("../../test/store-writer.ts", import.meta.url);

let folder = "";
let path = "";
const stores: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-file-"));
  path = join(folder, "ledger.db");
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

const tried = async (more: Partial<SqliteOptions> = {}) => {
  const opened = await sqliteStore({ path, hash: sha256, ...more });
  if (opened.ok) stores.push(opened.value);
  return opened;
};

const open = async (more: Partial<SqliteOptions> = {}): Promise<Store> => {
  const opened = await tried(more);
  if (opened.ok) return opened.value;
  throw new Error(JSON.stringify(opened.refusal));
};

const refusal = async (more: Partial<SqliteOptions> = {}) => {
  const opened = await tried(more);
  return opened.ok ? "opened" : opened.refusal;
};

describe("S-41: readers beside the writer", () => {
  test("a reader sees what is entered after it opened, and the writer's root", async () => {
    const store = await open();
    await store.append(0, entriesFrom(0, 3));
    const reader = await open({ readOnly: true });
    expect(await reader.size()).toBe(3);
    await store.append(3, entriesFrom(3, 4));
    expect(await reader.read(0, 99)).toEqual(entriesFrom(0, 7).map((entry) => entry.text));
    expect([await reader.size(), await reader.root()]).toEqual([7, await store.root()]);
  });

  test("a reader keeps no writer out, and writes nothing", async () => {
    await (await open()).close();
    const reader = await open({ readOnly: true });
    const store = await open();
    await expect(reader.append(0, entriesFrom(0, 1))).rejects.toMatchObject({
      code: "store.read-only",
    });
    expect((await store.append(0, entriesFrom(0, 1))).ok).toBe(true);
    expect(await reader.size()).toBe(1);
  });

  test("a reader opens a ledger whose writer is gone, and one whose writer was killed", async () => {
    const child = startChild(writer, ["append", wordOf({ path })]);
    await child.line();
    await child.kill();
    const reader = await open({ readOnly: true });
    expect(await reader.size()).toBeGreaterThan(0);
    await reader.close();
    await (await open()).close();
    expect(await (await open({ readOnly: true })).size()).toBeGreaterThan(0);
  });

  test("a reader that meets a false entry hands none of it out", async () => {
    const store = await open();
    await store.append(0, entriesFrom(0, 2));
    const reader = await open({ readOnly: true });
    const forger = new DatabaseSync(path);
    forger.exec("INSERT INTO entries SELECT 2, 'lake.false', text, leaf FROM entries WHERE seq=1");
    forger.exec("UPDATE meta SET value = '3' WHERE key = 'size'");
    forger.close();
    await expect(reader.read(0, 99)).rejects.toMatchObject({ code: "store.damaged" });
    await expect(store.append(2, entriesFrom(2, 1))).rejects.toMatchObject({
      code: "store.damaged",
    });
  });
});

describe("S-41: a second writer", () => {
  test("is refused with the first one's pid and purpose, and leaves the lock alone", async () => {
    const child = startChild(writer, ["hold", wordOf({ path })]);
    expect(await child.line()).toBe("held");
    const held = { code: "store.locked", path, pid: child.pid, purpose: "test hold" };
    expect(await refusal()).toEqual(held);
    expect(await refusal()).toEqual(held);
    child.end();
    await child.gone();
    expect(await refusal()).toBe("opened");
  });

  test("a writer whose lock was taken from it enters nothing more", async () => {
    const first = await open();
    rmSync(`${path}.lock`);
    const second = await open();
    await expect(first.append(0, entriesFrom(0, 1))).rejects.toMatchObject({
      code: "store.lock-lost",
    });
    expect((await second.append(0, entriesFrom(0, 1))).ok).toBe(true);
    await first.close();
    expect(readdirSync(folder)).toContain("ledger.db.lock");
  });
});

describe("a ledger that cannot be opened is refused, and nothing is left behind", () => {
  test("a folder that is not there, or is a file", async () => {
    const nowhere = join(folder, "none", "ledger.db");
    expect(await refusal({ path: nowhere })).toEqual({ code: "store.not-found", path: nowhere });
    writeFileSync(join(folder, "file"), "");
    const beneath = join(folder, "file", "ledger.db");
    expect(await refusal({ path: beneath })).toEqual({ code: "store.not-found", path: beneath });
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("for a reader also a file that is not there, or holds nothing yet", async () => {
    expect(await refusal({ readOnly: true })).toEqual({ code: "store.not-found", path });
    writeFileSync(path, "");
    expect(await refusal({ readOnly: true })).toEqual({ code: "store.not-found", path });
  });

  test("a folder that may not be written", async () => {
    // The superuser may write in any folder of ours, so for it we take one of the kernel's own.
    const closed = process.getuid?.() === 0 ? "/sys" : join(folder, "closed");
    if (closed !== "/sys") mkdirSync(closed, { mode: 0o555 });
    const inside = join(closed, "ledger.db");
    expect(await refusal({ path: inside })).toEqual({ code: "store.not-permitted", path: inside });
  });

  test("a file that may not be written", async () => {
    await (await open()).close();
    chmodSync(path, 0o444);
    if (process.getuid?.() === 0) return; // The superuser is not held back by it.
    expect(await refusal()).toEqual({ code: "store.not-permitted", path });
    expect(readdirSync(folder)).toEqual(["ledger.db"]);
  });

  test("a file that is no database, or another program's", async () => {
    writeFileSync(path, "acts: []\n".repeat(200));
    expect(await refusal()).toMatchObject({ code: "store.format", path });
    rmSync(path);
    const other = new DatabaseSync(path);
    other.exec("CREATE TABLE recipes (name TEXT)");
    other.close();
    expect(await refusal()).toEqual({ code: "store.format", path, found: "foreign" });
    expect(readdirSync(folder)).toEqual(["ledger.db"]);
  });

  test("a ledger of another version, or of another organization", async () => {
    await (await open({ org: "lake" })).close();
    expect(await refusal({ org: "sea" })).toEqual({
      code: "store.other-org",
      path,
      found: "lake",
    });
    expect(await refusal({ org: "lake", readOnly: true })).toBe("opened");
    for (const store of stores.splice(0)) await store.close();
    const newer = new DatabaseSync(path);
    newer.exec("UPDATE meta SET value = 'foedus-ledger/7' WHERE key = 'format'");
    newer.close();
    expect(await refusal()).toEqual({ code: "store.format", path, found: "foedus-ledger/7" });
    expect(readdirSync(folder)).toEqual([
      "ledger.db",
      "ledger.db.checkpoint",
      "ledger.db.key",
      "ledger.db.vkey",
    ]);
  });
});
