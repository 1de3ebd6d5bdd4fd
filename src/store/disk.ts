/**
 * The disk as workflows want it: charters and records as texts, ledgers and caches by organization.
 *
 * In:   the folder that holds `charters/` and `records/`, the data folder, SHA-256; the address of a
 *       database, where ledgers are kept in one.
 * Out:  functions that fit the ports of the room `workflows`, which this room may not import.
 * Law:  S-31 (what is kept is keyed by hash).
 */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isId, type Result } from "#base";
import { systemCode } from "./cause.ts";
import type { KeyPair } from "./ed25519.ts";
import { fileLedgers } from "./file-ledgers.ts";
import { isFolder, makeFolder } from "./folders.ts";
import { keyIn } from "./keys.ts";
import type { Ledgers, PlaceOptions } from "./ledgers.ts";
import { readLogFile, writeLogFile } from "./log-folder.ts";
import { type Database, sharedLedgers } from "./postgres/ledgers.ts";
import type { StoreRefusal } from "./refusal.ts";

export type DiskOptions = PlaceOptions & {
  /** The folder with `charters/` and `records/`. */
  readonly root: string;
  /** Where ledgers are kept; without it, each in a file of the data folder. */
  readonly database?: Database;
};

export type Disk = Ledgers & {
  readonly readTree: (
    dir: "charters" | "records",
    org: string,
  ) => Promise<ReadonlyMap<string, string> | undefined>;
  readonly registrar: (org: string, make: boolean) => Promise<Result<KeyPair, StoreRefusal>>;
  readonly readLog: typeof readLogFile;
  readonly writeLog: typeof writeLogFile;
  readonly readCache: (org: string, name: string) => Promise<string | undefined>;
  readonly writeCache: (org: string, name: string, text: string) => Promise<void>;
};

/**
 * A file's text. Bytes that are no UTF-8 come as U+FFFF, which every reader of ours refuses at its
 * place, and not as the usual U+FFFD, which would pass in silence.
 */
const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return isUtf8(bytes) ? text : text.replaceAll("\ufffd", "\uffff");
};

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
  ...(options.database === undefined
    ? fileLedgers(options)
    : sharedLedgers(options, options.database)),
  readTree: async (dir, org) => {
    const folder = join(options.root, dir, org);
    return isId(org) && isFolder(folder) ? treeBelow(folder) : undefined;
  },
  registrar: async (org, make) => keyIn(join(options.data, org, "registrar.key"), make),
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
});
