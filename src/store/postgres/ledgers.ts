/**
 * The ledgers of organizations in one PostgreSQL database, each in a schema of its own.
 *
 * Beside a ledger lie its keys and its checkpoint, as `<data>/<org>/ledger.pg.*`, on every machine.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isId, ok, type Result, refuse } from "#base";
import type { Store } from "#ledger";
import { refusalOf } from "../cause.ts";
import { makeFolder } from "../folders.ts";
import { type Ledgers, type PlaceOptions, whenFree } from "../ledgers.ts";
import type { StoreRefusal } from "../refusal.ts";
import {
  type Behind,
  isMoving,
  moveSharedOut,
  movingHome,
  movingSchema,
  putSharedAside,
  undoneSharedMove,
} from "./aside.ts";
import { backupShared, importShared, restoreShared } from "./copy.ts";
import { openingRefusal } from "./fault.ts";
import { releaseSharedLock, sessionName, takeSharedLock } from "./lock.ts";
import { postgresStore } from "./postgres.ts";
import { addressOf, openSession, type Session } from "./session.ts";
import { schemaOf } from "./tables.ts";

export type Database = {
  /** `postgresql://user@host:port/database` */
  readonly url: string;
  /** Whoever writes does so with others that do the same, as servers do; else alone, or not at all. */
  readonly isShared: boolean;
};

const formOfUrl = /^postgres(?:ql)?:\/\/\S+$/;

/** Whether the text is the address of a PostgreSQL database; whether anybody answers is not asked. */
export const isDatabaseUrl = (text: string): boolean =>
  // A host may be left out, and a folder with the server's socket be given behind the question mark.
  formOfUrl.test(text) && URL.canParse(text.replace("@/", "@localhost/"));

export const sharedLedgers = (options: PlaceOptions, database: Database): Ledgers => {
  const { data, hash, host } = options;
  const { url, isShared } = database;
  const homeOf = (org: string): string => join(data, org, "ledger.pg");

  /** Works beside a ledger, which others may write to meanwhile. */
  const beside = async <T>(
    org: string,
    purpose: string,
    work: (at: Behind) => Promise<Result<T, StoreRefusal>>,
  ): Promise<Result<T, StoreRefusal>> => {
    const home = homeOf(org);
    if (!isId(org)) return refuse({ code: "store.not-found", path: home });
    const schema = schemaOf(org, hash);
    const place = `${await addressOf(url)}#${schema}`;
    let session: Session | undefined;
    try {
      makeFolder(dirname(home));
      session = await openSession({ url, schema, name: sessionName(purpose) });
      return await work({ session, schema, place, home });
    } catch (error) {
      return refuse(openingRefusal(error, place));
    } finally {
      await session?.end();
    }
  };

  /** Works on a ledger that nobody else may write to meanwhile. */
  const alone: typeof beside = (org, purpose, work) =>
    beside(org, purpose, async (at) => {
      const lock = await takeSharedLock(at.session, at.schema);
      if (!lock.ok) return refuse({ code: "store.locked", path: at.place, ...lock.refusal });
      try {
        return await work(at);
      } finally {
        await releaseSharedLock(at.session, at.schema);
      }
    });

  const openStore: Ledgers["openStore"] = async (
    ...[org, wanted, purpose, waitMilliseconds = 0]
  ): Promise<Result<Store, StoreRefusal>> => {
    const home = homeOf(org);
    if (!isId(org)) return refuse({ code: "store.not-found", path: home });
    const named = host === undefined ? {} : { host };
    const mode = wanted === "write" && isShared ? "share" : wanted;
    try {
      if (mode !== "read") makeFolder(dirname(home));
    } catch (error) {
      return refuse(refusalOf(error, home));
    }
    if (mode !== "read" && existsSync(dirname(movingHome(home)))) {
      const undone = await alone(org, purpose, undoneSharedMove);
      if (!undone.ok && undone.refusal.code !== "store.locked") return undone;
    }
    const open = () => postgresStore({ url, org, home, hash, mode, purpose, ...named });
    return whenFree(waitMilliseconds, open);
  };

  return {
    openStore,
    backup: (org, file) =>
      beside(org, "backup", (at) => backupShared(file, { ...at, url, org, hash })),
    restore: (org, file) => alone(org, "restore", (at) => restoreShared(file, org, hash, at)),
    importLog: (org, log) => alone(org, "import", (at) => importShared(log, org, hash, at)),
    moveOut: (org) => alone(org, "set aside", moveSharedOut),
    movedOut: (org) =>
      beside(org, "carry over", async (at): Promise<Result<Store | undefined, StoreRefusal>> => {
        if (!(await isMoving(at))) return ok(undefined);
        const [home, schema] = [movingHome(at.home), movingSchema(at.schema)];
        return postgresStore({ url, org, home, hash, schema, mode: "read" });
      }),
    putAside: (org, moment) =>
      beside(org, "put aside", async (at) => {
        const put = await putSharedAside(at, moment);
        return put === undefined ? ok(undefined) : ok(`${org}/${put}`);
      }),
  };
};
