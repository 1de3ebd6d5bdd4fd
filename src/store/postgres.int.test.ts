/** The driver on PostgreSQL: the contract of the port, and what only a shared database goes through. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "#ledger";
import { share } from "../../test/clients.ts";
import { type Cluster, startCluster } from "../../test/cluster.ts";
import { crash, expectSound, killed } from "../../test/crashes.ts";
import { historyOf, replayed } from "../../test/replay.ts";
import { storeContract } from "../../test/store-contract.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { memoryStore } from "./memory.ts";
import { type PostgresOptions, postgresStore } from "./postgres/postgres.ts";
import { sha256 } from "./sha256.ts";
import { sqliteStore } from "./sqlite.ts";
import { type Step, sharedSteps } from "./steps.ts";

/** A server is started, and processes that die. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cluster: Cluster;
let other: Client;
let folder = "";
let ledgers = 0;
const stores: Store[] = [];

beforeAll(async () => {
  cluster = await startCluster(["shared_buffers=32MB", "fsync=off"]);
  other = new Client(cluster.connection);
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await cluster?.stop();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-postgres-"));
  ledgers += 1;
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

/** A ledger of its own for each test. */
const place = () => ({ url: cluster.url, org: `lake-${ledgers}`, home: join(folder, "ledger.pg") });
const schema = () => `"foedus_lake-${ledgers}"`;
const path = () => `${cluster.connection.host}:5432/postgres#foedus_lake-${ledgers}`;

/** A stranger at the same database, who is not held by our rules. */
const meddle = (text: string, values: readonly unknown[] = []) =>
  other.query(text.replaceAll("$S", schema()), [...values]);

const tried = async (more: Partial<PostgresOptions> = {}) => {
  const opened = await postgresStore({ ...place(), hash: sha256, ...more });
  if (opened.ok) stores.push(opened.value);
  return opened;
};

const open = async (more: Partial<PostgresOptions> = {}): Promise<Store> => {
  const opened = await tried(more);
  if (opened.ok) return opened.value;
  throw new Error(JSON.stringify(opened.refusal));
};

const refusal = async (more: Partial<PostgresOptions> = {}) => {
  const opened = await tried(more);
  return opened.ok ? "opened" : opened.refusal;
};

const until = (what: () => Promise<void>): Promise<void> => vi.waitFor(what, { timeout: 10_000 });

storeContract("PostgreSQL", sha256, async () => {
  const store = await open();
  const again = async () => {
    await store.close();
    return open();
  };
  return { store, again, remove: async () => undefined };
});

