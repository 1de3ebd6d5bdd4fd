/**
 * All entries of a store, read as strictly as they were written.
 */

import { ok, type Result, refuse } from "#base";
import { type Entry, readEntry, type Store } from "#ledger";

/** How many texts are fetched at once. */
const page = 4_096;

export type DamagedEntry = {
  readonly code: "ledger.damaged";
  readonly seq: number;
  readonly found: string;
};

export const isDamaged = (refusal: { readonly code: string }): refusal is DamagedEntry =>
  refusal.code === "ledger.damaged";

export const readEntries = async (
  store: Store,
): Promise<Result<readonly Entry[], DamagedEntry>> => {
  const size = await store.size();
  const entries: Entry[] = [];
  while (entries.length < size) {
    const texts = await store.read(entries.length, Math.min(page, size - entries.length));
    if (texts.length === 0) throw new Error(`the store ended at ${entries.length} of ${size}`);
    for (const text of texts) {
      const entry = readEntry(text);
      if (!entry.ok) {
        const found = `${entry.refusal.code} ${entry.refusal.at}`;
        return refuse({ code: "ledger.damaged", seq: entries.length, found });
      }
      entries.push(entry.value);
    }
  }
  return ok(entries);
};
