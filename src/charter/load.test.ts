import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonical } from "#base";
import { packHash, packJson, readPack } from "./canonical.ts";
import { loadPack } from "./load.ts";
import { mostErrors } from "./located.ts";
import { patched, tinyFiles, tinyPack } from "./testing.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

const errorsOf = (files: ReadonlyMap<string, string>) => {
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.refusal;
};

const without = (...paths: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...tinyFiles].filter(([path]) => !paths.includes(path)));

describe("the tiny pack, in the one shape that other rooms see", () => {
  const pack = tinyPack();
  const treaty = pack.instruments.get("treaty");

  test("a knob has a value and an authority, the instrument's own where it names none", () => {
    expect(treaty?.life.bindsOn.signature).toEqual({ value: "act", authority: ["t-2"] });
    expect(treaty?.life.bindsOn.accession).toEqual({
      value: "own-deposit",
      authority: "unsourced",
    });
    expect(treaty?.life.depositary).toEqual({ value: "XNA", authority: ["t-2"] });
    expect(treaty?.life.expulsion).toEqual({ by: "council", authority: ["t-2"] });
    expect(treaty?.life.suspension?.touches).toEqual({ value: "unknown", authority: "unsourced" });
  });

  test("S-18: a knob stated as unknown loads, and rests on nothing", () => {
    const knob = pack.instruments.get("rules")?.life.bindsOn.signature;
    expect(knob).toEqual({ value: "unknown", authority: "unsourced" });
  });

  test("a day that the text fixes is text and day; what files leave out is empty, not absent", () => {
    const protocol = pack.instruments.get("protocol")?.life;
    expect(protocol?.force).toEqual({
      on: { text: "1999-04-02", day: 10_683 },
      source: "The text itself",
    });
    expect(protocol?.amends).toEqual(["treaty"]);
    expect(treaty?.life.amends).toEqual([]);
    expect(pack.states.get("XNB")?.forms).toEqual({ en: [], ru: [] });
  });

  test("look-ups by id, each list in the order of its file", () => {
    expect([...pack.bodies.keys()]).toEqual(["council", "secretariat", "archive"]);
    expect(pack.provisions.get("c-2")?.instrument).toBe("charter");
    expect(pack.provisions.get("t-1")?.versions.map(({ n }) => n)).toEqual([1, 2]);
    expect(pack.axes.get("gap")?.options.get("ran-on")?.knobs["gap"]).toBe("continuous");
    expect(pack.axes.get("gap")?.options.get("came-back")?.heldBy).toEqual([]);
    expect(pack.vocab.ru.get("regional")).toBe("региональные силы");
  });
});

describe("which files a pack has", () => {
  test.each([
    ["a file of another name", new Map(tinyFiles).set("case/one.yaml", "a: 1\n"), "case/one.yaml"],
    [
      "another ending",
      new Map(tinyFiles).set("instruments/treaty.yml", "x: 1"),
      "instruments/treaty.yml",
    ],
    ["a third language", new Map(tinyFiles).set("vocab/fr.yaml", "terms: {}\n"), "vocab/fr.yaml"],
    ["a file with a name of Object", new Map(tinyFiles).set("constructor", "x"), "constructor"],
  ] as const)("%s is refused", (_name, files, file) => {
    expect(errorsOf(files)).toMatchObject([{ file, line: 1, column: 1, code: "file.unknown" }]);
  });

  test.each([
    "pack.yaml",
    "parties.yaml",
    "readings.yaml",
    "bodies.yaml",
    "forces.yaml",
    "vocab/en.yaml",
    "vocab/ru.yaml",
  ])("%s missing is one error, without a heap of broken references", (file) => {
    expect(errorsOf(without(file))).toMatchObject([{ file, code: "file.missing" }]);
  });

  test("no instrument at all", () => {
    const paths = [...tinyFiles.keys()].filter((path) => path.startsWith("instruments/"));
    const errors = errorsOf(without(...paths));
    expect(errors.map(({ code }) => code)).toEqual(["file.missing"]);
  });

  test("an unsound file causes no errors elsewhere", () => {
    for (const path of tinyFiles.keys()) {
      const errors = errorsOf(new Map(tinyFiles).set(path, "a: [\n"));
      expect(errors).toMatchObject([{ file: path, line: 2, column: 1, code: "yaml.syntax" }]);
    }
  });

  test("a pack above 2 MiB is refused before it is read", () => {
    const large = new Map(tinyFiles);
    for (let n = 0; n < 9; n += 1) large.set(`provisions/p${n}.yaml`, "#".repeat(250 * 1024));
    expect(errorsOf(large)).toMatchObject([{ code: "pack.too-large" }]);
  });
});

