/**
 * A ledger in one SQLite file: what `foedus` keeps on a disk of its own.
 *
 * In:   a path, and SHA-256; for a writer also what it is about to do.
 * Out:  the ledger's port; or why it cannot be opened, with the first damaged entry by its place.
 * Law:  decision S-41 (one writer, others read beside it).
 *
 * Every opening hashes all entries again and compares them with the stored head. A writer holds the
 * lock file, and its token stands in the database: should a lock be lost all the same, the next
 * append of the one who lost it fails in its own transaction. A reader follows a writer: what is
 * new is checked as at opening, before any of it is handed out.
 *
 * Statements of Node's driver are synchronous, so appends of one process cannot mingle.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { emptyFrontier, type Frontier, type Store, type VerifierKey, vkeyText } from "#ledger";
import { refusalOf, systemCode } from "./cause.ts";
import { logFiles, logKey, logSigner, newLogSigner } from "./keys.ts";
import { type Lock, takeLock } from "./lock.ts";
import { StoreError, type StoreRefusal } from "./refusal.ts";
import { adopt, fileState, format } from "./schema.ts";
import { headOf, metaOf, verified } from "./verify.ts";
import { appender } from "./write.ts";

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
};

/** How long to wait for another connection's transaction, which lasts milliseconds. */
const busyMilliseconds = 5_000;

const connect = (path: string, readOnly: boolean): DatabaseSync => {
  const db = new DatabaseSync(path, { readOnly, timeout: busyMilliseconds });
  // Beyond WAL's own durability after a crash of the process: also after a loss of power.
  db.exec("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
  return db;
};

type Refused = Result<never, StoreRefusal>;

/** Why the file is not the ledger we were asked for; `undefined` when it is. */
const mismatch = (db: DatabaseSync, options: SqliteOptions): Refused | undefined => {
  const { path, org } = options;
  const found = metaOf(db, "format") ?? "";
  if (found !== format) return refuse({ code: "store.format", path, found });
  const owner = metaOf(db, "org");
  if (org !== undefined && owner !== undefined && owner !== org) {
    return refuse({ code: "store.other-org", path, found: owner });
  }
  return undefined;
};

/** The log's key: a writer signs with it, and makes it for a file that is empty. */
const keyOf = (
  { path, hash, org = "ledger", host = "localhost" }: SqliteOptions,
  isWriter: boolean,
  isEmpty: boolean,
): Result<VerifierKey, StoreRefusal> => {
  if (isEmpty) return newLogSigner(path, `${host}/log/${org}`, hash);
  return isWriter ? logSigner(path, hash) : logKey(path, hash);
};

type Examined = { readonly frontier: Frontier; readonly log: VerifierKey };

/** A database that is ours and whole; a writer's empty file becomes one first. */
const examine = (
  db: DatabaseSync,
  options: SqliteOptions,
  lock: Lock | undefined,
): Result<Examined, StoreRefusal> => {
  const { path, hash, org } = options;
  const state = fileState(db);
  if (state === "foreign") return refuse({ code: "store.format", path, found: state });
  if (state === "empty" && lock === undefined) return refuse({ code: "store.not-found", path });
  const refused = state === "empty" ? undefined : mismatch(db, options);
  if (refused !== undefined) return refused;
  const empty = state === "empty";
  const log = keyOf(options, lock !== undefined, empty);
  if (!log.ok) return log;
  const vkey = vkeyText(log.value);
  if (!empty && metaOf(db, "vkey") !== vkey) {
    return refuse({ code: "key.damaged", path: logFiles(path).vkey });
  }
  if (lock !== undefined) adopt(db, { empty, token: lock.token, hash, org, vkey });
  const frontier = verified(db, emptyFrontier(hash), hash);
  if (!frontier.ok) return refuse({ ...frontier.refusal, path });
  return ok({ frontier: frontier.value, log: log.value });
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

const portOf = (
  db: DatabaseSync,
  { frontier, log }: Examined,
  hash: Hash,
  lock: Lock | undefined,
): Store => {
  let checked = frontier;
  let isClosed = false;
  const append = lock && appender(db, lock.token, hash);
  const texts = db.prepare("SELECT text FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq");
  texts.setReturnArrays(true);
  /** The checked entries; a reader looks first whether there are more. */
  const current = (): Frontier => {
    if (isClosed) throw new StoreError("store.closed", "the store is closed");
    if (lock === undefined) checked = follow(db, checked, hash);
    return checked;
  };
  return {
    log,
    size: async () => current().size(),
    root: async () => hex(current().root()),
    read: async (from, limit) => {
      const until = Math.min(from + limit, current().size());
      const found = texts.all(from, until).map((row) => Object.values(row)[0]);
      const whole = found.filter((text) => typeof text === "string");
      if (whole.length === Math.max(0, until - from)) return whole;
      throw new StoreError("store.damaged", `entries ${from} to ${until} are not all there`);
    },
    append: async (expected, entries) => {
      const before = current();
      if (append === undefined) throw new StoreError("store.read-only", "opened for reading only");
      const after = append(before, expected, entries);
      if (!after.ok) return after;
      checked = after.value;
      return ok({ size: checked.size(), root: hex(checked.root()) });
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      db.close();
      lock?.release();
    },
  };
};

const openWith = (options: SqliteOptions, lock: Lock | undefined): Result<Store, StoreRefusal> => {
  let db: DatabaseSync | undefined;
  try {
    db = connect(options.path, options.readOnly === true);
    const examined = examine(db, options, lock);
    if (examined.ok) return ok(portOf(db, examined.value, options.hash, lock));
    db.close();
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
