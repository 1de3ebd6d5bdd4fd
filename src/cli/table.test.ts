import { describe, expect, test } from "vitest";
import { tableText } from "./table.ts";
import { widthOf, wrapped } from "./width.ts";

const table = {
  title: "Lakes",
  columns: ["State", "Empty", "Says"],
  rows: [
    ["XNA", "", "Норландия подписала"],
    ["XNB", "", "湖の条約 1992-05-15"],
  ],
  notes: ["A note."],
};

const shown = (width: number, colour = false) => tableText(table, { width, colour }, "Nothing.");

describe("a table is aligned by what a terminal shows, not by the length of texts", () => {
  test.each([
    { text: "Lake", width: 4 },
    { text: "Озеро", width: 5 },
    { text: "й", width: 1 },
    { text: "湖", width: 2 },
    { text: "e\u0301", width: 1 },
    { text: "👋", width: 2 },
  ])("$text takes $width", ({ text, width }) => {
    expect(widthOf(text)).toBe(width);
  });

  test("columns without a value are left out", () => {
    expect(shown(Number.POSITIVE_INFINITY)).toBe(
      [
        "Lakes",
        "",
        "State  Says",
        "XNA    Норландия подписала",
        "XNB    湖の条約 1992-05-15",
        "",
        "A note.",
        "",
      ].join("\n"),
    );
  });

  test.each([20, 24, 40, 80])("no line is wider than %i", (width) => {
    for (const line of shown(width).split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  test("where columns do not fit, each row is a list", () => {
    expect(shown(12)).toContain("State: XNA\nSays:\n  Норландия\n  подписала");
  });

  test("nothing to show is said", () => {
    expect(tableText({ ...table, rows: [] }, { width: 80, colour: false }, "Nothing.")).toContain(
      "\n\nNothing.\n",
    );
  });

  test("weight only with colour, and never in a row", () => {
    expect(shown(80)).not.toContain("\u001b");
    const rows = shown(80, true).split("\n");
    expect(rows[0]).toBe("\u001b[1mLakes\u001b[22m");
    expect(rows[3]).toBe("XNA    Норландия подписала");
  });

  test("a cell cannot move the cursor", () => {
    const hostile = { ...table, rows: [["\u001b[2J", "", "a\nb"]] };
    expect(tableText(hostile, { width: 80, colour: false }, "")).toContain(" [2J");
    expect(tableText(hostile, { width: 80, colour: false }, "")).toContain("a b");
  });
});

describe("texts are broken at spaces, then behind joints, then anywhere; a date never", () => {
  test.each([
    { text: "one two three", width: 8, lines: ["one two", "three"] },
    { text: "uzb.parliament-approves", width: 15, lines: ["uzb.parliament-", "approves"] },
    { text: "1999-04-21 x", width: 10, lines: ["1999-04-21", "x"] },
    { text: "abcdefgh", width: 3, lines: ["abc", "def", "gh"] },
    { text: "озероозеро", width: 5, lines: ["озеро", "озеро"] },
  ])("$text at $width", ({ text, width, lines }) => {
    expect(wrapped(text, width)).toEqual(lines);
  });
});
