/**
 * Checks what a database holds against what was entered: each text against its leaf and its id,
 * each place against the count, and the whole against the stored head and against the checkpoint
 * kept outside.
 *
 * In:   an open database, and the frontier of the entries already checked.
 * Out:  the frontier grown by what is new; or the first entry that is not as it was entered.
 *
 * A page of entries is taken out of SQLite in one piece, because handing over row by row costs more
 * than the hashing. If anything about a page is not as it must be, the same page is gone through
 * row by row, and only that decides: so the quick way can accept, and the plain way judges.
 *
 * SQLite's own check of a file notices few flipped bits; hashing every entry again notices those
 * that matter. Texts are hashed as the bytes in the file, never decoded on the way.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { type Frontier, type Head, leafHash } from "#ledger";
import { sqlite, sqliteCode } from "./cause.ts";

export type Damage =
  | { readonly code: "store.entry-damaged"; readonly seq: number }
  | ({ readonly code: "store.head-mismatch" } & Head & {
        readonly foundSize: number;
        readonly foundRoot: string;
      })
  /** Fewer entries than were signed for; the first that is missing. */
  | { readonly code: "store.tail-lost"; readonly seq: number; readonly signed: number }
  /** As many entries as were signed for, each sound by itself, but not those. */
  | { readonly code: "store.rewritten"; readonly signed: number };

/** Entries handed over at a time: enough to be quick, few enough for any memory. */
const pageSize = 1_000;

/**
 * Whether a row's id is that of its text. The id of an act stands in its canonical text directly
 * before its kind; a claim has no kind, and an act within an act stands under another id.
 */
const holdsId = `typeof(text) = 'text' AND instr(text, '"id":"' || id || '","kind":"') > 0`;

const row = `SELECT seq, ${holdsId}, CAST(text AS BLOB), leaf
  FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq`;

/** Each text behind a 0 byte, which is just how a leaf is hashed; canonical JSON holds no such byte. */
const page = `SELECT count(*), min(seq), sum(${holdsId}),
    CAST(char(0) || group_concat(text, char(0)) AS BLOB), CAST(group_concat(leaf, '') AS BLOB)
  FROM (SELECT * FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq)`;

/** Reads one value of the table `meta`. */
export const metaOf = (db: DatabaseSync, key: string): string | undefined => {
  const value = db.prepare("SELECT value FROM meta WHERE key = ?").get(key)?.["value"];
  return typeof value === "string" ? value : undefined;
};

/** The head as the last append stored it. */
export const headOf = (db: DatabaseSync): Head => ({
  size: Number(metaOf(db, "size") ?? Number.NaN),
  root: metaOf(db, "root") ?? "",
});

/** Whether `part` stands in `whole` at a place. */
const isAt = (whole: Uint8Array, place: number, part: Uint8Array): boolean => {
  for (let at = 0; at < part.length; at += 1) if (whole[place + at] !== part[at]) return false;
  return true;
};

/** The leaf hashes of a page, if all of it is well; `undefined` leaves it to the plain way. */
const quickLeaves = (
  pages: StatementSync,
  from: number,
  end: number,
  hash: Hash,
): readonly Uint8Array[] | undefined => {
  const values: unknown = pages.get(from, end);
  const [count, first, held, texts, stored]: readonly unknown[] = Array.isArray(values)
    ? values
    : [];
  if (count === 0) return [];
  if (first !== from || held !== count) return undefined;
  if (!(texts instanceof Uint8Array && stored instanceof Uint8Array)) return undefined;
  const leaves: Uint8Array[] = [];
  for (let start = 0; start < texts.length; ) {
    const next = texts.indexOf(0, start + 1);
    const end = next < 0 ? texts.length : next;
    const leaf = hash(texts.subarray(start, end));
    if (!isAt(stored, leaves.length * leaf.length, leaf)) return undefined;
    leaves.push(leaf);
    start = end;
  }
  return leaves.length === count ? leaves : undefined;
};

