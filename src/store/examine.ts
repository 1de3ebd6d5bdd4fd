/**
 * The examination of a ledger's file before anything is read from it or written to it.
 *
 * In:   an open database, what it should be; for a writer its lock.
 * Out:  the tree over its entries, its log's key, the checkpoint that was kept; or what is wrong.
 *
 * Compared are the format, the organization, the key in the database and in its file, every entry
 * with its leaf and id, the stored head, and the checkpoint kept outside, which is read first: while
 * a writer is at work it can only be behind. More entries than were signed for are those of an
 * append that was cut off before anybody was told: sound by themselves, they stay, and the next
 * writer signs for just the head that was stored with them.
 */
import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { ok, type Result, refuse } from "#base";
import {
  emptyFrontier,
  type Frontier,
  type Sign,
  signCheckpoint,
  type VerifierKey,
  vkeyText,
} from "#ledger";
import { beginCheckpoints, checkpointFile, type Kept, keptCheckpoint } from "./checkpoints.ts";
import { logFiles, logKey, logSigner, newLogSigner } from "./keys.ts";
import type { Lock } from "./lock.ts";
import type { StoreRefusal } from "./refusal.ts";
import { adopt, fileState, format } from "./schema.ts";
import type { SqliteOptions } from "./sqlite.ts";
import { metaOf, verified } from "./verify.ts";

export type Examined = {
  readonly frontier: Frontier;
  readonly log: VerifierKey;
  readonly sign: Sign | undefined; // A writer's.
  readonly kept: Kept;
};

type Refused = Result<never, StoreRefusal>;

/** Why the file is not the ledger we were asked for; `undefined` when it is. */
const mismatch = (db: DatabaseSync, { path, org }: SqliteOptions): Refused | undefined => {
  const found = metaOf(db, "format") ?? "";
  if (found !== format) return refuse({ code: "store.format", path, found });
  const owner = metaOf(db, "org");
  if (org !== undefined && owner !== undefined && owner !== org) {
    return refuse({ code: "store.other-org", path, found: owner });
  }
  return undefined;
};

type Key = VerifierKey & { readonly sign?: Sign };

/** The log's key: a writer signs with it, and makes it for a ledger that is empty. */
export const keyOf = (
  {
    path,
    hash,
    org = "ledger",
    host = "localhost",
  }: Pick<SqliteOptions, "path" | "hash" | "org" | "host">,
  isWriter: boolean,
  isEmpty: boolean,
): Result<Key, StoreRefusal> => {
  if (!isEmpty) return isWriter ? logSigner(path, hash) : logKey(path, hash);
  const made = newLogSigner(path, `${host}/log/${org}`, hash);
  if (made.ok && !existsSync(checkpointFile(path))) {
    beginCheckpoints(path, signCheckpoint(0, emptyFrontier(hash).root(), made.value));
  }
  return made;
};

/** A database that is ours and whole; a writer's empty file becomes one first. */
export const examine = (
  db: DatabaseSync,
  options: SqliteOptions,
  lock: Lock | undefined,
): Result<Examined, StoreRefusal> => {
  const { path, hash, org } = options;
  const state = fileState(db);
  const empty = state === "empty";
  if (state === "foreign") return refuse({ code: "store.format", path, found: state });
  if (empty && lock === undefined) return refuse({ code: "store.not-found", path });
  const refused = empty ? undefined : mismatch(db, options);
  if (refused !== undefined) return refused;
  const key = keyOf(options, lock !== undefined, empty);
  if (!key.ok) return key;
  const { sign, ...log } = key.value;
  const kept = keptCheckpoint(path, log, hash);
  if (kept === undefined) {
    return refuse({ code: "store.checkpoint-missing", path: checkpointFile(path) });
  }
  if (empty && kept.size > 0) {
    return refuse({ code: "store.tail-lost", path, seq: 0, signed: kept.size });
  }
  const vkey = vkeyText(log);
  if (!empty && metaOf(db, "vkey") !== vkey) {
    return refuse({ code: "key.damaged", path: logFiles(path).vkey });
  }
  if (lock !== undefined) adopt(db, { empty, token: lock.token, hash, org, vkey });
  const frontier = verified(db, emptyFrontier(hash), hash, kept);
  if (!frontier.ok) return refuse({ ...frontier.refusal, path });
  return ok({ frontier: frontier.value, log, sign, kept });
};
