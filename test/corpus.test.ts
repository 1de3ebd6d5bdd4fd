/** Entries of every released version are read, judged and hashed as on the day they were written. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hex, utf8 } from "#base";
import {
  type Entry,
  judgeEntry,
  type KeyRing,
  leafHash,
  noKeys,
  readEntry,
  rootOf,
  signedOf,
  writeEntry,
} from "#ledger";
import { kinds } from "#record";
import { sha256, verifyEd25519 } from "#store";

const corpus = join(import.meta.dirname, "corpus");
const versions = readdirSync(corpus).filter((name) => /^v\d+$/.test(name));

test("there is a folder for each released version", () => {
  expect(versions).toEqual(["v1"]);
});

describe.each(versions)("%s", (version) => {
  const file = (name: string): string => readFileSync(join(corpus, version, name), "utf8");
  const { origin, size, root }: { origin: string; size: number; root: string } = JSON.parse(
    file("log.json"),
  );
  const texts = file("entries.jsonl").split("\n").slice(0, -1);
  const entries = texts.flatMap((text): readonly Entry[] => {
    const read = readEntry(text);
    return read.ok ? [read.value] : [];
  });

  test("every entry is read, and their root is the one of that day", () => {
    expect([texts.length, entries.length]).toEqual([size, size]);
    const leaves = texts.map((text) => leafHash(utf8(text), sha256));
    expect(hex(rootOf(leaves, sha256))).toBe(root);
  });

  test("every signature stands at its place", () => {
    let ring: KeyRing = noKeys;
    const fates = entries.map((entry, seq) => {
      const judged = judgeEntry(ring, entry, seq, { origin, verify: verifyEd25519 });
      if (judged.ok) ring = judged.value;
      return judged.ok ? "stands" : judged.refusal.code;
    });
    expect(new Set(fates)).toEqual(new Set(["stands"]));
  });

  test("what is read is written again as the same bytes", () => {
    for (const entry of entries) {
      expect(writeEntry(entry.act, signedOf(entry).signatures).text).toBe(entry.text);
    }
  });

  test("every act is of a kind that is still known, the three about keys among them", () => {
    const found = new Set(entries.map(({ act }) => act.kind));
    expect([...found].filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const kind of ["key.registered", "key.rotated", "key.revoked"]) {
      expect(found).toContain(kind);
    }
  });
});
