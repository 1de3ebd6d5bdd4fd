/**
 * The writing of the PostgreSQL driver: a queue, and a transaction for all that wait in it.
 *
 * In:   submissions, each of entries that enter together or not at all.
 * Out:  a receipt for each, or why nothing of it entered.
 * Law:  S-47 (a key of the client's making), 0008 (the order in which things become durable).
 *
 * A group goes through these steps, and nobody is told before the last of them:
 *
 *   1. one transaction: the epoch is looked at behind a lock, then all entries that may enter, and
 *      the head that is about to be signed;
 *   2. the new entries are read again by a session of its own, and hashed: the second look;
 *   3. the checkpoint is signed, once for this size;
 *   4. it is written outside the database, and on the disk;
 *   5. it is announced: put into the database for readers, who are notified.
 *
 * The announcement need not be on the server's disk. A checkpoint is the same bytes whenever it is
 * signed, and whoever opens the ledger next signs for the head that was stored in step 1.
 */
import { type Hash, hex } from "#base";
import { type Frontier, type SigningKey, signCheckpoint } from "#ledger";
import type { Keeper } from "../checkpoints.ts";
import type { Sent } from "../enter.ts";
import { nextGroup } from "../queue.ts";
import { StoreError } from "../refusal.ts";
import type { Step } from "../steps.ts";
import { enter, judged, knownOf, putHead, undo } from "./enter.ts";
import type { Announced } from "./examine.ts";
import { openFault } from "./fault.ts";
import { type Answer, answerIn, waitingIn } from "./handed.ts";
import { allRows } from "./rows.ts";
import type { Session } from "./session.ts";
import { heldRow, ledgerRow, whole } from "./tables.ts";

export type WriterOptions = {
  /** The session that holds the lock. */
  readonly session: Session;
  /** Another one, for the second look. */
  readonly look: Session;
  readonly epoch: number;
  readonly channel: string;
  readonly hash: Hash;
  readonly log: SigningKey;
  readonly keeper: Keeper;
  /** Told of each step, and waited for: a test may break things there. */
  readonly observe: (step: Step) => void | Promise<void>;
};

export type Writer = {
  readonly submit: (sent: Sent) => Promise<Answer>;
  /** Looks for what other processes handed over. */
  readonly wake: () => void;
  /** What was acknowledged. */
  readonly announced: () => Announced;
  /** Why it enters nothing any more; undefined while it does. */
  readonly broken: () => unknown;
  /** Resolves once nothing waits any more. */
  readonly finish: () => Promise<void>;
};

