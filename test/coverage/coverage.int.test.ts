/**
 * Every fact of the backgrounder and every row of the dossier is answered by the record (S-25).
 *
 * The rows were written without sight of the records, so a red one means that a fact was entered
 * otherwise than it was read by somebody else; the message names it, the question and both values.
 */
import { describe, expect, test } from "vitest";
import { worldOf } from "../world.ts";
import { type Asked, askedOf, wrongWith } from "./asking.ts";
import { dossierRows, factRows, leftRows, type Row } from "./rows.ts";

const worlds: { readonly [org: string]: Asked } = {
  csto: askedOf(worldOf("csto")),
  nato: askedOf(worldOf("nato")),
};

/** The first row under a lens folds the whole record under it. */
const timeout = 60_000;

const wrongIn = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) => wrongWith(worlds[row.org] as Asked, row) ?? []);

describe("According to the backgrounder", () => {
  test("all 176 facts have a row", () => {
    const numbers = Array.from({ length: 176 }, (_, n) => `F${String(n + 1).padStart(3, "0")}`);
    expect([...factRows.keys()].sort()).toEqual(numbers);
  });

  test.each([...factRows])("%s", { timeout }, (_, rows) => {
    const wrong = wrongIn(rows);
    expect(wrong, wrong.join("\n")).toEqual([]);
  });
});

describe("In the whole record", () => {
  test("no row of the dossier is both asked and left", () => {
    expect([...leftRows.keys()].filter((number) => dossierRows.has(number))).toEqual([]);
  });

  test.each([...dossierRows])("%s", { timeout }, (_, rows) => {
    const wrong = wrongIn(rows);
    expect(wrong, wrong.join("\n")).toEqual([]);
  });
});
