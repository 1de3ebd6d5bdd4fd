/** A witness finds each second history, and accuses no honest log: a sample of witness.long.test.ts. */
import { describe, expect, test } from "vitest";
import { openCheckpoint, readVkey, type SignedCheckpoint } from "#ledger";
import { sha256, verifyEd25519 } from "#store";
import { look, type Sight } from "#workflows";
import { type Files, logKey, vkey } from "./log-writer.ts";
import { forked, forkNames, growing } from "./witness-histories.ts";

const means = { hash: sha256, verify: verifyEd25519 };
const read = readVkey(vkey(logKey), sha256);
if (!read.ok) throw new Error(read.refusal.code);
const log = read.value;

const seenIn = (files: Files): SignedCheckpoint => {
  const opened = openCheckpoint(String(files.get("checkpoint")), log, means);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
};

const sight = (seen: Files, shown: Files): Promise<Sight> =>
  look(async (path) => shown.get(path), log, seenIn(seen), means);

describe("what does not continue what was seen", () => {
  test.each(Array.from({ length: 45 }, (_, seed) => seed))("is an alarm, seed %i", async (seed) => {
    const { name, seen, shown } = forked(seed);
    const isFewer = seenIn(shown).size < seenIn(seen).size;
    expect((await sight(seen, shown)).is, name).toBe(isFewer ? "rolled-back" : "forked");
  });

  test("every way is among them", () => expect(forkNames.length).toBeLessThanOrEqual(45));
});

test("an honest log grows or stays, seeds 0 to 19", async () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const states = growing(seed);
    for (const [at, shown] of states.entries()) {
      const seen = states[at - 1];
      if (seen === undefined) continue;
      const isSame = seenIn(seen).size === seenIn(shown).size;
      expect((await sight(seen, shown)).is, `${seed}, ${at}`).toBe(isSame ? "same" : "grown");
    }
  }
});

describe("what does not fit what was signed accuses nobody", () => {
  const [first, , , last] = growing(3);
  const files = last ?? new Map();
  const names = [...files.keys()].filter((name) => !name.startsWith("tile/entries"));

  test.each(names)("%s gone, cut or changed", async (name) => {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    const bent = Buffer.from(bytes);
    bent[bent.length - 4] = (bent[bent.length - 4] ?? 0) ^ 1;
    for (const other of [undefined, bytes.subarray(0, -1), bent]) {
      const changed = new Map([...files, [name, other]]);
      const found = (await sight(first ?? files, changed)).is;
      // A witness asks for no file that it does not need, and keeps the key that it knows.
      expect(["unsound", "grown"]).toContain(found);
      if (name === "checkpoint") expect(found).toBe("unsound");
    }
  });
});