type Waiting = {
  readonly sent: Sent;
  /** Of a submission that another process handed over. */
  readonly ticket?: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

const announcement = `WITH told AS (
    UPDATE ledger SET checkpoint = $1 WHERE epoch = $2 RETURNING size
  )
  SELECT pg_notify($3, size::text), set_config('synchronous_commit', 'off', true) FROM told`;

const refusals = "SELECT pg_notify($1, size::text) FROM ledger";

const lockLost = (): StoreError =>
  new StoreError("store.lock-lost", "another process has taken over the ledger");

/** Puts a checkpoint where readers find it, and tells them. */
export const announce = async (
  { session, epoch, channel }: Pick<WriterOptions, "session" | "epoch" | "channel">,
  note: string,
): Promise<void> => {
  const told = await session.rows(announcement, [note, epoch, channel]);
  if (told.length === 0) throw lockLost();
};

/** The answers to what other processes handed over. */
const ticketed = (group: readonly Waiting[], answers: readonly Answer[]) =>
  group.flatMap(({ ticket }, place) => {
    const answer = answers[place];
    return ticket === undefined || answer === undefined ? [] : [{ ticket, answer }];
  });

/** What the transaction of a group made: the tree with its entries, and an answer for each. */
type Entered = { readonly grown: Frontier; readonly answers: readonly Answer[] };

const inOneTransaction = (
  { session, epoch, hash, observe }: WriterOptions,
  group: readonly Waiting[],
  checked: Frontier,
): Promise<Entered> =>
  whole(session, async () => {
    const sent = group.map((each) => each.sent);
    const [row, known] = await Promise.all([heldRow(session), knownOf(session, sent)]);
    await observe("begun");
    if (row?.epoch !== epoch) throw lockLost();
    if (row.size !== checked.size()) {
      const found = `the stored size is ${row.size}, not as it was entered`;
      throw new StoreError("store.damaged", found);
    }
    const grown = checked.fork();
    const entering = judged(sent, known, grown, hash);
    await enter(session, entering, hash);
    await answerIn(session, ticketed(group, entering.answers));
    await observe("inserted");
    if (grown.size() > checked.size()) await putHead(session, grown);
    await observe("intended");
    return { grown, answers: entering.answers };
  });

/** The writer of an open ledger, all of whose entries were checked, signed for and announced. */
export const writerOf = (options: WriterOptions, start: Announced): Writer => {
  const { session, look, epoch, channel, hash, log, keeper, observe } = options;
  const queue: Waiting[] = [];
  let announced = start;
  let working: Promise<void> | undefined;
  let broken: unknown;
  let isWoken = false;

  const failed = (error: unknown): unknown =>
    session.lost() === undefined ? openFault(error) : lockLost();

  /** Whether what stands in the database is what was meant, by its bytes and by a second tree. */
  const requireAsMeant = async (grown: Frontier): Promise<void> => {
    const row = await ledgerRow(look);
    if (row?.epoch !== epoch) throw lockLost();
    const again = await allRows(look, announced.frontier, hash, row);
    if (again.ok && hex(again.value.root()) === hex(grown.root())) return;
    await whole(session, () => undo(session, announced.frontier));
    throw new StoreError(
      "store.damaged",
      "the database did not keep what was written; nothing was signed",
    );
  };

  const publish = async (grown: Frontier): Promise<void> => {
    await observe("committed");
    await requireAsMeant(grown);
    await observe("reread");
    const note = signCheckpoint(grown.size(), grown.root(), log);
    await observe("signed");
    keeper.keep(note);
    await observe("published");
    await announce(options, note);
    await observe("announced");
    announced = { frontier: grown, note };
  };

  const enterGroup = async (group: readonly Waiting[]): Promise<void> => {
    let isEntered = false;
    try {
      await observe("received");
      if (broken !== undefined) throw broken;
      const { grown, answers } = await inOneTransaction(options, group, announced.frontier);
      isEntered = true;
      if (grown.size() > announced.frontier.size()) await publish(grown);
      else if (group.some(({ ticket }) => ticket !== undefined)) {
        await session.rows(refusals, [channel]);
      }
      await observe("acknowledged");
      for (const [place, { resolve, reject }] of group.entries()) {
        const answer = answers[place];
        if (answer === undefined) reject(new Error("a submission without an answer"));
        else resolve(answer);
      }
    } catch (error) {
      const fault = failed(error);
      // What is in the database and what is signed may now differ: only opening again can tell.
      if (isEntered || session.lost() !== undefined) broken ??= fault;
      for (const { reject } of group) reject(fault);
    }
  };

  /** Puts what other processes handed over into the queue, unless it is there already. */
  const take = async (): Promise<void> => {
    if (!isWoken || broken !== undefined || queue.some((each) => each.ticket !== undefined)) return;
    isWoken = false;
    // Nobody here waits for these: the answer stands in the database, or they stay and wait.
    const nobody = { resolve: () => undefined, reject: () => undefined };
    queue.push(...(await waitingIn(session)).map((handed) => ({ ...handed, ...nobody })));
  };

  const flush = async (): Promise<void> => {
    // All that is submitted until then goes into one transaction.
    await new Promise(setImmediate);
    do {
      await take().catch(() => undefined); // A session that is lost shows in the next transaction.
      if (queue.length > 0) await enterGroup(nextGroup(queue));
    } while (queue.length > 0 || (isWoken && broken === undefined));
    working = undefined;
  };

  return {
    submit: (sent) =>
      new Promise((resolve, reject) => {
        queue.push({ sent, resolve, reject });
        working ??= flush();
      }),
    wake: () => {
      isWoken = true;
      working ??= flush();
    },
    announced: () => announced,
    broken: () => broken ?? session.lost(),
    finish: async () => {
      await working;
    },
  };
};
