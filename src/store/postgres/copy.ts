/**
 * Backup, restore and import of a ledger in PostgreSQL: the same file as of a ledger in SQLite, so a
 * backup of one can be restored to the other.
 *
 * In:   a ledger's place and a file.
 * Out:  origin, size and root of what stands in the file, or was restored from it; or why not.
 * Law:  0008. A backup ends at a signed checkpoint, which stands in it, so it can be checked alone.
 */
import { existsSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import {
  emptyFrontier,
  leafHash,
  type Payload,
  readEntry,
  type Store,
  sealOf,
  vkeyText,
} from "#ledger";
import {
  type Copied,
  copiedOf,
  examinedBackup,
  fill,
  type HeldLog,
  heldOf,
  occupied,
  putInPlace,
  type ReadLog,
} from "../backup.ts";
import { refusalOf } from "../cause.ts";
import { beginCheckpoints } from "../checkpoints.ts";
import { putDurably } from "../durable.ts";
import { logFiles } from "../keys.ts";
import type { StoreRefusal } from "../refusal.ts";
import { adopt, whole as wholeFile } from "../schema.ts";
import type { Behind } from "./aside.ts";
import { enter, type Given, putHead } from "./enter.ts";
import { postgresStore } from "./postgres.ts";
import type { Row, Session } from "./session.ts";
import { found, ledgerIn, whole } from "./tables.ts";

const everyone = 0o644;
const atATime = 1_000;

/** What a ledger holds beside its entries. */
type Aside = { readonly given: ReadonlyMap<string, Given>; readonly payloads: readonly Payload[] };

const givenOf = ([key, digest, first, size, root]: Row): readonly [string, Given] => {
  const receipt = { first: Number(first), size: Number(size), root: String(root) };
  return [String(key), { digest: String(digest), receipt }];
};

const payloadsOf = (rows: readonly Row[]): readonly Payload[] =>
  rows.flatMap(([salt, bytes]) =>
    salt instanceof Uint8Array && bytes instanceof Uint8Array ? [{ salt, bytes }] : [],
  );

const submissions = "SELECT key, digest, first, size, root FROM submissions";
const payloads = "SELECT salt, bytes FROM payloads WHERE salt IS NOT NULL";

/** What stands in the database beside the entries, up to a size. */
const asideIn = async (session: Session, size: number): Promise<Aside> => ({
  given: new Map((await session.rows(`${submissions} WHERE size <= $1`, [size])).map(givenOf)),
  payloads: payloadsOf(await session.rows(payloads)),
});

/** What stands in a backup beside the entries. */
const asideOf = (db: DatabaseSync): Aside => {
  const rows = (text: string) =>
    db
      .prepare(text)
      .all()
      .map((row) => Object.values(row));
  return {
    given: new Map(rows(submissions).map(givenOf)),
    payloads: payloadsOf(rows(payloads)),
  };
};

const textsIn = async (store: Store): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const size = await store.size(); texts.length < size; ) {
    texts.push(...(await store.read(texts.length, atATime)));
  }
  return texts;
};

/** Writes a backup, which is a ledger in a file with its checkpoint inside. */
const writeFile = (path: string, org: string, log: ReadLog, aside: Aside, hash: Hash): void => {
  const db = new DatabaseSync(path);
  try {
    adopt(db, { empty: true, token: "backup", hash, org, vkey: log.vkey });
    wholeFile(db, () => {
      fill(db, log, hash);
      const keep = db.prepare("INSERT INTO submissions VALUES (?, ?, ?, ?, ?)");
      for (const [key, { digest, receipt }] of aside.given) {
        keep.run(key, digest, receipt.first, receipt.size, receipt.root);
      }
      const seal = db.prepare("INSERT OR IGNORE INTO payloads VALUES (?, ?, ?)");
      for (const payload of aside.payloads) {
        seal.run(sealOf(payload, hash).sealed, payload.salt, payload.bytes);
      }
      db.prepare("INSERT INTO meta VALUES ('checkpoint', ?)").run(log.checkpoint);
    });
    db.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  } finally {
    db.close();
  }
};

