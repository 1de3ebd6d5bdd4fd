import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readDocument } from "./document.ts";
import { keys, text, word } from "./schema/words.ts";

const anything = z.record(z.string(), z.unknown());

const read = (yaml: string, schema: z.ZodType = anything) => {
  const before = performance.now();
  const result = readDocument("acts.yaml", yaml, schema);
  const took = performance.now() - before;
  return { errors: result.ok ? [] : result.refusal, took };
};

/** Far above what they take (below 5 ms), far below what a runaway parser takes. */
const mostMilliseconds = 50;

describe("S-31, S-53: hostile and careless texts give one error with a place, quickly", () => {
  test.each([
    ["a tab for indentation", "a:\n\tb: 1\n", "yaml.tab", 2, 1],
    ["a tab within a text", 'a: "x\ty"\n', "yaml.tab", 1, 6],
    ["a byte order mark", "\uFEFFa: 1\n", "yaml.byte-order-mark", 1, 1],
    ["a NUL", "a: 1\nb: x\u0000y\n", "yaml.character", 2, 5],
    ["a bell", 'a: "\u0007"\n', "yaml.character", 1, 5],
    ["half a surrogate pair", 'a: "\uD83D"\n', "yaml.character", 1, 5],
    ["a mark that reorders text", 'a: "x\u202Ey"\n', "yaml.character", 1, 6],
    ["a line separator", 'a: "x\u2028y"\n', "yaml.character", 1, 6],
    ["CRLF", "a: 1\r\nb: 2\r\n", "yaml.line-ending", 1, 5],
    ["CR alone", "a: 1\rb: 2\r", "yaml.line-ending", 1, 5],
    ["an invalid escape", 'a: 1\nb: "\\q"\n', "yaml.escape", 2, 5],
    ["an open quote", 'a: 1\nb: "x\n', "yaml.syntax", 3, 1],
    ["an open bracket", "a: [1, 2\n", "yaml.syntax", 2, 1],
    ["a bracket closed twice", "a: [1]]\n", "yaml.syntax", 1, 7],
    ["wrong indentation", "a:\n   b: 1\n  c: 2\n", "yaml.syntax", 3, 1],
    ["two mappings on one line", "a: b: c\n", "yaml.syntax", 1, 4],
    ["two documents", "a: 1\n---\nb: 2\n", "yaml.documents", 2, 1],
    ["an empty file", "", "yaml.empty", 1, 1],
    ["only a comment", "# nothing\n", "yaml.empty", 1, 1],
    ["only null", "~\n", "yaml.empty", 1, 1],
    ["a tag of a language", "a: 1\nb: !!js/function 'x'\n", "yaml.tag", 2, 4],
    ["a plain tag", "a: !!str 1\n", "yaml.tag", 1, 4],
    ["an anchor", "a: &x 1\nb: 2\n", "yaml.anchor", 1, 4],
    ["an alias", "a: 1\nb: *x\n", "yaml.alias", 2, 4],
    ["a directive", "%YAML 1.1\n---\na: 1\n", "yaml.directive", 1, 1],
    ["a merge key", "a: 1\n<<: { b: 2 }\n", "yaml.merge-key", 2, 1],
    ["a key twice", "a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 3, 1],
    ["a key twice in a flow", "a: { b: 1, b: 2 }\n", "yaml.duplicate-key", 1, 12],
    ["a list for a key", "[a, b]: 1\n", "yaml.key", 1, 1],
    ["a prototype for a key", "__proto__: { x: 1 }\n", "yaml.key", 1, 1],
    ["a date without quotes", "a: 1992-05-15\n", "schema.type", 1, 4],
    ["a month without quotes", "a:\n  - 1992-05\n", "schema.type", 2, 5],
    ["an instant without quotes", "a: 1992-05-15T00:00:00Z\n", "schema.type", 1, 4],
    ["no number", "a: .nan\n", "schema.type", 1, 4],
    ["a list at the top", "- a\n- b\n", "schema.type", 1, 1],
    ["300 KiB", `a: "${"x".repeat(300 * 1024)}"\n`, "file.too-large", 1, 1],
    ["300 KiB of two-byte letters", `a: "${"ж".repeat(150 * 1024)}"\n`, "file.too-large", 1, 1],
    ["10 000 brackets", "[".repeat(10_000), "file.too-deep", 1, 33],
    [
      "10 000 closed brackets",
      `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
      "file.too-deep",
      1,
      35,
    ],
    ["10 000 braces", "{a: ".repeat(10_000), "file.too-deep", 1, 129],
    ["10 000 dashes", "- ".repeat(10_000), "file.too-deep", 1, 65],
    ["10 000 questions", "? ".repeat(10_000), "file.too-deep", 1, 65],
    ["300 steps of keys", steps(300), "file.too-deep", 33, 34],
  ] as const)("%s", (_name, yaml, code, line, column) => {
    const { errors, took } = read(yaml);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ file: "acts.yaml", code, line, column });
    expect(errors[0]?.found.length).toBeLessThanOrEqual(80);
    expect(took).toBeLessThan(mostMilliseconds);
  });

  test("32 levels pass, brackets and keys and lists in the column of their key alike", () => {
    expect(read(`a: ${"[".repeat(31)}${"]".repeat(31)}\n`).errors).toEqual([]);
    expect(read(`a: ${"[".repeat(32)}${"]".repeat(32)}\n`).errors[0]?.code).toBe("file.too-deep");
    expect(read(steps(32)).errors).toEqual([]);
    expect(read(`a:\n- b:\n  - c:\n    - d\n`).errors).toEqual([]);
    expect(read(`a:\n${"- b: [x]\n  c: [[y]]\n".repeat(200)}`).errors).toEqual([]);
  });

  test("brackets, quotes and hashes inside texts count for nothing", () => {
    const open = "[".repeat(100);
    expect(read(`a: "${open}"\nb: '${open}'\n# ${open}\nc: |\n  ${open}\n`).errors).toEqual([]);
  });
});

function steps(count: number): string {
  return Array.from({ length: count }, (_, level) => `${" ".repeat(level)}a:\n`).join("");
}

describe("a zod issue becomes an error at the part of the file it is about", () => {
  const place = z.union([word("here", "there"), keys({ axis: text })], {
    error: "here | there | { axis }",
  });
  const schema = keys({ id: text, count: z.int().optional(), place: place.optional() });

  test.each([
    ["a missing key: the mapping around it", "count: 1\n", "schema.missing", 1, 1, "/id"],
    ["an unknown key: the key", "id: x\nother: y\n", "schema.unknown-key", 2, 1, "/other"],
    ["a wrong type: the value", "id: x\ncount: many\n", "schema.type", 2, 8, "/count"],
    ["an empty value: after its key", "id: x\ncount:\n", "schema.type", 2, 7, "/count"],
    ["a union, a wrong word: the value", "id: x\nplace: up\n", "schema.value", 2, 8, "/place"],
    ["a union, wrong within", "id: x\nplace: { axis: 3 }\n", "schema.type", 2, 16, "/place/axis"],
    ["a union, a list", "id: x\nplace: [here]\n", "schema.type", 2, 8, "/place"],
  ] as const)("%s", (_name, yaml, code, line, column, at) => {
    expect(read(yaml, schema).errors).toMatchObject([{ code, line, column, at }]);
  });

  test("a schema without words of its own still says what it accepts, without a sentence", () => {
    const bare = z.strictObject({ a: z.string(), b: z.enum(["x", "y"]), c: z.number().max(3) });
    const { errors } = read("a: 1992\nb: z\nc: 4\nd: 5\n", bare);
    expect(errors.map(({ found, accepted }) => [found, accepted])).toEqual([
      ["1992", '"1992" (quoted)'],
      ['"z"', "x | y"],
      ["4", "<= 3"],
      ["d", "{ a, b, c }"],
    ]);
  });

  test("a sound file gives its value, and the place of each part", () => {
    const result = readDocument("x.yaml", "id: x\nplace:\n  axis: gap\n", schema);
    if (!result.ok) throw new Error("sound");
    expect(result.value.value).toEqual({ id: "x", place: { axis: "gap" } });
    expect(result.value.where("/place/axis")).toEqual({ line: 3, column: 9 });
    expect(result.value.whereKey("/place/axis")).toEqual({ line: 3, column: 3 });
    expect(result.value.where("/place/none/there")).toEqual({ line: 3, column: 3 });
  });
});
