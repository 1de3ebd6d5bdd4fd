/**
 * Backup and restore of a ledger: one file that is a whole log by itself, made while others write.
 *
 * In:   a ledger's path and a file.
 * Out:  origin, size and root of what stands in the file, or was restored from it; or why not.
 * Law:  0008. A backup ends at a signed checkpoint, which stands in it, so it can be checked alone.
 *
 * It holds no private key. A restored ledger must stand where none is. Where the checkpoint of the
 * lost one is still there and newer than the backup, the rest is lost for good if we go on; that is
 * not for a program to decide, and it is refused.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import {
  emptyFrontier,
  leafHash,
  openCheckpoint,
  readEntry,
  readVkey,
  type SignedCheckpoint,
  type VerifierKey,
  vkeyText,
} from "#ledger";
import { refusalOf } from "./cause.ts";
import { beginCheckpoints, checkpointFile, keptCheckpoint } from "./checkpoints.ts";
import { putDurably, syncFolder } from "./durable.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { logFiles, logKey } from "./keys.ts";
import type { StoreRefusal } from "./refusal.ts";
import { adopt, fileState, format, whole } from "./schema.ts";
import { sqliteStore } from "./sqlite.ts";
import { metaOf, verified } from "./verify.ts";

/** What was backed up or restored: the same two values on both sides show that it is the same log. */
export type Copied = { readonly origin: string; readonly size: number; readonly root: string };

/** Pages copied in one step: all of them, so that a busy writer cannot make us begin again. */
const allPages = 2 ** 30;
const everyone = 0o644;

const synced = (path: string): void => {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const put = (db: DatabaseSync, key: string, value: string): void => {
  db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)").run(key, value);
};

export const copiedOf = ({ origin, size, root }: SignedCheckpoint): Copied => ({
  origin,
  size,
  root: hex(root),
});

/** Ends a copy at the checkpoint, which it keeps inside. */
const endAt = (path: string, signed: SignedCheckpoint, note: string): void => {
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    whole(db, () => {
      db.prepare("DELETE FROM entries WHERE seq >= ?").run(signed.size);
      db.prepare("DELETE FROM submissions WHERE size > ?").run(signed.size);
      put(db, "size", String(signed.size));
      put(db, "root", hex(signed.root));
      put(db, "checkpoint", note);
    });
  } finally {
    db.close();
  }
};

/** A log that was verified: its key, and the checkpoint at which it ends. */
export type HeldLog = {
  readonly signed: SignedCheckpoint;
  readonly note: string;
  readonly log: VerifierKey;
};

/** What a backup holds, all of it checked: the log it is of, and the checkpoint at which it ends. */
export const examinedBackup = (
  path: string,
  hash: Hash,
  org?: string,
): Result<HeldLog, StoreRefusal> => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const isLedger = fileState(db) === "ledger";
    const found = isLedger ? (metaOf(db, "format") ?? "") : "foreign";
    const note = isLedger ? metaOf(db, "checkpoint") : undefined;
    if (found !== format || note === undefined) return refuse({ code: "backup.none", path });
    const owner = metaOf(db, "org");
    if (org !== undefined && owner !== undefined && owner !== org) {
      return refuse({ code: "store.other-org", path, found: owner });
    }
    const log = readVkey(metaOf(db, "vkey") ?? "", hash);
    if (!log.ok) return refuse({ code: "backup.none", path });
    const signed = openCheckpoint(note, log.value, { verify: verifyEd25519, hash });
    if (!signed.ok) return refuse({ code: "backup.none", path });
    const frontier = verified(db, emptyFrontier(hash), hash, signed.value);
    if (!frontier.ok) return refuse({ ...frontier.refusal, path });
    if (frontier.value.size() !== signed.value.size) return refuse({ code: "backup.none", path });
    return ok({ signed: signed.value, note, log: log.value });
  } finally {
    db.close();
  }
};

/** Puts a draft in its place: a backup that was examined, on the disk, under its name. */
export const putInPlace = (
  draft: string,
  file: string,
  hash: Hash,
  org?: string,
): Result<Copied, StoreRefusal> => {
  const held = examinedBackup(draft, hash, org);
  if (!held.ok) return held;
  synced(draft);
  renameSync(draft, file);
  syncFolder(dirname(file));
  return ok(copiedOf(held.value.signed));
};

