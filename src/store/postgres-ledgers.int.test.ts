/** Ledgers of organizations in a database, as workflows and commands meet them. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Store } from "#ledger";
import { checkout, foedus } from "../../test/command-line.ts";
import { expectSound } from "../../test/crashes.ts";
import { postgresFixture } from "../../test/postgres-fixture.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { disk } from "./disk.ts";
import { sha256 } from "./sha256.ts";

const { place, path, folder, cluster, keep, meddle, until } = postgresFixture();

/** A machine with a data folder of its own. */
const machine = (name: string, { isShared = false, inFiles = false } = {}) => {
  const data = join(folder(), name);
  mkdirSync(data, { recursive: true });
  const database = { url: cluster().url, isShared };
  const files = disk({ root: folder(), data, hash: sha256, ...(!inFiles && { database }) });
  const { org } = place();
  return {
    ...files,
    org,
    beside: join(data, org),
    store: async (mode: "read" | "write", purpose = "test"): Promise<Store> => {
      const opened = await files.openStore(org, mode, purpose);
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
      return keep(opened.value);
    },
  };
};

describe("servers on one database", () => {
  test("each of three takes submissions, and one of them writes", async () => {
    const servers = [0, 1, 2].map(() => machine("a", { isShared: true }));
    const stores = await Promise.all(servers.map((server) => server.store("write", "serve")));
    const sent = stores.map((store, n) => store.append(undefined, entriesFrom(n * 10, 2)));
    const sizes = (await Promise.all(sent)).map((answer) => answer.ok && answer.value.size);
    expect(sizes.toSorted()).toEqual([2, 4, 6]);
    for (const store of stores) await until(async () => expect(await store.size()).toBe(6));
    // Refusals come back the same way.
    for (const store of stores) {
      const again = await store.append(undefined, entriesFrom(0, 1));
      expect(again).toMatchObject({ ok: false, refusal: { code: "ledger.id-taken" } });
    }
    const [first, second] = stores;
    expect(await first?.read(0, 9)).toEqual(await second?.read(0, 9));
  });

  test("a command that writes is refused beside them, and reads", async () => {
    const serving = await machine("a", { isShared: true }).store("write", "serve");
    await serving.append(0, entriesFrom(0, 2));
    const { openStore, store, org } = machine("a");
    expect(await openStore(org, "write", "record add")).toMatchObject({
      ok: false,
      refusal: { code: "store.locked", path: path(), pid: process.pid },
    });
    expect(await expectSound(await store("read"), 2)).toBe(2);
  });

  test("one whose server ended it stands again, and what waited is answered", async () => {
    const store = await machine("a", { isShared: true }).store("write", "serve");
    await store.append(0, entriesFrom(0, 2));
    await meddle(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'foedus % serve on %'`);
    await until(async () => {
      const sent = await store.append(undefined, entriesFrom(2, 1), { key: "k" });
      expect(sent).toMatchObject({ ok: true, value: { size: 3 } });
    });
    expect(await expectSound(store, 3)).toBe(3);
  });
});

describe("backup and restore", () => {
  test("a backup is the same log in another database, and in a file", async () => {
    const from = machine("a");
    const payload = { salt: new Uint8Array(32).fill(7), bytes: new Uint8Array([1, 2]) };
    const store = await from.store("write");
    const first = await store.append(0, entriesFrom(0, 5), { key: "k\u0000", payloads: [payload] });
    const [root, { name }] = [await store.root(), store.log];
    const file = join(folder(), "copy");
    const copied = { ok: true, value: { origin: name, size: 5, root } };
    expect(await from.backup(from.org, file)).toEqual(copied);
    const there = { code: "backup.exists", path: file };
    expect(await from.backup(from.org, file)).toEqual({ ok: false, refusal: there });
    await store.close();
    await meddle("ALTER SCHEMA $S RENAME TO lost");
    for (const inFiles of [false, true]) {
      const to = machine(`b${inFiles}`, { inFiles });
      expect(await to.restore(to.org, file)).toEqual(copied);
      expect(await to.restore(to.org, file)).toMatchObject({
        ok: false,
        refusal: { code: "restore.occupied" },
      });
      expect(await expectSound(await to.store("read"), 5)).toBe(5);
    }
    // With its key back it goes on, and remembers what it answered.
    const again = machine("bfalse");
    const key = join(from.beside, "ledger.pg.key");
    expect(await again.openStore(again.org, "write", "test")).toMatchObject({
      refusal: { code: "key.missing" },
    });
    await copyFile(key, join(again.beside, "ledger.pg.key"));
    const goes = await again.store("write");
    expect(await goes.append(0, entriesFrom(0, 5), { key: "k\u0000" })).toEqual(first);
    expect(await goes.append(5, entriesFrom(5, 1))).toMatchObject({ ok: true });
  });

  test("a backup that ends before the last checkpoint is refused", async () => {
    const { store, backup, restore, org } = machine("a");
    const file = join(folder(), "copy");
    const writer = await store("write");
    await writer.append(0, entriesFrom(0, 2));
    await backup(org, file);
    await writer.append(2, entriesFrom(2, 2));
    await writer.close();
    await meddle("DROP SCHEMA $S CASCADE");
    expect(await restore(org, file)).toMatchObject({
      ok: false,
      refusal: { code: "restore.behind", size: 2, signed: 4 },
    });
  });
});

test("a ledger moves out, whole, a new one takes its place, and the old one is put aside", async () => {
  const { store, moveOut, movedOut, putAside, org, beside } = machine("a");
  const old = await store("write");
  await old.append(0, entriesFrom(0, 3));
  expect(await moveOut(org)).toMatchObject({ ok: false, refusal: { code: "store.locked" } });
  await old.close();
  expect(await movedOut(org)).toEqual({ ok: true, value: undefined });
  expect(await moveOut(org)).toEqual({ ok: true, value: undefined });
  const fresh = await store("write");
  expect(await fresh.size()).toBe(0);
  expect(fresh.log.name).not.toBe(old.log.name);
  const moved = await movedOut(org);
  if (!moved.ok || moved.value === undefined) throw new Error("nothing was moved out");
  expect(await expectSound(moved.value, 3)).toBe(3);
  await moved.value.close();
  const put = await putAside(org, "2028-06-01T12:00:00.000Z");
  expect(put).toEqual({ ok: true, value: `${org}/aside.20280601T120000000Z` });
  expect(readdirSync(join(beside, "aside.20280601T120000000Z"))).toHaveLength(3);
  expect(await putAside(org, "2028-06-01T12:00:00.000Z")).toEqual({ ok: true, value: undefined });
});

test("files that a crash left between two places go back before a writer opens", async () => {
  const { store, org, beside } = machine("a");
  const first = await store("write");
  await first.append(0, entriesFrom(0, 3));
  await first.close();
  mkdirSync(join(beside, "moving"));
  for (const name of readdirSync(beside).filter((each) => each.startsWith("ledger.pg."))) {
    await copyFile(join(beside, name), join(beside, "moving", name));
    rmSync(join(beside, name));
  }
  expect(await expectSound(await store("write"), 3)).toBe(3);
  expect(existsSync(join(beside, "moving"))).toBe(false);
  expect(org).toBe(place().org);
});

test("commands fill, question, verify and back up a ledger in a database", async () => {
  const house = { root: checkout, data: join(folder(), "data"), database: cluster().url };
  const asked = await foedus(["members", "--org", "nato", "--on", "1950-01-01", "--json"], house);
  expect(JSON.parse(asked.out)).toMatchObject({ org: "nato", counts: { member: 12 } });
  const verified = await foedus(["verify", "--org", "nato", "--json"], house);
  const { size, root, errors } = JSON.parse(verified.out);
  expect(errors).toEqual([]);
  const copied = await foedus(["backup", join(folder(), "copy"), "--org", "nato", "--json"], house);
  expect(JSON.parse(copied.out)).toMatchObject({ size, root });
});
