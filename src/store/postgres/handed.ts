/**
 * Submissions that one process hands to the writer in another, through the database.
 *
 * In:   a submission; later, from the writer, its answer.
 * Out:  the answer, once what it tells of was announced.
 *
 * A row waits in `waiting` until the writer enters it; the answer is written in the transaction that
 * enters it, so it is entered once, whichever process is the writer by then and however often one of
 * them dies. Whoever gave up waiting may send the same again under its key (S-47).
 */
import type { Result } from "#base";
import { type AppendRefusal, type Receipt, readEntry } from "#ledger";
import type { Sent } from "../enter.ts";
import { StoreError } from "../refusal.ts";
import type { Session } from "./session.ts";

/** What a submission is answered. */
export type Answer = Result<Receipt, AppendRefusal>;

/** What is told on the ledger's channel when something waits; an announcement tells the size. */
export const submitted = "submitted";

/** A submission as it waits, with its ticket. */
export type Handed = { readonly ticket: string; readonly sent: Sent };

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"));

type Written = {
  readonly expected: number | null;
  readonly key: string | null;
  readonly entries: readonly string[];
  readonly payloads: readonly (readonly [salt: string, bytes: string])[];
};

const written = ({ expected, key, entries, payloads = [] }: Sent): Written => ({
  expected: expected ?? null,
  key: key ?? null,
  entries: entries.map(({ text }) => text),
  payloads: payloads.map(({ salt, bytes }) => [hexOf(salt), hexOf(bytes)]),
});

/** Reads what waits; undefined for what no process of ours has written. */
const sentIn = (text: string): Sent | undefined => {
  try {
    const { expected, key, entries, payloads }: Written = JSON.parse(text);
    const read = entries.map(readEntry).flatMap((entry) => (entry.ok ? [entry.value] : []));
    if (read.length < entries.length) return undefined;
    return {
      expected: expected ?? undefined,
      entries: read,
      payloads: payloads.map(([salt, bytes]) => ({ salt: bytesOf(salt), bytes: bytesOf(bytes) })),
      ...(key !== null && { key }),
    };
  } catch {
    return undefined;
  }
};

/** Hands a submission over; its ticket. */
export const handOver = async (session: Session, channel: string, sent: Sent): Promise<string> => {
  const [row] = await session.rows(
    `WITH put AS (INSERT INTO waiting (sent) VALUES ($1) RETURNING ticket)
     SELECT ticket, pg_notify($2, $3) FROM put`,
    [Buffer.from(JSON.stringify(written(sent))), channel, submitted],
  );
  return String(row?.[0]);
};

/** So many at most are taken at a time. */
const mostTaken = 1_000;

/** What waits for the writer, in the order in which it came. */
export const waitingIn = async (session: Session): Promise<readonly Handed[]> => {
  const rows = await session.rows(
    "SELECT ticket, sent FROM waiting WHERE answer IS NULL ORDER BY ticket LIMIT $1",
    [mostTaken],
  );
  const read = rows.map(([ticket, sent]) => ({
    ticket: String(ticket),
    sent: sentIn(String(sent)),
  }));
  const unread = read.flatMap(({ ticket, sent }) => (sent === undefined ? [ticket] : []));
  if (unread.length > 0) {
    await session.rows("DELETE FROM waiting WHERE ticket = ANY ($1::bigint[])", [unread]);
  }
  return read.flatMap(({ ticket, sent }) => (sent === undefined ? [] : [{ ticket, sent }]));
};

/** Writes answers beside what waited for them, in the transaction that enters it. */
export const answerIn = async (
  session: Session,
  answers: readonly { readonly ticket: string; readonly answer: Answer }[],
): Promise<void> => {
  if (answers.length === 0) return;
  await session.rows(
    `UPDATE waiting SET answer = given.answer, size = given.size
     FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS given (ticket, answer, size)
     WHERE waiting.ticket = given.ticket`,
    [
      answers.map(({ ticket }) => ticket),
      answers.map(({ answer }) => JSON.stringify(answer)),
      answers.map(({ answer }) => (answer.ok ? answer.value.size : 0)),
    ],
  );
};

/** Takes answers back whose entries are taken out again: what they were for waits anew. */
export const unanswer = async (session: Session, size: number): Promise<void> => {
  await session.rows("UPDATE waiting SET answer = NULL, size = NULL WHERE size > $1", [size]);
};

/** Answers that nobody fetched, because whoever waited died, are kept for a while and no longer. */
export const sweep = async (session: Session): Promise<void> => {
  await session.rows(
    "DELETE FROM waiting WHERE answer IS NOT NULL AND at < now() - interval '1 hour'",
  );
};

/** How long to wait for a writer before taking a submission back. */
const patienceMilliseconds = 30_000;

type Asker = {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  readonly since: number;
};

export type Tickets = {
  /** Hands a submission over; `waits` is called once its answer can be fetched. */
  readonly submit: (session: Session, sent: Sent, waits: () => void) => Promise<Answer>;
  /** Fetches answers to what was announced, up to a size; takes back what waited too long. */
  readonly collect: (session: Session, size: number) => Promise<void>;
  /** Tells all who wait that there will be no answer here. */
  readonly abandon: (why: unknown) => void;
};

/** The tickets of this process. */
export const ticketsOf = (channel: string): Tickets => {
  const askers = new Map<string, Asker>();
  const settle = (ticket: string, tell: (asker: Asker) => void): void => {
    const asker = askers.get(ticket);
    askers.delete(ticket);
    if (asker !== undefined) tell(asker);
  };
  const takeBack = async (session: Session): Promise<void> => {
    const late = [...askers]
      .filter(([, { since }]) => Date.now() - since > patienceMilliseconds)
      .map(([ticket]) => ticket);
    if (late.length === 0) return;
    await session.rows("DELETE FROM waiting WHERE ticket = ANY ($1::bigint[]) AND answer IS NULL", [
      late,
    ]);
    // What has an answer by now is about to be announced.
    const left = await session.rows(
      "SELECT ticket FROM waiting WHERE ticket = ANY ($1::bigint[])",
      [late],
    );
    const answered = new Set(left.map(([ticket]) => String(ticket)));
    const none = new StoreError("store.failed", "no process writes to the ledger now");
    for (const ticket of late) {
      if (!answered.has(ticket)) settle(ticket, ({ reject }) => reject(none));
    }
  };
  return {
    submit: async (session, sent, waits) => {
      const ticket = await handOver(session, channel, sent);
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      askers.set(ticket, { resolve, reject, since: Date.now() });
      waits();
      return promise;
    },
    collect: async (session, size) => {
      if (askers.size === 0) return;
      const rows = await session.rows(
        `DELETE FROM waiting WHERE ticket = ANY ($1::bigint[]) AND answer IS NOT NULL
           AND size <= $2 RETURNING ticket, answer`,
        [[...askers.keys()], size],
      );
      for (const [ticket, answer] of rows) {
        const told: Answer = JSON.parse(String(answer));
        settle(String(ticket), ({ resolve }) => resolve(told));
      }
      await takeBack(session);
    },
    abandon: (why) => {
      for (const ticket of [...askers.keys()]) settle(ticket, ({ reject }) => reject(why));
    },
  };
};
