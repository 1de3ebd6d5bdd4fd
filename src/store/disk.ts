/**
 * The disk as workflows want it: charters and records as texts, ledgers and caches by organization.
 *
 * In:   the folder that holds `charters/` and `records/`, the data folder, SHA-256.
 * Out:  functions that fit the ports of the room `workflows`, which this room may not import.
 * Law:  S-8 (two that find no ledger: one waits), S-31 (what is kept is keyed by hash), S-41.
 *
 * An organization's ledger is `<data>/<org>/ledger.db`; put aside it lies, with the files that
 * belong to it, in a folder of its own, `<data>/<org>/aside.<time>/` (`aside.ts`).
 */
import { isUtf8 } from "node:buffer";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Hash, type Instant, isId, ok, type Result, refuse } from "#base";
import type { Store } from "#ledger";
import { movedOut, moveOut, putAside, undoneMove } from "./aside.ts";
import { backupLedger, type Copied, importLedger, type ReadLog, restoreLedger } from "./backup.ts";
import { refusalOf, systemCode } from "./cause.ts";
import type { KeyPair } from "./ed25519.ts";
import { keyIn } from "./keys.ts";
import { takeLock } from "./lock.ts";
import { readLogFile, writeLogFile } from "./log-folder.ts";
import type { StoreRefusal } from "./refusal.ts";
import { sqliteStore } from "./sqlite.ts";

export type DiskOptions = {
  /** The folder with `charters/` and `records/`. */
  readonly root: string;
  /** The folder of ledgers and caches; made where it is missing. */
  readonly data: string;
  readonly hash: Hash;
  /** The host in the names of logs that are made here; `localhost` without it. */
  readonly host?: string;
};

export type Disk = {
  readonly readTree: (
    dir: "charters" | "records",
    org: string,
  ) => Promise<ReadonlyMap<string, string> | undefined>;
  readonly openStore: (
    org: string,
    mode: "read" | "write",
    purpose: string,
    waitMilliseconds?: number,
  ) => Promise<Result<Store, StoreRefusal>>;
  readonly registrar: (org: string, make: boolean) => Promise<Result<KeyPair, StoreRefusal>>;
  /** Backs a ledger up into a file, restores one from it, makes one of a log's files. */
  readonly backup: (org: string, file: string) => Promise<Result<Copied, StoreRefusal>>;
  readonly restore: (org: string, file: string) => Promise<Result<Copied, StoreRefusal>>;
  readonly importLog: (org: string, log: ReadLog) => Promise<Result<Copied, StoreRefusal>>;
  readonly readLog: typeof readLogFile;
  readonly writeLog: typeof writeLogFile;
  readonly readCache: (org: string, name: string) => Promise<string | undefined>;
  readonly writeCache: (org: string, name: string, text: string) => Promise<void>;
  readonly moveOut: (org: string) => Promise<Result<undefined, StoreRefusal>>;
  readonly movedOut: (org: string) => Promise<Result<Store | undefined, StoreRefusal>>;
  readonly putAside: (
    org: string,
    at: Instant,
  ) => Promise<Result<string | undefined, StoreRefusal>>;
};

/** How often a waiting writer looks again. */
const lookMilliseconds = 50;

/**
 * A file's text. Bytes that are no UTF-8 come as U+FFFF, which every reader of ours refuses at its
 * place, and not as the usual U+FFFD, which would pass in silence.
 */
const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return isUtf8(bytes) ? text : text.replaceAll("\ufffd", "\uffff");
};

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The YAML files below a folder by their path in it; `.yml` too, so that it can be refused. */
const treeBelow = (folder: string): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inner);
      else if (/\.ya?ml$/.test(entry.name)) files.set(inner, textOf(join(folder, inner)));
    }
  };
  walk("");
  return files;
};

/**
 * Makes a folder and those above it. One by one: below a folder that takes none, such as `/proc`,
 * Node's own `recursive` tries for ever.
 */
const makeFolder = (path: string): void => {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    if (systemCode(error) !== "EEXIST" || !isFolder(path)) throw error;
  }
};

const ledgerOf = (data: string, org: string): string => join(data, org, "ledger.db");

/** Opens a ledger, and as a writer makes its folder and waits for another writer if told so. */
const openLedger = async (
  { data, hash, host }: DiskOptions,
  ...[org, mode, purpose, waitMilliseconds = 0]: Parameters<Disk["openStore"]>
): Promise<Result<Store, StoreRefusal>> => {
  const path = ledgerOf(data, org);
  if (!isId(org)) return refuse({ code: "store.not-found", path });
  if (mode === "read") return sqliteStore({ path, hash, org, readOnly: true });
  try {
    makeFolder(dirname(path));
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
  const undone = undoneMove(path);
  if (!undone.ok) return undone;
  for (let waited = 0; ; waited += lookMilliseconds) {
    const named = host === undefined ? {} : { host };
    const opened = await sqliteStore({ path, hash, org, purpose, ...named });
    if (opened.ok || opened.refusal.code !== "store.locked") return opened;
    if (waited >= waitMilliseconds) return opened;
    await pause(lookMilliseconds);
  }
};

/** Works on a ledger whose folder may not be there yet, while nobody writes to it. */
const inFolderOf = async <T>(
  { data }: DiskOptions,
  org: string,
  work: (path: string) => Promise<Result<T, StoreRefusal>>,
): Promise<Result<T, StoreRefusal>> => {
  const path = ledgerOf(data, org);
  if (!isId(org)) return refuse({ code: "store.not-found", path });
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = takeLock(path, "restore");
    if (!lock.ok) return refuse({ code: "store.locked", path, ...lock.refusal });
    try {
      return await work(path);
    } finally {
      lock.value.release();
    }
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};

/** Keeps a text whole or not at all; a cache that cannot be written is only slower. */
const keep = (path: string, text: string): void => {
  const draft = `${path}.${process.pid}.draft`;
  try {
    makeFolder(dirname(path));
    try {
      writeFileSync(draft, text);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
};

/** The ports that a disk can serve; the clock and the notes are the entry point's. */
export const disk = (options: DiskOptions): Disk => ({
  readTree: async (dir, org) => {
    const folder = join(options.root, dir, org);
    return isId(org) && isFolder(folder) ? treeBelow(folder) : undefined;
  },
  openStore: (...wanted) => openLedger(options, ...wanted),
  registrar: async (org, make) => keyIn(join(options.data, org, "registrar.key"), make),
  backup: async (org, file) => backupLedger(ledgerOf(options.data, org), file, options.hash),
  restore: async (org, file) =>
    inFolderOf(options, org, (path) => restoreLedger(file, path, org, options.hash)),
  importLog: async (org, log) =>
    inFolderOf(options, org, (path) => importLedger(log, path, org, options.hash)),
  readLog: readLogFile,
  writeLog: writeLogFile,
  readCache: async (org, name) => {
    try {
      return readFileSync(join(options.data, org, name), "utf8");
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return undefined;
    }
  },
  writeCache: async (org, name, text) => keep(join(options.data, org, name), text),
  moveOut: async (org) => moveOut(ledgerOf(options.data, org)),
  movedOut: async (org) => movedOut(ledgerOf(options.data, org), org, options.hash),
  putAside: async (org, at) => {
    const put = putAside(ledgerOf(options.data, org), at);
    return put.ok && put.value !== undefined ? ok(`${org}/${put.value}`) : put;
  },
});
