/**
 * Being in charge of a ledger in PostgreSQL: from the lock that was got to the lock given back.
 *
 * In:   a session that holds the lock; what this process checked before, if it read already.
 * Out:  the writer, with all that was entered signed for and announced; or why it may not write.
 */
import { ok, type Result } from "#base";
import { type Frontier, signCheckpoint, type VerifierKey } from "#ledger";
import { keeper } from "../checkpoints.ts";
import type { StoreRefusal } from "../refusal.ts";
import { type Step, unobserved } from "../steps.ts";
import { takeOver, type Where } from "./examine.ts";
import { sweep } from "./handed.ts";
import { releaseSharedLock } from "./lock.ts";
import type { Session } from "./session.ts";
import { announce, type Writer, writerOf } from "./write.ts";

export type Charge = {
  readonly writer: Writer;
  readonly log: VerifierKey;
  /** The session that reads beside the one that writes. */
  readonly look: Session;
  /** Enters what waits, and gives the lock back; the session that held it stays open. */
  readonly resign: () => Promise<void>;
};

export type ChargeOptions = {
  readonly where: Where;
  readonly connect: () => Promise<Session>;
  readonly observe?: (step: Step) => void | Promise<void>;
};

export const takeCharge = async (
  session: Session,
  { where, connect, observe = unobserved }: ChargeOptions,
  seen?: Frontier,
): Promise<Result<Charge, StoreRefusal>> => {
  const { hash, home, schema } = where;
  const taken = await takeOver(session, where, seen);
  if (!taken.ok) return taken;
  const { frontier, kept, log, sign, epoch } = taken.value;
  const signer = { ...log, sign };
  const keep = keeper(home, kept.place, (step) => void observe(step));
  try {
    // What was committed but not signed for is, now; what was not announced too.
    const note = signCheckpoint(frontier.size(), frontier.root(), signer);
    if (kept.size < frontier.size()) keep.keep(note);
    await announce({ session, epoch, channel: schema }, note);
    await sweep(session);
    const look = await connect();
    const own = { session, look, epoch, channel: schema, hash, log: signer, keeper: keep, observe };
    const writer = writerOf(own, { frontier, note });
    const resign = async (): Promise<void> => {
      await writer.finish();
      keep.close();
      await look.end();
      await releaseSharedLock(session, schema);
    };
    return ok({ writer, log, look, resign });
  } catch (error) {
    keep.close();
    throw error;
  }
};
