/**
 * The documentation is true: its examples run and print what it shows, its links lead somewhere.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, type House } from "./command-line.ts";
import {
  copyOfHouse,
  isAsShown,
  isWriting,
  linesOf,
  outputOf,
  stepsOf,
  write,
} from "./docs/console.ts";
import { anchorsOf, linksOf } from "./docs/markdown.ts";
import { markdownFiles } from "./docs/pages.ts";

const pages = markdownFiles(checkout).map((path) => ({
  path,
  text: readFileSync(join(checkout, path), "utf8"),
}));

const temporary = mkdtempSync(join(tmpdir(), "foedus-docs-"));
const shared: House = { root: checkout, data: join(temporary, "shared") };
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** A page takes a few seconds; on a machine busy with other tests it may take ten times as long. */
const pageMilliseconds = 120_000;

/** Ledgers are filled before the first example, so that none tells of it. */
const fill = async (house: House, organizations: readonly string[]): Promise<void> => {
  for (const org of organizations) await outputOf(`foedus members --org ${org}`, house);
};

describe("every example prints what the page shows", () => {
  beforeAll(() => fill(shared, ["csto", "nato"]), pageMilliseconds);

  const withExamples = pages.filter(({ text }) => stepsOf(text).length > 0);

  test("README, tutorial and how-to have examples", () => {
    const paths = withExamples.map(({ path }) => path);
    for (const kind of ["README.md", "docs/tutorial/", "docs/how-to/"]) {
      expect(paths.some((path) => path.startsWith(kind))).toBe(true);
    }
  });

  test.each(withExamples)(
    "$path",
    async ({ path, text }) => {
      const steps = stepsOf(text);
      const own = isWriting(steps);
      const house = own ? copyOfHouse(join(temporary, path)) : shared;
      if (own) await fill(house, ["csto"]);
      for (const step of steps) {
        if (step.do !== "run") {
          write(step, house);
          continue;
        }
        const found = linesOf(await outputOf(step.command, house));
        const expected = linesOf(step.expected.join("\n"));
        if (!isAsShown(found, expected)) expect(found, step.command).toEqual(expected);
      }
    },
    pageMilliseconds,
  );
});

describe("every link leads somewhere", () => {
  const isOutside = (target: string): boolean => /^(https?|mailto):/.test(target);

  test.each(pages)("$path", ({ path, text }) => {
    for (const target of linksOf(text).filter((link) => !isOutside(link))) {
      const [file = "", anchor] = target.split("#");
      const full = file === "" ? join(checkout, path) : join(checkout, dirname(path), file);
      expect(existsSync(full), `${path} links to ${target}`).toBe(true);
      expect(relative(checkout, full).startsWith(".."), `${target} leaves the house`).toBe(false);
      if (anchor === undefined || statSync(full).isDirectory()) continue;
      expect(anchorsOf(readFileSync(full, "utf8")), `${path} links to ${target}`).toContain(anchor);
    }
  });
});
