/**
 * A ledger in memory: for rehearsals, tests, and questions put to a record without a disk.
 *
 * It keeps every promise of the port except to be there tomorrow.
 */
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import {
  type AppendRefusal,
  type Entry,
  emptyFrontier,
  entryBytes,
  entryBytesLimit,
  type Frontier,
  leafHash,
  type Payload,
  type Receipt,
  type SigningKey,
  type Store,
  sealOf,
  signCheckpoint,
} from "#ledger";
import { ephemeralLog } from "./ephemeral.ts";
import { StoreError } from "./refusal.ts";

type State = {
  readonly texts: readonly string[];
  readonly leaves: readonly Uint8Array[];
  readonly places: ReadonlyMap<string, number>;
  readonly frontier: Frontier;
};

type Taken = { readonly id: string; readonly seq: number };

/** The state with the entries added, or the place at which an id of theirs already stands. */
const grown = (state: State, entries: readonly Entry[], hash: Hash): State | Taken => {
  const places = new Map(state.places);
  const frontier = state.frontier.fork();
  const leaves = entries.map(({ text }) => leafHash(utf8(text), hash));
  for (const [at, { act }] of entries.entries()) {
    const seq = places.get(act.id);
    if (seq !== undefined) return { id: act.id, seq };
    places.set(act.id, frontier.size());
    const leaf = leaves[at];
    if (leaf !== undefined) frontier.append(leaf);
  }
  return {
    texts: [...state.texts, ...entries.map((entry) => entry.text)],
    leaves: [...state.leaves, ...leaves],
    places,
    frontier,
  };
};

/** What was answered to a key, and to which entries. */
type Answered = { readonly texts: string; readonly receipt: Receipt };

/** An empty ledger in memory; without a key of its own it gets one that nobody else will know. */
export const memoryStore = (hash: Hash, log: SigningKey = ephemeralLog(hash)): Store => {
  let state: State = { texts: [], leaves: [], places: new Map(), frontier: emptyFrontier(hash) };
  let closed = false;
  const answers = new Map<string, Answered>();
  const payloads = new Map<string, Payload>();
  const current = (): State => {
    if (closed) throw new StoreError("store.closed", "the store is closed");
    return state;
  };
  const entered = (
    expected: number | undefined,
    entries: readonly Entry[],
  ): Result<Receipt, AppendRefusal> => {
    const found = current().texts.length;
    if (expected !== undefined && found !== expected) {
      return refuse({ code: "ledger.size-moved", expected, found });
    }
    for (const { act, text } of entries) {
      const bytes = entryBytes(text);
      if (bytes > entryBytesLimit) {
        return refuse({ code: "ledger.entry-too-large", id: act.id, bytes });
      }
    }
    const next = grown(state, entries, hash);
    if ("seq" in next) return refuse({ code: "ledger.id-taken", ...next });
    state = next;
    return ok({ first: found, size: next.texts.length, root: hex(next.frontier.root()) });
  };
  return {
    log,
    size: async () => current().texts.length,
    read: async (from, limit) => current().texts.slice(from, from + limit),
    leaves: async (from, limit) => current().leaves.slice(from, from + limit),
    root: async () => hex(current().frontier.root()),
    append: async (expected, entries, { key, payloads: more = [] } = {}) => {
      current();
      const texts = entries.map(({ text }) => text).join("\n");
      const before = key === undefined ? undefined : answers.get(key);
      if (key !== undefined && before !== undefined) {
        const seq = before.receipt.first;
        return before.texts === texts
          ? ok(before.receipt)
          : refuse({ code: "ledger.key-reused", key, seq });
      }
      const answer = entered(expected, entries);
      if (!answer.ok) return answer;
      for (const payload of more) payloads.set(sealOf(payload, hash).sealed, payload);
      if (key !== undefined && texts !== "") answers.set(key, { texts, receipt: answer.value });
      return answer;
    },
    checkpoint: async () => {
      const { frontier } = current();
      return signCheckpoint(frontier.size(), frontier.root(), log);
    },
    payload: async (sealed) => payloads.get(sealed),
    erase: async (sealed) => payloads.delete(sealed),
    close: async () => {
      closed = true;
    },
  };
};
