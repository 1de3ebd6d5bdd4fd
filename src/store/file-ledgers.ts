/**
 * The ledgers of organizations, each in a SQLite file: `<data>/<org>/ledger.db`.
 *
 * Law:  S-8 (two that find no ledger: one waits), S-41 (one writer).
 *
 * Put aside a ledger lies, with the files that belong to it, in a folder of its own,
 * `<data>/<org>/aside.<time>/` (`aside.ts`).
 */
import { dirname, join } from "node:path";
import { isId, ok, type Result, refuse } from "#base";
import type { Store } from "#ledger";
import { movedOut, moveOut, putAside, undoneMove } from "./aside.ts";
import { backupLedger, importLedger, restoreLedger } from "./backup.ts";
import { refusalOf } from "./cause.ts";
import { makeFolder } from "./folders.ts";
import { type Ledgers, type PlaceOptions, whenFree } from "./ledgers.ts";
import { whileLocked } from "./lock.ts";
import type { StoreRefusal } from "./refusal.ts";
import { sqliteStore } from "./sqlite.ts";

const ledgerOf = (data: string, org: string): string => join(data, org, "ledger.db");

/** Opens a ledger, and as a writer makes its folder and waits for another writer if told so. */
const openLedger = async (
  { data, hash, host }: PlaceOptions,
  ...[org, mode, purpose, waitMilliseconds = 0]: Parameters<Ledgers["openStore"]>
): Promise<Result<Store, StoreRefusal>> => {
  const path = ledgerOf(data, org);
  if (!isId(org)) return refuse({ code: "store.not-found", path });
  if (mode === "read") return sqliteStore({ path, hash, org, readOnly: true });
  try {
    makeFolder(dirname(path));
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
  const named = host === undefined ? {} : { host };
  return whenFree(waitMilliseconds, async () => {
    const undone = await undoneMove(path);
    return undone.ok ? sqliteStore({ path, hash, org, purpose, ...named }) : undone;
  });
};

/** Works on a ledger whose folder may not be there yet, while nobody writes to it. */
const inFolderOf = async <T>(
  { data }: PlaceOptions,
  org: string,
  work: (path: string) => Promise<Result<T, StoreRefusal>>,
): Promise<Result<T, StoreRefusal>> => {
  const path = ledgerOf(data, org);
  if (!isId(org)) return refuse({ code: "store.not-found", path });
  try {
    makeFolder(dirname(path));
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
  return whileLocked(path, "restore", () => work(path));
};

export const fileLedgers = (options: PlaceOptions): Ledgers => ({
  openStore: (...wanted) => openLedger(options, ...wanted),
  backup: async (org, file) => backupLedger(ledgerOf(options.data, org), file, options.hash),
  restore: async (org, file) =>
    inFolderOf(options, org, (path) => restoreLedger(file, path, org, options.hash)),
  importLog: async (org, log) =>
    inFolderOf(options, org, (path) => importLedger(log, path, org, options.hash)),
  moveOut: async (org) => moveOut(ledgerOf(options.data, org)),
  movedOut: async (org) => movedOut(ledgerOf(options.data, org), org, options.hash),
  putAside: async (org, at) => {
    const put = putAside(ledgerOf(options.data, org), at);
    return put.ok && put.value !== undefined ? ok(`${org}/${put.value}`) : put;
  },
});
