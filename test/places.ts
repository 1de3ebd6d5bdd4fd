/**
 * Where a ledger of the tests stands, in a file or in a database, and how to open it there.
 *
 * A place is also one word on the command line of a process that the tests start.
 */
import { type Observe, postgresStore, sha256, sqliteStore } from "#store";

export type Place =
  | { readonly path: string }
  | { readonly url: string; readonly org: string; readonly home: string };

export type Opening = {
  readonly readOnly?: boolean;
  /** As one of several processes; in a database only. */
  readonly shared?: boolean;
  readonly purpose?: string;
  readonly observe?: Observe;
};

/** Opens a ledger at its place, or says why not. */
export const openAt = (
  place: Place,
  { readOnly = false, shared = false, ...more }: Opening = {},
) => {
  if ("path" in place) return sqliteStore({ ...place, hash: sha256, readOnly, ...more });
  const mode = shared ? "share" : readOnly ? "read" : "write";
  return postgresStore({ ...place, hash: sha256, mode, ...more });
};

/** Opens a ledger that there is nothing against. */
export const storeAt = async (place: Place, more: Opening = {}) => {
  const opened = await openAt(place, more);
  if (opened.ok) return opened.value;
  throw new Error(JSON.stringify(opened.refusal));
};

export const wordOf = (place: Place): string => JSON.stringify(place);

export const placeIn = (word: string): Place => JSON.parse(word);
