/**
 * One of several processes at a ledger, all of which take submissions: a reader that hands them to the
 * writer, and is the writer itself when there is no other.
 *
 * In:   a session, and how to open more.
 * Out:  the ledger's port; reading is as for any reader, with the writer's own word where it is us.
 * Law:  S-41 (one writer), S-47 (what was sent and not answered may be sent again).
 *
 * Every so often a member that does not write asks for the lock, which is free within moments of the
 * writer's death. It is then in charge of what waits in the database, its own submissions too. Who
 * loses the charge, with its session or to another, is a reader again.
 */
import { setTimeout as pause } from "node:timers/promises";
import { ok, type Result } from "#base";
import type { Store } from "#ledger";
import type { Sent } from "../enter.ts";
import { StoreError, type StoreRefusal } from "../refusal.ts";
import { type Charge, type ChargeOptions, takeCharge } from "./charge.ts";
import { type Announced, examine } from "./examine.ts";
import { type Follower, followerOf } from "./follow.ts";
import { type Answer, submitted, ticketsOf } from "./handed.ts";
import { releaseSharedLock, takeSharedLock } from "./lock.ts";
import { erasePayload } from "./payloads.ts";
import { guard, guarded, readingOf } from "./reading.ts";
import type { Session } from "./session.ts";

export type Means = ChargeOptions;

/** How often to see whether there is a writer, and whether anything was missed. */
const lookMilliseconds = 250;

/** After a refusal to take charge: whatever is wrong is not mended in a moment. */
const restMilliseconds = 10_000;

type Begun = {
  readonly charge: Charge | undefined;
  readonly start: Announced & Pick<Charge, "log">;
};

/** How often, and how long apart, to look for a ledger that another process is just making. */
const tries = 100;
const tryMilliseconds = 50;

/** The writer where there is none yet, else a reader. */
const begin = async (
  session: Session,
  means: Means,
  left = tries,
): Promise<Result<Begun, StoreRefusal>> => {
  const held = await takeSharedLock(session, means.where.schema);
  if (held.ok) {
    const charge = await takeCharge(session, means);
    if (!charge.ok) return charge;
    const { writer, log } = charge.value;
    return ok({ charge: charge.value, start: { ...writer.announced(), log } });
  }
  const examined = await examine(session, means.where);
  if (examined.ok) return ok({ charge: undefined, start: examined.value });
  if (examined.refusal.code !== "store.not-found" || left === 0) return examined;
  await pause(tryMilliseconds);
  return begin(session, means, left - 1);
};

type Turns = { readonly go: () => void; readonly idle: () => Promise<void> };

/** Runs `work` at most once at a time; who comes meanwhile has it run once more. */
const inTurn = (work: () => Promise<void>): Turns => {
  let running: Promise<void> | undefined;
  let isDue = false;
  const run = async (): Promise<void> => {
    while (isDue) {
      isDue = false;
      // What fails here fails again for whoever asks, and is told there.
      await work().catch(() => undefined);
    }
    running = undefined;
  };
  return {
    go: () => {
      isDue = true;
      running ??= run();
    },
    idle: async () => running,
  };
};

export const memberOf = async (
  session: Session,
  means: Means,
): Promise<Result<Store, StoreRefusal>> => {
  const { hash, schema } = means.where;
  const begun = await begin(session, means);
  if (!begun.ok) return begun;
  const { start } = begun.value;
  let { charge } = begun.value;
  let restUntil = 0;
  const tickets = ticketsOf(schema);
  const { open, close, isOpen } = guard();

  const collect = inTurn(async () => {
    const { frontier } = await announced();
    await tickets.collect(inside(), frontier.size());
  });
  const heard = (text: string): void => {
    if (text === submitted) charge?.writer.wake();
    else collect.go();
  };
  const options = { connect: means.connect, channel: schema, log: start.log, hash, heard };
  const follower: Follower = await followerOf(session, options, start);

  /** The writer as long as it is one. */
  const inCharge = (): Charge | undefined =>
    charge?.writer.broken() === undefined ? charge : undefined;
  const announced = async (): Promise<Announced> =>
    inCharge()?.writer.announced() ?? follower.announced();
  const inside = (): Session => inCharge()?.look ?? follower.session();

  /** Gives up a charge that is lost, with its session, so that somebody else can take it. */
  const drop = async (): Promise<void> => {
    const lost = charge;
    charge = undefined;
    await lost?.resign();
    await follower.restart();
  };
  const stand = async (): Promise<void> => {
    const { frontier } = await follower.announced();
    const at = follower.session();
    const held = await takeSharedLock(at, schema);
    if (!held.ok) return;
    const taken = await takeCharge(at, means, frontier);
    if (taken.ok) charge = taken.value;
    else {
      restUntil = Date.now() + restMilliseconds;
      await releaseSharedLock(at, schema);
    }
  };
  const look = inTurn(async () => {
    if (!isOpen()) return;
    if (charge !== undefined && inCharge() === undefined) await drop();
    if (charge === undefined && Date.now() >= restUntil) await stand();
    inCharge()?.writer.wake();
    collect.go();
  });
  const timer = setInterval(look.go, lookMilliseconds);
  timer.unref();
  look.go();

  const append = async (sent: Sent): Promise<Answer> =>
    inCharge()?.writer.submit(sent) ??
    tickets.submit((await handing()).session(), sent, collect.go);
  /** A session that is there: following opens one that was lost. */
  const handing = async (): Promise<Follower> => {
    await follower.announced();
    return follower;
  };
  return ok({
    log: start.log,
    ...guarded(open, {
      ...readingOf({ announced, session: inside }, hash),
      append: (expected, entries, more = {}) => append({ ...more, expected, entries }),
      erase: (sealed) => erasePayload(inside(), sealed),
    }),
    close: async () => {
      if (!close()) return;
      clearInterval(timer);
      await look.idle(); // Whoever is about to take charge has it taken first.
      tickets.abandon(new StoreError("store.closed", "the store is closed"));
      await charge?.resign();
      await follower.end();
    },
  });
};
