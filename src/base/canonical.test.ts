import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonical, canonicalEntry } from "./canonical.ts";
import { fromHex, hex, utf8 } from "./hash.ts";

/** Arrays inside each other. */
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

/** The published vectors lie beside the checkout, not in it. */
const vectorsFile = join(import.meta.dirname, "../../../shared/formats/jcs-vectors.json");
const hasVectors = existsSync(vectorsFile);

type Vectors = {
  readonly files: Readonly<Record<string, { readonly input: string; readonly output_hex: string }>>;
};

const vectors: Vectors = hasVectors
  ? JSON.parse(readFileSync(vectorsFile, "utf8"))
  : {
      files: { "left out: no shared/formats beside this checkout": { input: "", output_hex: "" } },
    };

describe("RFC 8785: the published files", () => {
  test.skipIf(!hasVectors).each(Object.entries(vectors.files))("%s", (_, file) => {
    expect(hex(utf8(canonical(JSON.parse(file.input))))).toBe(file.output_hex);
  });
});

describe("RFC 8785, appendix B: numbers by their bits", () => {
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("%s is %s", (bits, text) => {
    const bytes = fromHex(bits) ?? new Uint8Array();
    expect(canonical(new DataView(bytes.buffer).getFloat64(0))).toBe(text);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("%s is none", (bits) => {
    const bytes = fromHex(bits) ?? new Uint8Array();
    expect(() => canonical(new DataView(bytes.buffer).getFloat64(0))).toThrow(TypeError);
  });
});

describe("RFC 8785: texts and keys", () => {
  test.each([
    { name: "nothing needless is escaped", value: "/é\u007f\u2028😂", text: '"/é\u007f\u2028😂"' },
    { name: "the short escapes", value: '\b\t\n\f\r"\\', text: '"\\b\\t\\n\\f\\r\\"\\\\"' },
    { name: "the other controls", value: "\u0000\u001f", text: '"\\u0000\\u001f"' },
    { name: "keys like numbers", value: { 10: 1, 9: 2 }, text: '{"10":1,"9":2}' },
    { name: "the empty key first", value: { a: 1, "": 2 }, text: '{"":2,"a":1}' },
    {
      name: "the order of code units, not of code points",
      value: { "\ufb33": 1, "😂": 2 },
      text: '{"😂":2,"\ufb33":1}',
    },
    { name: "capitals before small letters", value: { a: 1, B: 2 }, text: '{"B":2,"a":1}' },
    { name: "literals", value: [null, true, false, [], {}], text: "[null,true,false,[],{}]" },
    {
      name: "a key named like the prototype",
      value: JSON.parse('{"__proto__":{"a":1}}'),
      text: '{"__proto__":{"a":1}}',
    },
    {
      name: "no prototype",
      value: Object.assign(Object.create(null), { b: 1, a: 2 }),
      text: '{"a":2,"b":1}',
    },
    {
      name: "one value in two places",
      value: ((shared) => [shared, shared])({ a: 1 }),
      text: '[{"a":1},{"a":1}]',
    },
  ])("$name", ({ value, text }) => expect(canonical(value)).toBe(text));

  test("the value is left as it was", () => {
    const value = Object.freeze({ b: Object.freeze([2, 1]), a: 1 });
    expect(canonical(value)).toBe('{"a":1,"b":[2,1]}');
    expect(Object.keys(value)).toEqual(["b", "a"]);
  });
});

const holdsItself: { readonly inner: unknown[] } = { inner: [] };
holdsItself.inner.push(holdsItself);

const neverPlain = [
  { name: "NaN", value: Number.NaN },
  { name: "Infinity", value: Number.POSITIVE_INFINITY },
  { name: "-Infinity", value: Number.NEGATIVE_INFINITY },
  { name: "a lone high surrogate", value: "a\ud83d" },
  { name: "a lone low surrogate", value: "\ude02a" },
  { name: "surrogates in the wrong order", value: "\ude02\ud83d" },
  { name: "a lone surrogate in a key", value: { "\ud83d": 1 } },
  { name: "undefined", value: undefined },
  { name: "an undefined member", value: { a: undefined } },
  { name: "an undefined item", value: [undefined] },
  { name: "a hole", value: new Array(1) },
  { name: "a hole between", value: Object.assign([], { 0: 1, 2: 3 }) },
  { name: "an array with a named member", value: Object.assign([1], { a: 1 }) },
  { name: "a hole made up for by a named member", value: Object.assign(new Array(1), { a: 1 }) },
  { name: "a kind of array", value: new (class extends Array {})() },
  { name: "a function", value: () => 1 },
  { name: "a member that is a function", value: { a: () => 1 } },
  { name: "a symbol", value: Symbol("a") },
  { name: "a symbol as key", value: { [Symbol("a")]: 1 } },
  { name: "a hidden member", value: Object.defineProperty({}, "a", { value: 1 }) },
  { name: "a bigint", value: 1n },
  { name: "a date", value: new Date(0) },
  { name: "a map", value: new Map([["a", 1]]) },
  { name: "a set", value: new Set([1]) },
  { name: "bytes", value: new Uint8Array(2) },
  { name: "a boxed number", value: Object(1) },
  { name: "a boxed text", value: Object("a") },
  { name: "an instance", value: new (class Norland {})() },
  { name: "an heir", value: Object.create({ a: 1 }) },
  { name: "toJSON", value: { toJSON: () => 1 } },
  { name: "a regular expression", value: /a/ },
  { name: "a value that holds itself", value: holdsItself },
  { name: "a hundred thousand levels", value: nested(100_000) },
];

describe("S-30: nothing is converted in silence", () => {
  test.each(neverPlain)("$name", ({ value }) => {
    expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonicalEntry(value)).toThrow(TypeError);
    expect(() => canonical({ inner: [1, value] })).toThrow(TypeError);
  });

  test("the message points at the place", () => {
    expect(() => canonical({ "a/b": [1, { "c~": 1n }] })).toThrow('at "/a~1b/1/c~0": bigint');
    expect(() => canonicalEntry([0.5])).toThrow('at "/0"');
  });

  test("512 levels are written, 513 are not", () => {
    expect(canonical(nested(512))).toHaveLength(1025);
    expect(() => canonical(nested(513))).toThrow("deeper than 512");
  });
});

describe("S-30: entries are stricter", () => {
  test.each([
    { name: "a fraction", value: 0.5 },
    { name: "2^53", value: 2 ** 53 },
    { name: "-2^53", value: -(2 ** 53) },
    { name: "65 levels", value: nested(65) },
  ])("$name is plain JSON, but not for an entry", ({ value }) => {
    expect(() => canonical(value)).not.toThrow();
    expect(() => canonicalEntry(value)).toThrow(TypeError);
  });

  test.each([
    { name: "2^53-1", value: 2 ** 53 - 1 },
    { name: "-(2^53-1)", value: 1 - 2 ** 53 },
    { name: "minus zero, which is zero", value: -0 },
    { name: "64 levels", value: nested(64) },
    { name: "an act", value: { kind: "position.taken", actors: ["XNA"], text: { ru: "Да" } } },
  ])("$name is written alike by both", ({ value }) =>
    expect(canonicalEntry(value)).toBe(canonical(value)),
  );
});
