/**
 * What one submission puts into the transaction of its group, if it may.
 *
 * Judged in this order: the client's key, the size expected, the lengths, the ids. Nothing is
 * written before all of it is judged, so that one who is refused leaves no trace in the group.
 */
import type { DatabaseSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import {
  type AppendRefusal,
  type Entry,
  entryBytesLimit,
  type Frontier,
  leafHash,
  type More,
  type Receipt,
  sealOf,
} from "#ledger";

/** As the port takes it; `expected` is the size of the ledger, or any where it is not given. */
export type Sent = More & {
  readonly expected: number | undefined;
  readonly entries: readonly Entry[];
};

export type Enter = {
  /** Enters a submission behind the frontier, which grows by it; or says why not. */
  readonly one: (grown: Frontier, sent: Sent) => Result<Receipt, AppendRefusal>;
  /** Stores the head, which is the intent to sign just this size and root. */
  readonly head: (grown: Frontier) => void;
  /** Takes out everything behind a frontier, and stores its head again. */
  readonly undo: (checked: Frontier) => void;
};

/** One hash over all entries of a submission: whether it is the same when it is sent again. */
const digestOf = (leaves: readonly Uint8Array[], hash: Hash): string => {
  const bytes = new Uint8Array(leaves.length * 32);
  for (const [place, leaf] of leaves.entries()) bytes.set(leaf, place * 32);
  return hex(hash(bytes));
};

const numberIn = (value: unknown): number => (typeof value === "number" ? value : Number.NaN);

/** The statements of the writer. Prepared once: an append is little more than these. */
const statements = (db: DatabaseSync) => ({
  insert: db.prepare("INSERT INTO entries (seq, id, text, leaf) VALUES (?, ?, ?, ?)"),
  place: db.prepare("SELECT seq FROM entries WHERE id = ?"),
  put: db.prepare("UPDATE meta SET value = ? WHERE key = ?"),
  sent: db.prepare("SELECT digest, first, size, root FROM submissions WHERE key = ?"),
  keep: db.prepare(
    "INSERT INTO submissions (key, digest, first, size, root) VALUES (?, ?, ?, ?, ?)",
  ),
  seal: db.prepare("INSERT OR IGNORE INTO payloads (sealed, salt, bytes) VALUES (?, ?, ?)"),
  cutEntries: db.prepare("DELETE FROM entries WHERE seq >= ?"),
  cutSubmissions: db.prepare("DELETE FROM submissions WHERE size > ?"),
});

type Statements = ReturnType<typeof statements>;

/** The first answer to a key that was used before, if the same entries are sent under it. */
const answered = (
  { sent: find }: Statements,
  key: string,
  digest: string,
): Result<Receipt, AppendRefusal> | undefined => {
  const row = find.get(key);
  if (row === undefined) return undefined;
  const first = numberIn(row["first"]);
  if (row["digest"] !== digest) return refuse({ code: "ledger.key-reused", key, seq: first });
  return ok({ first, size: numberIn(row["size"]), root: String(row["root"]) });
};

/** Why the entries may not enter behind so many others. */
const unfit = (
  { place }: Statements,
  size: number,
  entries: readonly Entry[],
  bytes: readonly Uint8Array[],
): AppendRefusal | undefined => {
  for (const [at, { act }] of entries.entries()) {
    const length = bytes[at]?.length ?? 0;
    if (length > entryBytesLimit) {
      return { code: "ledger.entry-too-large", id: act.id, bytes: length };
    }
  }
  const own = new Map<string, number>();
  for (const [at, { act }] of entries.entries()) {
    const held = place.get(act.id)?.["seq"];
    const seq = typeof held === "number" ? held : own.get(act.id);
    if (seq !== undefined) return { code: "ledger.id-taken", id: act.id, seq };
    own.set(act.id, size + at);
  }
  return undefined;
};

/** The entering of a writer over its database. */
export const enterer = (db: DatabaseSync, hash: Hash): Enter => {
  const all = statements(db);
  const head = (frontier: Frontier): void => {
    all.put.run(String(frontier.size()), "size");
    all.put.run(hex(frontier.root()), "root");
  };
  return {
    one: (grown, { key, expected, entries, payloads = [] }) => {
      const bytes = entries.map(({ text }) => utf8(text));
      const leaves = bytes.map((each) => leafHash(each, hash));
      const digest = digestOf(leaves, hash);
      const before = key === undefined ? undefined : answered(all, key, digest);
      if (before !== undefined) return before;
      const first = grown.size();
      if (expected !== undefined && expected !== first) {
        return refuse({ code: "ledger.size-moved", expected, found: first });
      }
      const refusal = unfit(all, first, entries, bytes);
      if (refusal !== undefined) return refuse(refusal);
      for (const [at, { act, text }] of entries.entries()) {
        const leaf = leaves[at] ?? hash(new Uint8Array(0));
        all.insert.run(grown.size(), act.id, text, leaf);
        grown.append(leaf);
      }
      for (const payload of payloads) {
        all.seal.run(sealOf(payload, hash).sealed, payload.salt, payload.bytes);
      }
      const receipt = { first, size: grown.size(), root: hex(grown.root()) };
      if (key !== undefined && entries.length > 0) {
        all.keep.run(key, digest, first, receipt.size, receipt.root);
      }
      return ok(receipt);
    },
    head,
    undo: (checked) => {
      db.exec("BEGIN IMMEDIATE");
      all.cutEntries.run(checked.size());
      all.cutSubmissions.run(checked.size());
      head(checked);
      db.exec("COMMIT");
    },
  };
};
