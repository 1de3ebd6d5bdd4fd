/**
 * The examination of a ledger in a database before anything is read from it or written to it.
 *
 * In:   a session; for a writer the lock is held. The folder with the keys and the checkpoint.
 * Out:  the tree over what was signed for, the log's key, the checkpoint; or what is wrong.
 *
 * Compared are the format, the organization, the key in the database and in its file, every entry
 * with its leaf and id, and the newer of two checkpoints: the one kept in a file outside, which is
 * read first, and the one announced in the database. A reader goes as far as that, and no further.
 * A writer also looks at what was entered behind it and never signed for, because its append was cut
 * off before anybody was told: it must be what the row `ledger` promises, and is signed for now.
 */
import { type Hash, ok, type Result, refuse } from "#base";
import {
  emptyFrontier,
  type Frontier,
  openCheckpoint,
  type Sign,
  type VerifierKey,
  vkeyText,
} from "#ledger";
import { checkpointFile, type Kept, keptCheckpoint } from "../checkpoints.ts";
import { verifyEd25519 } from "../ed25519.ts";
import { keyOf } from "../examine.ts";
import { logFiles } from "../keys.ts";
import type { StoreRefusal } from "../refusal.ts";
import { format } from "../schema.ts";
import type { Signed } from "../verify.ts";
import { allRows, signedRows } from "./rows.ts";
import type { Session } from "./session.ts";
import { found, type LedgerRow, ledgerIn, raiseEpoch, whole } from "./tables.ts";

export type Where = {
  /** Path of the files beside the ledger, without their endings. */
  readonly home: string;
  readonly schema: string;
  /** The ledger's place in words. */
  readonly place: string;
  readonly org: string;
  readonly host?: string;
  readonly hash: Hash;
};

/** What was signed for, with the note that says so. */
export type Announced = { readonly frontier: Frontier; readonly note: string };

export type Examined = Announced & {
  readonly log: VerifierKey;
  readonly kept: Kept;
};

/** A ledger taken over: everything in it is checked, and `frontier` is over all of it. */
export type Taken = Examined & { readonly sign: Sign; readonly epoch: number };

type Refused = Result<never, StoreRefusal>;

/** Why the schema does not hold the ledger we were asked for; `undefined` when it does. */
const mismatch = (row: LedgerRow, { place, org }: Where): Refused | undefined => {
  if (row.format !== format) {
    return refuse({ code: "store.format", path: place, found: row.format });
  }
  if (row.org !== org) return refuse({ code: "store.other-org", path: place, found: row.org });
  return undefined;
};

/** The checkpoint kept outside; it must be there. */
const outside = (log: VerifierKey, { home, hash }: Where): Result<Kept, StoreRefusal> => {
  const kept = keptCheckpoint(home, log, hash);
  if (kept !== undefined) return ok(kept);
  return refuse({ code: "store.checkpoint-missing", path: checkpointFile(home) });
};

/** The newer of the checkpoint kept outside and the one announced; the latter may have gone bad. */
const newest = (kept: Kept, row: LedgerRow, log: VerifierKey, hash: Hash): Signed & Note => {
  const told = openCheckpoint(row.checkpoint, log, { verify: verifyEd25519, hash });
  const isNewer = told.ok && told.value.size > kept.size;
  return isNewer ? { ...told.value, text: row.checkpoint } : kept;
};

type Note = { readonly text: string };

/** Compares a ledger that is there with its key and its checkpoints. */
const compared = async (
  session: Session,
  row: LedgerRow,
  log: VerifierKey,
  where: Where,
  seen = emptyFrontier(where.hash),
): Promise<Result<Examined, StoreRefusal>> => {
  const { hash, home, place } = where;
  const kept = outside(log, where);
  if (!kept.ok) return kept;
  if (row.vkey !== vkeyText(log)) {
    return refuse({ code: "key.damaged", path: logFiles(home).vkey });
  }
  const signed = newest(kept.value, row, log, hash);
  // An announcement may be lost in a crash of the server; what we saw is then beyond what we find.
  const start = seen.size() <= signed.size ? seen : emptyFrontier(hash);
  const frontier = await signedRows(session, start, hash, signed);
  if (!frontier.ok) return refuse({ ...frontier.refusal, path: place });
  return ok({ frontier: frontier.value, note: signed.text, log, kept: kept.value });
};

/** For a reader: a ledger that is there, up to what was signed for. */
export const examine = async (
  session: Session,
  where: Where,
): Promise<Result<Examined, StoreRefusal>> => {
  const { place } = where;
  const row = await ledgerIn(session);
  if (row === "empty") return refuse({ code: "store.not-found", path: place });
  if (row === "foreign") return refuse({ code: "store.format", path: place, found: row });
  const refused = mismatch(row, where);
  if (refused !== undefined) return refused;
  const key = keyOf({ ...where, path: where.home }, false, false);
  return key.ok ? compared(session, row, key.value, where) : key;
};

/**
 * For a writer, who holds the lock: the same, made first where nothing is, and in its charge.
 *
 * @param seen - What this process checked before, as a reader; it need not be checked again.
 */
export const takeOver = async (
  session: Session,
  where: Where,
  seen?: Frontier,
): Promise<Result<Taken, StoreRefusal>> => {
  const { hash, home, place, schema, org } = where;
  const state = await ledgerIn(session);
  if (state === "foreign") return refuse({ code: "store.format", path: place, found: state });
  const isEmpty = state === "empty";
  const refused = isEmpty ? undefined : mismatch(state, where);
  if (refused !== undefined) return refused;
  const key = keyOf({ ...where, path: home }, true, isEmpty);
  if (!key.ok) return key;
  const { sign, ...log } = key.value;
  if (sign === undefined) throw new Error("a writer without a key");
  if (isEmpty) {
    const kept = outside(log, where);
    if (!kept.ok) return kept;
    if (kept.value.size > 0) {
      return refuse({ code: "store.tail-lost", path: place, seq: 0, signed: kept.value.size });
    }
    const [vkey, checkpoint] = [vkeyText(log), kept.value.text];
    await whole(session, () => found(session, { schema, org, vkey, checkpoint, hash }));
  }
  const epoch = await raiseEpoch(session);
  const row = await ledgerIn(session);
  if (typeof row === "string") throw new Error(`a ledger just made is ${row}`);
  const examined = await compared(session, row, log, where, seen);
  if (!examined.ok) return examined;
  const all = await allRows(session, examined.value.frontier, hash, row);
  if (!all.ok) return refuse({ ...all.refusal, path: place });
  return ok({ ...examined.value, frontier: all.value, sign, epoch });
};
