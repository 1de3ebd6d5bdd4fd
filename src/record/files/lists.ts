/**
 * Releases, sources, things and lines of completeness, checked against each other and against the pack.
 *
 * Law: S-8 (releases in order), S-19 (what is declared complete).
 */

import type { Located, Pack } from "#charter";
import { kindProblem } from "../acts/check.ts";
import { authored, kindOf } from "../acts/kinds.ts";
import { pointer } from "../acts/problem.ts";
import { addressProblem, type Known } from "../acts/refs.ts";
import { textProblems } from "../acts/texts.ts";
import { located, placeText, slip } from "./place.ts";
import type { Files, Written } from "./read.ts";
import type { WrittenCompleteness, WrittenSource } from "./schema.ts";

/** Releases are numbered from 1 without a gap, and each is later than the one before. */
export const releaseErrors = ({ releases }: Files): readonly Located[] =>
  releases.flatMap((written, place) => {
    const { release, recordedAt } = written.value;
    const before = releases[place - 1]?.value;
    const found: Located[] = [];
    if (release !== place + 1) {
      found.push(slip(written, "/release", "release.order", release, `${place + 1}`));
    }
    if (before !== undefined && before.recordedAt >= recordedAt) {
      const accepted = `> ${before.recordedAt}`;
      found.push(slip(written, "/recordedAt", "release.time", recordedAt, accepted));
    }
    return found;
  });

/** The release of something written, which must be one of the list. */
export const releaseError = (
  { releases, unsound }: Files,
  written: Written<{ readonly release?: number | undefined }>,
): readonly Located[] => {
  const { release = 1 } = written.value;
  if (unsound.has("releases") || releases.some(({ value }, n) => value.release !== n + 1)) {
    return []; // What is wrong with the list is told at the list.
  }
  if (releases.some(({ value }) => value.release === release)) return [];
  const accepted = releases.map(({ value }) => value.release).join(" | ");
  return [slip(written, "/release", "release.unknown", release, accepted)];
};

type Listed = { readonly id: string; readonly release?: number | undefined };

/** Of things with ids: no id twice, and each in a release of the list. */
const eachOnce = (files: Files, all: readonly Written<Listed>[]): readonly Located[] => {
  const first = new Map<string, string>();
  return all.flatMap((written) => {
    const { id } = written.value;
    const errors = releaseError(files, written);
    const earlier = first.get(id);
    if (earlier !== undefined)
      return [...errors, slip(written, "/id", "id.duplicate", id, earlier)];
    first.set(id, placeText(written));
    return errors;
  });
};

/** Numbers of one series, in order and alike in length. */
const isRange = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  from.length === to.length && from.replace(/\d/g, "") === to.replace(/\d/g, "") && from <= to;

/** Texts of something written that no record may hold. */
export const textErrors = (written: Written<object>): readonly Located[] =>
  textProblems(written.value).map((one) => located(written, one));

/** What in one source does not go together: whom it names, and which of its fields carry facts. */
export const ownSourceErrors = (
  written: Written<WrittenSource>,
  known: Known,
): readonly Located[] => {
  const { by, facts = {}, numbered } = written.value;
  const unknown = by === undefined ? undefined : addressProblem("/by", by, known);
  const silent = Object.entries(facts)
    .filter(([, field]) => written.value[field] === undefined)
    .map(([fact, field]) => slip(written, pointer("facts", fact), "source.fact", field, field));
  const range =
    numbered === undefined || isRange(numbered)
      ? []
      : [slip(written, "/numbered", "source.numbered", numbered, "{ from: F001, to: F176 }")];
  return [
    ...textErrors(written),
    ...(unknown === undefined ? [] : [located(written, unknown)]),
    ...silent,
    ...range,
  ];
};

/** Sources: no id twice, nothing named that is not there. */
export const sourceErrors = (
  files: Files,
  knownAt: (release: number) => Known,
): readonly Located[] => [
  ...eachOnce(files, files.sources),
  ...files.sources.flatMap((written) =>
    ownSourceErrors(written, knownAt(written.value.release ?? 1)),
  ),
];

/** Things: none twice, and none that the pack names already. */
export const thingErrors = (files: Files, { others }: Pack): readonly Located[] => [
  ...eachOnce(files, files.things),
  ...files.things.flatMap(textErrors),
  ...files.things
    .filter(({ value }) => others.has(value.id))
    .map((written) => slip(written, "/id", "id.duplicate", written.value.id, "parties.yaml")),
];

/** The kinds of a line, each by its name. */
export const kindsOf = ({ kinds }: WrittenCompleteness): readonly string[] =>
  kinds.map((word) => kindOf(word)?.kind ?? word);

/** Completeness: kinds that exist, things that are there, a source that is registered. */
export const completenessErrors = (
  files: Files,
  knownAt: (release: number) => Known,
): readonly Located[] =>
  files.complete.flatMap((written) => {
    const { kinds, about, source, release = 1 } = written.value;
    const known = knownAt(release);
    const errors = [...releaseError(files, written)];
    kinds.forEach((word, place) => {
      const unfit = kindProblem(word, kindOf(word));
      const at = pointer("kinds", place);
      if (unfit !== undefined)
        errors.push(slip(written, at, unfit.code, word, authored.join(" | ")));
    });
    about.forEach((address, place) => {
      const unknown = addressProblem(pointer("about", place), address, known);
      if (unknown !== undefined) errors.push(located(written, unknown));
    });
    if (!known.sources.has(source)) {
      errors.push(slip(written, "/source", "ref.source", source, "sources.yaml"));
    }
    return errors;
  });

/** By id, the first release that brings it. */
const firstReleases = (all: readonly Written<Listed>[]): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  for (const { value } of all) {
    first.set(value.id, Math.min(first.get(value.id) ?? Infinity, value.release ?? 1));
  }
  return first;
};

/** What may be referred to from a release: what it or an earlier one brings, and has not taken. */
export const knownFrom = (
  pack: Pack,
  { sources, things, unsound }: Files,
  lives: ReadonlyMap<string, Life>,
): ((release: number) => Known) => {
  const registered = firstReleases(sources);
  const named = firstReleases(things);
  return (release) => ({
    pack,
    sources: {
      has: (id) => unsound.has("sources") || (registered.get(id) ?? Infinity) <= release,
    },
    things: {
      has: (id) => unsound.has("things") || (named.get(id) ?? Infinity) <= release,
      keys: () => named.keys(),
    },
    acts: {
      has: (id) => {
        if (unsound.has("acts")) return true;
        const life = lives.get(id);
        if (life === undefined || life.from > release) return false;
        return life.until === undefined || life.until > release;
      },
    },
  });
};

/** From which release an act is there, and from which one it is retracted. */
export type Life = { readonly from: number; readonly until: number | undefined };
