/**
 * A ledger in memory: for rehearsals, tests, and questions put to a record without a disk.
 *
 * It keeps every promise of the port except to be there tomorrow.
 */
import { type Hash, hex, ok, refuse, utf8 } from "#base";
import {
  type Entry,
  emptyFrontier,
  entryBytes,
  entryBytesLimit,
  type Frontier,
  leafHash,
  type SigningKey,
  type Store,
} from "#ledger";
import { ephemeralLog } from "./ephemeral.ts";
import { StoreError } from "./refusal.ts";

type State = {
  texts: readonly string[];
  places: ReadonlyMap<string, number>;
  frontier: Frontier;
};

type Taken = { readonly id: string; readonly seq: number };

/** The state with the entries added, or the place at which an id of theirs already stands. */
const grown = (state: State, entries: readonly Entry[], hash: Hash): State | Taken => {
  const places = new Map(state.places);
  const frontier = state.frontier.fork();
  for (const { act, text } of entries) {
    const seq = places.get(act.id);
    if (seq !== undefined) return { id: act.id, seq };
    places.set(act.id, frontier.size());
    frontier.append(leafHash(utf8(text), hash));
  }
  return { texts: [...state.texts, ...entries.map((entry) => entry.text)], places, frontier };
};

/** An empty ledger in memory; without a key of its own it gets one that nobody else will know. */
export const memoryStore = (hash: Hash, log: SigningKey = ephemeralLog(hash)): Store => {
  let state: State = { texts: [], places: new Map(), frontier: emptyFrontier(hash) };
  let closed = false;
  const current = (): State => {
    if (closed) throw new StoreError("store.closed", "the store is closed");
    return state;
  };
  return {
    log,
    size: async () => current().texts.length,
    read: async (from, limit) => current().texts.slice(from, from + limit),
    root: async () => hex(current().frontier.root()),
    append: async (expected, entries) => {
      const found = current().texts.length;
      if (found !== expected) return refuse({ code: "ledger.size-moved", expected, found });
      for (const { act, text } of entries) {
        const bytes = entryBytes(text);
        if (bytes > entryBytesLimit) {
          return refuse({ code: "ledger.entry-too-large", id: act.id, bytes });
        }
      }
      const next = grown(state, entries, hash);
      if ("seq" in next) return refuse({ code: "ledger.id-taken", ...next });
      state = next;
      return ok({ size: state.texts.length, root: hex(state.frontier.root()) });
    },
    close: async () => {
      closed = true;
    },
  };
};
