/**
 * The writing of the SQLite driver: a queue, and a transaction for all that wait in it.
 *
 * In:   submissions, each of entries that enter together or not at all.
 * Out:  a receipt for each, or why nothing of it entered.
 * Law:  S-47 (a key of the client's making), 0008 (the order in which things become durable).
 *
 * A group goes through these steps, and nobody is told before the last of them:
 *
 *   1. one transaction: the entries of all who may enter, and the head that is about to be signed;
 *   2. the new entries are read again through a connection of its own, and hashed: the second look;
 *   3. the checkpoint is signed, once for this size;
 *   4. it is written outside the database, and on the disk.
 *
 * One who may not enter is told so and is in nobody's way. What the second look finds spoilt is
 * taken out again, before anything was signed.
 */
import type { DatabaseSync } from "node:sqlite";
import { type Hash, hex, type Result } from "#base";
import type { AppendRefusal, Frontier, Receipt, SigningKey } from "#ledger";
import { signCheckpoint } from "#ledger";
import { sqliteCode } from "./cause.ts";
import type { Keeper } from "./checkpoints.ts";
import { type Enter, enterer, type Sent } from "./enter.ts";
import { nextGroup } from "./queue.ts";
import { StoreError } from "./refusal.ts";
import { whole } from "./schema.ts";
import type { Observe } from "./steps.ts";
import { verified } from "./verify.ts";

type Answer = Result<Receipt, AppendRefusal>;

type Waiting = {
  readonly sent: Sent;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export type WriterOptions = {
  readonly db: DatabaseSync;
  /** Another connection to the same file, for the second look. */
  readonly look: DatabaseSync;
  readonly token: string;
  readonly hash: Hash;
  readonly log: SigningKey;
  readonly keeper: Keeper;
  readonly observe: Observe;
};

export type Writer = {
  readonly submit: (sent: Sent) => Promise<Answer>;
  /** What was acknowledged. */
  readonly frontier: () => Frontier;
  /** Enters what still waits; afterwards nothing may be submitted. */
  readonly finish: () => void;
};

/** Throws for a process that is no longer in charge, or beside a size it did not make. */
const guard = (db: DatabaseSync, token: string) => {
  const meta = db.prepare("SELECT value FROM meta WHERE key = ?");
  return (checked: Frontier): void => {
    if (meta.get("writer")?.["value"] !== token) {
      throw new StoreError("store.lock-lost", "another process has taken over the ledger");
    }
    const size = meta.get("size")?.["value"];
    if (size !== String(checked.size())) {
      throw new StoreError("store.damaged", `the stored size is ${size}, not as it was entered`);
    }
  };
};

/** What the transaction of a group made: the tree with its entries, and an answer for each. */
type Entered = { readonly grown: Frontier; readonly answers: readonly Answer[] };

const inOneTransaction = (
  { db, observe }: WriterOptions,
  group: readonly Waiting[],
  checked: Frontier,
  { requireCharge, enter }: { requireCharge: (checked: Frontier) => void; enter: Enter },
): Entered => {
  const grown = checked.fork();
  let answers: readonly Answer[] = [];
  whole(db, () => {
    observe("begun");
    requireCharge(checked);
    answers = group.map(({ sent }) => enter.one(grown, sent));
    observe("inserted");
    if (grown.size() > checked.size()) enter.head(grown);
    observe("intended");
  });
  return { grown, answers };
};

const failed = (error: unknown): unknown =>
  error instanceof StoreError || sqliteCode(error) === undefined
    ? error
    : new StoreError("store.failed", "the entries could not be written", { cause: error });

/** The writer of an open ledger, all of whose entries were checked and signed for. */
export const writerOf = (options: WriterOptions, start: Frontier): Writer => {
  const { db, look, hash, log, keeper, observe } = options;
  const means = { requireCharge: guard(db, options.token), enter: enterer(db, hash) };
  const queue: Waiting[] = [];
  let checked = start;
  let isDue = false;
  let broken: unknown;

  /** Whether what stands in the file is what was meant, by its bytes and by a second tree. */
  const isAsMeant = (grown: Frontier): boolean => {
    const again = verified(look, checked, hash);
    return again.ok && hex(again.value.root()) === hex(grown.root());
  };

  const publish = ({ grown, answers }: Entered): readonly Answer[] => {
    if (grown.size() === checked.size()) return answers;
    observe("committed");
    if (!isAsMeant(grown)) {
      means.enter.undo(checked);
      throw new StoreError(
        "store.damaged",
        "the disk did not keep what was written; nothing was signed",
      );
    }
    observe("reread");
    const note = signCheckpoint(grown.size(), grown.root(), log);
    observe("signed");
    keeper.keep(note);
    observe("published");
    checked = grown;
    return answers;
  };

  const enterGroup = (group: readonly Waiting[]): void => {
    try {
      observe("received");
      if (broken !== undefined) throw broken;
      const entered = inOneTransaction(options, group, checked, means);
      let answers: readonly Answer[];
      try {
        answers = publish(entered);
      } catch (error) {
        // What is on the disk and what is signed may now differ: only opening again can tell.
        broken = failed(error);
        throw broken;
      }
      observe("acknowledged");
      for (const [place, { resolve, reject }] of group.entries()) {
        const answer = answers[place];
        if (answer === undefined) reject(new Error("a submission without an answer"));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(failed(error));
    }
  };

  const flush = (): void => {
    isDue = false;
    while (queue.length > 0) enterGroup(nextGroup(queue));
  };

  return {
    submit: (sent) =>
      new Promise((resolve, reject) => {
        queue.push({ sent, resolve, reject });
        if (isDue) return;
        isDue = true;
        // All that is submitted until then goes into one transaction.
        setImmediate(flush);
      }),
    frontier: () => checked,
    finish: flush,
  };
};
