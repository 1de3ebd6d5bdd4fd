import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deeds } from "#record";
import { codes } from "./codes.ts";
import { en } from "./en.ts";
import { helpEn } from "./help.en.ts";
import { helpRu } from "./help.ru.ts";
import { locatedText, refusalText } from "./refusals.ts";
import { ru } from "./ru.ts";

const told = {
  path: "data/x/ledger.db",
  pid: 7,
  purpose: "serve",
  found: "F",
  accepted: "A",
  seq: 3,
  size: 1,
  foundSize: 2,
  id: "a.b",
  bytes: 9,
  expected: 4,
  org: "csto",
  missing: 5,
  origin: "host/log",
  place: "treaty.yaml:3",
  entries: 6,
  aside: "ledger.1",
  carried: 8,
  key: "k",
  signed: 9,
  first: "treaty.yaml:3:1",
  more: 2,
};

/** Every text of a language by its path; functions are called with a sample. */
const texts = (value: unknown, path = ""): readonly (readonly [string, string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, JSON.stringify(sample(path, value))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
};

const sample = (path: string, say: { apply: (self: undefined, args: unknown[]) => unknown }) => {
  if (path.startsWith("/titles/")) {
    return say.apply(undefined, [{ who: "W", many: true, what: "T" }]);
  }
  if (path === "/list") return say.apply(undefined, [["A", "B", "C", "D", "E"]]);
  if (path === "/version") return say.apply(undefined, ["2"]);
  if (["/acts", "/entries", "/states"].includes(path)) return say.apply(undefined, [5]);
  if (path.endsWith("/counts")) return say.apply(undefined, [[["x", 2]]]);
  if (/accordingTo|undated|restsOn/.test(path)) return say.apply(undefined, [["a", "b"]]);
  if (path.endsWith("/timeline")) return say.apply(undefined, ["O", 5]);
  if (path.endsWith("/verified")) return say.apply(undefined, ["o", 5, "r", 5]);
  if (path.endsWith("/exported")) return say.apply(undefined, ["d", 5, "r", 5]);
  if (/(backedUp|cosigned|restored)$/.test(path)) return say.apply(undefined, ["o", 5, "r"]);
  if (/\/(consents|objections)$/.test(path)) {
    return say.apply(undefined, [{ base: "5", needed: "5", reached: "4", shortBy: "1" }]);
  }
  if (/verdicts\/(reading|flip|flipPosition)$/.test(path)) {
    return say.apply(undefined, [["a", "b"], "c"]);
  }
  if (/verdicts\/(receiptsTitle|elapsed)$/.test(path)) return say.apply(undefined, [5]);
  if (path.endsWith("/synced")) return say.apply(undefined, ["o", 4, 2, 1, 1]);
  return say.apply(undefined, ["a", "b", "c"]);
};

describe("both languages say everything, each in its own words", () => {
  const russian = new Map([...texts(ru), ...texts(helpRu, "/help")]);
  const english = [...texts(en), ...texts(helpEn, "/help")];
  test.each(english.map(([path, english]) => ({ path, english })))("$path", ({ path, english }) => {
    const other = russian.get(path) ?? "";
    expect(english.trim()).not.toBe("");
    expect(other.trim()).not.toBe("");
    expect(other).not.toBe(english);
    expect(other).toMatch(/[а-яё]/i);
  });
});

describe("each code has a sentence in both languages", () => {
  test.each(codes)("%s", (code) => {
    const english = refusalText({ code, ...told }, "en");
    const other = refusalText({ code, ...told }, "ru");
    expect(english).toMatch(/[a-z]{2}/i);
    expect(other).toMatch(/[а-яё]{2}/i);
    expect(english).not.toMatch(/undefined|[а-яё]/i);
    expect(other).not.toMatch(/undefined/);
  });
});

/** The codes that the source texts of the other rooms write down. */
const written = (): readonly string[] => {
  const root = join(import.meta.dirname, "..");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      /^(base|charter|ledger|record|rules|workflows|store|cli|api)\//.test(path) &&
      /\.ts$/.test(path) &&
      !/(\.test|\/testing)\.ts$/.test(path),
  );
  const families = [...new Set(codes.map((code) => code.slice(0, code.indexOf("."))))].join("|");
  const literal = new RegExp(`"((?:${families})\\.[a-z0-9]+(?:-[a-z0-9]+)*)"`, "g");
  const found = files.flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(literal)].map((match) => match[1] ?? ""),
  );
  const kinds = new Set<string>(Object.keys(deeds));
  return [...new Set(found)].filter(
    (code) => !kinds.has(code) && !/\.(yaml|json|db|pg|key|vkey)$/.test(code),
  );
};

test("no room uses a code that wording does not know", () => {
  const known = new Set<string>(codes);
  expect(written().filter((code) => !known.has(code))).toEqual([]);
});

test("titles are made for every kind of act there is", () => {
  expect(Object.keys(en.titles).sort()).toEqual(Object.keys(deeds).sort());
});

describe("refusals: the field, what is wrong, what was found, what is accepted", () => {
  const refused = { code: "query.day", field: "on", found: "2021-02-30", accepted: "YYYY-MM-DD" };
  test("in English", () => {
    expect(refusalText(refused, "en")).toBe(
      "on: this is not a day of the calendar; found: 2021-02-30; accepted: YYYY-MM-DD",
    );
  });
  test("in Russian", () => {
    expect(refusalText(refused, "ru")).toBe(
      "on: такого дня в календаре нет; найдено: 2021-02-30; допустимо: YYYY-MM-DD",
    );
  });
  test("a code without a sentence is named", () => {
    expect(locatedText({ code: "x.y", at: "/a/0", found: "1", accepted: "2" }, "en")).toBe(
      "/a/0: this is not accepted (x.y); found: 1; accepted: 2",
    );
  });
  test("stays on one line and moves no cursor", () => {
    const text = refusalText({ ...refused, found: "a\n\u001b[2Jb\u202ec" }, "en");
    expect(text).toContain("found: a [2Jb c;");
  });
  test("a long list is cut", () => {
    const text = refusalText({ ...refused, accepted: "word, ".repeat(200) }, "en");
    expect(text.length).toBeLessThan(400);
    expect(text.endsWith("…")).toBe(true);
  });
});