describe("S-41: readers beside the writer", () => {
  test("a reader hears of what is entered after it opened", async () => {
    const store = await open();
    await store.append(0, entriesFrom(0, 3));
    const reader = await open({ mode: "read" });
    expect(await reader.size()).toBe(3);
    await store.append(3, entriesFrom(3, 4));
    await until(async () => expect(await reader.size()).toBe(7));
    expect(await expectSound(reader, 7)).toBe(7);
    expect(await reader.checkpoint()).toBe(await store.checkpoint());
    await expect(reader.append(7, entriesFrom(7, 1))).rejects.toMatchObject({
      code: "store.read-only",
    });
  });

  test("a reader hands out nothing that was not announced", async () => {
    let reader: Store | undefined;
    const seen: [Step, number][] = [];
    const observe = async (step: Step): Promise<void> => {
      if (reader !== undefined) seen.push([step, await reader.size()]);
    };
    const store = await open({ observe });
    reader = await open({ mode: "read" });
    await store.append(0, entriesFrom(0, 5));
    const early = seen.filter(([step]) => step !== "announced" && step !== "acknowledged");
    expect(early.map(([, size]) => size)).toEqual(early.map(() => 0));
    expect(early).toHaveLength(sharedSteps.length - 2);
  });

  test("a reader whose session was ended is there again for the next question", async () => {
    const store = await open();
    const reader = await open({ mode: "read" });
    await meddle(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'foedus % read on %'`);
    await store.append(0, entriesFrom(0, 2));
    await until(async () => expect(await reader.size()).toBe(2));
  });
});

describe("S-41: one writer", () => {
  test("a second writer is told who writes, and what for", async () => {
    const store = await open({ purpose: "serve" });
    const purpose = expect.stringMatching(/^serve on ./);
    const locked = { code: "store.locked", path: path(), pid: process.pid, purpose };
    expect(await refusal()).toEqual(locked);
    await store.close();
    expect(await refusal()).toBe("opened");
  });

  test("a writer whose session was ended enters nothing more; the next one goes on", async () => {
    const store = await open();
    await store.append(0, entriesFrom(0, 2));
    await meddle(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'foedus % write on %'`);
    const late = store.append(2, entriesFrom(2, 1));
    await expect(late).rejects.toMatchObject({ code: "store.lock-lost" });
    const next = await open();
    expect(await expectSound(next, 2)).toBe(2);
    await next.append(2, entriesFrom(2, 1));
    const still = store.append(undefined, entriesFrom(9, 1));
    await expect(still).rejects.toMatchObject({ code: "store.lock-lost" });
    expect(await expectSound(next, 3)).toBe(3);
  });

  test.each(["received", "committed", "reread", "published"] as const)(
    "taken over at the step %s, it tells nobody that anything entered",
    async (step) => {
      let isOver = false;
      const observe = async (reached: Step): Promise<void> => {
        if (isOver && reached === step) await meddle("UPDATE $S.ledger SET epoch = epoch + 1");
      };
      const store = await open({ observe });
      await store.append(0, entriesFrom(0, 2));
      const reader = await open({ mode: "read" });
      isOver = true;
      const late = store.append(2, entriesFrom(2, 1));
      await expect(late).rejects.toMatchObject({ code: "store.lock-lost" });
      expect(await reader.size()).toBe(2);
      await store.close();
      const next = await open();
      expect(await expectSound(next, 2)).toBe(step === "received" ? 2 : 3);
    },
  );
});

describe("an error at a step of an append", () => {
  test.each(["intended", "committed", "written", "published", "announced"] as const)(
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
    },
  );
});

describe("the second look", () => {
  test.each([
    { column: "text", spoilt: "set_byte(text, 40, get_byte(text, 40) # 1)" },
    { column: "seq", spoilt: "seq + 9" },
  ])("a $column that the database changed is taken out again, and never signed", async (row) => {
    let isBad = false;
    const observe = async (step: Step): Promise<void> => {
      if (!isBad || step !== "committed") return;
      await meddle(`UPDATE $S.entries SET ${row.column} = ${row.spoilt} WHERE seq = 4`);
    };
    const store = await open({ observe });
    await store.append(0, entriesFrom(0, 3));
    const signed = await store.checkpoint();
    isBad = true;
    const damaged = { code: "store.damaged" };
    await expect(store.append(3, entriesFrom(3, 3))).rejects.toMatchObject(damaged);
    expect(await store.checkpoint()).toBe(signed);
    await expect(store.append(3, entriesFrom(3, 3))).rejects.toMatchObject(damaged);
    await store.close();
    const again = await open();
    expect(await expectSound(again, 3)).toBe(3);
    await again.append(3, entriesFrom(3, 3));
    await expectSound(again, 6);
  });
});

