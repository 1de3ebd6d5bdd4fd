/**
 * What a workflow needs of the world, handed in by the entry points: files, a store, the clock.
 *
 * Every refusal of the world has a stable code and plain values; `wording` makes the sentence.
 */

import type { Hash, Instant, Result } from "#base";
import type { Sign, Store } from "#ledger";

/** A refusal that comes from outside: `store.locked`, with `pid` and `purpose`, and the like. */
export type PortRefusal = { readonly code: string; readonly [detail: string]: string | number };

export type Mode = "read" | "write";

/** Texts by their path inside a folder, with `/` between the steps. */
export type Tree = ReadonlyMap<string, string>;

/** A private key and its public half; what is signed stays inside. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly sign: Sign };

/** Something worth a line on standard error that stops nothing. */
export type Note =
  /** A ledger of an open release that differed was moved aside and made anew. */
  | {
      readonly code: "ledger.rebuilt";
      readonly org: string;
      readonly aside: string;
      readonly carried: number;
    }
  /** The ledger lacks what the files hold, or holds it otherwise; answers come from the ledger. */
  | { readonly code: "ledger.behind"; readonly org: string; readonly missing: number }
  | { readonly code: "ledger.differs"; readonly org: string; readonly place: string }
  /** The files of the record are malformed; answers come from the ledger. */
  | { readonly code: "records.malformed"; readonly org: string; readonly place: string }
  /** A ledger of a format that was never promised was moved aside; a new one takes its place. */
  | { readonly code: "ledger.renewed"; readonly org: string; readonly aside: string }
  /** A missing ledger was filled. */
  | { readonly code: "ledger.filled"; readonly org: string; readonly entries: number };

export type Ports = {
  readonly hash: Hash;
  readonly now: () => Instant;
  /** The files of a charter or a record; undefined where there is no such folder. */
  readonly readTree: (dir: "charters" | "records", org: string) => Promise<Tree | undefined>;
  /**
   * Opens a ledger. `waitMilliseconds` is how long a writer waits for another to finish; without
   * it, the writer is refused at once.
   */
  readonly openStore: (
    org: string,
    mode: Mode,
    purpose: string,
    waitMilliseconds?: number,
  ) => Promise<Result<Store, PortRefusal>>;
  /** The registrar's key of this installation; made where it is missing, if `make` says so. */
  readonly registrar: (org: string, make: boolean) => Promise<Result<KeyPair, PortRefusal>>;
  /** What was kept under a name; undefined where nothing is. Never trusted without a check. */
  readonly readCache: (org: string, name: string) => Promise<string | undefined>;
  /** Keeps a text. Where that cannot be done, nothing is kept and nobody is told. */
  readonly writeCache: (org: string, name: string, text: string) => Promise<void>;
  /** Moves a closed ledger out of its place, whole. */
  readonly moveOut: (org: string) => Promise<Result<undefined, PortRefusal>>;
  /** The ledger that was moved out and not yet put aside; undefined where there is none. */
  readonly movedOut: (org: string) => Promise<Result<Store | undefined, PortRefusal>>;
  /** Puts it aside under this moment; gives its name, undefined where there is none. */
  readonly putAside: (org: string, at: Instant) => Promise<Result<string | undefined, PortRefusal>>;
  readonly note: (note: Note) => void;
};
