/**
 * What every driver of the ledger's port must do, ours and others': one suite, run by each driver.
 *
 * A driver hands in how to open a fresh ledger, and, where there is something to come back to, how
 * to open the same one again. What only one driver can show stands in that driver's own tests.
 */
import { afterEach, describe, expect, test } from "vitest";
import { fromHex, type Hash, hex, utf8 } from "#base";
import {
  entryBytesLimit,
  leafHash,
  openCheckpoint,
  readEntry,
  rootOf,
  type Store,
  sealOf,
} from "#ledger";
import { verifyEd25519 as verify } from "#store";
import { entriesFrom, entryOf } from "../src/ledger/testing.ts";

export type Opened = {
  readonly store: Store;
  /** Closes the store and opens the same ledger again; absent where nothing remains. */
  readonly again?: () => Promise<Store>;
  readonly remove: () => Promise<void>;
};

/** The root by the definition, over what the store says it holds. */
const rootBy = async (store: Store, hash: Hash): Promise<string> => {
  const texts = await store.read(0, await store.size());
  return hex(
    rootOf(
      texts.map((text) => leafHash(utf8(text), hash)),
      hash,
    ),
  );
};

/** An entry whose text has exactly this many bytes. */
const entryOfBytes = (id: string, bytes: number) => {
  const around = utf8(entryOf(id, { title: { en: "n", ru: "н" } }).text).length;
  return entryOf(id, { title: { en: "n".repeat(1 + bytes - around), ru: "н" } });
};

