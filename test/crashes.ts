/**
 * A writer that dies at a step, a disk that lies, bits that flip: what the tests of the store share.
 *
 * The gate takes a sample of each, `*.long.test.ts` takes all.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { hex, utf8 } from "#base";
import { leafHash, openCheckpoint, rootOf, type Store } from "#ledger";
import { type Step, sha256, sqliteStore, verifyEd25519 } from "#store";
import { entriesFrom } from "../src/ledger/testing.ts";
import { startChild } from "./child.ts";
import { type Place, storeAt, wordOf } from "./places.ts";

const writer = new URL("./store-writer.ts", import.meta.url);

/** Numbers that look random and are the same each time: 0 up to `below`. */
export const numbers = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Whatever happened: dense, unchanged, signed for, and it goes on; the size it then has. */
export const expectSound = async (store: Store, acknowledged: number): Promise<number> => {
  const size = await store.size();
  expect(size).toBeGreaterThanOrEqual(acknowledged);
  const texts = await store.read(0, size);
  expect(texts).toEqual(entriesFrom(0, size).map((entry) => entry.text));
  const leaves = texts.map((text) => leafHash(utf8(text), sha256));
  expect(await store.root()).toBe(hex(rootOf(leaves, sha256)));
  const means = { verify: verifyEd25519, hash: sha256 };
  const signed = openCheckpoint(await store.checkpoint(), store.log, means);
  expect(signed).toMatchObject({ ok: true, value: { size } });
  expect(signed.ok && hex(signed.value.root)).toBe(await store.root());
  return size;
};

export type Crash = { readonly step: Step; readonly nth: number; readonly batch: number };

/** Which append, of how many entries: the first, one in the middle, both sides of the edges of tiles. */
export const shapes = [
  [1, 1],
  [5, 1],
  [2, 10],
  [1, 255],
  [1, 256],
  [1, 257],
  [2, 255],
  [2, 256],
  [2, 257],
  [3, 85],
] as const;

/** Lets a writer die at a step, opens what it left, and sends what was under way once more. */
export const crash = async (place: Place, { step, nth, batch }: Crash): Promise<void> => {
  const child = startChild(writer, ["die", wordOf(place), step, String(nth), String(batch)]);
  let acknowledged = 0;
  for (let line = await child.line(); line !== undefined; line = await child.line()) {
    acknowledged = Number(line);
  }
  await child.gone();
  const store = await storeAt(place);
  try {
    const size = await expectSound(store, acknowledged);
    expect(size - acknowledged === 0 || size - acknowledged === batch).toBe(true);
    // The client never heard: it sends the same under the same key, and enters it once.
    const key = `key-${acknowledged}`;
    const entries = entriesFrom(acknowledged, batch);
    const again = await store.append(acknowledged, entries, { key });
    expect(again).toMatchObject({ ok: true, value: { first: acknowledged } });
    await expectSound(store, acknowledged + batch);
  } finally {
    await store.close();
  }
};

export type Image = ReadonlyMap<string, Buffer>;

/** The files of a ledger as they lie, its write-ahead log among them. */
export const imageOf = (folder: string): Image =>
  new Map(
    readdirSync(folder)
      .filter((name) => !/\.(lock|db-shm)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

export type Flip = { readonly name: string; readonly place: number; readonly bit: number };

/** Whether a store gives exactly these entries under their root, signed for as far as it says. */
const readsAs = async (store: Store, count: number): Promise<boolean> => {
  const entries = entriesFrom(0, count);
  const texts = await store.read(0, await store.size());
  const root = rootOf(
    entries.map(({ text }) => leafHash(utf8(text), sha256)),
    sha256,
  );
  const means = { verify: verifyEd25519, hash: sha256 };
  const signed = openCheckpoint(await store.checkpoint(), store.log, means);
  return (
    texts.join("\n") === entries.map(({ text }) => text).join("\n") &&
    (await store.root()) === hex(root) &&
    signed.ok &&
    signed.value.size <= count
  );
};

/** What becomes of a ledger of so many entries when one bit of one of its files is flipped. */
export const afterFlip = async (
  folder: string,
  image: Image,
  count: number,
  { name, place, bit }: Flip,
): Promise<"as entered" | "refused" | "false"> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, bytes] of image) {
    const changed = Buffer.from(bytes);
    if (file === name) changed[place] = (changed[place] ?? 0) ^ (1 << bit);
    writeFileSync(join(folder, file), changed, { mode: 0o600 });
  }
  const path = join(folder, "ledger.db");
  // Only a writer reads the private key.
  const opened = await sqliteStore({ path, hash: sha256, readOnly: !name.endsWith(".key") });
  if (!opened.ok) return "refused";
  try {
    return (await readsAs(opened.value, count)) ? "as entered" : "false";
  } finally {
    await opened.value.close();
  }
};

/** Kills a writer at a moment drawn by the seed, while it appends; opens what it left, and goes on. */
export const killed = async (place: Place, seed: number): Promise<void> => {
  const child = startChild(writer, ["append", wordOf(place)]);
  const random = numbers(seed);
  const until = 1 + random(60);
  let acknowledged = 0;
  for (let line = 0; line < until; line += 1) acknowledged = Number(await child.line());
  // Not at once: somewhere within one of the next appends.
  await new Promise((resolve) => setTimeout(resolve, random(4)));
  const dying = child.kill();
  for (let line = await child.line(); line !== undefined; line = await child.line()) {
    acknowledged = Number(line);
  }
  await dying;
  const store = await storeAt(place);
  try {
    const size = await expectSound(store, acknowledged);
    expect((await store.append(size, entriesFrom(size, 1))).ok).toBe(true);
  } finally {
    await store.close();
  }
};
