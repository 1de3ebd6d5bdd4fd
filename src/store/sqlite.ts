/**
 * A ledger in one SQLite file: what `foedus` keeps on a disk of its own.
 *
 * In:   a path, and SHA-256; for a writer also what it is about to do.
 * Out:  the ledger's port; or why it cannot be opened, with the first damaged entry by its place.
 * Law:  decisions S-41 (one writer, others read beside it), 0008 (order of durability).
 *
 * Every opening hashes all entries again and compares them with the stored head, and with the
 * checkpoint kept outside (`examine.ts`). A writer holds the lock file, and its token stands in the
 * database: should a lock be lost all the same, the next append of the one who lost it fails in its
 * own transaction. A reader follows a writer: what is new is checked as at opening, before any of
 * it is handed out.
 */
import { existsSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { type Frontier, type Payload, type Store, sealOf, signCheckpoint } from "#ledger";
import { refusalOf, systemCode } from "./cause.ts";
import { keeper, keptCheckpoint } from "./checkpoints.ts";
import { type Examined, examine } from "./examine.ts";
import { type Lock, takeLock } from "./lock.ts";
import { StoreError, type StoreRefusal } from "./refusal.ts";
import { type Observe, unobserved } from "./steps.ts";
import { headOf, verified } from "./verify.ts";
import { type Writer, writerOf } from "./write.ts";

export type SqliteOptions = {
  /** The ledger's file. Its folder must exist; a writer makes the file. */
  readonly path: string;
  readonly hash: Hash;
  /** Open beside a writer, without a lock, writing nothing. */
  readonly readOnly?: boolean;
  /** What a writer is about to do; told to the next one, who is refused. */
  readonly purpose?: string;
  /** The organization. A new ledger remembers it; the ledger of another is refused. */
  readonly org?: string;
  /** The host in the name of a new log; it stays, wherever the log is served later. */
  readonly host?: string;
  /** Told of each step of an append as it is reached; for tests, which break things there. */
  readonly observe?: Observe;
};

/** How long to wait for another connection's transaction, which lasts milliseconds. */
const busyMilliseconds = 5_000;

const connect = (path: string, readOnly: boolean): DatabaseSync => {
  const db = new DatabaseSync(path, { readOnly, timeout: busyMilliseconds });
  // Beyond WAL's own durability after a crash of the process: also after a loss of power.
  db.exec("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
  // What is erased is overwritten, not only forgotten.
  if (!readOnly) db.exec("PRAGMA secure_delete = ON");
  return db;
};

/** What is new since the last look, checked; the same frontier when nothing is. */
const follow = (db: DatabaseSync, checked: Frontier, hash: Hash): Frontier => {
  const head = headOf(db);
  if (head.size === checked.size() && head.root === hex(checked.root())) return checked;
  const next = verified(db, checked, hash);
  if (next.ok) return next.value;
  const where = "seq" in next.refusal ? `entry ${next.refusal.seq}` : "the head";
  throw new StoreError("store.damaged", `${where} is not as it was entered`);
};

/** What opens seals, read and destroyed; every reading is checked by the seal itself. */
const payloadsOf = (db: DatabaseSync, hash: Hash, isWriter: boolean) => ({
  payload: async (sealed: string): Promise<Payload | undefined> => {
    const row = db.prepare("SELECT salt, bytes FROM payloads WHERE sealed = ?").get(sealed);
    const { salt, bytes } = row ?? {};
    if (!(salt instanceof Uint8Array && bytes instanceof Uint8Array)) return undefined;
    if (sealOf({ salt, bytes }, hash).sealed === sealed) return { salt, bytes };
    throw new StoreError("store.damaged", `what opens ${sealed} is not as it was given`);
  },
  erase: async (sealed: string): Promise<boolean> => {
    if (!isWriter) throw new StoreError("store.read-only", "opened for reading only");
    const erased = db
      .prepare("UPDATE payloads SET salt = NULL, bytes = NULL WHERE sealed = ? AND salt NOT NULL")
      .run(sealed);
    // Copies of the page also stand in the write-ahead log.
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return erased.changes > 0;
  },
});

/** The writer of a ledger that was examined: what was committed but not signed for is, now. */
const writing = (
  db: DatabaseSync,
  { frontier, log, kept, sign }: Examined,
  { path, hash, observe = unobserved }: SqliteOptions,
  token: string,
): { readonly writer: Writer; readonly close: () => void } => {
  if (sign === undefined) throw new Error("a writer without a key");
  const signer = { ...log, sign };
  const keep = keeper(path, kept.place, observe);
  if (kept.size < frontier.size()) {
    keep.keep(signCheckpoint(frontier.size(), frontier.root(), signer));
  }
  const look = connect(path, true);
  const writer = writerOf({ db, look, token, hash, log: signer, keeper: keep, observe }, frontier);
  const close = (): void => {
    writer.finish();
    keep.close();
    look.close();
  };
  return { writer, close };
};

const portOf = (
  db: DatabaseSync,
  examined: Examined,
  options: SqliteOptions,
  lock: Lock | undefined,
): Store => {
  const { path, hash } = options;
  const { log } = examined;
  let checked = examined.frontier;
  let isClosed = false;
  const own = lock && writing(db, examined, options, lock.token);
  const texts = db.prepare("SELECT text FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq");
  const leaves = db.prepare("SELECT leaf FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq");
  for (const each of [texts, leaves]) each.setReturnArrays(true);
  /** The checked entries; a reader looks first whether there are more. */
  const current = (): Frontier => {
    if (isClosed) throw new StoreError("store.closed", "the store is closed");
    if (own !== undefined) return own.writer.frontier();
    checked = follow(db, checked, hash);
    return checked;
  };
  /** One column of some rows, all of them and of the right sort. */
  const column = <T>(
    rows: readonly unknown[],
    isRight: (value: unknown) => value is T,
    [from, until]: readonly [number, number],
  ): readonly T[] => {
    const found = rows.map((row) => Object.values(row ?? {})[0]).filter(isRight);
    if (found.length === Math.max(0, until - from)) return found;
    throw new StoreError("store.damaged", `entries ${from} to ${until} are not all there`);
  };
  const isText = (value: unknown): value is string => typeof value === "string";
  const isLeaf = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
  const range = (from: number, limit: number): [number, number] => [
    from,
    Math.min(from + limit, current().size()),
  ];
  return {
    log,
    size: async () => current().size(),
    root: async () => hex(current().root()),
    read: async (...wanted) => {
      const [from, until] = range(...wanted);
      return column(texts.all(from, until), isText, [from, until]);
    },
    leaves: async (...wanted) => {
      const [from, until] = range(...wanted);
      return column(leaves.all(from, until), isLeaf, [from, until]);
    },
    append: async (expected, entries, more = {}) => {
      current();
      if (own === undefined) throw new StoreError("store.read-only", "opened for reading only");
      return own.writer.submit({ ...more, expected, entries });
    },
    checkpoint: async () => {
      current();
      const kept = keptCheckpoint(path, log, hash);
      if (kept !== undefined) return kept.text;
      throw new StoreError("store.damaged", "the checkpoint is not as it was signed");
    },
    ...payloadsOf(db, hash, lock !== undefined),
    close: async () => {
      if (isClosed) return;
      own?.close();
      isClosed = true;
      db.close();
      lock?.release();
    },
  };
};

const openWith = (options: SqliteOptions, lock: Lock | undefined): Result<Store, StoreRefusal> => {
  let db: DatabaseSync | undefined;
  const isNew = !existsSync(options.path);
  try {
    db = connect(options.path, options.readOnly === true);
    const examined = examine(db, options, lock);
    if (examined.ok) return ok(portOf(db, examined.value, options, lock));
    db.close();
    if (isNew) rmSync(options.path, { force: true }); // SQLite makes a file of whatever it opens.
    return examined;
  } catch (error) {
    if (db?.isOpen) db.close();
    return refuse(refusalOf(error, options.path));
  }
};

/** Whether the place is there at all, asked first: SQLite says of everything "cannot open". */
const isThere = (options: SqliteOptions): boolean => {
  const { path, readOnly } = options;
  try {
    return readOnly === true ? statSync(path).isFile() : statSync(dirname(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return false;
    throw error;
  }
};

/**
 * Opens a ledger in a file, as its one writer or as a reader beside it.
 *
 * A refusal leaves nothing behind: no lock, no open file. A ledger is checked in full, which takes
 * about two microseconds an entry and one hash.
 *
 * @example const opened = await sqliteStore({ path: "data/csto.db", hash: sha256, readOnly: true });
 */
export const sqliteStore = async (options: SqliteOptions): Promise<Result<Store, StoreRefusal>> => {
  const { path } = options;
  try {
    if (!isThere(options)) return refuse({ code: "store.not-found", path });
    if (options.readOnly === true) return openWith(options, undefined);
    const lock = takeLock(path, options.purpose ?? "write");
    if (!lock.ok) return refuse({ code: "store.locked", path, ...lock.refusal });
    const opened = openWith(options, lock.value);
    if (!opened.ok) lock.value.release();
    return opened;
  } catch (error) {
    return refuse(refusalOf(error, path));
  }
};
