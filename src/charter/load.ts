/**
 * A pack from the texts of its files, checked through and through.
 *
 * In:   texts by their path inside the pack, such as `instruments/treaty.yaml`.
 * Out:  the pack, or all errors (at most 50), by file and line.
 *
 * First each file alone (YAML, schema), then what holds between files. A file that is unsound
 * causes no further errors elsewhere: what it may hold counts as there.
 */

import { type Json, ok, type Result, refuse, utf8 } from "#base";
import { assemble } from "./assemble.ts";
import { checkCases } from "./check/cases.ts";
import { checkDuplicates, idsOf } from "./check/ids.ts";
import { checkInstruments } from "./check/instruments.ts";
import { checkOrgans, checkPack, checkProvisions, checkReadings, checkVocab } from "./check/law.ts";
import { checkNorms, lawFor } from "./check/norms.ts";
import { checkActs, checkProcedures } from "./check/procedures.ts";
import type { CrossSlip } from "./check/slip.ts";
import { type Raw, readRaw } from "./document.ts";
import { checkNames, type Files, judgeFiles, kindOf, wholeFile } from "./files.ts";
import { inOrder, type Located } from "./located.ts";
import type { Pack } from "./pack.ts";
import type { FileKind } from "./schema/index.ts";

const mostPackBytes = 2 * 1024 * 1024; // S-31.

/**
 * @param deeds - The core deeds that norms may name; the room `record` has the table (S-14).
 */
export const loadPack = (
  files: ReadonlyMap<string, string>,
  deeds?: ReadonlySet<string>,
  isProvenElsewhere = false,
): Result<Pack, readonly Located[]> => {
  const size = [...files.values()].reduce((sum, text) => sum + bytesIn(text), 0);
  if (size > mostPackBytes) {
    const accepted = `<= ${mostPackBytes} bytes`;
    return refuse([wholeFile("pack.yaml", "pack.too-large", `${size} bytes`, accepted)]);
  }
  const errors: Located[] = [];
  const raws = new Map<string, Raw>();
  const broken = new Set<FileKind>();
  for (const [file, text] of files) {
    const kind = kindOf(file);
    if (kind === undefined) continue;
    const raw = readRaw(file, text);
    if (raw.ok) raws.set(file, raw.value);
    else {
      errors.push(...raw.refusal);
      broken.add(kind);
    }
  }
  const before = { errors, broken, deeds, isProvenElsewhere };
  return loadRaw([...files.keys()].sort(), raws, before);
};

/** A text with half a pair is refused later, at its place; here it is only measured. */
const bytesIn = (text: string): number => utf8(text.toWellFormed()).length;

/** What is known before: what could not be read, and the core deeds. */
export type Before = {
  readonly errors?: readonly Located[];
  readonly broken?: ReadonlySet<FileKind>;
  readonly deeds?: ReadonlySet<string> | undefined;
  readonly isProvenElsewhere?: boolean;
};

/** A pack from plain values. */
export const loadRaw = (
  paths: readonly string[],
  raws: ReadonlyMap<string, Raw>,
  { errors = [], broken = new Set(), deeds, isProvenElsewhere = false }: Before = {},
): Result<Pack, readonly Located[]> => {
  const sorted = new Map(paths.flatMap((path) => pair(path, raws.get(path))));
  const judged = judgeFiles(sorted);
  const names = checkNames(paths);
  const lost = names.flatMap(({ file, code }) => (code === "file.missing" ? kindOf(file) : []));
  const unsound = new Set<FileKind>(broken);
  for (const kind of [...judged.files.unsound, ...lost]) if (kind !== undefined) unsound.add(kind);
  const files: Files = { ...judged.files, unsound };
  const cross = crossErrors(files, paths, deeds).filter(
    ({ code }) => !(isProvenElsewhere && code === "norm.case-missing"),
  );
  const all = [...errors, ...names, ...judged.errors, ...cross];
  if (all.length > 0) return refuse(inOrder(all));
  const values = [...sorted].map(([path, { value }]): [string, Json] => [path, value]);
  return ok(assemble(files, { format: "foedus-pack/0", files: Object.fromEntries(values) }));
};

const pair = (path: string, raw: Raw | undefined): readonly [string, Raw][] =>
  raw === undefined ? [] : [[path, raw]];

const crossErrors = (
  files: Files,
  paths: readonly string[],
  deeds: ReadonlySet<string> | undefined,
): readonly Located[] => {
  const ids = idsOf(files, paths, deeds);
  const law = lawFor(files, ids);
  const slips: readonly CrossSlip[] = [
    ...checkDuplicates(files),
    ...checkPack(files, ids),
    ...checkInstruments(files, ids),
    ...checkProvisions(files, ids),
    ...checkReadings(files, ids),
    ...checkOrgans(files, ids),
    ...checkVocab(files),
    ...checkNorms(files, law),
    ...checkProcedures(files, law),
    ...checkActs(files, deeds),
    ...checkCases(files, law),
  ];
  const { unsound: _, ...byKind } = files;
  const sources = new Map(
    Object.values(byKind)
      .flat()
      .map(({ file, where }) => [file, where]),
  );
  return slips.map((slip) => ({
    ...(sources.get(slip.file)?.(slip.at) ?? { line: 1, column: 1 }),
    ...slip,
  }));
};