describe("what was entered or signed for is not there", () => {
  /** One ledger for all, put back after each; its files too. */
  let kept = new Map<string, Buffer>();
  const ends = [".key", ".vkey", ".checkpoint"] as const;
  const one = { url: "", org: "lost", home: "" };
  const where = () => `${cluster.connection.host}:5432/postgres#foedus_lost`;
  const harm = async (text: string, values: readonly unknown[] = []) => {
    await other.query("CREATE SCHEMA safe");
    for (const table of ["entries", "ledger"]) {
      await other.query(`CREATE TABLE safe.${table} AS TABLE foedus_lost.${table}`);
    }
    await other.query(text, [...values]);
  };
  const repair = async (): Promise<void> => {
    await other.query(`CREATE TABLE IF NOT EXISTS foedus_lost.ledger AS TABLE safe.ledger;
      TRUNCATE foedus_lost.entries, foedus_lost.ledger;
      INSERT INTO foedus_lost.entries TABLE safe.entries;
      INSERT INTO foedus_lost.ledger TABLE safe.ledger; DROP SCHEMA safe CASCADE`);
  };

  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), "foedus-lost-"));
    Object.assign(one, { url: cluster.url, home: join(home, "ledger.pg") });
    const store = await open(one);
    await store.append(0, entriesFrom(0, 5));
    await store.append(5, entriesFrom(5, 2));
    await store.close();
    kept = new Map(ends.map((end) => [end, readFileSync(one.home + end)]));
  });
  beforeEach(() => {
    for (const [end, bytes] of kept) writeFileSync(one.home + end, bytes, { mode: 0o600 });
  });
  afterAll(() => rmSync(join(one.home, ".."), { recursive: true }));

  const entry = { code: "store.entry-damaged", seq: 3 };
  const set = "UPDATE foedus_lost.entries SET";
  test.each([
    ["a text changed", `${set} text = text || ' ' WHERE seq = 3`, entry],
    ["a leaf changed", `${set} leaf = sha256(leaf) WHERE seq = 3`, entry],
    ["an id changed", `${set} id = id || 'x' WHERE seq = 3`, entry],
    ["an entry taken out", "DELETE FROM foedus_lost.entries WHERE seq = 3", entry],
    [
      "two entries exchanged",
      `${set} seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4);
       ${set} seq = -seq WHERE seq < 0`,
      { code: "store.rewritten", signed: 7 },
    ],
    [
      "the last entries taken out",
      "DELETE FROM foedus_lost.entries WHERE seq > 3",
      { code: "store.tail-lost", seq: 4, signed: 7 },
    ],
    [
      "the database of an earlier day",
      `DELETE FROM foedus_lost.entries WHERE seq > 4; UPDATE foedus_lost.ledger SET size = 5`,
      { code: "store.tail-lost", seq: 5, signed: 7 },
    ],
    [
      "an entry replaced by another that is sound",
      `${set} text = $1, leaf = sha256('\\x00'::bytea || $1), id = 'lake.77' WHERE seq = 6`,
      { code: "store.rewritten", signed: 7 },
    ],
    ["another format", "UPDATE foedus_lost.ledger SET format = 'x'", { code: "store.format" }],
    ["another's ledger", "UPDATE foedus_lost.ledger SET org = 'x'", { code: "store.other-org" }],
    ["no ledger at all", "DROP TABLE foedus_lost.ledger", { code: "store.format" }],
  ])("%s: refused to readers and writers alike", async (_, text, expected) => {
    const sound = Buffer.from(entriesFrom(77, 1)[0]?.text ?? "");
    await harm(text, text.includes("$1") ? [sound] : []);
    try {
      const refused = { ...expected, path: where() };
      expect(await refusal({ ...one, mode: "read" })).toMatchObject(refused);
      expect(await refusal(one)).toMatchObject(refused);
    } finally {
      await repair();
    }
  });

  test("a head that is not that of the entries is refused to a writer", async () => {
    await harm("UPDATE foedus_lost.ledger SET size = 8");
    const wrong = { code: "store.head-mismatch", size: 8, foundSize: 7 };
    expect(await refusal(one)).toMatchObject(wrong);
    await repair();
  });

  test("what a reader has open is changed: it is not handed out", async () => {
    const reader = await open({ ...one, mode: "read" });
    await harm(`${set} text = text || ' ' WHERE seq = 3`);
    await expect(reader.read(0, 7)).rejects.toMatchObject({ code: "store.damaged" });
    expect(await reader.read(0, 3)).toHaveLength(3);
    await repair();
  });

  test.each(ends)("the file %s lost, or spoilt", async (end) => {
    const path = one.home + end;
    const isKey = end !== ".checkpoint";
    rmSync(path);
    const lost = isKey ? "key.missing" : "store.checkpoint-missing";
    expect(await refusal(one)).toEqual({ code: lost, path });
    const spoilt = kept
      .get(end)
      ?.toString("utf8")
      .replaceAll(/[A-Za-z]{4}/g, "AAAA");
    writeFileSync(path, spoilt ?? "");
    const bad = isKey ? "key.damaged" : "store.checkpoint-missing";
    expect(await refusal(one)).toEqual({ code: bad, path });
  });

  test("the whole database lost, and the files beside it still there", async () => {
    await other.query("DROP SCHEMA foedus_lost CASCADE");
    const none = { code: "store.not-found", path: where() };
    expect(await refusal({ ...one, mode: "read" })).toEqual(none);
    const lost = { code: "store.tail-lost", path: where(), seq: 0, signed: 7 };
    expect(await refusal(one)).toEqual(lost);
  });
});

