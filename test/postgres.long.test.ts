/**
 * The ledger on PostgreSQL in full: what `src/store/postgres.int.test.ts` samples. Reliability targets
 * 1, 3, 8 and 11. The server syncs its disk, as servers do.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryStore, sha256, sharedSteps } from "#store";
import { share } from "./clients.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { crash, killed, shapes } from "./crashes.ts";
import { storeAt } from "./places.ts";
import { historyOf, replayed } from "./replay.ts";

let cluster: Cluster;
let folder = "";
let ledgers = 0;
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster?.stop(), 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-long-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A new place at each call. */
const place = () => {
  ledgers += 1;
  return { url: cluster.url, org: `lake-${ledgers}`, home: join(folder, `${ledgers}.pg`) };
};

describe("a writer killed at every step, in every shape", () => {
  const cases = sharedSteps.flatMap((step) => shapes.map(([nth, batch]) => ({ step, nth, batch })));
  test.each(cases)("$step, time $nth, $batch at a time", (one) => crash(place(), one));
});

test.each(Array.from({ length: 250 }, (_, n) => n + 1))(
  "a writer killed at any moment (seed %i)",
  (n) => killed(place(), n),
);

describe("several processes at one ledger", () => {
  test("64 clients in three processes, 1,000 submissions each", async () => {
    const found = await share(place(), {
      processes: 3,
      clients: 64,
      turns: 1_000,
      kills: 0,
      pause: 0,
    });
    console.log(`${found.size} entries in ${(found.milliseconds / 1000).toFixed(1)} s`);
  });

  test("of six processes five writers are killed, one after the other", async () => {
    const found = await share(place(), {
      processes: 6,
      clients: 64,
      turns: 300,
      kills: 5,
      pause: 1_000,
    });
    console.log(`${found.size} entries in ${(found.milliseconds / 1000).toFixed(1)} s`);
  });
});

test.each(Array.from({ length: 20 }, (_, n) => n * 50 + 1))(
  "50 random histories from seed %i leave the same bytes in every store",
  async (from) => {
    for (let seed = from; seed < from + 50; seed += 1) {
      const history = historyOf(seed, 160);
      const wanted = await replayed(memoryStore(sha256), history);
      for (const where of [{ path: join(folder, `${seed}.db`) }, place()]) {
        const store = await storeAt(where);
        const found = await replayed(store, history);
        await store.close();
        expect({ seed, found }).toEqual({ seed, found: wanted });
      }
    }
  },
);
