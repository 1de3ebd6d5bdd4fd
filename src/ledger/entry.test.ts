/** Entries: exact bytes in, the same act out, and nothing else accepted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalEntry, type Json } from "#base";
import {
  actBytesLimit,
  entryBytes,
  entryBytesLimit,
  readEntry,
  signedOf,
  writeEntry,
} from "./entry.ts";
import { anySignature, done, entryOf, told, unsigned } from "./testing.ts";

describe("S-20, S-30: an entry is one act in canonical bytes", () => {
  test("what is written is read back, text and act", () => {
    for (const act of [told("lake.signed"), done("lake.done")]) {
      const entry = unsigned(act);
      expect(entry.text.startsWith('{"act":{')).toBe(true);
      expect(entry.text.endsWith('"}],"v":1}')).toBe(true);
      expect(readEntry(entry.text)).toEqual({ ok: true, value: { text: entry.text, act } });
    }
  });

  const text = entryOf("lake.signed").text;
  const { act: inner } = signedOf({ text, act: told("lake.signed") });
  const sig = canonicalEntry([anySignature]);
  test.each([
    ["nothing", "", "entry.not-json", ""],
    ["a line end", `${text}\n`, "entry.not-canonical", ""],
    ["a space", text.replace('"v":1', '"v": 1'), "entry.not-canonical", "/v"],
    ["keys in another order", `{"v":1,"act":${inner}}`, "entry.not-canonical", "/v"],
    ["a key twice", text.replace('"v":1', '"v":1,"v":1'), "entry.duplicate-key", "/v"],
    ["a fraction", text.replace('"release":1', '"release":1.5'), "entry.number", "/act/release"],
    ["another version", text.replace('"v":1', '"v":2'), "entry.version", "/v"],
    ["the version before the first", `{"act":${inner},"v":0}`, "entry.version", "/v"],
    ["no version", `{"act":${inner}}`, "entry.missing", "/v"],
    ["no act", `{"sig":${sig},"v":1}`, "entry.missing", "/act"],
    ["an act that is a list", `{"act":[],"sig":${sig},"v":1}`, "entry.type", "/act"],
    ["something more", `{"act":${inner},"sig":${sig},"to":0,"v":1}`, "entry.unknown-key", "/to"],
    ["no signature", `{"act":${inner},"v":1}`, "entry.missing", "/sig"],
    ["an empty list of signatures", `{"act":${inner},"sig":[],"v":1}`, "entry.value", "/sig"],
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
    expect(() => unsigned(told("Lake"))).toThrow("entry.form /id");
    expect(() => unsigned(done("lake.done", { fields: { share: 0.5 } }))).toThrow(TypeError);
    expect(() => writeEntry(told("lake.a"), [])).toThrow("entry.value");
  });

  test("any one character changed gives another entry or a refusal, never a throw (seed 31)", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (place, put) => {
        const changed = text.slice(0, place) + put + text.slice(place + 1);
        const read = readEntry(changed);
        expect(read.ok ? read.value.text : read.refusal.code).toBeTypeOf("string");
        if (!read.ok) return;
        const { signatures } = signedOf(read.value);
        expect(writeEntry(read.value.act, signatures).text).toBe(changed);
      }),
      { seed: 31, numRuns: 2_000 },
    );
  });
});

describe("Ex. 6: signatures in an entry", () => {
  const { act } = signedOf(entryOf("lake.signed"));
  const browser = { authenticator: "AA", client: "AA", key: "arm-rep-1", value: "AA" };
  const passkey = { alg: "passkey", ...browser };
  test.each<[name: string, signatures: readonly Json[], code: string, at: string]>([
    ["another algorithm", [{ ...anySignature, alg: "rsa" }], "entry.value", "/sig/0/alg"],
    ["no key", [{ alg: "ed25519", value: anySignature.value }], "entry.missing", "/sig/0/key"],
    ["a key that is no id", [{ ...anySignature, key: "A b" }], "entry.form", "/sig/0/key"],
    ["63 bytes", [{ ...anySignature, value: "A".repeat(84) }], "entry.form", "/sig/0/value"],
    ["base64 unpadded", [{ ...anySignature, value: "A".repeat(86) }], "entry.form", "/sig/0/value"],
    ["something more", [{ ...anySignature, over: "act" }], "entry.unknown-key", "/sig/0/over"],
    ["one key twice", [anySignature, anySignature], "entry.duplicate", "/sig/1/key"],
    ["a passkey, which comes later", [passkey], "entry.passkey-reserved", "/sig/0"],
    ["a passkey of wrong form", [{ ...passkey, client: "=" }], "entry.form", "/sig/0/client"],
    ["a passkey without a key", [{ ...passkey, key: 1 }], "entry.type", "/sig/0/key"],
  ])("%s is refused, with its place", (_, signatures, code, at) => {
    const text = `{"act":${act},"sig":${canonicalEntry(signatures)},"v":1}`;
    expect(readEntry(text)).toEqual({ ok: false, refusal: { code, at } });
  });

  test("several keys may sign; the act is told apart from what is over it", () => {
    const signatures = [anySignature, { ...anySignature, key: "other-1" }];
    const entry = writeEntry(told("lake.signed"), signatures);
    expect(signedOf(entry)).toEqual({ act: canonicalEntry(told("lake.signed")), signatures });
  });

  test("an act of the largest size leaves room for them", () => {
    const around = entryBytes(canonicalEntry(told("lake.a", { title: { en: "", ru: "n" } })));
    const title = { en: "n".repeat(actBytesLimit - around), ru: "n" };
    const largest = told("lake.a", { title });
    expect(entryBytes(canonicalEntry(largest))).toBe(actBytesLimit);
    const keys = ["a", "b", "c"].map((key) => ({ ...anySignature, key: key.repeat(120) }));
    expect(readEntry(writeEntry(largest, keys).text).ok).toBe(true);
  });
});