describe("a server that is not as it should be", () => {
  test.each([
    ["no server", "postgresql://x@127.0.0.1:1/x", "store.failed"],
    ["no such database", (url: string) => url.replace("/postgres?", "/none?"), "store.not-found"],
    ["no such user", (url: string) => url.replace("foedus@", "nobody@"), "store.failed"],
  ])("%s is a refusal", async (_, change, code) => {
    const url = typeof change === "string" ? change : change(cluster.url);
    expect(await refusal({ url })).toMatchObject({ code });
    expect(await refusal({ url, mode: "read" })).toMatchObject({ code });
  });

  test("a user who may not make tables is refused, and leaves nothing behind", async () => {
    await other.query("CREATE ROLE guest LOGIN");
    const url = cluster.url.replace("foedus@", "guest@");
    expect(await refusal({ url })).toEqual({ code: "store.not-permitted", path: path() });
    expect(await refusal()).toBe("opened");
  });

  test("it crashes under load: what was acknowledged is there when it is back", async () => {
    const store = await open();
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) acknowledged = (await appended(store, acknowledged)) ?? acknowledged;
    })();
    await until(async () => expect(acknowledged).toBeGreaterThan(20));
    await other.end();
    const lost = expect(writing).rejects.toMatchObject({ code: "store.lock-lost" });
    await cluster.halt("SIGQUIT");
    await lost;
    await cluster.resume();
    other = new Client(cluster.connection);
    await other.connect();
    const again = await open();
    await expectSound(again, acknowledged);
  });
});

const appended = async (store: Store, size: number): Promise<number | undefined> => {
  const sent = await store.append(size, entriesFrom(size, 2));
  return sent.ok ? sent.value.size : undefined;
};

test.each([1, 2])("history %i leaves the same bytes in every store", async (seed) => {
  const history = historyOf(seed, 50);
  const file = await sqliteStore({ path: join(folder, "ledger.db"), hash: sha256 });
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  stores.push(file.value);
  const wanted = await replayed(memoryStore(sha256), history);
  expect(await replayed(file.value, history)).toBe(wanted);
  expect(await replayed(await open(), history)).toBe(wanted);
});

describe("a writer that is killed", () => {
  test.each([
    { step: "committed", nth: 1, batch: 10 },
    { step: "written", nth: 2, batch: 257 },
  ] as const)("at the step $step, time $nth, $batch at a time", (one) => crash(place(), one));

  test("at any moment (seed 1)", () => killed(place(), 1));
});

describe("several processes at one ledger", () => {
  test("the writer is killed under load: another goes on, and every answer stays true", async () => {
    await share(place(), { processes: 3, clients: 9, turns: 31, kills: 1, pause: 100 });
  });
});
