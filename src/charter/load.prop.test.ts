/**
 * Whatever happens to the texts of a pack: errors with places inside the files, never an exception.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "./files.ts";
import { loadPack } from "./load.ts";
import { mostErrors } from "./located.ts";
import { tinyFiles } from "./testing.ts";

const file = fc.constantFrom(...tinyFiles.keys());

/** Pieces that mean something to YAML, or to a careless reader of it. */
const piece = fc.oneof(
  fc.constantFrom(..."[]{}:,-?&*!|>'\"%@`#~\t\r\n \\\u0000\uFEFF\uD800"),
  fc.constantFrom("<<: ", "!!js/function ", "*a", "&a ", "---\n", "...\n", "__proto__: ", "\n  - "),
  fc.constantFrom("1992-05-15", "1992", ".inf", "null", "true", "XNA", "t-1", '""', "[]", "{}"),
  fc.string({ maxLength: 5, unit: "binary" }),
);

const edit = fc.record({ at: fc.nat(2_000), cut: fc.nat(30), put: piece });

type Edit = { readonly at: number; readonly cut: number; readonly put: string };

const edited = (text: string, { at, cut, put }: Edit): string =>
  text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut);

const seed = 20_261_123;

describe(`a pack with random slips (seed ${seed})`, () => {
  test("gives the pack, or errors each with a place in its file", () => {
    const property = fc.property(
      file,
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (path, edits) => {
        const text = edits.reduce(edited, tinyFiles.get(path) ?? "");
        const loaded = loadPack(new Map(tinyFiles).set(path, text));
        if (loaded.ok) return;
        expect(loaded.refusal.length).toBeGreaterThan(0);
        expect(loaded.refusal.length).toBeLessThanOrEqual(mostErrors);
        for (const error of loaded.refusal) {
          const lines = (error.file === path ? text : (tinyFiles.get(error.file) ?? "")).split(
            "\n",
          );
          expect(kindOf(error.file)).toBeDefined();
          expect(error.line).toBeLessThanOrEqual(lines.length);
          expect(error.column).toBeLessThanOrEqual((lines[error.line - 1]?.length ?? 0) + 1);
          expect(error.found.length).toBeLessThanOrEqual(80);
          expect(error.code).toMatch(/^[a-z]+\.[a-z-]+$/);
        }
      },
    );
    fc.assert(property, { seed, numRuns: 150 });
  }, 30_000);
});