/** Backs a ledger up into a file that is not there yet; a writer may be at work meanwhile. */
export const backupLedger = async (
  path: string,
  file: string,
  hash: Hash,
): Promise<Result<Copied, StoreRefusal>> => {
  if (existsSync(file)) return refuse({ code: "backup.exists", path: file });
  const draft = `${file}.draft`;
  try {
    // The whole ledger is looked at first: what is damaged is not worth keeping.
    const opened = await sqliteStore({ path, hash, readOnly: true });
    if (!opened.ok) return opened;
    await opened.value.close();
    const log = logKey(path, hash);
    if (!log.ok) return log;
    const kept = keptCheckpoint(path, log.value, hash);
    if (kept === undefined) {
      return refuse({ code: "store.checkpoint-missing", path: checkpointFile(path) });
    }
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      await backup(db, draft, { rate: allPages });
    } finally {
      db.close();
    }
    endAt(draft, kept, kept.text);
    return putInPlace(draft, file, hash);
  } catch (error) {
    return refuse(refusalOf(error, file));
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Why a ledger may not be put in this place; `undefined` where it may. */
export const occupied = (
  path: string,
  { log, signed }: HeldLog,
  hash: Hash,
): StoreRefusal | undefined => {
  if (existsSync(path)) return { code: "restore.occupied", path };
  const { vkey } = logFiles(path);
  if (existsSync(vkey) && readFileSync(vkey, "utf8") !== `${vkeyText(log)}\n`) {
    return { code: "restore.other-log", path: vkey };
  }
  const newest = keptCheckpoint(path, log, hash);
  if (newest !== undefined && newest.size > signed.size) {
    return { code: "restore.behind", path, size: signed.size, signed: newest.size };
  }
  return undefined;
};

/** Puts a checked database in its place, with the key and the checkpoint beside it. */
const settle = async (
  draft: string,
  path: string,
  { log, note, signed }: HeldLog,
  hash: Hash,
): Promise<Result<Copied, StoreRefusal>> => {
  synced(draft);
  putDurably(logFiles(path).vkey, `${vkeyText(log)}\n`, everyone);
  beginCheckpoints(path, note);
  renameSync(draft, path);
  syncFolder(dirname(path));
  // The proof that it is the same log: read again from its new place.
  const opened = await sqliteStore({ path, hash, readOnly: true });
  if (!opened.ok) return opened;
  const [size, root] = [await opened.value.size(), await opened.value.root()];
  await opened.value.close();
  if (size === signed.size && root === hex(signed.root)) return ok(copiedOf(signed));
  throw new Error(`restored ${size} entries under ${root}, not what was signed`);
};

/** Restores a ledger from a backup into a place where none is. */
export const restoreLedger = async (
  file: string,
  path: string,
  org: string,
  hash: Hash,
): Promise<Result<Copied, StoreRefusal>> => {
  if (!existsSync(file)) return refuse({ code: "store.not-found", path: file });
  const draft = `${path}.draft`;
  try {
    const held = examinedBackup(file, hash, org);
    if (!held.ok) return held;
    const refusal = occupied(path, held.value, hash);
    if (refusal !== undefined) return refuse(refusal);
    copyFileSync(file, draft);
    return await settle(draft, path, held.value, hash);
  } catch (error) {
    return refuse(refusalOf(error, file));
  } finally {
    rmSync(draft, { force: true });
  }
};

/** A log as its files tell it: the key, the checkpoint's note, the entries, all verified before. */
export type ReadLog = {
  readonly vkey: string;
  readonly checkpoint: string;
  readonly texts: readonly string[];
};

/** The same of files that were verified before. */
export const heldOf = ({ vkey, checkpoint }: ReadLog, hash: Hash): HeldLog => {
  const log = readVkey(vkey, hash);
  if (!log.ok) throw new Error(`a key that was verified: ${log.refusal.code}`);
  const signed = openCheckpoint(checkpoint, log.value, { verify: verifyEd25519, hash });
  if (!signed.ok) throw new Error(`a checkpoint that was verified: ${signed.refusal.code}`);
  return { signed: signed.value, note: checkpoint, log: log.value };
};

export const fill = (db: DatabaseSync, { texts }: ReadLog, hash: Hash): void => {
  const insert = db.prepare("INSERT INTO entries (seq, id, text, leaf) VALUES (?, ?, ?, ?)");
  const frontier = emptyFrontier(hash);
  for (const text of texts) {
    const entry = readEntry(text);
    if (!entry.ok) throw new Error(`an entry that was verified: ${entry.refusal.code}`);
    const leaf = leafHash(utf8(text), hash);
    insert.run(frontier.size(), entry.value.act.id, text, leaf);
    frontier.append(leaf);
  }
  put(db, "size", String(frontier.size()));
  put(db, "root", hex(frontier.root()));
};

/** Makes a ledger of a log's files, in a place where none is. Without the log's key it only reads. */
export const importLedger = async (
  read: ReadLog,
  path: string,
  org: string,
  hash: Hash,
): Promise<Result<Copied, StoreRefusal>> => {
  const held = heldOf(read, hash);
  const draft = `${path}.draft`;
  try {
    const refusal = occupied(path, held, hash);
    if (refusal !== undefined) return refuse(refusal);
    rmSync(draft, { force: true });
    const db = new DatabaseSync(draft);
    try {
      adopt(db, { empty: true, token: "import", hash, org, vkey: read.vkey });
      whole(db, () => fill(db, read, hash));
      db.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
    } finally {
      db.close();
    }
    return await settle(draft, path, held, hash);
  } catch (error) {
    return refuse(refusalOf(error, path));
  } finally {
    rmSync(draft, { force: true });
  }
};
