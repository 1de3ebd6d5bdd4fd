/**
 * An error with its place in a file. Codes and words of the file only: sentences live in `wording`.
 */

export type Located = {
  readonly file: string;
  readonly line: number; // 1-based, as is the column.
  readonly column: number;
  readonly at: string; // JSON pointer into the document, "" for the whole file.
  readonly code: string;
  readonly found: string; // At most 80 characters; empty where nothing was found.
  readonly accepted: string;
};

export type Position = { readonly line: number; readonly column: number };

/** More errors than this help nobody. */
export const mostErrors = 50;

const longestFound = 80;

/** A value as short JSON text. */
export const found = (value: unknown): string => {
  if (value === undefined) return "";
  return clip(JSON.stringify(value) ?? "");
};

/** Cuts by characters, so that no half of a pair remains. */
export const clip = (text: string): string => {
  if (text.length <= longestFound) return text;
  const kept = text.slice(0, longestFound - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
};

/** By file, line and column; then by what they say, so that the order never depends on chance. */
export const inOrder = (errors: readonly Located[]): readonly Located[] =>
  [...errors]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.code, b.code) ||
        compare(a.at, b.at),
    )
    .slice(0, mostErrors);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One step of a JSON pointer (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
