/**
 * The port that storage must satisfy: entries in one dense order, as exact bytes, under one root.
 *
 * In:   entries, and the size the writer believes the ledger has.
 * Out:  the texts as they were given, byte for byte, under a checkpoint that the log signed; a
 *       refusal when the writer was mistaken.
 *
 * All methods are promises, also where a driver needs none, so that one contract suite and one
 * caller serve a driver in memory, one in a file and one behind a network.
 */
import type { Result } from "#base";
import type { Entry } from "./entry.ts";
import type { VerifierKey } from "./log/key.ts";
import type { Payload } from "./seal.ts";

/** Why nothing was entered. An append is all or nothing. */
export type AppendRefusal =
  | { readonly code: "ledger.size-moved"; readonly expected: number; readonly found: number }
  | { readonly code: "ledger.id-taken"; readonly id: string; readonly seq: number }
  | { readonly code: "ledger.entry-too-large"; readonly id: string; readonly bytes: number }
  | { readonly code: "ledger.key-reused"; readonly key: string; readonly seq: number };

/** What a ledger holds, in two values: how many entries, and their root in lower-case hex. */
export type Head = { readonly size: number; readonly root: string };

/** Where entries were entered, and the head with which they were. */
export type Receipt = Head & { readonly first: number };

/** What may be sent with entries. */
export type More = {
  /**
   * A key of the client's making (S-47): sent again with the same entries it gets the first answer,
   * with others a refusal.
   */
  readonly key?: string;
  /** What opens the seals in them; kept apart from the log. */
  readonly payloads?: readonly Payload[];
};

export type Store = {
  /** The log's key; its name is the origin, which no other ledger and no rehearsal shares. */
  readonly log: VerifierKey;
  /** How many entries there are; the next one gets this number as its place (`seq`). */
  readonly size: () => Promise<number>;
  /** The exact texts of at most `limit` entries from place `from` on, in order. */
  readonly read: (from: number, limit: number) => Promise<readonly string[]>;
  /**
   * Enters all of `entries` behind the first `expectedSize`, or behind any, or none of them. Durable
   * and signed for once it resolves; nobody is refused because others are writing. Judged in this
   * order: the key, the size, all lengths, all ids; an id that stands twice within `entries` is
   * taken by its first bearer.
   */
  readonly append: (
    expectedSize: number | undefined,
    entries: readonly Entry[],
    more?: More,
  ) => Promise<Result<Receipt, AppendRefusal>>;
  /** The leaf hashes of at most `limit` entries from place `from` on, in order. */
  readonly leaves: (from: number, limit: number) => Promise<readonly Uint8Array[]>;
  /** The note of the newest checkpoint; its size may be behind `size` while an append is under way. */
  readonly checkpoint: () => Promise<string>;
  /** What opens a seal; undefined where it was never given, or erased. */
  readonly payload: (sealed: string) => Promise<Payload | undefined>;
  /** Destroys what opens a seal. The log does not change. Whether there was anything. */
  readonly erase: (sealed: string) => Promise<boolean>;
  /** The stored root, in lower-case hex. */
  readonly root: () => Promise<string>;
  /** Lets go of files and of the writer's lock. Nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
};
