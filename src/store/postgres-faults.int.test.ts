/** What goes wrong at a shared ledger: in an append, in the database, at the server. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "#ledger";
import { expectSound } from "../../test/crashes.ts";
import { postgresFixture } from "../../test/postgres-fixture.ts";
import { entriesFrom } from "../ledger/testing.ts";
import type { Step } from "./steps.ts";

const { path, cluster, open, refusal, meddle, crashServer, until } = postgresFixture();

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
  const where = () => path("lost");
  const harm = async (text: string, values: readonly unknown[] = []) => {
    await meddle("CREATE SCHEMA safe");
    for (const table of ["entries", "ledger"]) {
      await meddle(`CREATE TABLE safe.${table} AS TABLE foedus_lost.${table}`);
    }
    await meddle(text, values);
  };
  const repair = async (): Promise<void> => {
    await meddle(`CREATE TABLE IF NOT EXISTS foedus_lost.ledger AS TABLE safe.ledger;
      TRUNCATE foedus_lost.entries, foedus_lost.ledger;
      INSERT INTO foedus_lost.entries TABLE safe.entries;
      INSERT INTO foedus_lost.ledger TABLE safe.ledger; DROP SCHEMA safe CASCADE`);
  };

  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), "foedus-lost-"));
    Object.assign(one, { url: cluster().url, home: join(home, "ledger.pg") });
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
    await meddle("DROP SCHEMA foedus_lost CASCADE");
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
    const url = typeof change === "string" ? change : change(cluster().url);
    expect(await refusal({ url })).toMatchObject({ code });
    expect(await refusal({ url, mode: "read" })).toMatchObject({ code });
  });

  test("a user who may not make tables is refused, and leaves nothing behind", async () => {
    await meddle("CREATE ROLE guest LOGIN");
    const url = cluster().url.replace("foedus@", "guest@");
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
    // The server is gone before the answer, or the lock before the next question: both are told.
    const code = expect.stringMatching(/^store\.(failed|lock-lost)$/);
    const lost = expect(writing).rejects.toMatchObject({ code });
    await crashServer(() => lost);
    const again = await open();
    await expectSound(again, acknowledged);
  });
});

const appended = async (store: Store, size: number): Promise<number | undefined> => {
  const sent = await store.append(size, entriesFrom(size, 2));
  return sent.ok ? sent.value.size : undefined;
};
