/**
 * The append of the SQLite driver: one transaction, or nothing.
 *
 * Judged first is what needs no transaction (the size, the lengths), then the ids, by the table's
 * own unique index. The head is stored with the entries it is the head of. When the transaction
 * returns, the entries are on the disk (`synchronous = FULL`).
 */
import type { DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import { type AppendRefusal, type Entry, entryBytesLimit, type Frontier, leafHash } from "#ledger";
import { sqlite, sqliteCode } from "./cause.ts";
import { StoreError } from "./refusal.ts";
import { whole } from "./schema.ts";

/** Thrown inside the transaction so that it is rolled back; never leaves this file. */
class Taken extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`the id ${id} is taken`);
    this.id = id;
  }
}

/** Appends entries behind the checked ones; the frontier with them, or why nothing was entered. */
export type Append = (
  checked: Frontier,
  expectedSize: number,
  entries: readonly Entry[],
) => Result<Frontier, AppendRefusal>;

/** Inserts the entries and their head. Prepared once: an append is little more than its statements. */
const inserter = (db: DatabaseSync, hash: Hash) => {
  const insert = db.prepare("INSERT INTO entries (seq, id, text, leaf) VALUES (?, ?, ?, ?)");
  const put = db.prepare("UPDATE meta SET value = ? WHERE key = ?");
  return (frontier: Frontier, entries: readonly Entry[], bytes: readonly Uint8Array[]): void => {
    for (const [place, { act, text }] of entries.entries()) {
      const leaf = leafHash(bytes[place] ?? utf8(text), hash);
      try {
        insert.run(frontier.size(), act.id, text, leaf);
      } catch (error) {
        throw sqliteCode(error) === sqlite.constraint ? new Taken(act.id) : error;
      }
      frontier.append(leaf);
    }
    put.run(String(frontier.size()), "size");
    put.run(hex(frontier.root()), "root");
  };
};

/** Throws for a process that is no longer in charge, or beside a size it did not make. */
const guard = (db: DatabaseSync, token: string) => {
  const meta = db.prepare("SELECT value FROM meta WHERE key = ?");
  return (checked: Frontier): void => {
    if (meta.get("writer")?.["value"] !== token) {
      throw new StoreError("store.lock-lost", "another process has taken over the ledger");
    }
    const size = meta.get("size")?.["value"];
    if (size !== String(checked.size())) {
      throw new StoreError("store.damaged", `the stored size is ${size}, not as it was entered`);
    }
  };
};

/** The refusal for an id: its place in the ledger, or else that of its first bearer among the new. */
const taken = (
  db: DatabaseSync,
  id: string,
  size: number,
  entries: readonly Entry[],
): AppendRefusal => {
  const found = db.prepare("SELECT seq FROM entries WHERE id = ?").get(id)?.["seq"];
  const first = size + entries.findIndex((entry) => entry.act.id === id);
  return { code: "ledger.id-taken", id, seq: typeof found === "number" ? found : first };
};

/**
 * The append of a writer that holds the lock with this token: all entries, or none.
 *
 * It throws a `StoreError` when the lock is lost or the disk does not take the entries; nothing is
 * entered then, and the frontier handed in is left as it was.
 */
export const appender = (db: DatabaseSync, token: string, hash: Hash): Append => {
  const requireCharge = guard(db, token);
  const insertAll = inserter(db, hash);
  return (checked, expected, entries) => {
    const found = checked.size();
    if (found !== expected) return refuse({ code: "ledger.size-moved", expected, found });
    const bytes = entries.map((entry) => utf8(entry.text));
    for (const [place, { act }] of entries.entries()) {
      const length = bytes[place]?.length ?? 0;
      if (length > entryBytesLimit) {
        return refuse({ code: "ledger.entry-too-large", id: act.id, bytes: length });
      }
    }
    const grown = checked.fork();
    try {
      whole(db, () => {
        requireCharge(checked);
        insertAll(grown, entries, bytes);
      });
      return ok(grown);
    } catch (error) {
      if (error instanceof Taken) return refuse(taken(db, error.id, found, entries));
      if (error instanceof StoreError || sqliteCode(error) === undefined) throw error;
      throw new StoreError("store.failed", "the entries could not be written", { cause: error });
    }
  };
};
