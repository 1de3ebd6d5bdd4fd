/**
 * What the submissions of a group put into its transaction, and what each of them is answered.
 *
 * Judged in the order of their coming, each by the client's key, the size expected, the lengths, the
 * ids. All that the judgement needs is fetched at once before it; all that it lets in is written at
 * once after it, in one statement a table, so that a group costs as many round trips as one entry.
 */
import { type Hash, hex, ok, refuse, utf8 } from "#base";
import {
  type AppendRefusal,
  entryBytesLimit,
  type Frontier,
  leafHash,
  type Payload,
  type Receipt,
  sealOf,
} from "#ledger";
import type { Sent } from "../enter.ts";
import { type Answer, unanswer } from "./handed.ts";
import type { Session } from "./session.ts";

/** An answer that was given to a key, and the hash over the entries it was given for. */
export type Given = { readonly digest: string; readonly receipt: Receipt };

/** Which keys and ids of a group are in use. */
type Known = {
  readonly answers: Map<string, Given>;
  readonly places: Map<string, number>;
};

type NewRow = {
  readonly seq: number;
  readonly id: string;
  readonly text: Uint8Array;
  readonly leaf: Uint8Array;
};

/** What the group may enter. */
export type Entering = {
  readonly answers: readonly Answer[];
  readonly rows: readonly NewRow[];
  readonly given: ReadonlyMap<string, Given>;
  readonly payloads: readonly Payload[];
};

const keyBytes = (key: string): Buffer => Buffer.from(key, "utf8");

/** What is known of the keys and ids in a group. */
export const knownOf = async (session: Session, group: readonly Sent[]): Promise<Known> => {
  const keys = group.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const ids = group.flatMap(({ entries }) => entries.map(({ act }) => act.id));
  const [taken, used] = await Promise.all([
    session.rows("SELECT id, seq FROM entries WHERE id = ANY ($1::text[])", [ids]),
    session.rows(
      `SELECT key, digest, first, size, root
       FROM submissions WHERE key = ANY ($1::bytea[])`,
      [keys.map(keyBytes)],
    ),
  ]);
  return {
    places: new Map(taken.map(([id, seq]) => [String(id), Number(seq)])),
    answers: new Map(
      used.map(([key, digest, first, size, root]) => {
        const receipt = { first: Number(first), size: Number(size), root: String(root) };
        // Kept as bytes: a key may hold what a text of the server may not.
        return [String(key), { digest: String(digest), receipt }];
      }),
    ),
  };
};

/** One hash over all entries of a submission: whether it is the same when it is sent again. */
const digestOf = (leaves: readonly Uint8Array[], hash: Hash): string =>
  hex(hash(Buffer.concat(leaves)));

/** Why the entries may not enter behind so many others. */
const unfit = (
  { places }: Known,
  size: number,
  { entries }: Sent,
  texts: readonly Uint8Array[],
): AppendRefusal | undefined => {
  for (const [at, { act }] of entries.entries()) {
    const bytes = texts[at]?.length ?? 0;
    if (bytes > entryBytesLimit) return { code: "ledger.entry-too-large", id: act.id, bytes };
  }
  const own = new Map<string, number>();
  for (const [at, { act }] of entries.entries()) {
    const seq = places.get(act.id) ?? own.get(act.id);
    if (seq !== undefined) return { code: "ledger.id-taken", id: act.id, seq };
    own.set(act.id, size + at);
  }
  return undefined;
};

/** Judges a group; the frontier grows by what enters. */
export const judged = (
  group: readonly Sent[],
  known: Known,
  grown: Frontier,
  hash: Hash,
): Entering => {
  const rows: NewRow[] = [];
  const given = new Map<string, Given>();
  const payloads: Payload[] = [];
  const one = (sent: Sent): Answer => {
    const { key, expected, entries } = sent;
    const texts = entries.map(({ text }) => utf8(text));
    const leaves = texts.map((text) => leafHash(text, hash));
    const digest = digestOf(leaves, hash);
    const before = key === undefined ? undefined : known.answers.get(key);
    if (key !== undefined && before !== undefined) {
      if (before.digest === digest) return ok(before.receipt);
      return refuse({ code: "ledger.key-reused", key, seq: before.receipt.first });
    }
    const first = grown.size();
    if (expected !== undefined && expected !== first) {
      return refuse({ code: "ledger.size-moved", expected, found: first });
    }
    const refusal = unfit(known, first, sent, texts);
    if (refusal !== undefined) return refuse(refusal);
    for (const [at, { act }] of entries.entries()) {
      const [text, leaf] = [texts[at], leaves[at]];
      if (text === undefined || leaf === undefined) throw new Error("an entry without a leaf");
      rows.push({ seq: grown.size(), id: act.id, text, leaf });
      known.places.set(act.id, grown.size());
      grown.append(leaf);
    }
    payloads.push(...(sent.payloads ?? []));
    const receipt = { first, size: grown.size(), root: hex(grown.root()) };
    if (key !== undefined && entries.length > 0) {
      known.answers.set(key, { digest, receipt });
      given.set(key, { digest, receipt });
    }
    return ok(receipt);
  };
  return { answers: group.map(one), rows, given, payloads };
};

const insertRows = `INSERT INTO entries (seq, id, text, leaf)
  SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])`;
const insertGiven = `INSERT INTO submissions (key, digest, first, size, root)
  SELECT * FROM unnest($1::bytea[], $2::text[], $3::bigint[], $4::bigint[], $5::text[])`;
const insertPayloads = `INSERT INTO payloads (sealed, salt, bytes)
  SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[]) ON CONFLICT DO NOTHING`;

/** Writes what may enter. */
export const enter = async (
  session: Session,
  { rows, given, payloads }: Entering,
  hash: Hash,
): Promise<void> => {
  const sent: Promise<unknown>[] = [];
  const put = (text: string, ...columns: readonly (readonly unknown[])[]): void => {
    if (columns[0]?.length !== 0) sent.push(session.rows(text, columns));
  };
  put(
    insertRows,
    rows.map(({ seq }) => seq),
    rows.map(({ id }) => id),
    rows.map(({ text }) => Buffer.from(text)),
    rows.map(({ leaf }) => Buffer.from(leaf)),
  );
  const answers = [...given].map(([key, { digest, receipt }]) => ({ key, digest, ...receipt }));
  put(
    insertGiven,
    answers.map(({ key }) => keyBytes(key)),
    answers.map(({ digest }) => digest),
    answers.map(({ first }) => first),
    answers.map(({ size }) => size),
    answers.map(({ root }) => root),
  );
  put(
    insertPayloads,
    payloads.map((payload) => sealOf(payload, hash).sealed),
    payloads.map(({ salt }) => Buffer.from(salt)),
    payloads.map(({ bytes }) => Buffer.from(bytes)),
  );
  await Promise.all(sent);
};

/** Stores the head, which is the intent to sign just this size and root. */
export const putHead = async (session: Session, frontier: Frontier): Promise<void> => {
  const head = [frontier.size(), hex(frontier.root())];
  await session.rows("UPDATE ledger SET size = $1, root = $2", head);
};

/** Takes out everything behind a frontier, and stores its head again; in a transaction of its own. */
export const undo = async (session: Session, checked: Frontier): Promise<void> => {
  const size = [checked.size()];
  await session.rows("DELETE FROM entries WHERE seq >= $1", size);
  await session.rows("DELETE FROM submissions WHERE size > $1", size);
  await unanswer(session, checked.size());
  await putHead(session, checked);
};
