/**
 * Opens a ledger file as the program does, with every check, in a process of its own, up to the
 * first answer. Started by `open.ts`; prints how long it took, and the answer.
 */
import { readEntry, type Store } from "#ledger";
import { library, type Record } from "#record";
import { sha256, sqliteStore } from "#store";
import { packOf, type Shape } from "./data.ts";
import type { Opening } from "./open.ts";

const page = 4_096;

/** The fold of all entries, each read as strictly as it was written. */
const entered = async (store: Store, shape: Shape): Promise<Record> => {
  const all = library(packOf(shape));
  for (const size = await store.size(); all.size() < size; ) {
    for (const text of await store.read(all.size(), page)) {
      const entry = readEntry(text);
      if (!entry.ok) throw new Error(`entry ${all.size()}: ${JSON.stringify(entry.refusal)}`);
      all.enter(entry.value);
    }
  }
  return all.under({});
};

type Given = { readonly shape: Shape; readonly name: string; readonly day: number };

const [path = "", given = ""] = process.argv.slice(2);
const { shape, name, day }: Given = JSON.parse(given);
const began = performance.now();
const store = await sqliteStore({ path, hash: sha256, readOnly: true });
if (!store.ok) throw new Error(JSON.stringify(store.refusal));
const record = await entered(store.value, shape);
await store.value.close();
const answer = record.on(name, day, record.size())?.value ?? "none";
const ended = performance.now();
const opening: Opening = { open: ended - began, whole: ended, answer };
console.log(JSON.stringify(opening));
