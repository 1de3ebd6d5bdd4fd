/**
 * Receipts of the shipped record: the same bytes again and again, run again from pack and ledger
 * alone, and found out wherever a single field was changed.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonical, type Json } from "#base";
import { asked, entriesOf, packOf, treeOf, worldFrom } from "../../../test/world.ts";
import { verifyReceipts } from "../ask.ts";
import { anchorOf, engine } from "./anchor.ts";
import type { Receipt } from "./receipt.ts";
import { readReceipts } from "./verify.ts";

const pack = packOf("csto");
const entries = entriesOf(pack, treeOf("records", "csto"));
const world = worldFrom(pack, entries);
const positions = JSON.stringify({
  on: "2009-06-14",
  positions: { ARM: "for", KAZ: "for", KGZ: "for", RUS: "for", TJK: "for" },
});
const situation = JSON.stringify({
  on: "2022-01-06",
  victim: "KAZ",
  acts: [{ kind: "request-assistance", by: "KAZ", on: "2022-01-05" }],
  findings: [{ kind: "armed-attack", value: true, by: "council", on: "2022-01-06" }],
});

const receiptsOf = (trace: string): readonly Receipt[] => [
  ...asked(world, "check", { act: "crrf.decision-2009-06", trace }).readings.map(
    (one) => one.trace,
  ),
  ...asked(world, "decide", { body: "council", positions, trace }).readings.map((one) => one.trace),
  asked(world, "duties", { situation, trace }).receipt,
];

const verify = (receipts: readonly unknown[], in_ = world) => {
  const read = readReceipts("file", JSON.stringify(receipts));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return verifyReceipts(in_, read.value);
};

const receipts = receiptsOf("norms");

describe("foedus-trace/1", () => {
  test("names engine, law, ledger and question; holds no sentence of a language", () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"),
    );
    expect(engine.version).toBe(version);
    const size = world.library.size();
    for (const receipt of receipts) {
      expect(receipt).toMatchObject({
        format: "foedus-trace/1",
        engine,
        pack: { id: "csto", hash: world.anchor.packHash },
        ledger: { head: world.anchor.headAt(size), size },
        known: `#${size}`,
        level: 1,
      });
      const { question: _, missing: __, ...codes } = receipt;
      expect(canonical(codes as unknown as Json)).not.toMatch(/[а-яё]/i);
    }
  });

  test("byte-identical on repetition, and in a world folded anew", () => {
    const again = receiptsOf("norms");
    expect(again.map((one) => canonical(one as unknown as Json))).toEqual(
      receipts.map((one) => canonical(one as unknown as Json)),
    );
    const anew = asked(worldFrom(pack, entries), "check", { act: "crrf.decision-2009-06" });
    expect(anew.readings.map(({ trace }) => trace.hash)).toEqual(
      receipts.slice(0, 2).map(({ hash }) => hash),
    );
  });

  test("holds when it is run again, at both levels; level 2 has a node for every leaf", () => {
    const full = receiptsOf("nodes");
    const { receipts: rows } = verify([...receipts, ...full]);
    expect(rows.map(({ differs }) => differs)).toEqual(rows.map(() => []));
    expect(full.map(({ hash }) => hash)).not.toEqual(receipts.map(({ hash }) => hash));
    const tree = JSON.stringify(full.at(-1)?.norms);
    expect(tree).toContain('"id":"t-4-casus/when/all/0"');
    expect(JSON.stringify(receipts.at(-1)?.norms)).not.toContain('"tree"');
  });

  test("of a smaller ledger it holds under the head of that size", () => {
    const known = asked(world, "check", { act: "crrf.decision-2009-06", known: "#700" });
    const [trace] = known.readings.map((one) => one.trace);
    expect(trace?.ledger).toEqual({ head: world.anchor.headAt(700), size: 700 });
    expect(verify([trace]).holds).toBe(true);
  });
});

describe("a receipt that was tampered with, or made elsewhere, is found out", () => {
  const [first] = receipts;
  const hashed = (changed: object) => {
    const { hash: _, ...whole } = { ...first, ...changed } as Receipt;
    const bytes = new TextEncoder().encode(canonical(whole as unknown as Json));
    const hash = Buffer.from(world.anchor.hash(bytes)).toString("hex");
    return { ...whole, hash: `sha256:${hash}` };
  };

  test.each([
    ["a field, with the old hash", { ...first, textSeen: "full" }, "hash"],
    ["the verdict, hashed anew", hashed({ verdict: { validity: "effective" } }), "verdict"],
    ["what is missing, hashed anew", hashed({ missing: [{ knob: "x", text: "y" }] }), "missing"],
    ["another reading", hashed({ reading: { consensus: "invented" } }), "reading"],
    ["another act", hashed({ question: { kind: "verdict", act: "no.such" } }), "question/act"],
    [
      "another law",
      hashed({ pack: { ...first?.pack, hash: `sha256:${"0".repeat(64)}` } }),
      "pack/hash",
    ],
    ["another engine", hashed({ engine: { ...engine, version: "99.0.0" } }), "engine/version"],
    [
      "another ledger",
      hashed({ ledger: { ...first?.ledger, head: `sha256:${"0".repeat(64)}` } }),
      "ledger/head",
    ],
    [
      "a longer ledger",
      hashed({ ledger: { ...first?.ledger, size: 99_999 }, known: "#99999" }),
      "ledger/head",
    ],
  ])("%s", (_, receipt, field) => {
    const verified = verify([receipt]);
    expect(verified.holds).toBe(false);
    expect(verified.receipts[0]?.differs.map((one) => one.field)).toEqual([field]);
  });

  test("a ledger with one entry rewritten has another head", () => {
    const changed = entries.map((one, seq) =>
      seq === 500 ? { ...one, text: `${one.text} ` } : one,
    );
    const anchor = anchorOf(changed, world.anchor.packHash, world.anchor.hash);
    const [row] = verify([first], { ...world, anchor }).receipts;
    expect(row?.differs.map(({ field }) => field)).toEqual(["ledger/head"]);
  });

  test.each([
    ["no JSON", "{", "file"],
    ["no receipt", "{}", "file"],
    [
      "a receipt without its question",
      JSON.stringify({ ...first, question: {} }),
      "file/question/kind",
    ],
    ["a hash of another length", JSON.stringify({ ...first, hash: "sha256:12" }), "file/hash"],
  ])("%s is refused at its place", (_, text, field) => {
    const read = readReceipts("file", text);
    expect(read.ok ? "" : read.refusal.field).toBe(field);
  });
});
