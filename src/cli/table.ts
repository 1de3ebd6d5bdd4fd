/**
 * A table for a terminal: a title, aligned columns, notes; never wider than the terminal.
 *
 * In:   plain texts. Out: lines. Columns without any value are left out; what does not fit is
 *       wrapped inside its column, and where even that is too wide each row becomes a list.
 */

import { plainLine, type Table } from "#wording";
import { leastWidth, padded, widthOf, wrapped } from "./width.ts";

export type Layout = {
  readonly width: number; // Infinity where there is no terminal
  readonly colour: boolean;
};

const gap = "  ";
const longestWhole = 18; // Longer words may be cut, shorter ones never.
const indent = "  ";

/** Weight, never hue: nothing is told by colour alone. */
const bold = (text: string, { colour }: Layout): string =>
  colour && text !== "" ? `\u001b[1m${text}\u001b[22m` : text;

type Grid = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

const withoutEmpty = ({ columns, rows }: Table): Grid => {
  const kept = columns.flatMap((_, at) => (rows.some((row) => (row[at] ?? "") !== "") ? [at] : []));
  const pick = (row: readonly string[]) => kept.map((at) => plainLine(row[at] ?? ""));
  return { heads: pick(columns), rows: rows.map(pick) };
};

type Measure = { readonly natural: number; readonly least: number };

const sum = (widths: readonly number[]): number => widths.reduce((total, one) => total + one, 0);

/** Widths that fit together, taken from the widest columns first; undefined where none do. */
const fitted = (columns: readonly Measure[], width: number): readonly number[] | undefined => {
  const room = width - gap.length * (columns.length - 1);
  if (sum(columns.map(({ least }) => least)) > room) return undefined;
  let limit = Math.max(...columns.map(({ natural }) => natural));
  const capped = () =>
    columns.map(({ natural, least }) => Math.max(least, Math.min(natural, limit)));
  if (!Number.isFinite(room)) return capped();
  while (sum(capped()) > room) limit -= 1;
  return capped();
};

const rowLines = (cells: readonly string[], widths: readonly number[]): readonly string[] => {
  const columns = cells.map((cell, at) => wrapped(cell, widths[at] ?? 0));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, at) => padded(lines[line] ?? "", widths[at] ?? 0))
      .join(gap)
      .trimEnd(),
  );
};

/** One row a block, `Name: value` a line. */
const asList = ({ heads, rows }: Grid, layout: Layout): readonly string[] =>
  rows.flatMap((row, place) => [
    ...(place === 0 ? [] : [""]),
    ...row.flatMap((cell, at) =>
      cell === ""
        ? []
        : wrapped(`${heads[at]}: ${cell}`, layout.width - indent.length).map((line, n) =>
            n === 0 ? line : `${indent}${line}`,
          ),
    ),
  ]);

const gridLines = (grid: Grid, layout: Layout): readonly string[] => {
  const { heads, rows } = grid;
  const measures = heads.map((head, at) => {
    const cells = [head, ...rows.map((row) => row[at] ?? "")];
    const natural = Math.max(...cells.map(widthOf));
    return { natural, least: Math.min(longestWhole, Math.max(...cells.map(leastWidth))) };
  });
  const widths = fitted(measures, layout.width);
  if (widths === undefined) return asList(grid, layout);
  return [
    ...rowLines(heads, widths).map((line) => bold(line, layout)),
    ...rows.flatMap((row) => rowLines(row, widths)),
  ];
};

/** The whole text, with a line break at its end. */
export const tableText = (table: Table, layout: Layout, nothing: string): string => {
  const grid = withoutEmpty(table);
  const body = grid.rows.length === 0 ? wrapped(nothing, layout.width) : gridLines(grid, layout);
  const notes = table.notes.flatMap((note) => wrapped(plainLine(note), layout.width));
  const title = wrapped(plainLine(table.title), layout.width).map((line) => bold(line, layout));
  const parts = [title, body, ...(notes.length === 0 ? [] : [notes])];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
};
