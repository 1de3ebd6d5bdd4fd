/**
 * The tables of a ledger in PostgreSQL, and how a writer makes them or takes them over.
 *
 * A ledger has a schema of its own, `foedus_<org>`, so that a database holds several and each can be
 * dumped, moved aside or granted by itself. `entries` holds the ledger, texts as exact bytes;
 * `submissions` the answers to keys of clients; `payloads` what opens seals; `waiting` what other
 * processes hand to the writer; `ledger` one row: format, organization, log key, head, the last
 * checkpoint, and the epoch.
 *
 * The epoch counts the writers. Whoever takes the ledger over raises it, and an append looks at it in
 * its own transaction, behind a lock on that row: a writer that lost its lock without noticing, or
 * that was stopped for a while, enters nothing any more.
 */
import { type Hash, hex, utf8 } from "#base";
import { emptyFrontier, type Head } from "#ledger";
import { format } from "../schema.ts";
import { quoted, type Session } from "./session.ts";

const nameBytesLimit = 63; // PostgreSQL cuts longer names, and two could become one.

/** The schema of an organization's ledger, which is also the name of its lock and its channel. */
export const schemaOf = (org: string, hash: Hash): string => {
  const name = `foedus_${org}`;
  if (name.length <= nameBytesLimit) return name;
  return `foedus_${hex(hash(utf8(org)))}`.slice(0, nameBytesLimit);
};

const tables = `
  CREATE TABLE entries (
    seq bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    text bytea NOT NULL,
    leaf bytea NOT NULL
  );
  CREATE TABLE submissions (
    key bytea PRIMARY KEY,
    digest text NOT NULL,
    first bigint NOT NULL,
    size bigint NOT NULL,
    root text NOT NULL
  );
  CREATE TABLE payloads (
    sealed text COLLATE "C" PRIMARY KEY,
    salt bytea,
    bytes bytea
  );
  CREATE TABLE waiting (
    ticket bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sent bytea NOT NULL,
    answer text,
    size bigint,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE ledger (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    format text NOT NULL,
    org text NOT NULL,
    vkey text NOT NULL,
    epoch bigint NOT NULL,
    size bigint NOT NULL,
    root text NOT NULL,
    checkpoint text NOT NULL
  )`;

/** The one row that says what the ledger is and how far it is. */
export type LedgerRow = Head & {
  readonly format: string;
  readonly org: string;
  readonly vkey: string;
  readonly epoch: number;
  readonly checkpoint: string;
};

/** What stands in the schema: nothing yet, a ledger, or something else. */
export const ledgerIn = async (session: Session): Promise<LedgerRow | "empty" | "foreign"> => {
  const [found] = await session.rows(
    `SELECT count(*), count(*) FILTER (WHERE relname IN ('entries', 'ledger'))
     FROM pg_class WHERE relnamespace = to_regnamespace(current_schema())
       AND relkind = 'r'`,
  );
  if (found?.[0] === "0") return "empty";
  return found?.[1] === "2" ? ((await ledgerRow(session)) ?? "foreign") : "foreign";
};

const row = "SELECT format, org, vkey, epoch, size, root, checkpoint FROM ledger";

const rowOf = (values: readonly unknown[] | undefined): LedgerRow | undefined => {
  if (values === undefined) return undefined;
  const [found = "", org = "", vkey = "", epoch, size, root = "", checkpoint = ""] =
    values.map(String);
  return { format: found, org, vkey, epoch: Number(epoch), size: Number(size), root, checkpoint };
};

/** The row as it stands now; undefined where there is none. */
export const ledgerRow = async (session: Session): Promise<LedgerRow | undefined> =>
  rowOf((await session.rows(row))[0]);

/** The same, held against every other writer until the transaction ends. */
export const heldRow = async (session: Session): Promise<LedgerRow | undefined> =>
  rowOf((await session.rows(`${row} FOR UPDATE`))[0]);

/** Runs statements in a transaction that is there whole or not at all. */
export const whole = async <T>(session: Session, work: () => Promise<T>): Promise<T> => {
  try {
    // What `work` asks first goes out together with it.
    const [, done] = await Promise.all([session.rows("BEGIN"), work()]);
    await session.rows("COMMIT");
    return done;
  } catch (error) {
    if (session.lost() === undefined) await session.rows("ROLLBACK");
    throw error;
  }
};

export type Founding = {
  readonly schema: string;
  readonly org: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly hash: Hash;
};

/** Makes the tables of a new ledger, without an entry and without a writer. */
export const found = async (
  session: Session,
  { schema, org, vkey, checkpoint, hash }: Founding,
): Promise<void> => {
  await session.rows(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
  for (const table of tables.split(";")) await session.rows(table);
  await session.rows(
    `INSERT INTO ledger (format, org, vkey, epoch, size, root, checkpoint)
     VALUES ($1, $2, $3, 0, 0, $4, $5)`,
    [format, org, vkey, hex(emptyFrontier(hash).root()), checkpoint],
  );
};

/** Puts a new writer in charge; the epoch that is now its own. */
export const raiseEpoch = async (session: Session): Promise<number> => {
  const [taken] = await session.rows("UPDATE ledger SET epoch = epoch + 1 RETURNING epoch");
  return Number(taken?.[0]);
};
