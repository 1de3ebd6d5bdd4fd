import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, canonicalEntry, type Json, readCanonicalEntry, readJson } from "./canonical.ts";
import { accepted, refusalOf } from "./testing.ts";

const runs = { numRuns: 1000 };

const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
const keys = fc.oneof(texts, fc.nat({ max: 20 }).map(String), fc.constant("__proto__"));

const valuesOf = (numbers: fc.Arbitrary<number>): fc.Arbitrary<Json> =>
  fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(null, true, false),
      numbers,
      texts,
      fc.array(tie("value"), { maxLength: 5 }),
      // Through text, so that a key named `__proto__` is a member like any other.
      fc
        .array(fc.tuple(keys, tie("value")), { maxLength: 5 })
        .map((members) =>
          JSON.parse(
            `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)}}`,
          ),
        ),
    ),
  })).value;

const values = valuesOf(fc.double({ noNaN: true, noDefaultInfinity: true }));
const entries = valuesOf(fc.maxSafeInteger());

/** Any spelling of the same value: other spaces, escapes and order of keys. */
const respelled = (value: Json, choices: () => number): string => {
  const space = (): string => ["", " ", "\n", "\t\r"][choices() % 4] ?? "";
  const spelled = (text: string): string =>
    `"${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      .map((unit) =>
        choices() % 3 === 0 || unit < 32 || unit === 34 || unit === 92
          ? `\\u${unit.toString(16).padStart(4, "0")}`
          : String.fromCharCode(unit),
      )
      .join("")}"`;
  const inner = (): string => {
    if (typeof value === "string") return spelled(value);
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map((item) => respelled(item, choices))}]`;
    const members = Object.entries(value).map(
      ([key, member]) => `${space()}${spelled(key)}${space()}:${respelled(member, choices)}`,
    );
    return `{${choices() % 2 === 0 ? members : members.toReversed()}}`;
  };
  return `${space()}${inner()}${space()}`;
};

describe("RFC 8785 against the package canonicalize", () => {
  test("any value is written as the package writes it", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      runs,
    );
  });

  test("numbers of any bits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 10_000 },
    );
  });

  test("written, read and written again is the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
      runs,
    );
  });
});

describe("S-30: reading entries", () => {
  test("what is written is read back, byte for byte", () => {
    fc.assert(
      fc.property(entries, (value) => {
        const text = canonicalEntry(value);
        expect(canonicalEntry(accepted(readCanonicalEntry(text)))).toBe(text);
      }),
      runs,
    );
  });

  test("any spelling is read freely, and strictly only when it is canonical", () => {
    const choices = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(entries, choices, (value, stream) => {
        const text = respelled(value, () => stream.next().value ?? 0);
        const freely = accepted(readJson(text));
        expect(canonicalEntry(freely)).toBe(canonicalEntry(value));
        const strictly = readCanonicalEntry(text);
        expect(strictly.ok).toBe(text === canonicalEntry(value));
        if (!strictly.ok) {
          expect(["entry.not-canonical", "entry.number"]).toContain(strictly.refusal.code);
        }
      }),
      runs,
    );
  });

  test("one character changed never gives another value", () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...' 019-+.eE"\\u{}[],:a\u0000\ud800'));
    fc.assert(
      fc.property(entries, change, (value, [place, character]) => {
        const text = canonicalEntry(value);
        const at = place % text.length;
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        const found = readCanonicalEntry(changed);
        if (found.ok) expect(canonicalEntry(found.value)).toBe(changed);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("the scan and JSON.parse", () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\\ \n-+.eE0129',
    '"a"',
    '"b":',
    "true",
    "false",
    "null",
    "\\u0061",
    "\\ud800",
    "1e400",
    "9007199254740993",
    "\ufeff",
    "\u00a0",
  );
  const hostile = fc
    .array(pieces, { maxLength: 12 })
    .map((parts) => parts.join(""))
    .chain((text) => fc.constantFrom(text, `[${text}]`, `{"a":${text}}`, `"${text}"`));

  test("the scan calls JSON exactly what JSON.parse reads", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const found = readJson(text);
        if (found.ok) expect(isJson).toBe(true);
        if (!isJson) expect(found.ok).toBe(false);
        if (isJson && !found.ok) expect(refusalOf(found).code).not.toBe("entry.not-json");
      }),
      { numRuns: 20_000 },
    );
  });

  test("any text gives a value or a refusal, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json(), hostile), (text) => {
        expect(typeof readJson(text).ok).toBe("boolean");
        expect(typeof readCanonicalEntry(text).ok).toBe("boolean");
      }),
      { numRuns: 5000 },
    );
  });
});
