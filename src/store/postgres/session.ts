/**
 * One session at a PostgreSQL server: what is asked of it, and that it is there at all.
 *
 * In:   the address of a database, the schema of a ledger, a name by which others know us.
 * Out:  rows; a `SessionFault` for whatever the server or the way to it does.
 *
 * A session that is lost stays lost. A writer's lock lives in its session, so to open another one
 * quietly would be to write without the lock (S-26).
 *
 * Statements go out without waiting for the answers to those before them, and are answered in their
 * order; that is the client's pipeline, and halves the time of a transaction.
 */
import type { Client } from "pg";

/** What went wrong on the way or at the server: SQLSTATE or the system's name, where there is one. */
export class SessionFault extends Error {
  readonly state: string;

  constructor(cause: unknown) {
    const { message, state } = toldBy(cause);
    super(message, { cause });
    this.name = "SessionFault";
    this.state = state;
  }
}

/** Of several addresses that were tried in vain, Node tells in a list; the first speaks for all. */
const toldBy = (cause: unknown): { readonly message: string; readonly state: string } => {
  if (cause instanceof AggregateError && cause.errors.length > 0) return toldBy(cause.errors[0]);
  if (!(cause instanceof Error)) return { message: String(cause), state: "" };
  const state = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return { message: cause.message === "" ? state : cause.message, state };
};

export type Row = readonly unknown[];

export type Session = {
  /** The rows of a statement, each as the list of its values: bytes as such, whole numbers as texts. */
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Has the server tell us what is announced on a channel. */
  readonly listen: (channel: string, heard: (text: string) => void) => Promise<void>;
  /** Why the session is gone; undefined while it is there. */
  readonly lost: () => unknown;
  /** Calls back once, when the session is lost. */
  readonly onLost: (gone: () => void) => void;
  readonly end: () => Promise<void>;
};

export type SessionOptions = {
  readonly url: string;
  readonly schema: string;
  /** At most 63 bytes; the rest is cut off. */
  readonly name: string;
};

const connectMilliseconds = 10_000;

/**
 * A machine that is gone without a word is noticed by the server within this time, and its lock is
 * free: by the silence of the network, or by that of a process that hangs and no longer says that it
 * is there. Ignored by servers that do not know them, and over sockets of the machine itself.
 */
const silence: readonly (readonly [name: string, value: string])[] = [
  ["tcp_keepalives_idle", "15"],
  ["tcp_keepalives_interval", "5"],
  ["tcp_keepalives_count", "3"],
  ["idle_session_timeout", "60s"],
  ["idle_in_transaction_session_timeout", "60s"],
];
const signOfLifeMilliseconds = 15_000;

const settle = `SELECT set_config(name, value, false)
  FROM unnest($1::text[], $2::text[]) AS given (name, value)
  WHERE current_setting(name, true) IS NOT NULL`;

/** A commit is on the server's disk before we hear of it, whatever the database's own habit is. */
const durable = `SELECT set_config('synchronous_commit', 'on', false)
  WHERE current_setting('synchronous_commit') IN ('off', 'local')`;

/** A name as SQL takes it whatever stands in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Loaded where it is used: a command on a ledger in a file need not wait for it. */
const clientOf = async (url: string, name?: string): Promise<Client> => {
  const { default: pg } = await import("pg");
  return new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    pipeline: true,
  });
};

/** Where a database is, for people: no name and no password stand in it. */
export const addressOf = async (url: string): Promise<string> => {
  const { host, port, database } = await clientOf(url);
  return `${host}:${port}/${database ?? ""}`;
};

/** Opens a session whose unqualified names are those of the ledger's schema. */
export const openSession = async ({ url, schema, name }: SessionOptions): Promise<Session> => {
  let lost: unknown;
  let ending = false;
  const mourners: (() => void)[] = [];
  const client = await clientOf(url, name);
  const gone = (cause: unknown): void => {
    if (lost !== undefined || ending) return;
    lost = cause;
    for (const mourner of mourners) mourner();
  };
  client.on("error", gone);
  client.on("end", () => gone(new Error("the server ended the session")));
  const rows: Session["rows"] = async (text, values = []) => {
    try {
      const asked = { text, values: [...values], rowMode: "array" } as const;
      return (await client.query<unknown[]>(asked)).rows;
    } catch (error) {
      throw new SessionFault(lost ?? error);
    }
  };
  try {
    await client.connect();
    await Promise.all([
      rows(`SET search_path TO ${quoted(schema)}`),
      rows(settle, [silence.map(([key]) => key), silence.map(([, value]) => value)]),
      rows(durable),
    ]);
  } catch (error) {
    ending = true;
    await client.end().catch(() => undefined);
    throw error instanceof SessionFault ? error : new SessionFault(error);
  }
  const alive = setInterval(() => void rows("SELECT 1").catch(gone), signOfLifeMilliseconds);
  alive.unref();
  return {
    rows,
    listen: async (channel, heard) => {
      client.on("notification", (told) => {
        if (told.channel === channel) heard(told.payload ?? "");
      });
      await rows(`LISTEN ${quoted(channel)}`);
    },
    lost: () => lost,
    onLost: (mourner) => void mourners.push(mourner),
    end: async () => {
      clearInterval(alive);
      if (ending) return;
      ending = true;
      if (lost === undefined) await client.end();
    },
  };
};
