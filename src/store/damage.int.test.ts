/** Flipped bits in the file of a ledger, and writers killed in the middle of an append. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hex, utf8 } from "#base";
import { leafHash, rootOf } from "#ledger";
import { killed, numbers } from "../../test/crashes.ts";
import { entriesFrom } from "../ledger/testing.ts";
import { sha256 } from "./sha256.ts";
import { sqliteStore } from "./sqlite.ts";

/** Processes are started and files opened by the hundred. */
vi.setConfig({ testTimeout: 30_000 });

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foedus-damage-"));
  path = join(folder, "ledger.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const entries = entriesFrom(0, 24);

const filled = async (): Promise<Buffer> => {
  const opened = await sqliteStore({ path, hash: sha256 });
  if (!opened.ok) throw new Error(opened.refusal.code);
  await opened.value.append(0, entries);
  await opened.value.close();
  return readFileSync(path);
};

const root = hex(
  rootOf(
    entries.map((entry) => leafHash(utf8(entry.text), sha256)),
    sha256,
  ),
);

/** Where bytes stand in the file. Earlier places may be left over from rows that moved. */
const placeOf = (file: Buffer, bytes: Uint8Array | string): number => {
  const place = file.lastIndexOf(bytes);
  expect(place).toBeGreaterThan(0);
  return place;
};

/** Opens the file with one bit flipped: the refusal, or whether all is read as it was entered. */
const withFlip = async (file: Buffer, place: number, bit: number) => {
  const flipped = Buffer.from(file);
  flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
  for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
  writeFileSync(path, flipped);
  const opened = await sqliteStore({ path, hash: sha256, readOnly: true });
  if (!opened.ok) return opened.refusal;
  const texts = await opened.value.read(0, 999);
  const isSame = texts.join("\n") === entries.map((entry) => entry.text).join("\n");
  const isSameRoot = (await opened.value.root()) === root;
  await opened.value.close();
  return isSame && isSameRoot ? "as entered" : "false";
};

describe("a bit flipped in the file", () => {
  test.each([11, 12, 13])(
    "in an entry's text is refused, naming the entry (seed %i)",
    async (seed) => {
      const file = await filled();
      const random = numbers(seed);
      for (const [seq, { text }] of entries.entries()) {
        const bytes = utf8(text);
        const place = placeOf(file, bytes) + random(bytes.length);
        expect(await withFlip(file, place, random(8))).toEqual({
          code: "store.entry-damaged",
          path,
          seq,
        });
      }
    },
  );

  test("in an entry's leaf or id is refused, naming the entry", async () => {
    const file = await filled();
    for (const [seq, { text, act }] of entries.entries()) {
      const bytes = utf8(text);
      const start = placeOf(file, bytes);
      const refusal = { code: "store.entry-damaged", path, seq };
      expect(await withFlip(file, start - act.id.length, 1)).toEqual(refusal);
      expect(await withFlip(file, start + bytes.length + 31, 5)).toEqual(refusal);
    }
  });

  test("in the stored root or size is refused", async () => {
    const file = await filled();
    const place = placeOf(file, `root${root}`);
    expect(await withFlip(file, place + 4, 0)).toMatchObject({ code: "store.head-mismatch" });
    const size = placeOf(file, "size24");
    expect(await withFlip(file, size + 5, 0)).toMatchObject({
      code: "store.head-mismatch",
      foundSize: 24,
      size: 25,
    });
  });

  test.each([21, 22])(
    "anywhere is refused, or changes nothing that is read (seed %i)",
    async (seed) => {
      const file = await filled();
      expect(await withFlip(file, 0, 8)).toBe("as entered"); // No bit at all.
      const random = numbers(seed);
      for (let round = 0; round < 100; round += 1) {
        const found = await withFlip(file, random(file.length), random(8));
        if (typeof found === "string") expect(found).toBe("as entered");
      }
    },
  );
});

describe("a writer killed in the middle of an append", () => {
  test.each([1, 2, 3])(
    "loses nothing acknowledged and leaves a dense ledger and a free lock (seed %i)",
    async (seed) => {
      await killed({ path }, seed);
      expect(existsSync(`${path}.lock`)).toBe(false);
    },
  );
});
