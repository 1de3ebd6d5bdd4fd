/**
 * Checks what the database holds against what was entered: each text against its leaf and its id,
 * each place against the count, the whole against what was signed for and against the stored head.
 *
 * In:   a session, and the frontier of the entries already checked.
 * Out:  the frontier grown by what is new; or the first entry that is not as it was entered.
 *
 * Entries that were signed for never change, so they are read page by page without a transaction,
 * also while a writer is at work. Only the writer reads beyond them.
 */
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { type Frontier, leafHash } from "#ledger";
import type { Damage, Signed } from "../verify.ts";
import type { Row, Session } from "./session.ts";
import type { LedgerRow } from "./tables.ts";

/** Entries handed over at a time: enough to be quick, few enough for any memory. */
const pageSize = 1_000;

const page = `SELECT seq, id, text, leaf FROM entries
  WHERE seq >= $1 AND seq < $2 ORDER BY seq`;

/** The leaf of a row, if it is the row of that place and as it was entered. */
const leafIn = ([seq, id, text, leaf]: Row, place: number, hash: Hash): Uint8Array | undefined => {
  if (seq !== String(place)) return undefined;
  if (!(Buffer.isBuffer(text) && Buffer.isBuffer(leaf))) return undefined;
  // The id of an act stands in its canonical text directly before its kind.
  if (!text.includes(`"id":"${id}","kind":"`)) return undefined;
  const found = leafHash(text, hash);
  return leaf.equals(found) ? found : undefined;
};

/** Adds the rows up to a place to the frontier; the place of the first bad one, if any. */
const addRows = async (
  session: Session,
  frontier: Frontier,
  hash: Hash,
  until: number,
): Promise<number | undefined> => {
  const ask = (from: number) => {
    const asked = session.rows(page, [from, Math.min(from + pageSize, until)]);
    asked.catch(() => undefined); // Whoever awaits it is told.
    return asked;
  };
  let next = frontier.size() < until ? ask(frontier.size()) : undefined;
  while (next !== undefined) {
    const from = frontier.size();
    const rows = await next;
    const end = Math.min(from + pageSize, until);
    next = end < until ? ask(end) : undefined; // On its way while this page is hashed.
    for (const row of rows) {
      const leaf = leafIn(row, frontier.size(), hash);
      if (leaf === undefined) return frontier.size();
      frontier.append(leaf);
    }
    if (frontier.size() < end) return frontier.size();
  }
  return undefined;
};

/** The place behind the last row. */
const rowsEnd = async (session: Session): Promise<number> => {
  const [last] = await session.rows("SELECT coalesce(max(seq), -1) FROM entries");
  return Number(last?.[0]) + 1;
};

/** The frontier grown to just what was signed for. */
export const signedRows = async (
  session: Session,
  checked: Frontier,
  hash: Hash,
  { size, root }: Signed,
): Promise<Result<Frontier, Damage>> => {
  const frontier = checked.fork();
  const bad = await addRows(session, frontier, hash, size);
  if (bad !== undefined) {
    // Whether anything stands behind it tells a damage from a loss.
    if (bad < (await rowsEnd(session))) return refuse({ code: "store.entry-damaged", seq: bad });
    return refuse({ code: "store.tail-lost", seq: bad, signed: size });
  }
  return hex(frontier.root()) === hex(root)
    ? ok(frontier)
    : refuse({ code: "store.rewritten", signed: size });
};

/** The frontier grown to all there is, which must be what the row `ledger` promises. */
export const allRows = async (
  session: Session,
  checked: Frontier,
  hash: Hash,
  { size, root }: LedgerRow,
): Promise<Result<Frontier, Damage>> => {
  const frontier = checked.fork();
  const bad = await addRows(session, frontier, hash, await rowsEnd(session));
  if (bad !== undefined) return refuse({ code: "store.entry-damaged", seq: bad });
  const foundRoot = hex(frontier.root());
  if (size === frontier.size() && root === foundRoot) return ok(frontier);
  const foundSize = frontier.size();
  return refuse({ code: "store.head-mismatch", size, root, foundSize, foundRoot });
};
