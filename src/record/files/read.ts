/**
 * The files of a record, each read by itself into what its form says.
 *
 * In:   texts by their path inside the record, such as `treaty.yaml` or `sources/backgrounder.yaml`.
 * Out:  releases, sources, things, completeness and acts as written, each with its place; and the errors.
 *
 * A file that is unsound causes no further errors elsewhere: what it may hold counts as there.
 */

import type * as z from "zod";
import { type Document, type Located, readDocument } from "#charter";
import {
  actsFile,
  completenessFile,
  type Release,
  releasesFile,
  sourcesFile,
  thingsFile,
  type WrittenAct,
  type WrittenCompleteness,
  type WrittenSource,
  type WrittenThing,
} from "./schema.ts";

/** Something written, and where: `at` is its JSON pointer, `where` finds what lies within it. */
export type Written<T> = {
  readonly value: T;
  readonly file: string;
  readonly at: string;
  readonly document: Pick<Document<unknown>, "where" | "whereKey">;
};

type Part = "releases" | "sources" | "things" | "acts";

export type Files = {
  readonly releases: readonly Written<Release>[];
  readonly sources: readonly Written<WrittenSource>[];
  readonly things: readonly Written<WrittenThing>[];
  readonly complete: readonly Written<WrittenCompleteness>[];
  readonly acts: readonly Written<WrittenAct>[];
  /** Which of them is not whole, because a file could not be read. */
  readonly unsound: ReadonlySet<Part>;
  readonly errors: readonly Located[];
};

const single = {
  releases: "releases.yaml",
  sources: "sources.yaml",
  complete: "completeness.yaml",
};

const names: ReadonlySet<string> = new Set(Object.values(single));

/** Things may fill one file or a folder of them. */
const holdsThings = (path: string): boolean => path === "things.yaml" || path.startsWith("things/");

/** An error of a whole file. */
export const wholeFile = (file: string, code: string, accepted: string): Located => {
  return { file, line: 1, column: 1, at: "", code, found: "", accepted };
};

/** The things that a document lists under a key, each with its place. */
export const listed = <T>(
  file: string,
  document: Document<unknown>,
  key: string,
  values: readonly T[],
): readonly Written<T>[] =>
  values.map((value, place) => ({ value, file, at: `/${key}/${place}`, document }));

/** Reads one file, or adds its errors. */
const read = <T>(
  files: ReadonlyMap<string, string>,
  file: string,
  schema: z.ZodType<T>,
  errors: Located[],
): Document<T> | undefined => {
  const text = files.get(file);
  if (text === undefined) return undefined;
  const document = readDocument(file, text, schema);
  if (document.ok) return document.value;
  errors.push(...document.refusal);
  return undefined;
};

/** All files of a record. */
export const readFiles = (files: ReadonlyMap<string, string>): Files => {
  const errors: Located[] = [];
  const unsound = new Set<Part>();
  const paths = [...files.keys()].sort();
  for (const path of paths) {
    if (!path.endsWith(".yaml")) errors.push(wholeFile(path, "file.unknown", "*.yaml"));
  }
  if (!files.has(single.releases)) {
    errors.push(wholeFile(single.releases, "file.missing", single.releases));
  }
  const releases = read(files, single.releases, releasesFile, errors);
  const sources = read(files, single.sources, sourcesFile, errors);
  const complete = read(files, single.complete, completenessFile, errors);
  if (releases === undefined) unsound.add("releases");
  if (sources === undefined && files.has(single.sources)) unsound.add("sources");
  const others = paths.filter((path) => path.endsWith(".yaml") && !names.has(path));
  const things = others.filter(holdsThings).flatMap((path) => {
    const document = read(files, path, thingsFile, errors);
    if (document === undefined) unsound.add("things");
    return document === undefined ? [] : listed(path, document, "things", document.value.things);
  });
  const acts = others
    .filter((path) => !holdsThings(path))
    .flatMap((path) => {
      const document = read(files, path, actsFile, errors);
      if (document === undefined) unsound.add("acts");
      return document === undefined ? [] : listed(path, document, "acts", document.value.acts);
    });
  return {
    releases: releases
      ? listed(single.releases, releases, "releases", releases.value.releases)
      : [],
    sources: sources ? listed(single.sources, sources, "sources", sources.value.sources) : [],
    complete: complete
      ? listed(single.complete, complete, "complete", complete.value.complete)
      : [],
    things,
    acts,
    unsound,
    errors,
  };
};