/** The leaf hashes of a page up to its first bad row. */
const plainLeaves = (
  rows: StatementSync,
  from: number,
  end: number,
  hash: Hash,
): readonly Uint8Array[] => {
  const leaves: Uint8Array[] = [];
  try {
    for (const values of rows.iterate(from, end)) {
      const [seq, held, bytes, stored]: readonly unknown[] = Object.values(values);
      if (seq !== from + leaves.length || held !== 1) return leaves;
      if (!(bytes instanceof Uint8Array && stored instanceof Uint8Array)) return leaves;
      const leaf = leafHash(bytes, hash);
      if (stored.length !== leaf.length || !isAt(stored, 0, leaf)) return leaves;
      leaves.push(leaf);
    }
  } catch (error) {
    if (sqliteCode(error) !== sqlite.corrupt) throw error;
  }
  return leaves;
};

/** The quick way's leaves, where SQLite can read that far at all. */
const orPlain = <T>(quick: () => T): T | undefined => {
  try {
    return quick();
  } catch (error) {
    if (sqliteCode(error) === sqlite.corrupt) return undefined;
    throw error;
  }
};

/** Adds rows behind the frontier to it, `most` in all; the place of the first bad one, if any. */
const addRows = (
  db: DatabaseSync,
  frontier: Frontier,
  hash: Hash,
  most: number,
): number | undefined => {
  const pages = db.prepare(page);
  const rows = db.prepare(row);
  const last = db.prepare("SELECT max(seq) FROM entries");
  for (const each of [pages, rows, last]) each.setReturnArrays(true);
  const [highest]: readonly unknown[] = Object.values(last.get() ?? []);
  const until = Math.min(most, typeof highest === "number" ? highest + 1 : 0);
  while (frontier.size() < until) {
    const from = frontier.size();
    const end = Math.min(from + pageSize, until);
    const quick = orPlain(() => quickLeaves(pages, from, end, hash));
    const leaves = quick ?? plainLeaves(rows, from, end, hash);
    for (const leaf of leaves) frontier.append(leaf);
    if (leaves.length < end - from) return frontier.size();
  }
  return undefined;
};

/** What was signed for: so many entries under this root. */
export type Signed = { readonly size: number; readonly root: Uint8Array };

/** Grows the frontier to the size that was signed; what is wrong up to there. */
const upTo = (
  db: DatabaseSync,
  frontier: Frontier,
  hash: Hash,
  { size, root }: Signed,
): Damage | undefined => {
  const bad = addRows(db, frontier, hash, size);
  if (bad !== undefined) return { code: "store.entry-damaged", seq: bad };
  const found = frontier.size();
  if (found < size) return { code: "store.tail-lost", seq: found, signed: size };
  return found === size && hex(frontier.root()) !== hex(root)
    ? { code: "store.rewritten", signed: size }
    : undefined;
};

/**
 * The frontier over all entries, given that of the first ones. Rows and head are read as of one
 * moment, also while another process appends.
 *
 * @param signed - The checkpoint kept outside, read before: the entries must begin with its own.
 */
export const verified = (
  db: DatabaseSync,
  checked: Frontier,
  hash: Hash,
  signed?: Signed,
): Result<Frontier, Damage> => {
  const frontier = checked.fork();
  db.exec("BEGIN");
  try {
    const wrong = signed === undefined ? undefined : upTo(db, frontier, hash, signed);
    if (wrong !== undefined) return refuse(wrong);
    const bad = addRows(db, frontier, hash, Number.POSITIVE_INFINITY);
    if (bad !== undefined) return refuse({ code: "store.entry-damaged", seq: bad });
    const head = headOf(db);
    const foundRoot = hex(frontier.root());
    if (head.size === frontier.size() && head.root === foundRoot) return ok(frontier);
    return refuse({
      code: "store.head-mismatch",
      ...head,
      foundSize: frontier.size(),
      foundRoot,
    });
  } finally {
    db.exec("COMMIT");
  }
};
