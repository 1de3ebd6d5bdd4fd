/**
 * Why a store cannot be opened, and what is thrown when an open one fails.
 *
 * Opening depends on the world (folders, other processes, damage), so it answers with a `Result`.
 * An open store that can no longer keep its promise throws a `StoreError`: the caller did nothing
 * that could be refused, and must not go on as if the act were entered.
 */

/** Sentences are made in `wording`; `path` is the path as the caller gave it. */
export type StoreRefusal =
  /** The folder, or for a reader the file, is not there. */
  | { readonly code: "store.not-found"; readonly path: string }
  /** The folder or file may not be written (or, by a reader, not be read). */
  | { readonly code: "store.not-permitted"; readonly path: string }
  /** Another process holds the writer's lock (S-41). */
  | {
      readonly code: "store.locked";
      readonly path: string;
      readonly pid: number;
      readonly purpose: string;
    }
  /** Not a database, or one of another format. */
  | { readonly code: "store.format"; readonly path: string; readonly found: string }
  /** The ledger of another organization. */
  | { readonly code: "store.other-org"; readonly path: string; readonly found: string }
  /** The first entry whose text, id or place is not what was entered. */
  | { readonly code: "store.entry-damaged"; readonly path: string; readonly seq: number }
  /** The entries are sound one by one, but are not those of the stored head. */
  | {
      readonly code: "store.head-mismatch";
      readonly path: string;
      readonly size: number;
      readonly root: string;
      readonly foundSize: number;
      readonly foundRoot: string;
    }
  /** Fewer entries than the log has signed for: from `seq` on they are lost. */
  | {
      readonly code: "store.tail-lost";
      readonly path: string;
      readonly seq: number;
      readonly signed: number;
    }
  /** The entries are not those that the log has signed for, up to this size. */
  | { readonly code: "store.rewritten"; readonly path: string; readonly signed: number }
  /** The file with the checkpoint is not there, or none in it verifies. */
  | { readonly code: "store.checkpoint-missing"; readonly path: string }
  /** A witness keeps the name that it was given first. */
  | { readonly code: "witness.other-name"; readonly path: string; readonly found: string }
  /** A backup is never written over. */
  | { readonly code: "backup.exists"; readonly path: string }
  /** Not a backup of a ledger, or not a whole one. */
  | { readonly code: "backup.none"; readonly path: string }
  /** A ledger stands where one is to be restored. */
  | { readonly code: "restore.occupied"; readonly path: string }
  /** The keys beside the place are those of another log. */
  | { readonly code: "restore.other-log"; readonly path: string }
  /** The lost ledger had signed for more than the backup holds. */
  | {
      readonly code: "restore.behind";
      readonly path: string;
      readonly size: number;
      readonly signed: number;
    }
  /** A key's file that must be there is not. */
  | { readonly code: "key.missing"; readonly path: string }
  /** A key's file holds no key, or not the one that belongs to the ledger. */
  | { readonly code: "key.damaged"; readonly path: string }
  /** The file could not be read or written: disk, memory, another process's long hold. */
  | { readonly code: "store.failed"; readonly path: string; readonly found: string };

export type StoreErrorCode =
  | "store.closed"
  | "store.read-only"
  | "store.lock-lost"
  | "store.damaged"
  | "store.failed";

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** Faults of an open store that the world causes; any other is a mistake of ours. */
const worldly: ReadonlySet<string> = new Set(["store.failed", "store.lock-lost", "store.damaged"]);

/** What a thrown error tells whoever waits for the answer, if the world caused it. */
export const worldFault = (
  error: unknown,
  path: string,
): { readonly code: StoreErrorCode; readonly path: string; readonly found: string } | undefined => {
  if (!(error instanceof StoreError) || !worldly.has(error.code)) return undefined;
  const { code, cause, message } = error;
  return { code, path, found: cause instanceof Error ? cause.message : message };
};
