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
import { type Hash, hex, ok, type Result, refuse } from "#base";
import { leafHash, type Store, signCheckpoint } from "#ledger";
import { keeper } from "../checkpoints.ts";
import { StoreError, type StoreRefusal } from "../refusal.ts";
import { type Step, unobserved } from "../steps.ts";
import { type Announced, examine, takeOver, type Where } from "./examine.ts";
import { openFault, openingRefusal } from "./fault.ts";
import { followerOf } from "./follow.ts";
import { releaseSharedLock, sessionName, takeSharedLock } from "./lock.ts";
import { erasePayload, payloadIn } from "./payloads.ts";
import { addressOf, openSession, type Session } from "./session.ts";
import { schemaOf } from "./tables.ts";
import { announce, writerOf } from "./write.ts";

export type PostgresOptions = {
  /** The database: `postgresql://user@host:port/database`. */
  readonly url: string;
  /** The organization; its ledger has a schema of its own in the database. */
  readonly org: string;
  /** Path of the files beside the ledger, without their endings; their folder must exist. */
  readonly home: string;
  readonly hash: Hash;
  /** Open beside a writer, without the lock, writing nothing. */
  readonly readOnly?: boolean;
  /** What a writer is about to do; told to the next one, who is refused. */
  readonly purpose?: string;
  /** The host in the name of a new log; it stays, wherever the log is served later. */
  readonly host?: string;
  /** Told of each step of an append as it is reached; for tests, which break things there. */
  readonly observe?: (step: Step) => void | Promise<void>;
};

/** What reading needs, of a writer and of a reader alike. */
type Reading = {
  readonly announced: () => Promise<Announced>;
  readonly session: () => Session;
};

const entryTexts = `SELECT text, leaf FROM entries
  WHERE seq >= $1 AND seq < $2 ORDER BY seq`;

const readingOf = ({ announced, session }: Reading, hash: Hash) => {
  /** Text and leaf of some entries, which the leaf must be that of. */
  const rows = async (from: number, limit: number): Promise<readonly [Buffer, Buffer][]> => {
    const { frontier } = await announced();
    const until = Math.min(from + limit, frontier.size());
    if (until <= from) return [];
    const found = await session().rows(entryTexts, [from, until]);
    // The database is open to others than us: what was sound on opening may no longer be.
    const sound = found.flatMap(([text, leaf]): [Buffer, Buffer][] => {
      if (!(Buffer.isBuffer(text) && Buffer.isBuffer(leaf))) return [];
      return leaf.equals(leafHash(text, hash)) ? [[text, leaf]] : [];
    });
    if (sound.length === until - from) return sound;
    throw new StoreError("store.damaged", `entries ${from} to ${until} are not as they were`);
  };
  return {
    size: async () => (await announced()).frontier.size(),
    root: async () => hex((await announced()).frontier.root()),
    checkpoint: async () => (await announced()).note,
    read: async (from: number, limit: number) =>
      (await rows(from, limit)).map(([text]) => text.toString("utf8")),
    leaves: async (from: number, limit: number) =>
      (await rows(from, limit)).map(([, leaf]) => new Uint8Array(leaf)),
    payload: (sealed: string) => payloadIn(session(), sealed, hash),
  };
};

type Guarded = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets nothing through once the store is closed, and tells faults of the server as the store's. */
const guard = (): { readonly open: Guarded; readonly close: () => boolean } => {
  let isClosed = false;
  return {
    open: async (work) => {
      if (isClosed) throw new StoreError("store.closed", "the store is closed");
      try {
        return await work();
      } catch (error) {
        throw openFault(error);
      }
    },
    /** Whether it was open until now. */
    close: () => {
      const wasOpen = !isClosed;
      isClosed = true;
      return wasOpen;
    },
  };
};

type Inside = Omit<Store, "log" | "close">;

