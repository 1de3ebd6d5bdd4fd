/** Entries: exact bytes in, the same act out, and nothing else accepted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryBytesLimit, readEntry, writeEntry } from "./entry.ts";
import { done, entryOf, told } from "./testing.ts";

describe("S-20, S-30: an entry is one act in canonical bytes", () => {
  test("what is written is read back, text and act", () => {
    for (const act of [told("lake.signed"), done("lake.done")]) {
      const entry = writeEntry(act);
      expect(entry.text.startsWith('{"act":{')).toBe(true);
      expect(entry.text.endsWith('},"v":0}')).toBe(true);
      expect(readEntry(entry.text)).toEqual({ ok: true, value: { text: entry.text, act } });
    }
  });

  const text = entryOf("lake.signed").text;
  const inner = text.slice('{"act":'.length, -',"v":0}'.length);
  test.each([
    ["nothing", "", "entry.not-json", ""],
    ["a line end", `${text}\n`, "entry.not-canonical", ""],
    ["a space", text.replace('"v":0', '"v": 0'), "entry.not-canonical", "/v"],
    ["keys in another order", `{"v":0,"act":${inner}}`, "entry.not-canonical", "/v"],
    ["a key twice", text.replace('"v":0', '"v":0,"v":0'), "entry.duplicate-key", "/v"],
    ["a fraction", text.replace('"release":1', '"release":1.5'), "entry.number", "/act/release"],
    ["another version", text.replace('"v":0', '"v":1'), "entry.version", "/v"],
    ["no version", `{"act":${inner}}`, "entry.missing", "/v"],
    ["no act", '{"v":0}', "entry.missing", "/act"],
    ["an act that is a list", '{"act":[],"v":0}', "entry.type", "/act"],
    ["something beside the act", `{"act":${inner},"sig":[],"v":0}`, "entry.unknown-key", "/sig"],
    ["a list of acts", `[${text}]`, "entry.type", ""],
    ["a false word", text.replace("inferred", "assumed"), "entry.value", "/act/under/basis"],
  ])("%s is refused, with its place", (_name, changed, code, at) => {
    expect(readEntry(changed)).toMatchObject({ ok: false, refusal: { code, at } });
  });

  test("65,535 bytes are read, one more is refused; bytes count, not characters", () => {
    const around = new TextEncoder().encode(
      entryOf("lake.large", { title: { en: "n", ru: "н" } }).text,
    ).length;
    const sized = (bytes: number): string => {
      const russian = Math.floor((bytes - around) / 2);
      const english = 1 + bytes - around - russian * 2;
      const title = { en: "n".repeat(english), ru: "н".repeat(russian + 1) };
      return entryOf("lake.large", { title }).text;
    };
    expect(readEntry(sized(entryBytesLimit)).ok).toBe(true);
    expect(readEntry(sized(entryBytesLimit + 1))).toMatchObject({
      refusal: { code: "entry.too-large" },
    });
    expect(readEntry("\ud800".repeat(40_000))).toMatchObject({
      refusal: { code: "entry.too-large" },
    });
  });

  test("an act that breaks its envelope is not written: a bug of the caller", () => {
    expect(() => writeEntry(told("Lake"))).toThrow("entry.form /id");
    expect(() => writeEntry(done("lake.done", { fields: { share: 0.5 } }))).toThrow(TypeError);
  });

  test("any one character changed gives another entry or a refusal, never a throw (seed 31)", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (place, put) => {
        const changed = text.slice(0, place) + put + text.slice(place + 1);
        const read = readEntry(changed);
        expect(read.ok ? read.value.text : read.refusal.code).toBeTypeOf("string");
        if (read.ok) expect(writeEntry(read.value.act).text).toBe(changed);
      }),
      { seed: 31, numRuns: 2_000 },
    );
  });
});
