/**
 * The port of a ledger in PostgreSQL, as far as it is the same for whoever holds the store: reading,
 * and a guard before every method.
 */
import { type Hash, hex } from "#base";
import { leafHash, type Store } from "#ledger";
import { StoreError } from "../refusal.ts";
import type { Announced } from "./examine.ts";
import { openFault } from "./fault.ts";
import { payloadIn } from "./payloads.ts";
import type { Session } from "./session.ts";

/** What reading needs, of a writer and of a reader alike. */
export type Reading = {
  readonly announced: () => Promise<Announced>;
  readonly session: () => Session;
};

const entryTexts = `SELECT text, leaf FROM entries
  WHERE seq >= $1 AND seq < $2 ORDER BY seq`;

export const readingOf = ({ announced, session }: Reading, hash: Hash) => {
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
export const guard = (): {
  readonly open: Guarded;
  readonly isOpen: () => boolean;
  readonly close: () => boolean;
} => {
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
    isOpen: () => !isClosed,
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
export const guarded = (open: Guarded, inside: Inside): Inside => ({
  size: () => open(inside.size),
  root: () => open(inside.root),
  checkpoint: () => open(inside.checkpoint),
  read: (...wanted) => open(() => inside.read(...wanted)),
  leaves: (...wanted) => open(() => inside.leaves(...wanted)),
  append: (...wanted) => open(() => inside.append(...wanted)),
  payload: (sealed) => open(() => inside.payload(sealed)),
  erase: (sealed) => open(() => inside.erase(sealed)),
});
