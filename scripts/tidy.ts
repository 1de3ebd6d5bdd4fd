/**
 * Keeps the small promises of the house: `npm run tidy`, and a part of `npm run check`.
 *
 * In:   the text files of this checkout.
 * Out:  a line a finding, `file:line: what`; exit code 1 when there is one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { direction } from "./tidy/direction.ts";
import type { Finding, Source } from "./tidy/finding.ts";
import { promises, readmes } from "./tidy/promises.ts";

const root = join(import.meta.dirname, "..");
const foreign = /(^|\/)(\.git|node_modules)$|^(dist|coverage|data|test-results|playwright-report)$/;
const text = /\.(css|html|json|md|mjs|py|sh|sql|ts|tsx|txt|ya?ml)$|^bin\/|^\.ci\//;

/** Every text file of ours, in a fixed order, by its path from the root. */
const sourcesBelow = (folder: string): readonly Source[] =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join("/");
      if (entry.isDirectory()) return foreign.test(path) ? [] : sourcesBelow(full);
      return entry.isFile() && text.test(path) ? [{ path, text: readFileSync(full, "utf8") }] : [];
    });

const sources = sourcesBelow(root);
const findings: readonly Finding[] = [
  ...sources.flatMap((source) => [...direction(source), ...promises(source)]),
  ...readmes(sources.map(({ path }) => path)),
];

for (const { path, line, what } of findings) console.log(`${path}:${line}: ${what}`);
process.exitCode = findings.length === 0 ? 0 : 1;
