/**
 * A ledger in a PostgreSQL database: one writer, and any number of readers, on any machines.
 *
 * In:   the address of the database, the organization, SHA-256, where the files beside it stand.
 * Out:  the ledger's port; or why it cannot be opened, with the first damaged entry by its place.
 * Law:  decisions S-26 and S-41 (one writer, others read beside it), 0008 (order of durability).
 *
 * Beside a ledger lie the same files as beside one in SQLite: the key of its log, and the last
 * checkpoint, outside the database that it is to watch. A machine that is to write needs both; one
 * that only reads needs the public half and a checkpoint, which may be an old one.
 *
 * A reader hands out what was announced and nothing beyond. A writer whose session is lost has lost
 * the ledger: it refuses everything from then on, and must be opened again.
 */
import { type Hash, ok, type Result, refuse } from "#base";
import type { Store } from "#ledger";
import { StoreError, type StoreRefusal } from "../refusal.ts";
import type { Step } from "../steps.ts";
import { takeCharge } from "./charge.ts";
import { examine } from "./examine.ts";
import { openingRefusal } from "./fault.ts";
import { followerOf } from "./follow.ts";
import { sessionName, takeSharedLock } from "./lock.ts";
import { type Means, memberOf } from "./member.ts";
import { erasePayload } from "./payloads.ts";
import { guard, guarded, readingOf } from "./reading.ts";
import { addressOf, openSession, type Session } from "./session.ts";
import { schemaOf } from "./tables.ts";

export type PostgresOptions = {
  /** The database: `postgresql://user@host:port/database`. */
  readonly url: string;
  /** The organization; its ledger has a schema of its own in the database. */
  readonly org: string;
  /** The schema, where it is another: that of a ledger moved out of its place. */
  readonly schema?: string;
  /** Path of the files beside the ledger, without their endings; their folder must exist. */
  readonly home: string;
  readonly hash: Hash;
  /**
   * `read`: beside the writer, writing nothing. `write`: as the one writer, or not at all. `share`: with
   * others that do the same; one of them is the writer, and the next one when it is gone.
   */
  readonly mode?: "read" | "write" | "share";
  /** What a writer is about to do; told to the next one, who is refused. */
  readonly purpose?: string;
  /** The host in the name of a new log; it stays, wherever the log is served later. */
  readonly host?: string;
  /** Told of each step of an append as it is reached; for tests, which break things there. */
  readonly observe?: (step: Step) => void | Promise<void>;
};

type Opened = Promise<Result<Store, StoreRefusal>>;

const readOnly = async (): Promise<never> => {
  throw new StoreError("store.read-only", "opened for reading only");
};

const readerOf = async (session: Session, { where, connect }: Means): Opened => {
  const { hash, schema } = where;
  const examined = await examine(session, where);
  if (!examined.ok) return examined;
  const { log } = examined.value;
  const follower = await followerOf(
    session,
    { connect, channel: schema, log, hash },
    examined.value,
  );
  const { open, close } = guard();
  const reading = readingOf(follower, hash);
  return ok({
    log,
    ...guarded(open, { ...reading, append: readOnly, erase: readOnly }),
    close: async () => {
      if (close()) await follower.end();
    },
  });
};

const writerStore = async (session: Session, means: Means): Opened => {
  const { hash, place, schema } = means.where;
  const held = await takeSharedLock(session, schema);
  if (!held.ok) return refuse({ code: "store.locked", path: place, ...held.refusal });
  const charge = await takeCharge(session, means);
  if (!charge.ok) return charge;
  const { writer, look, log, resign } = charge.value;
  const { open, close } = guard();
  const reading = { announced: async () => writer.announced(), session: () => look };
  return ok({
    log,
    ...guarded(open, {
      ...readingOf(reading, hash),
      append: (expected, entries, more = {}) => writer.submit({ ...more, expected, entries }),
      erase: (sealed) => erasePayload(look, sealed),
    }),
    close: async () => {
      if (!close()) return;
      await resign();
      await session.end();
    },
  });
};

const openers = { read: readerOf, write: writerStore, share: memberOf } as const;

/**
 * Opens a ledger in a database, as its writer, as a reader beside it, or as one of several.
 *
 * A refusal leaves nothing behind: no lock, no session. A ledger is checked in full.
 *
 * @example await postgresStore({ url: "postgresql://db/foedus", org: "csto", home, hash: sha256 });
 */
export const postgresStore = async (
  options: PostgresOptions,
): Promise<Result<Store, StoreRefusal>> => {
  const { url, org, home, hash, host, mode = "write", purpose = mode, observe } = options;
  const { schema = schemaOf(org, hash) } = options;
  const place = `${await addressOf(url)}#${schema}`;
  const where = { home, schema, place, org, hash, ...(host !== undefined && { host }) };
  const name = sessionName(purpose);
  const connect = (): Promise<Session> => openSession({ url, schema, name });
  const means: Means = { where, connect, ...(observe !== undefined && { observe }) };
  let session: Session | undefined;
  try {
    session = await connect();
    const opened = await openers[mode](session, means);
    if (!opened.ok) await session.end();
    return opened;
  } catch (error) {
    await session?.end();
    return refuse(openingRefusal(error, place));
  }
};
