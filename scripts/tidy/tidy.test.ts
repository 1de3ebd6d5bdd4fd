import { describe, expect, test } from "vitest";
import { direction } from "./direction.ts";
import { promises, readmes } from "./promises.ts";

const header = "/** What it is about. */\n";
const importing = (name: string) => `${header}import { a } from "${name}";\n`;

describe("imports go from the left to the right", () => {
  test.each([
    { path: "src/ledger/act.ts", name: "#base", fine: true },
    { path: "src/ledger/act.ts", name: "#record", fine: false },
    { path: "src/ledger/act.ts", name: "#ledger", fine: false },
    { path: "src/ledger/act.ts", name: "../base/day.ts", fine: false },
    { path: "src/ledger/acts/vote.ts", name: "../act.ts", fine: true },
    { path: "src/ledger/act.ts", name: "../../charters/x.json", fine: false },
    { path: "src/ledger/act.ts", name: "node:crypto", fine: false },
    { path: "src/ledger/act.test.ts", name: "node:crypto", fine: true },
    { path: "src/ledger/act.test.ts", name: "#record", fine: false },
    { path: "src/ledger/act.int.test.ts", name: "#store", fine: true },
    { path: "src/rules/quorum.test.ts", name: "#ledger/testing", fine: true },
    { path: "src/rules/quorum.ts", name: "#ledger/testing", fine: false },
    { path: "src/store/sqlite.ts", name: "#ledger", fine: true },
    { path: "src/store/sqlite.ts", name: "#charter", fine: false },
    { path: "src/store/sqlite.ts", name: "node:sqlite", fine: true },
    { path: "src/api/act.ts", name: "#store", fine: false },
    { path: "src/api/main.ts", name: "#store", fine: true },
    { path: "src/cli/serve/main-serve.ts", name: "#api", fine: true },
    { path: "src/cli/act.ts", name: "#api/contract", fine: true },
    { path: "src/cli/act.ts", name: "../../web/parts/a.ts", fine: false },
    { path: "web/pages/act/page.tsx", name: "#rules", fine: true },
    { path: "web/pages/act/page.tsx", name: "#api", fine: false },
    { path: "web/islands/slider.tsx", name: "../pages/act/page.tsx", fine: false },
    { path: "web/islands/slider.tsx", name: "../parts/table.tsx", fine: true },
    { path: "web/parts/table.tsx", name: "../islands/slider.tsx", fine: false },
  ])("$path imports $name: $fine", ({ path, name, fine }) => {
    expect(direction({ path, text: importing(name) }).length === 0).toBe(fine);
  });

  test("an import in a comment is none", () => {
    const text = `${header}// import { a } from "#record";\n`;
    expect(direction({ path: "src/base/day.ts", text })).toEqual([]);
  });
});

describe("what a line or a file can break by itself", () => {
  test.each([
    { name: "no header", path: "src/base/day.ts", text: "export const a = 1;\n", line: 1 },
    { name: "a leftover", path: "src/base/day.ts", text: `${header}// TODO later\n`, line: 2 },
    { name: "a leftover in a text", path: "docs/a.md", text: "FIXME\n", line: 1 },
    { name: "a skipped test", path: "src/base/a.test.ts", text: 'test.skip("a");\n', line: 1 },
    { name: "a single test", path: "src/base/a.test.ts", text: "describe.only(1);\n", line: 1 },
    { name: "a machine's path", path: "docs/a.md", text: "a\nsee /root/x\n", line: 2 },
    { name: "a clock", path: "src/base/day.ts", text: `${header}Date.now();\n`, line: 2 },
    { name: "a registry", path: "package-lock.json", text: '"resolved": "https://r/"\n', line: 1 },
  ])("$name is found in its line", ({ path, text, line }) => {
    expect(promises({ path, text }).map((found) => found.line)).toEqual([line]);
  });

  test.each([
    { name: "an address with such a word", path: "docs/a.md", text: "https://un.org/work/a\n" },
    {
      name: "a clock where one is allowed",
      path: "src/api/main.ts",
      text: `${header}Date.now();\n`,
    },
    { name: "a date from a number", path: "src/base/a.ts", text: `${header}new Date(1);\n` },
  ])("$name is none", ({ path, text }) => {
    expect(promises({ path, text })).toEqual([]);
  });

  test("a room without README is named, a room that has one is not", () => {
    const paths = ["src/base/day.ts", "src/base/README.md", "src/rules/quorum.ts"];
    expect(readmes(paths).map(({ path }) => path)).toEqual(["src/rules/README.md"]);
  });
});