export const storeContract = (driver: string, hash: Hash, open: () => Promise<Opened>): void => {
  let opened: Opened | undefined;
  const fresh = async (): Promise<Store> => {
    opened = await open();
    return opened.store;
  };
  afterEach(async () => {
    await opened?.store.close();
    await opened?.remove();
    opened = undefined;
  });

  describe(`the port of the ledger, by ${driver}`, () => {
    test("an empty ledger has size 0, nothing to read, and the root of no leaves", async () => {
      const store = await fresh();
      expect(await store.size()).toBe(0);
      expect(await store.read(0, 100)).toEqual([]);
      expect(await store.root()).toBe(hex(hash(new Uint8Array(0))));
    });

    test("what is appended is read back byte for byte, in a dense order", async () => {
      const store = await fresh();
      const entries = [...entriesFrom(0, 5), entryOf("lake.odd", { title: odd })];
      expect((await store.append(0, entries.slice(0, 2))).ok).toBe(true);
      expect((await store.append(2, entries.slice(2))).ok).toBe(true);
      expect(await store.size()).toBe(6);
      expect(await store.read(0, 100)).toEqual(entries.map((entry) => entry.text));
      expect(await store.read(2, 2)).toEqual([entries[2]?.text, entries[3]?.text]);
      expect(await store.read(6, 2)).toEqual([]);
      expect(await store.read(99, 2)).toEqual([]);
      expect(await store.read(0, 0)).toEqual([]);
      for (const text of await store.read(0, 100)) expect(readEntry(text).ok).toBe(true);
    });

    test("the root is that of the definition at every size, and append tells it", async () => {
      const store = await fresh();
      for (let size = 0; size < 20; size += 1) {
        const appended = await store.append(size, entriesFrom(size, 1));
        const root = await rootBy(store, hash);
        expect(appended).toEqual({ ok: true, value: { first: size, size: size + 1, root } });
        expect(await store.root()).toBe(root);
      }
      expect(fromHex(await store.root())?.length).toBe(32);
    });

    test("entries in one call or one by one give one root", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 13));
      expect(await store.root()).toBe(await rootBy(store, hash));
    });

    test("no entries at all are appended without a change", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 1));
      const root = await store.root();
      const value = { first: 1, size: 1, root };
      expect(await store.append(1, [])).toEqual({ ok: true, value });
    });

    test("a size that has moved is refused, below and above", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 3));
      for (const expected of [2, 4]) {
        const refusal = { code: "ledger.size-moved", expected, found: 3 };
        expect(await store.append(expected, entriesFrom(9, 1))).toEqual({ ok: false, refusal });
      }
      expect(await store.size()).toBe(3);
    });

    test("an id that is taken is refused with its place, and none of its company enters", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 3));
      const root = await store.root();
      const company = [...entriesFrom(10, 2), entryOf("lake.1"), entryOf("lake.0")];
      const refusal = { code: "ledger.id-taken", id: "lake.1", seq: 1 };
      expect(await store.append(3, company)).toEqual({ ok: false, refusal });
      expect([await store.size(), await store.root()]).toEqual([3, root]);
      expect((await store.append(3, entriesFrom(10, 2))).ok).toBe(true);
    });

    test("an id twice in one call is taken by its first bearer", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 3));
      const twice = [...entriesFrom(10, 2), entryOf("lake.11", { release: 2 })];
      const refusal = { code: "ledger.id-taken", id: "lake.11", seq: 4 };
      expect(await store.append(3, twice)).toEqual({ ok: false, refusal });
      expect(await store.size()).toBe(3);
    });

    test("an entry of 65,535 bytes enters; one of 65,536 is refused, and its company", async () => {
      const store = await fresh();
      const large = entryOfBytes("lake.large", entryBytesLimit + 1);
      const refusal = { code: "ledger.entry-too-large", id: "lake.large", bytes: 65_536 };
      const company = [...entriesFrom(0, 1), large];
      expect(await store.append(0, company)).toEqual({ ok: false, refusal });
      expect(await store.size()).toBe(0);
      const widest = entryOfBytes("lake.widest", entryBytesLimit);
      expect((await store.append(0, [widest])).ok).toBe(true);
      expect(await store.read(0, 1)).toEqual([widest.text]);
    });

    test("of appends in flight at one size exactly one enters", async () => {
      const store = await fresh();
      const tries = Array.from({ length: 16 }, (_, n) => store.append(0, entriesFrom(n * 2, 2)));
      const results = await Promise.all(tries);
      expect(results.filter((result) => result.ok).length).toBe(1);
      expect(await store.size()).toBe(2);
    });

    test("appends in flight, each at its size, enter in the order of the calls", async () => {
      const store = await fresh();
      const calls = Array.from({ length: 16 }, (_, n) => store.append(n, entriesFrom(n, 1)));
      const sizes = (await Promise.all(calls)).map((result) => result.ok && result.value.size);
      expect(sizes).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
      expect(await store.read(0, 99)).toEqual(entriesFrom(0, 16).map((entry) => entry.text));
    });

    test("of appends in flight at any size all enter, each whole and in one piece", async () => {
      const store = await fresh();
      const calls = Array.from({ length: 40 }, (_, n) =>
        store.append(undefined, entriesFrom(n * 10, 1 + (n % 3))),
      );
      const receipts = (await Promise.all(calls)).map((each) => (each.ok ? each.value : undefined));
      for (const [n, receipt] of receipts.entries()) {
        const texts = await store.read(receipt?.first ?? 0, 1 + (n % 3));
        expect(texts).toEqual(entriesFrom(n * 10, 1 + (n % 3)).map(({ text }) => text));
        expect(receipt?.size).toBe((receipt?.first ?? 0) + 1 + (n % 3));
      }
      expect(await store.root()).toBe(await rootBy(store, hash));
    });

    test("S-47: a key sent again gets the first answer, with other entries a refusal", async () => {
      const store = await fresh();
      const first = await store.append(0, entriesFrom(0, 2), { key: "k1" });
      await store.append(2, entriesFrom(2, 1));
      expect(await store.append(0, entriesFrom(0, 2), { key: "k1" })).toEqual(first);
      const refusal = { code: "ledger.key-reused", key: "k1", seq: 0 };
      expect(await store.append(3, entriesFrom(3, 1), { key: "k1" })).toEqual({
        ok: false,
        refusal,
      });
      expect(await store.size()).toBe(3);
      const [one, two] = await Promise.all([
        store.append(undefined, entriesFrom(9, 1), { key: "k2" }),
        store.append(undefined, entriesFrom(9, 1), { key: "k2" }),
      ]);
      expect(one).toEqual(two);
      expect(await store.size()).toBe(4);
    });

    test("S-47: a refused submission does not use up its key", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 1));
      expect((await store.append(0, entriesFrom(1, 1), { key: "k" })).ok).toBe(false);
      expect((await store.append(1, entriesFrom(1, 1), { key: "k" })).ok).toBe(true);
    });

    test("of an id in two submissions in flight exactly one enters, whole", async () => {
      const store = await fresh();
      const tries = Array.from({ length: 8 }, (_, n) =>
        store.append(undefined, [...entriesFrom(100 + n, 1), entryOf("lake.same")]),
      );
      const results = await Promise.all(tries);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.size()).toBe(2);
    });

    test("each head is signed for, under the log's own name", async () => {
      const store = await fresh();
      for (const size of [0, 1, 2]) {
        if (size > 0) await store.append(size - 1, entriesFrom(size - 1, 1));
        const opened = openCheckpoint(await store.checkpoint(), store.log, { verify, hash });
        expect(opened).toMatchObject({ ok: true, value: { size, origin: store.log.name } });
        expect(opened.ok && hex(opened.value.root)).toBe(await store.root());
      }
    });

    test("leaves are those of the texts", async () => {
      const store = await fresh();
      await store.append(0, entriesFrom(0, 5));
      const leaves = entriesFrom(0, 5).map(({ text }) => leafHash(utf8(text), hash));
      expect((await store.leaves(0, 99)).map(hex)).toEqual(leaves.map(hex));
      expect((await store.leaves(3, 1)).map(hex)).toEqual(leaves.slice(3, 4).map(hex));
    });

    test("what opens a seal is kept apart, and destroyed without a change of the log", async () => {
      const store = await fresh();
      const payload = { salt: new Uint8Array(32).fill(7), bytes: utf8("the lake rises") };
      const { sealed } = sealOf(payload, hash);
      await store.append(0, entriesFrom(0, 1), { payloads: [payload] });
      const root = await store.root();
      expect(await store.payload(sealed)).toEqual(payload);
      expect(await store.erase(sealed)).toBe(true);
      expect(await store.payload(sealed)).toBeUndefined();
      expect(await store.erase(sealed)).toBe(false);
      expect([await store.root(), await store.size()]).toEqual([root, 1]);
    });

    test("a ledger opened again is the same, and goes on", async () => {
      const store = await fresh();
      if (opened?.again === undefined) return;
      await store.append(0, entriesFrom(0, 7));
      const before = [await store.size(), await store.root(), await store.read(0, 99)];
      const again = await opened.again();
      expect([await again.size(), await again.root(), await again.read(0, 99)]).toEqual(before);
      expect((await again.append(7, entriesFrom(7, 1))).ok).toBe(true);
      await again.close();
    });

    test("a closed store answers nothing, and may be closed again", async () => {
      const store = await fresh();
      await store.close();
      await store.close();
      for (const ask of [store.size, store.root, () => store.append(0, [])]) {
        await expect(ask()).rejects.toMatchObject({ code: "store.closed" });
      }
    });
  });
};

/** Characters that a store may be tempted to change. */
const odd = { en: '\u0000 \u001f " \\ \u2028 e\u0301 é \u{1F30A}', ru: "Ёё 'x'; --" };
