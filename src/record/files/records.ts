/**
 * A record from the texts of its files: what is to be entered, in the order of entry.
 *
 * In:   texts by path, and the pack that the acts refer to.
 * Out:  releases and items; or all errors (at most 50), by file and line.
 * Law:  S-8: by release, then sources, things, completeness, and the other files by name and place.
 */

import { ok, type Result, refuse } from "#base";
import { inOrder, type Located, type Pack } from "#charter";
import { checkAct, kindProblem } from "../acts/check.ts";
import { kindOf } from "../acts/kinds.ts";
import type { Known } from "../acts/refs.ts";
import {
  type Body,
  completenessBody,
  correctedBody,
  retractedBody,
  sourceBody,
  thingBody,
  toldBody,
} from "./body.ts";
import {
  completenessErrors,
  kindsOf,
  knownFrom,
  releaseError,
  releaseErrors,
  sourceErrors,
  thingErrors,
} from "./lists.ts";
import { located } from "./place.ts";
import { type Files, readFiles, type Written } from "./read.ts";
import type { Release, WrittenAct } from "./schema.ts";
import { circleErrors, isRetracted, releaseOf, versionsOf } from "./versions.ts";

/** Something to be entered: the act without its moment, and where it is written. */
export type Item = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly at: string;
  readonly release: number;
  readonly act: Body;
};

export type ReleaseItem = Release & Omit<Item, "act" | "release">;

export type RecordFiles = {
  readonly org: string;
  readonly releases: readonly ReleaseItem[];
  readonly items: readonly Item[];
};

const anyInstant = "2000-01-01T00:00:00.000Z";

/** The problems of one written act, and its body; pointers within it are those of the file. */
export const bodyOf = (
  written: Written<WrittenAct>,
  ends: number | undefined,
  known: Known,
  release: number | undefined,
): { readonly body: Body | undefined; readonly errors: readonly Located[] } => {
  const act = written.value;
  const origin = { org: known.pack.id, release };
  if (isRetracted(act)) {
    return { body: retractedBody(act, ends ?? 1, origin), errors: [] };
  }
  const kind = kindOf(act.kind);
  const unfit = kindProblem(act.kind, kind);
  if (kind === undefined || unfit !== undefined) {
    return { body: undefined, errors: unfit === undefined ? [] : [located(written, unfit)] };
  }
  const body = toldBody(act, kind.kind, origin);
  const problems = checkAct({ ...body, recordedAt: anyInstant }, known);
  const errors = problems.map((one) => located(written, one));
  if (act.corrects === undefined) return { body, errors };
  return { body: correctedBody(body, act.corrects, origin), errors };
};

const itemOf = (written: Written<unknown>, release: number, act: Body): Item => {
  const { file, at, document } = written;
  return { file, ...document.where(at), at, release, act };
};

const listItems = (files: Files, org: string): readonly Item[] => {
  const sources = files.sources.map((written) => {
    const { release = 1 } = written.value;
    return itemOf(written, release, sourceBody(written.value, { org, release }));
  });
  const things = files.things.map((written) => {
    const { release = 1 } = written.value;
    return itemOf(written, release, thingBody(written.value, { org, release }));
  });
  const counts = new Map<number, number>();
  const complete = files.complete.map((written) => {
    const { release = 1 } = written.value;
    const n = (counts.get(release) ?? 0) + 1;
    counts.set(release, n);
    const body = completenessBody(written.value, kindsOf(written.value), n, { org, release });
    return itemOf(written, release, body);
  });
  return [...sources, ...things, ...complete];
};

/**
 * Reads and checks a whole record.
 *
 * @param files - Texts by path inside the record; `releases.yaml` must be among them.
 * @example readRecords(files, pack) // => ok({ org: "csto", releases: [...], items: [...] })
 */
export const readRecords = (
  files: ReadonlyMap<string, string>,
  pack: Pack,
): Result<RecordFiles, readonly Located[]> => {
  const read = readFiles(files);
  const versions = versionsOf(read);
  const knownAt = knownFrom(pack, read, versions.lives);
  const errors: Located[] = [
    ...read.errors,
    ...releaseErrors(read),
    ...sourceErrors(read, knownAt),
    ...thingErrors(read, pack),
    ...completenessErrors(read, knownAt),
    ...versions.errors,
    ...circleErrors(read.acts),
  ];
  const items = [...listItems(read, pack.id)];
  for (const written of read.acts) {
    const release = releaseOf(written.value);
    errors.push(...releaseError(read, written));
    const made = bodyOf(written, versions.ends.get(written), knownAt(release), release);
    errors.push(...made.errors);
    if (made.body !== undefined) items.push(itemOf(written, release, made.body));
  }
  if (errors.length > 0) return refuse(inOrder(errors));
  const releases = read.releases.map(({ value, file, at, document }) => {
    return { ...value, file, at, ...document.where(at) };
  });
  const sorted = items.toSorted((a, b) => a.release - b.release);
  return ok({ org: pack.id, releases, items: sorted });
};
