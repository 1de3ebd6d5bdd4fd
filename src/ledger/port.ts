/**
 * The port that storage must satisfy: entries in one dense order, as exact bytes, under one root.
 *
 * In:   entries, and the size the writer believes the ledger has.
 * Out:  the texts as they were given, byte for byte; a refusal when the writer was mistaken.
 *
 * All methods are promises, also where a driver needs none, so that one contract suite and one
 * caller serve a driver in memory, one in a file and one behind a network.
 */
import type { Result } from "#base";
import type { Entry } from "./entry.ts";
import type { VerifierKey } from "./log/key.ts";

/** Why nothing was entered. An append is all or nothing. */
export type AppendRefusal =
  | { readonly code: "ledger.size-moved"; readonly expected: number; readonly found: number }
  | { readonly code: "ledger.id-taken"; readonly id: string; readonly seq: number }
  | { readonly code: "ledger.entry-too-large"; readonly id: string; readonly bytes: number };

/** What a ledger holds, in two values: how many entries, and their root in lower-case hex. */
export type Head = { readonly size: number; readonly root: string };

export type Store = {
  /** The log's key; its name is the origin, which no other ledger and no rehearsal shares. */
  readonly log: VerifierKey;
  /** How many entries there are; the next one gets this number as its place (`seq`). */
  readonly size: () => Promise<number>;
  /** The exact texts of at most `limit` entries from place `from` on, in order. */
  readonly read: (from: number, limit: number) => Promise<readonly string[]>;
  /**
   * Enters all of `entries` behind the first `expectedSize`, or none of them. Durable once it
   * resolves. Judged in this order: the size, all lengths, all ids; an id that stands twice within
   * `entries` is taken by its first bearer.
   */
  readonly append: (
    expectedSize: number,
    entries: readonly Entry[],
  ) => Promise<Result<Head, AppendRefusal>>;
  /** The stored root, in lower-case hex. */
  readonly root: () => Promise<string>;
  /** Lets go of files and of the writer's lock. Nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
};
