/**
 * The parts of a Markdown page that tests look at: fenced blocks, links, headings, tables.
 */

export type Block = { readonly language: string; readonly info: string; readonly text: string };

/** Fenced blocks in order; `info` is what follows the language: `file=session.yaml`. */
export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^```(\w+)[ ]?([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", info = "", text = ""]) => ({ language, info, text }),
  );

const withoutCode = (page: string): string =>
  page.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");

/** Targets of links and images, outside code. */
export const linksOf = (page: string): readonly string[] =>
  [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

/** The anchors of headings, as the usual renderers make them. */
export const anchorsOf = (page: string): readonly string[] =>
  [...page.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

export type Row = readonly string[];

/** The rows of the tables of a page, or of the part below one heading, without the heads. */
export const rowsOf = (page: string, heading?: string): readonly Row[] => {
  const part = heading === undefined ? page : sectionOf(page, heading);
  const lines = part.split("\n");
  return lines
    .filter((line, n) => line.startsWith("|") && !isHead(lines, n))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
};

/** A rule of dashes, or the line before one. */
const isHead = (lines: readonly string[], n: number): boolean =>
  [lines[n], lines[n + 1]].some((line) => /^\|[-| ]+\|$/.test(line ?? ""));

/** What stands below a heading, up to the next one of any level. */
export const sectionOf = (page: string, heading: string): string => {
  const lines = page.split("\n");
  const first = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
  if (first < 0) return "";
  const rest = lines.slice(first + 1);
  const next = rest.findIndex((line) => /^#+ /.test(line));
  return (next < 0 ? rest : rest.slice(0, next)).join("\n");
};

/** The words between back-ticks. */
export const codesOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
