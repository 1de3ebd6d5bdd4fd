/**
 * A ledger that makes room for a new one: moved out whole, and put aside under its time when the
 * new one holds what had to be carried over.
 *
 * Out:  `<org>/moving/` while that is under way, then `<org>/aside.<time>/`; nothing is deleted.
 * Law:  S-8, S-41. The database goes last, so that a folder `moving` with a database is a whole
 *       ledger; one without is a move that a crash cut short, and its files go back.
 */
import { existsSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Hash, type Instant, ok, type Result, refuse } from "#base";
import type { Store } from "#ledger";
import { refusalOf } from "./cause.ts";
import { syncFolder } from "./durable.ts";
import { makeFolder } from "./folders.ts";
import { stampOf } from "./ledgers.ts";
import { whileLocked } from "./lock.ts";
import type { StoreRefusal } from "./refusal.ts";
import { sqliteStore } from "./sqlite.ts";

/** The files of one ledger: its keys, which are no other ledger's, and SQLite's own. */
const ends = [".key", ".vkey", ".checkpoint", "-wal", "-shm", ""] as const;

const movingOf = (path: string): string => join(dirname(path), "moving");
const movedOf = (path: string): string => join(movingOf(path), basename(path));

const purpose = "set aside";

const move = (from: string, to: string): void => {
  for (const end of ends) {
    if (existsSync(`${from}${end}`)) renameSync(`${from}${end}`, `${to}${end}`);
  }
  syncFolder(dirname(from));
  syncFolder(dirname(to));
};

/** Whether a crash cut a move short: its database is still in the old place. */
const isCutShort = (path: string): boolean =>
  existsSync(movingOf(path)) && !existsSync(movedOf(path));

/** Takes back a move that was cut short; a whole one stays for whoever carries its acts over. */
const takeBack = (path: string): void => {
  if (!isCutShort(path)) return;
  move(movedOf(path), path);
  if (readdirSync(movingOf(path)).length === 0) rmdirSync(movingOf(path));
};

/** Before a writer opens: what a crash left between two names goes back to its place. */
export const undoneMove = async (path: string): Promise<Result<undefined, StoreRefusal>> =>
  isCutShort(path)
    ? whileLocked(path, purpose, () => {
        takeBack(path);
        return ok(undefined);
      })
    : ok(undefined);

/** Frees the place of a ledger. */
export const moveOut = (path: string): Promise<Result<undefined, StoreRefusal>> =>
  whileLocked(path, purpose, () => {
    takeBack(path);
    if (existsSync(movedOf(path))) return ok(undefined); // Another was here before us.
    makeFolder(movingOf(path));
    move(path, movedOf(path));
    return ok(undefined);
  });

/** The ledger that was moved out and is not yet put aside; undefined where there is none. */
export const movedOut = async (
  path: string,
  org: string,
  hash: Hash,
): Promise<Result<Store | undefined, StoreRefusal>> =>
  existsSync(movedOf(path))
    ? sqliteStore({ path: movedOf(path), hash, org, readOnly: true })
    : ok(undefined);

/** Puts it aside under this moment, or the next free name; gives the folder's name, if it is there. */
export const putAside = (path: string, at: Instant): Result<string | undefined, StoreRefusal> => {
  if (!existsSync(movedOf(path))) return ok(undefined);
  try {
    const name = `aside.${stampOf(at)}`;
    const free = (n: number): string => {
      const place = n === 1 ? name : `${name}-${n}`;
      return existsSync(join(dirname(path), place)) ? free(n + 1) : place;
    };
    const place = free(1);
    renameSync(movingOf(path), join(dirname(path), place));
    syncFolder(dirname(path));
    return ok(place);
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};
