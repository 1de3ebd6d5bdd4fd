/**
 * A table as CSV (RFC 4180), safe to open in a spreadsheet.
 *
 * A mark of byte order tells a spreadsheet that the text is UTF-8. A cell that it would take for a
 * formula gets an apostrophe in front; what steers a screen or reorders words is replaced.
 */

import type { Table } from "#wording";

const formula = /^[=+\-@\t\r]/;

/** No record takes these any more; a ledger may hold them from before. */
const steering = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;

const cellOf = (raw: string): string => {
  const text = raw.replaceAll(steering, "\ufffd");
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(",")}\r\n`;

/** Heads and rows; title and notes are for people and stay out. */
export const csvText = ({ columns, rows }: Pick<Table, "columns" | "rows">): string =>
  `\ufeff${[columns, ...rows].map(lineOf).join("")}`;
