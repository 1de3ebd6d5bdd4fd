/**
 * The reading of a ledger beside its writer: what was announced, checked before it is handed out.
 *
 * In:   a session that hears what is announced; what was checked on opening.
 * Out:  the newest announced state that we have heard of.
 *
 * While the session is there, whoever asks is answered from memory: an announcement reaches us within
 * milliseconds, and only then is the database asked. A session that is lost is opened again by the
 * next one who asks, because one that is deaf would answer with the past and not know it.
 */
import type { Hash } from "#base";
import { openCheckpoint, type VerifierKey } from "#ledger";
import { verifyEd25519 } from "../ed25519.ts";
import { StoreError } from "../refusal.ts";
import type { Announced } from "./examine.ts";
import { openFault } from "./fault.ts";
import { submitted } from "./handed.ts";
import { signedRows } from "./rows.ts";
import type { Session } from "./session.ts";
import { ledgerRow } from "./tables.ts";

export type FollowerOptions = {
  readonly connect: () => Promise<Session>;
  readonly channel: string;
  readonly log: VerifierKey;
  readonly hash: Hash;
  /** Told of all that is said on the channel. */
  readonly heard?: (text: string) => void;
};

export type Follower = {
  readonly announced: () => Promise<Announced>;
  readonly session: () => Session;
  /** Ends the session; the next one who asks gets another. */
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** What stands in the database now, checked against what was seen before. */
const seenNow = async (
  session: Session,
  { log, hash }: FollowerOptions,
  seen: Announced,
): Promise<Announced> => {
  const row = await ledgerRow(session);
  const note = row?.checkpoint ?? "";
  if (note === seen.note) return seen;
  const told = openCheckpoint(note, log, { verify: verifyEd25519, hash });
  if (!told.ok) throw new StoreError("store.damaged", "the checkpoint is not as it was signed");
  const { size, root } = told.value;
  const known = seen.frontier.size();
  // The checkpoint kept outside may be newer for a moment; one that is older for good is a loss.
  if (size < known && (row?.size ?? 0) >= known) return seen;
  const next = await signedRows(session, seen.frontier, hash, { size, root });
  if (next.ok && size >= known) return { frontier: next.value, note };
  const where = !next.ok && "seq" in next.refusal ? `entry ${next.refusal.seq}` : "the head";
  throw new StoreError("store.damaged", `${where} is not as it was entered`);
};

/** Follows a ledger that was opened, from what was seen then. */
export const followerOf = async (
  first: Session,
  options: FollowerOptions,
  start: Announced,
): Promise<Follower> => {
  let session = first;
  let seen = start;
  let heard = 1; // How much we were told, and how much of it we have looked at.
  let looked = 0;
  let looking: Promise<void> | undefined;
  let ended = false;
  const isGone = (): boolean => ended || session.lost() !== undefined;
  const listen = (to: Session): Promise<void> =>
    to.listen(options.channel, (text) => {
      if (text !== submitted) heard += 1;
      options.heard?.(text);
    });
  const look = async (): Promise<void> => {
    if (isGone()) {
      await session.end();
      ended = false;
      session = await options.connect();
      await listen(session);
      heard += 1;
    }
    const until = heard;
    seen = await seenNow(session, options, seen);
    looked = until;
  };
  const upToDate = async (): Promise<void> => {
    while (looked < heard || isGone()) {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
    }
  };
  await listen(session);
  return {
    announced: async () => {
      try {
        await upToDate();
      } catch (error) {
        throw openFault(error);
      }
      return seen;
    },
    session: () => session,
    restart: async () => {
      ended = true;
      await session.end();
    },
    end: () => session.end(),
  };
};
