/** The Markdown files of this checkout, by path, in a fixed order. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const foreign = new Set([
  ".git",
  "node_modules",
  "dist",
  "coverage",
  "data",
  "test-results",
  "playwright-report",
]);

export const markdownFiles = (root: string, folder = ""): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return foreign.has(entry.name) ? [] : markdownFiles(root, path);
      return entry.name.endsWith(".md") ? [path] : [];
    });