/** Every method behind the guard. */
const guarded = (open: Guarded, inside: Inside): Inside => ({
  size: () => open(inside.size),
  root: () => open(inside.root),
  checkpoint: () => open(inside.checkpoint),
  read: (...wanted) => open(() => inside.read(...wanted)),
  leaves: (...wanted) => open(() => inside.leaves(...wanted)),
  append: (...wanted) => open(() => inside.append(...wanted)),
  payload: (sealed) => open(() => inside.payload(sealed)),
  erase: (sealed) => open(() => inside.erase(sealed)),
});

type Means = { readonly options: PostgresOptions; readonly where: Where };

const connect = ({ options, where }: Means, purpose: string): Promise<Session> =>
  openSession({ url: options.url, schema: where.schema, name: sessionName(purpose) });

const readerOf = async (means: Means, session: Session): Promise<Result<Store, StoreRefusal>> => {
  const { hash, schema } = means.where;
  const examined = await examine(session, means.where);
  if (!examined.ok) return examined;
  const { log } = examined.value;
  const options = { connect: () => connect(means, "read"), channel: schema, log, hash };
  const follower = await followerOf(session, options, examined.value);
  const { open, close } = guard();
  const readOnly = async (): Promise<never> => {
    throw new StoreError("store.read-only", "opened for reading only");
  };
  return ok({
    log,
    ...guarded(open, { ...readingOf(follower, hash), append: readOnly, erase: readOnly }),
    close: async () => {
      if (close()) await follower.end();
    },
  });
};

const writerStore = async (
  means: Means,
  session: Session,
): Promise<Result<Store, StoreRefusal>> => {
  const { where } = means;
  const { hash, home, place, schema } = where;
  const held = await takeSharedLock(session, schema);
  if (!held.ok) return refuse({ code: "store.locked", path: place, ...held.refusal });
  const taken = await takeOver(session, where);
  if (!taken.ok) return taken;
  const { frontier, kept, sign, epoch, ...examined } = taken.value;
  const { observe = unobserved } = means.options;
  const log = { ...examined.log, sign };
  const keep = keeper(home, kept.place, (step) => void observe(step));
  // What was committed but not signed for is, now; what was not announced too.
  const note = signCheckpoint(frontier.size(), frontier.root(), log);
  if (kept.size < frontier.size()) keep.keep(note);
  await announce({ session, epoch, channel: schema }, note);
  const look = await connect(means, "look");
  const own = { session, look, epoch, channel: schema, hash, log, keeper: keep, observe };
  const writer = writerOf(own, { frontier, note });
  const { open, close } = guard();
  const reading = { announced: async () => writer.announced(), session: () => look };
  return ok({
    log: examined.log,
    ...guarded(open, {
      ...readingOf(reading, hash),
      append: (expected, entries, more = {}) => writer.submit({ ...more, expected, entries }),
      erase: (sealed) => erasePayload(look, sealed),
    }),
    close: async () => {
      if (!close()) return;
      await writer.finish();
      keep.close();
      await releaseSharedLock(session, schema);
      await Promise.all([look.end(), session.end()]);
    },
  });
};

/**
 * Opens a ledger in a database, as its one writer or as a reader beside it.
 *
 * A refusal leaves nothing behind: no lock, no session. A ledger is checked in full.
 *
 * @example await postgresStore({ url: "postgresql://db/foedus", org: "csto", home, hash: sha256 });
 */
export const postgresStore = async (
  options: PostgresOptions,
): Promise<Result<Store, StoreRefusal>> => {
  const { url, org, home, hash, host, readOnly, purpose = "write" } = options;
  const schema = schemaOf(org, hash);
  const place = `${await addressOf(url)}#${schema}`;
  const named = host === undefined ? {} : { host };
  const means = { options, where: { home, schema, place, org, hash, ...named } };
  let session: Session | undefined;
  try {
    session = await connect(means, readOnly === true ? "read" : purpose);
    const opened = await (readOnly === true ? readerOf : writerStore)(means, session);
    if (!opened.ok) await session.end();
    return opened;
  } catch (error) {
    await session?.end();
    return refuse(openingRefusal(error, place));
  }
};
