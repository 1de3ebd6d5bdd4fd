/** The driver on PostgreSQL: the contract of the port, its readers, its one writer, its members. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Store } from "#ledger";
import { share } from "../../test/clients.ts";
import { crash, expectSound, killed } from "../../test/crashes.ts";
import { postgresFixture } from "../../test/postgres-fixture.ts";
import { historyOf, replayed } from "../../test/replay.ts";
import { storeContract } from "../../test/store-contract.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { memoryStore } from "./memory.ts";
import { sha256 } from "./sha256.ts";
import { sqliteStore } from "./sqlite.ts";
import { type Step, sharedSteps } from "./steps.ts";

const { place, path, folder, keep, open, refusal, meddle, until } = postgresFixture();

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

test.each([1, 2])("history %i leaves the same bytes in every store", async (seed) => {
  const history = historyOf(seed, 50);
  const file = await sqliteStore({ path: join(folder(), "ledger.db"), hash: sha256 });
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  keep(file.value);
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
