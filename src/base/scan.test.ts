import { describe, expect, test } from "vitest";
import { readCanonicalEntry, readJson } from "./canonical.ts";
import { accepted, refusalOf } from "./testing.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const zeros = (count: number): string => "/0".repeat(count);

describe("S-30: what received text is refused for, and where", () => {
  test.each([
    { name: "nothing", text: "", code: "entry.not-json", at: "" },
    { name: "only a space", text: " ", code: "entry.not-json", at: "" },
    { name: "a mark of byte order", text: "\ufeff{}", code: "entry.not-json", at: "" },
    { name: "more after the end", text: "{} {}", code: "entry.not-json", at: "" },
    { name: "a comma at the end", text: '{"a":1,}', code: "entry.not-json", at: "" },
    { name: "a comma before nothing", text: '{"a":[1,]}', code: "entry.not-json", at: "/a/1" },
    { name: "no comma", text: "[1 2]", code: "entry.not-json", at: "" },
    { name: "no comma between members", text: '{"a":1 "b":2}', code: "entry.not-json", at: "" },
    { name: "no colon", text: '{"a" 1}', code: "entry.not-json", at: "/a" },
    { name: "a key without quotes", text: "{a:1}", code: "entry.not-json", at: "" },
    { name: "single quotes", text: "['a']", code: "entry.not-json", at: "/0" },
    { name: "a comment", text: "[/**/1]", code: "entry.not-json", at: "/0" },
    { name: "an open object", text: '{"a":1', code: "entry.not-json", at: "" },
    { name: "an open text", text: '["a', code: "entry.not-json", at: "/0" },
    { name: "an open escape", text: '["a\\', code: "entry.not-json", at: "/0" },
    { name: "an unknown escape", text: '["\\x"]', code: "entry.not-json", at: "/0" },
    { name: "half an escape", text: '["\\u00"]', code: "entry.not-json", at: "/0" },
    { name: "a line end in a text", text: '["\n"]', code: "entry.not-json", at: "/0" },
    { name: "an unknown word", text: "[nul]", code: "entry.not-json", at: "/0" },
    { name: "a longer word", text: "truely", code: "entry.not-json", at: "" },
    { name: "a false word", text: "fals", code: "entry.not-json", at: "" },
    { name: "NaN", text: "NaN", code: "entry.not-json", at: "" },
    { name: "a leading zero", text: "01", code: "entry.not-json", at: "" },
    { name: "a plus", text: "+1", code: "entry.not-json", at: "" },
    { name: "only a minus", text: "-", code: "entry.not-json", at: "" },
    { name: "a point without digits", text: "1.", code: "entry.not-json", at: "" },
    { name: "an exponent without digits", text: "1e", code: "entry.not-json", at: "" },
    { name: "a key twice", text: '{"a":1,"a":1}', code: "entry.duplicate-key", at: "/a" },
    {
      name: "a key twice, once escaped",
      text: '{"b":{"a":1,"\\u0061":2}}',
      code: "entry.duplicate-key",
      at: "/b/a",
    },
    { name: "the empty key twice", text: '{"":1,"":2}', code: "entry.duplicate-key", at: "/" },
    {
      name: "the prototype's name twice",
      text: '{"__proto__":1,"__proto__":2}',
      code: "entry.duplicate-key",
      at: "/__proto__",
    },
    { name: "65 levels", text: nested(65), code: "entry.depth", at: zeros(64) },
    { name: "2^53", text: "[9007199254740992]", code: "entry.number", at: "/0" },
    {
      name: "an integer that would be rounded",
      text: "9007199254740993",
      code: "entry.number",
      at: "",
    },
    { name: "-2^53", text: "-9007199254740992", code: "entry.number", at: "" },
    { name: "beyond every double", text: '{"a":1e400}', code: "entry.number", at: "/a" },
    { name: "a lone surrogate, escaped", text: '["\\ud800"]', code: "entry.not-plain", at: "/0" },
    { name: "a lone surrogate, raw", text: '["\ud800"]', code: "entry.not-plain", at: "/0" },
    {
      name: "a lone surrogate in a key",
      text: '{"a":{"\\udc00":1}}',
      code: "entry.not-plain",
      at: "/a",
    },
    {
      name: "a pointer is escaped",
      text: '{"a/b~":[nul]}',
      code: "entry.not-json",
      at: "/a~1b~0/0",
    },
  ])("$name is $code at '$at'", ({ text, code, at }) => {
    expect(refusalOf(readJson(text))).toEqual({ code, at });
    expect(refusalOf(readCanonicalEntry(text))).toEqual({ code, at });
  });

  test.each([
    { name: "a fraction", text: '{"a":0.5}', code: "entry.number", at: "/a" },
    { name: "a fraction that is none", text: "1.0", code: "entry.number", at: "" },
    { name: "an exponent", text: "[1E+2]", code: "entry.number", at: "/0" },
    { name: "an exponent below one", text: "[1e-2]", code: "entry.number", at: "/0" },
    { name: "minus zero", text: "[1,-0]", code: "entry.not-canonical", at: "/1" },
    { name: "a space before", text: " {}", code: "entry.not-canonical", at: "" },
    { name: "a line end after", text: "{}\n", code: "entry.not-canonical", at: "" },
    { name: "a space inside", text: '{"a":1,"b": 2}', code: "entry.not-canonical", at: "/b" },
    { name: "keys in another order", text: '{"b":1,"a":2}', code: "entry.not-canonical", at: "/b" },
    {
      name: "keys in the order of numbers",
      text: '{"9":1,"10":2}',
      code: "entry.not-canonical",
      at: "/9",
    },
    { name: "a needless escape", text: '["\\u0061"]', code: "entry.not-canonical", at: "/0" },
    { name: "an escaped slash", text: '["a\\/b"]', code: "entry.not-canonical", at: "/0" },
    { name: "a long escape", text: '["\\u000a"]', code: "entry.not-canonical", at: "/0" },
    { name: "an escape in capitals", text: '["\\u001F"]', code: "entry.not-canonical", at: "/0" },
    { name: "an escaped pair", text: '["\\ud83d\\ude02"]', code: "entry.not-canonical", at: "/0" },
  ])("$name is free in a file, but $code at '$at' in an entry", ({ text, code, at }) => {
    expect(readJson(text).ok).toBe(true);
    expect(refusalOf(readCanonicalEntry(text))).toEqual({ code, at });
  });

  test.each([
    { name: "64 levels", text: nested(64) },
    { name: "2^53-1", text: "[9007199254740991,-9007199254740991]" },
    { name: "keys that objects would put first", text: '{"":1,"10":2,"9":3,"a":4}' },
    { name: "an escape that is needed", text: '["\\u001f\\n\\"\\\\ud800"]' },
    { name: "a pair", text: '["😂"]' },
    { name: "the prototype's name", text: '{"__proto__":{"a":1}}' },
    { name: "a long entry", text: `["${"a".repeat(100_000)}"]` },
  ])("$name is an entry", ({ text }) => {
    expect(JSON.stringify(accepted(readCanonicalEntry(text)))).toHaveLength(text.length);
    expect(readJson(text)).toEqual(readCanonicalEntry(text));
  });

  test("the prototype's name is a member like any other", () => {
    const value = accepted(readJson('{"__proto__":{"a":1}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(Object(value), "__proto__")).toBe(true);
  });

  test("a refusal stays short, however long the key", () => {
    expect(refusalOf(readJson(`{"${"a".repeat(1e6)}":nul}`)).at.length).toBeLessThan(200);
  });
});

describe("S-30: ten megabytes of hostile text", () => {
  const size = 10_000_000;
  test.each([
    { name: "brackets", text: "[".repeat(size), code: "entry.depth" },
    { name: "brackets that close", text: nested(size / 2), code: "entry.depth" },
    { name: "objects", text: '{"a":'.repeat(size / 5), code: "entry.depth" },
    { name: "a text without end", text: `"${"a".repeat(size)}`, code: "entry.not-json" },
    { name: "escapes", text: `"${"\\".repeat(size + 1)}`, code: "entry.not-json" },
    { name: "lone surrogates", text: `"${"\\ud800".repeat(size / 6)}"`, code: "entry.not-plain" },
    { name: "digits", text: "1".repeat(size), code: "entry.number" },
    { name: "spaces", text: " ".repeat(size), code: "entry.not-json" },
    { name: "one key", text: `{${'"a":1,'.repeat(size / 6)}`, code: "entry.duplicate-key" },
    { name: "brackets in a row", text: `[${"[],".repeat(size / 3)}`, code: "entry.not-json" },
    { name: "spaces before a value", text: `${" ".repeat(size)}1`, code: "entry.not-canonical" },
  ])(
    "$name: refused in time that grows with the length only",
    ({ text, code }) => {
      expect(refusalOf(readCanonicalEntry(text)).code).toBe(code);
    },
    5000,
  );
});