describe("all errors are told, in order of file and line, at most fifty", () => {
  test("of two files", () => {
    const one = patched(tinyFiles, "readings.yaml", "[XNA]", "[XZZ]");
    const two = patched(one, "bodies.yaml", "parent: council", "parent: court");
    const three = patched(two, "bodies.yaml", "class: office", "class: bureau");
    expect(errorsOf(two).map(({ file, line }) => [file, line])).toEqual([
      ["bodies.yaml", 9],
      ["readings.yaml", 9],
    ]);
    expect(errorsOf(three).map(({ file, code }) => [file, code])).toEqual([
      ["bodies.yaml", "schema.value"],
      ["readings.yaml", "ref.unknown"],
    ]);
  });

  test("of sixty", () => {
    const terms = Array.from({ length: 60 }, (_, n) => `  Term${n}: x\n`).join("");
    const errors = errorsOf(new Map(tinyFiles).set("vocab/en.yaml", `terms:\n${terms}`));
    expect(errors).toHaveLength(mostErrors);
    expect(errors.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
  });

  test("whatever the order of the files", () => {
    const spoilt = patched(tinyFiles, "bodies.yaml", "parent: council", "parent: court");
    const twice = patched(spoilt, "readings.yaml", "[XNA]", "[XZZ]");
    const reversed = new Map([...twice].reverse());
    expect(errorsOf(reversed)).toEqual(errorsOf(twice));
  });
});

describe("the canonical form", () => {
  const pack = tinyPack();
  const text = canonical(packJson(pack));

  test("read back it is the same pack", () => {
    const back = readPack(text);
    expect(back).toEqual({ ok: true, value: pack });
    if (back.ok) expect(packHash(back.value, sha256)).toBe(packHash(pack, sha256));
  });

  test("the hash is SHA-256 of the text, and layout, comments and file order do not count", () => {
    const hash = packHash(pack, sha256);
    expect(hash).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
    const commented = new Map([...tinyFiles].reverse()).set(
      "forces.yaml",
      `# Forces\n\n${tinyFiles.get("forces.yaml")}`,
    );
    expect(packHash(tinyPack(commented), sha256)).toBe(hash);
  });

  test("every value counts", () => {
    const other = patched(tinyFiles, "instruments/treaty.yaml", "notice: P6M", "notice: P7M");
    expect(packHash(tinyPack(other), sha256)).not.toBe(packHash(pack, sha256));
  });

  test.each([
    ["no JSON", "{", "entry.not-json"],
    ["spaces", `${text} `, "entry.not-canonical"],
    ["a key twice", '{"files":{},"files":{},"format":"foedus-pack/0"}', "entry.duplicate-key"],
    ["another format", text.replace('"format":"foedus-pack/0"', '"format":"x"'), "schema.value"],
    [
      "a file that is no mapping",
      '{"files":{"pack.yaml":1},"format":"foedus-pack/0"}',
      "schema.form",
    ],
    ["a slip in a file", text.replace('"class":"highest"', '"class":"supreme"'), "schema.value"],
    ["a broken reference", text.replace('"parent":"council"', '"parent":"court"'), "ref.unknown"],
  ])("%s is refused", (_name, spoilt, code) => {
    const back = readPack(spoilt);
    expect(back.ok ? [] : back.refusal).toMatchObject([{ code, line: 1, column: 1 }]);
  });
});
