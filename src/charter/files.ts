/**
 * The files of a pack: which names there are, which schema each has, and each one judged alone.
 */

import { type Document, judgeRaw, type Raw } from "./document.ts";
import type { Located } from "./located.ts";
import { type FileKind, type FileTypes, schemas } from "./schema/index.ts";

/** One sound file of a kind: its path in the pack, its value and its places. */
export type PackFileOf<K extends FileKind> = Document<FileTypes[K]> & { readonly file: string };

/** The sound files by kind, and the kinds of which at least one file is missing or unsound. */
export type Files = {
  readonly [K in FileKind]: readonly PackFileOf<K>[];
} & { readonly unsound: ReadonlySet<FileKind> };

const single: { readonly [path: string]: FileKind } = {
  "pack.yaml": "pack",
  "parties.yaml": "parties",
  "readings.yaml": "readings",
  "bodies.yaml": "bodies",
  "forces.yaml": "forces",
  "vocab/en.yaml": "vocab",
  "vocab/ru.yaml": "vocab",
};

/** What a pack may lack: one without norms needs none of them. */
const optional: { readonly [path: string]: FileKind } = {
  "procedures.yaml": "procedures",
  "predicates.yaml": "predicates",
  "acts.yaml": "acts",
};

const folders: { readonly [folder: string]: FileKind } = {
  instruments: "instrument",
  provisions: "provisions",
  cases: "cases",
};

const many = /^(instruments|provisions|cases)\/([^/]+)\.yaml$/;

const acceptedNames = [
  ...Object.keys(single),
  ...Object.keys(optional),
  ...Object.keys(folders).map((folder) => `${folder}/<id>.yaml`),
];

/** What a path of the pack must hold; undefined for a name that no pack has. */
export const kindOf = (path: string): FileKind | undefined => {
  if (Object.hasOwn(single, path)) return single[path];
  if (Object.hasOwn(optional, path)) return optional[path];
  const folder = many.exec(path)?.[1];
  return folder === undefined ? undefined : folders[folder];
};

/** The last part of a path without `.yaml`: the id that the file must have. */
export const stem = (path: string): string => many.exec(path)?.[2] ?? path;

/** Whole-file errors have no place within the file. */
export const wholeFile = (
  file: string,
  code: string,
  found: string,
  accepted: string,
): Located => ({
  file,
  line: 1,
  column: 1,
  at: "",
  code,
  found,
  accepted,
});

/** Names that are too many or too few. */
export const checkNames = (paths: readonly string[]): readonly Located[] => {
  const unknown = paths
    .filter((path) => kindOf(path) === undefined)
    .map((path) => wholeFile(path, "file.unknown", path.slice(0, 80), acceptedNames.join(" | ")));
  const missing = Object.keys(single)
    .filter((path) => !paths.includes(path))
    .map((path) => wholeFile(path, "file.missing", "", path));
  const none = paths.some((path) => kindOf(path) === "instrument")
    ? []
    : [wholeFile("instruments/", "file.missing", "", "instruments/<id>.yaml")];
  return [...unknown, ...missing, ...none];
};

/** Each file under its own schema. */
export const judgeFiles = (
  raws: ReadonlyMap<string, Raw>,
): { readonly files: Files; readonly errors: readonly Located[] } => {
  const errors: Located[] = [];
  const unsound = new Set<FileKind>();
  const ofKind = <K extends FileKind>(kind: K): readonly PackFileOf<K>[] =>
    [...raws].flatMap(([file, raw]) => {
      if (kindOf(file) !== kind) return [];
      const judged = judgeRaw(file, raw, schemas[kind]);
      if (judged.ok) return [{ file, ...judged.value }];
      errors.push(...judged.refusal);
      unsound.add(kind);
      return [];
    });
  const files = {
    pack: ofKind("pack"),
    parties: ofKind("parties"),
    instrument: ofKind("instrument"),
    provisions: ofKind("provisions"),
    readings: ofKind("readings"),
    bodies: ofKind("bodies"),
    forces: ofKind("forces"),
    vocab: ofKind("vocab"),
    procedures: ofKind("procedures"),
    predicates: ofKind("predicates"),
    acts: ofKind("acts"),
    cases: ofKind("cases"),
    unsound,
  };
  return { files, errors };
};
