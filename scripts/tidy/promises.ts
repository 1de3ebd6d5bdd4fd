/**
 * The promises that a line or a file can break by itself: a header on every module, nothing left
 * over, no path of one machine, no clock or chance in a pure room.
 *
 * In:   one text file, or for READMEs the paths of all.
 * Out:  findings.
 */
import {
  codeLines,
  type Finding,
  isModule,
  isTest,
  pureRooms,
  roomOf,
  type Source,
  servesTests,
} from "./finding.ts";

const longest = 300; // Lines a module; beyond that it holds more than one subject.

type Promise = {
  readonly applies: (path: string) => boolean;
  readonly broken: RegExp;
  readonly what: string;
  /** Comments count too, unless only code can break it. */
  readonly codeOnly?: true;
};

const isOwnHouse = (path: string): boolean => /^(src|web|scripts)\//.test(path);
const isPure = (path: string): boolean =>
  (pureRooms as readonly string[]).includes(roomOf(path) ?? "") && !servesTests(path);

/** This folder names what it looks for. */
const isTidy = (path: string): boolean => path.startsWith("scripts/tidy");

const linePromises: readonly Promise[] = [
  {
    applies: (path) => !isTidy(path) && !path.endsWith("package-lock.json"),
    broken: /\b(TODO|FIXME|XXX|HACK)\b/,
    what: "a leftover: do it, or open an issue",
  },
  {
    applies: (path) => isTest(path) && !isTidy(path),
    broken: /\b(test|it|describe|suite)(\.\w+)*\.(only|skip|fixme|todo)\b/,
    what: "a test that is singled out or passed over",
    codeOnly: true,
  },
  {
    applies: (path) => !isTidy(path),
    broken: /(?<![\w.}~*)-])\/(work|root|home\/\w+|Users\/\w+|tmp\/bash_jobs)(\/|\b(?=["'`\s]))/,
    what: "a path of one machine",
  },
  {
    applies: (path) => path.endsWith("package-lock.json"),
    broken: /"resolved": "http/,
    what: "a registry's address in a lock file",
  },
  {
    applies: isPure,
    broken: /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bTemporal\.Now\b/,
    what: "a pure room has no clock and no chance: hand it in",
    codeOnly: true,
  },
];

const lineFindings = ({ path, text }: Source): readonly Finding[] => {
  const wanted = linePromises.filter(({ applies }) => applies(path));
  if (wanted.length === 0) return [];
  const code = codeLines(text);
  return text
    .split("\n")
    .flatMap((line, index) =>
      wanted
        .filter(({ broken, codeOnly }) => broken.test(codeOnly ? (code[index] ?? "") : line))
        .map(({ what }) => ({ path, line: index + 1, what })),
    );
};

const moduleFindings = ({ path, text }: Source): readonly Finding[] => {
  if (!isOwnHouse(path) || !isModule(path) || isTest(path)) return [];
  const lines = text.split("\n").length - 1;
  const header = /^(#!.*\n)?\/\*\*/.test(text);
  return [
    ...(header ? [] : [{ path, line: 1, what: "begins without saying what it is about" }]),
    ...(lines > longest ? [{ path, line: lines, what: `longer than ${longest} lines` }] : []),
  ];
};

export const promises = (source: Source): readonly Finding[] => [
  ...lineFindings(source),
  ...moduleFindings(source),
];

/** A README in every room that exists. */
export const readmes = (paths: readonly string[]): readonly Finding[] => {
  const rooms = new Set(paths.flatMap((path) => roomOf(path) ?? []));
  return [...rooms]
    .map((room) => `src/${room}/README.md`)
    .filter((readme) => !paths.includes(readme))
    .map((path) => ({ path, line: 1, what: "the room has no README" }));
};