/** A ledger that others may write to meanwhile. */
type Source = Behind & { readonly url: string; readonly org: string; readonly hash: Hash };

/** Backs a ledger up into a file that is not there yet. */
export const backupShared = async (
  file: string,
  { session, url, org, home, hash }: Source,
): Promise<Result<Copied, StoreRefusal>> => {
  if (existsSync(file)) return refuse({ code: "backup.exists", path: file });
  const opened = await postgresStore({ url, org, home, hash, mode: "read", purpose: "backup" });
  if (!opened.ok) return opened;
  const { value: store } = opened;
  const [texts, checkpoint] = [await textsIn(store), await store.checkpoint()];
  const vkey = vkeyText(store.log);
  await store.close();
  const aside = await asideIn(session, texts.length);
  const draft = `${file}.draft`;
  try {
    rmSync(draft, { force: true });
    writeFile(draft, org, { vkey, checkpoint, texts }, aside, hash);
    return putInPlace(draft, file, hash, org);
  } catch (error) {
    return refuse(refusalOf(error, file));
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Puts a checked log into an empty schema; its key and checkpoint come first, and watch over it. */
const settle = async (
  { session, schema, home, place }: Behind,
  org: string,
  { log, note, signed }: HeldLog,
  texts: readonly string[],
  { given, payloads: opened }: Aside,
  hash: Hash,
): Promise<Result<Copied, StoreRefusal>> => {
  const vkey = vkeyText(log);
  if ((await ledgerIn(session)) !== "empty")
    return refuse({ code: "restore.occupied", path: place });
  putDurably(logFiles(home).vkey, `${vkey}\n`, everyone);
  beginCheckpoints(home, note);
  await whole(session, async () => {
    await found(session, { schema, org, vkey, checkpoint: note, hash });
    const frontier = emptyFrontier(hash);
    const none = { answers: [], given: new Map(), payloads: [] };
    for (let from = 0; from < texts.length; from += atATime) {
      const rows = texts.slice(from, from + atATime).map((text, at) => {
        const entry = readEntry(text);
        if (!entry.ok) throw new Error(`an entry that was verified: ${entry.refusal.code}`);
        const leaf = leafHash(utf8(text), hash);
        frontier.append(leaf);
        return { seq: from + at, id: entry.value.act.id, text: utf8(text), leaf };
      });
      await enter(session, { ...none, rows }, hash);
    }
    await enter(session, { answers: [], rows: [], given, payloads: opened }, hash);
    await putHead(session, frontier);
    if (frontier.size() !== signed.size || hex(frontier.root()) !== hex(signed.root)) {
      throw new Error("what was verified has another root in the database");
    }
  });
  return ok(copiedOf(signed));
};

/** Restores a ledger from a backup, into a database where it is not. */
export const restoreShared = async (
  file: string,
  org: string,
  hash: Hash,
  at: Behind,
): Promise<Result<Copied, StoreRefusal>> => {
  if (!existsSync(file)) return refuse({ code: "store.not-found", path: file });
  const held = examinedBackup(file, hash, org);
  if (!held.ok) return held;
  const refusal = occupied(at.home, held.value, hash);
  if (refusal !== undefined) return refuse(refusal);
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = db.prepare("SELECT text FROM entries ORDER BY seq").all();
    const texts = rows.map((row) => String(row["text"]));
    return await settle(at, org, held.value, texts, asideOf(db), hash);
  } finally {
    db.close();
  }
};

/** Makes a ledger of a log's files, in a database where it is not. */
export const importShared = async (
  read: ReadLog,
  org: string,
  hash: Hash,
  at: Behind,
): Promise<Result<Copied, StoreRefusal>> => {
  const held = heldOf(read, hash);
  const refusal = occupied(at.home, held, hash);
  if (refusal !== undefined) return refuse(refusal);
  return settle(at, org, held, read.texts, { given: new Map(), payloads: [] }, hash);
};
