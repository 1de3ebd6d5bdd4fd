/**
 * What may be done with the ledgers of organizations, wherever they are kept.
 *
 * In:   the data folder, where keys and checkpoints lie in any case.
 * Out:  opening, copying and moving aside, by the organization's id.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Hash, Instant, Result } from "#base";
import type { Store } from "#ledger";
import type { Copied, ReadLog } from "./backup.ts";
import type { StoreRefusal } from "./refusal.ts";

export type PlaceOptions = {
  /** The folder of ledgers and caches; made where it is missing. */
  readonly data: string;
  readonly hash: Hash;
  /** The host in the names of logs that are made here; `localhost` without it. */
  readonly host?: string;
};

export type Ledgers = {
  readonly openStore: (
    org: string,
    mode: "read" | "write",
    purpose: string,
    waitMilliseconds?: number,
  ) => Promise<Result<Store, StoreRefusal>>;
  /** Backs a ledger up into a file, restores one from it, makes one of a log's files. */
  readonly backup: (org: string, file: string) => Promise<Result<Copied, StoreRefusal>>;
  readonly restore: (org: string, file: string) => Promise<Result<Copied, StoreRefusal>>;
  readonly importLog: (org: string, log: ReadLog) => Promise<Result<Copied, StoreRefusal>>;
  /** Moves a ledger that nobody writes to out of its place, whole. */
  readonly moveOut: (org: string) => Promise<Result<undefined, StoreRefusal>>;
  /** The ledger that was moved out and is not yet put aside; undefined where there is none. */
  readonly movedOut: (org: string) => Promise<Result<Store | undefined, StoreRefusal>>;
  /** Puts it aside under this moment; its new name, undefined where there is none. */
  readonly putAside: (
    org: string,
    at: Instant,
  ) => Promise<Result<string | undefined, StoreRefusal>>;
};

/** A moment as part of a name. */
export const stampOf = (at: Instant): string => at.replaceAll(/[-:.]/g, "");

/** How often a waiting writer looks again. */
const lookMilliseconds = 50;

/** Opens, and as long as another process writes, again. */
export const whenFree = async (
  waitMilliseconds: number,
  open: () => Promise<Result<Store, StoreRefusal>>,
): Promise<Result<Store, StoreRefusal>> => {
  for (const until = performance.now() + waitMilliseconds; ; await pause(lookMilliseconds)) {
    const opened = await open();
    if (opened.ok || opened.refusal.code !== "store.locked") return opened;
    if (performance.now() >= until) return opened;
  }
};
