/** What the house-keeping reads and says, and the rooms it knows. */

export type Source = { readonly path: string; readonly text: string };
export type Finding = { readonly path: string; readonly line: number; readonly what: string };

/** The rooms without clock, random, network, disk or environment, in the order of imports. */
export const pureRooms = [
  "base",
  "charter",
  "ledger",
  "record",
  "rules",
  "workflows",
  "wording",
] as const;

export const isModule = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const isTest = (path: string): boolean => /(\.test\.tsx?|\.e2e\.ts)$/.test(path);

/** Tests, and the builders that only tests use. */
export const servesTests = (path: string): boolean => isTest(path) || path.endsWith("/testing.ts");

export const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

/** Lines that hold code, numbered from 1; whole-line comments come back empty. */
export const codeLines = (text: string): readonly string[] =>
  text.split("\n").map((line) => (/^\s*(\/\/|\/\*|\*)/.test(line) ? "" : line));
