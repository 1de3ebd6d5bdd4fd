/**
 * The writer's lock of a ledger in a shared database: an advisory lock of PostgreSQL (S-26, S-41).
 *
 * The server gives it to one session at a time and takes it back when that session ends, however it
 * ends: a process that was killed holds it no longer. What the session is called tells the next one
 * who is in the way. It keeps honest processes apart; what keeps the ledger whole in the last resort
 * is the epoch (`tables.ts`).
 */
import { hostname } from "node:os";
import { ok, type Result, refuse } from "#base";
import type { Held } from "../lock.ts";
import type { Session } from "./session.ts";

/** What a session of ours is called: `foedus 4711 serve on host`. */
export const sessionName = (purpose: string): string =>
  `foedus ${process.pid} ${purpose} on ${hostname()}`;

const nameForm = /^foedus (\d+) (.*)$/;

/** A lock's number is made of the schema's name, as the server hashes it. */
const number = "hashtextextended($1, 0)";

const holder = `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid::bigint << 32 | objid::bigint = ${number}`;

/** Takes the lock for as long as the session lives, or says who holds it. */
export const takeSharedLock = async (
  session: Session,
  schema: string,
): Promise<Result<void, Held>> => {
  const [taken] = await session.rows(`SELECT pg_try_advisory_lock(${number})`, [schema]);
  if (taken?.[0] === true) return ok(undefined);
  const [held] = await session.rows(holder, [schema]);
  const [, pid = "0", purpose = ""] = nameForm.exec(String(held?.[0] ?? "")) ?? [];
  return refuse({ pid: Number(pid), purpose });
};

/** Gives it back, so that the next one need not wait for the session's end. */
export const releaseSharedLock = async (session: Session, schema: string): Promise<void> => {
  if (session.lost() !== undefined) return;
  await session.rows(`SELECT pg_advisory_unlock(${number})`, [schema]);
};
