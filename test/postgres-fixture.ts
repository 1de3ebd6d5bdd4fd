/**
 * A PostgreSQL of its own for a file of tests, a new ledger in it for each test, and a stranger at the
 * same database, who is not held by our rules.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Store } from "#ledger";
import { type PostgresOptions, postgresStore, sha256 } from "#store";
import { type Cluster, startCluster } from "./cluster.ts";

export const postgresFixture = () => {
  /** A server is started, and processes that die. */
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

  let cluster: Cluster;
  let stranger: Client;
  let folder = "";
  let ledgers = 0;
  const stores: Store[] = [];

  const meet = async (): Promise<void> => {
    stranger = new Client(cluster.connection);
    await stranger.connect();
  };
  beforeAll(async () => {
    // Processes die here, the machine does not: what the server has written to it is safe.
    cluster = await startCluster(["shared_buffers=32MB", "fsync=off"]);
    await meet();
  });
  afterAll(async () => {
    await stranger?.end();
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

  const org = (): string => `lake-${ledgers}`;
  const place = () => ({ url: cluster.url, org: org(), home: join(folder, "ledger.pg") });
  const tried = async (more: Partial<PostgresOptions> = {}) => {
    const opened = await postgresStore({ ...place(), hash: sha256, ...more });
    if (opened.ok) stores.push(opened.value);
    return opened;
  };
  return {
    place,
    /** The place as a refusal names it. */
    path: (of = org()): string => `${cluster.connection.host}:5432/postgres#foedus_${of}`,
    folder: () => folder,
    cluster: () => cluster,
    /** Closed after the test. */
    keep: (store: Store): Store => {
      stores.push(store);
      return store;
    },
    open: async (more: Partial<PostgresOptions> = {}): Promise<Store> => {
      const opened = await tried(more);
      if (opened.ok) return opened.value;
      throw new Error(JSON.stringify(opened.refusal));
    },
    refusal: async (more: Partial<PostgresOptions> = {}) => {
      const opened = await tried(more);
      return opened.ok ? "opened" : opened.refusal;
    },
    /** Whatever SQL; `$S` stands for the schema of the test's ledger. */
    meddle: (text: string, values: readonly unknown[] = []) =>
      stranger.query(text.replaceAll("$S", `"foedus_${org()}"`), [...values]),
    /** Has the server crash after `before`, and starts it again after `after`. */
    crashServer: async (after: () => Promise<void>): Promise<void> => {
      await stranger.end();
      await cluster.halt("SIGQUIT");
      await after();
      await cluster.resume();
      await meet();
    },
    until: (what: () => Promise<void>): Promise<void> => vi.waitFor(what, { timeout: 10_000 }),
  };
};
