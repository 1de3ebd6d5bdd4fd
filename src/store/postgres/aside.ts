/**
 * A ledger in a database that makes room for a new one, as one in a file does (`../aside.ts`): its
 * schema and the files beside it are moved out, and put aside under their time afterwards.
 *
 * The schema goes last when it is moved out, and first when it is put aside: so a schema that is
 * `moving` is a whole ledger, with its files, and files without one go back or follow.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Instant, ok, type Result } from "#base";
import { syncFolder } from "../durable.ts";
import { stampOf } from "../ledgers.ts";
import type { StoreRefusal } from "../refusal.ts";
import { quoted, type Session } from "./session.ts";

const ends = [".key", ".vkey", ".checkpoint"] as const;

/** A ledger's schema behind its lock, and where its files are. */
export type Behind = {
  readonly session: Session;
  readonly schema: string;
  readonly place: string;
  readonly home: string;
};

/** No id holds an underscore, so no organization has such a schema for its ledger. */
export const movingSchema = (schema: string): string => `${schema.slice(0, 55)}_moving`;
export const movingHome = (home: string): string => join(dirname(home), "moving", basename(home));

const isThere = async (session: Session, schema: string): Promise<boolean> =>
  (await session.rows("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema])).length > 0;

/** Whether a ledger was moved out and not yet put aside. */
export const isMoving = ({ session, schema }: Behind): Promise<boolean> =>
  isThere(session, movingSchema(schema));

const rename = async (session: Session, from: string, to: string): Promise<void> => {
  await session.rows(`ALTER SCHEMA ${quoted(from)} RENAME TO ${quoted(to)}`);
};

const moveFiles = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true });
  for (const end of ends) if (existsSync(from + end)) renameSync(from + end, to + end);
  syncFolder(dirname(from));
  syncFolder(dirname(to));
};

/** Before a writer opens: files that a crash left between two places go back. */
export const undoneSharedMove = async (at: Behind): Promise<Result<undefined, StoreRefusal>> => {
  const { home } = at;
  const moved = movingHome(home);
  // Files of a ledger made since stay; those that were moved out then follow their schema.
  const isMade = ends.some((end) => existsSync(home + end));
  if (isMade || !existsSync(dirname(moved)) || (await isMoving(at))) return ok(undefined);
  moveFiles(moved, home);
  if (readdirSync(dirname(moved)).length === 0) rmdirSync(dirname(moved));
  return ok(undefined);
};

/** Frees the place of a ledger. */
export const moveSharedOut = async (at: Behind): Promise<Result<undefined, StoreRefusal>> => {
  const { session, schema, home } = at;
  if (await isMoving(at)) return ok(undefined); // Another was here before us.
  if (await isThere(session, schema)) {
    moveFiles(home, movingHome(home));
    await rename(session, schema, movingSchema(schema));
  }
  return ok(undefined);
};

const asideSchema = (schema: string, name: string): string =>
  `${schema.slice(0, 30)}_aside_${name}`;

/** Puts what was moved out aside under this moment, or the next free name; the folder's name. */
export const putSharedAside = async (behind: Behind, at: Instant): Promise<string | undefined> => {
  const { session, schema, home } = behind;
  const folder = dirname(movingHome(home));
  const isWhole = await isMoving(behind);
  if (!isWhole && !existsSync(folder)) return undefined;
  const free = async (n: number): Promise<string> => {
    const name = n === 1 ? stampOf(at) : `${stampOf(at)}-${n}`;
    const isTaken =
      existsSync(join(dirname(home), `aside.${name}`)) ||
      (await isThere(session, asideSchema(schema, name)));
    return isTaken ? free(n + 1) : name;
  };
  const name = await free(1);
  if (isWhole) await rename(session, movingSchema(schema), asideSchema(schema, name));
  if (existsSync(folder)) renameSync(folder, join(dirname(home), `aside.${name}`));
  syncFolder(dirname(home));
  return `aside.${name}`;
};
