import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { completions, type Vocabulary } from "./completions.ts";

const lakes: Vocabulary = {
  org: "lakes",
  states: ["XNA", "XNB"],
  subjects: ["membership/XNA", "provision/t-1"],
  provisions: ["t-1", "t-2"],
  sources: ["gazette", "herald"],
  bodies: ["council"],
  relations: ["un"],
  series: ["series/wave"],
  decisions: ["x.decided"],
  situations: ["situation/flood"],
  actors: ["XNA", "body/council"],
};
const csto: Vocabulary = { ...lakes, org: "csto", states: ["XNC"] };

const script = completions("bash", [csto, lakes], ["instrument.signed"]);

/** What bash would offer behind these words; the last one is begun. */
const offered = (...words: readonly string[]): readonly string[] => {
  const quoted = ["foedus", ...words].map((word) => `'${word}'`).join(" ");
  const lines = [
    script,
    `COMP_WORDS=(${quoted})`,
    `COMP_CWORD=${words.length}`,
    "_foedus",
    "printf '%s\\n' \"$" + '{COMPREPLY[@]}"',
  ];
  const out = execFileSync("bash", ["--norc", "-c", lines.join("\n")], { encoding: "utf8" });
  return out.split("\n").filter((line) => line !== "");
};

describe("bash offers what may stand next", () => {
  test.each([
    { words: ["mem"], expected: ["members"] },
    { words: ["record", ""], expected: ["check", "sync", "add"] },
    { words: ["record", "s"], expected: ["sync"] },
    { words: ["status", ""], expected: ["XNC"] },
    { words: ["--org", "lakes", "status", ""], expected: ["XNA", "XNB"] },
    { words: ["status", "--json", "X"], expected: ["XNC"] },
    { words: ["status", "XNC", ""], expected: [] },
    { words: ["provision", "t"], expected: ["t-1", "t-2"] },
    { words: ["why", "prov"], expected: ["provision/t-1"] },
    { words: ["members", "--according-to", "g"], expected: ["gazette"] },
    { words: ["members", "--according-to", "gazette,h"], expected: ["gazette,herald"] },
    { words: ["members", "--lang", ""], expected: ["en", "ru"] },
    { words: ["members", "--org", ""], expected: ["csto", "lakes"] },
    { words: ["timeline", "--kind", "inst"], expected: ["instrument.signed"] },
    { words: ["timeline", "--actor", "body"], expected: ["body/council"] },
    { words: ["completions", ""], expected: ["bash", "zsh"] },
    { words: ["members", "--publ"], expected: ["--published-by"] },
    { words: ["diff", "--o"], expected: ["--org"] },
    { words: ["search", "--kind", "ex"], expected: ["exercise"] },
    { words: ["members", "--on", ""], expected: [] },
    { words: ["check", ""], expected: ["x.decided"] },
    { words: ["duties", "--situation", "sit"], expected: ["situation/flood"] },
    { words: ["decide", "--trace", ""], expected: ["norms", "nodes"] },
  ])("$words: $expected", ({ words, expected }) => {
    expect(offered(...words)).toEqual(expected);
  });
});

test("a hostile word of a pack stays a word", () => {
  const hostile = { ...csto, states: ["$(touch x)", "a'b", "`id`"] };
  const text = completions("bash", [hostile], []);
  expect(text).toContain("'$(touch x)' 'ab' '`id`'");
});

describe("the scripts are sound", () => {
  test("for bash", () => {
    expect(spawnSync("bash", ["-n"], { input: script }).status).toBe(0);
  });
  const hasZsh = spawnSync("zsh", ["--version"]).status === 0;
  test(`for zsh${hasZsh ? "" : " (no zsh here: only its shared part, by bash)"}`, () => {
    const text = completions("zsh", [csto], []);
    expect(text).toMatch(/^#compdef foedus\n/);
    const shared = text.slice(0, text.lastIndexOf("_foedus() {"));
    const input = hasZsh ? text : shared;
    expect(spawnSync(hasZsh ? "zsh" : "bash", ["-n"], { input }).status).toBe(0);
  });
});
