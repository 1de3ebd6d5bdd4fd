/**
 * The tables of a ledger's file, and how a writer makes them or takes them over.
 *
 * `entries` holds the ledger; `submissions` the answers to keys of clients; `payloads` what opens the
 * seals in entries, empty where it was erased; `meta` its format, organization, log key and head, and the token of
 * the writer in charge. A file of another format is refused; format 0 was never released (S-20).
 */
import type { DatabaseSync } from "node:sqlite";
import { type Hash, hex } from "#base";
import { emptyFrontier } from "#ledger";

export const format = "foedus-ledger/1";

const tables = `
  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    leaf BLOB NOT NULL
  ) STRICT;
  CREATE TABLE submissions (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    first INTEGER NOT NULL,
    size INTEGER NOT NULL,
    root TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE payloads (
    sealed TEXT PRIMARY KEY,
    salt BLOB,
    bytes BLOB
  ) STRICT;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What a file holds: nothing yet, the tables of a ledger, or something else. */
export const fileState = (db: DatabaseSync): "empty" | "ledger" | "foreign" => {
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const names = rows.map((row) => row["name"]);
  if (names.length === 0) return "empty";
  return names.includes("entries") && names.includes("meta") ? "ledger" : "foreign";
};

/** Runs `work` in a transaction that is there whole or not at all. */
export const whole = (db: DatabaseSync, work: () => void): void => {
  db.exec("BEGIN IMMEDIATE");
  try {
    work();
    db.exec("COMMIT");
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
};

type Adoption = {
  readonly empty: boolean;
  readonly token: string;
  readonly hash: Hash;
  readonly org: string | undefined;
  readonly vkey: string;
};

/** Puts a writer in charge of the file; an empty file gets its tables in the same transaction. */
export const adopt = (db: DatabaseSync, { empty, token, hash, org, vkey }: Adoption): void => {
  db.exec("PRAGMA journal_mode = WAL");
  whole(db, () => {
    if (empty) db.exec(tables);
    const put = db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
    if (empty) {
      put.run("format", format);
      put.run("vkey", vkey);
      put.run("size", "0");
      put.run("root", hex(emptyFrontier(hash).root()));
    }
    if (org !== undefined) put.run("org", org);
    put.run("writer", token);
  });
};
