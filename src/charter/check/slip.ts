/**
 * What the cross-checks share: an error before its line is known, and the ids that may be named.
 */

import { clip, found } from "../located.ts";

/** An error at a value (or its key) of a file. */
export type CrossSlip = {
  readonly file: string;
  readonly at: string;
  readonly code: string;
  readonly found: string;
  readonly accepted: string;
};

/** Ids that may be named; `complete: false` where a file that may hold more is unsound. */
export type Known = { readonly ids: ReadonlySet<string>; readonly complete: boolean };

export const slip = (
  file: string,
  at: string,
  code: string,
  value: unknown,
  accepted: string,
): CrossSlip => ({ file, at, code, found: found(value), accepted: clip(accepted) });

/** A reference to something that does not exist. */
export function* reference(file: string, at: string, id: string, known: Known): Slips {
  if (known.ids.has(id) || !known.complete) return;
  yield slip(file, at, "ref.unknown", id, nearest(id, known.ids));
}

/** A list of references: each exists, none twice. */
export function* references(file: string, at: string, ids: readonly string[], known: Known): Slips {
  for (const [index, id] of ids.entries()) yield* reference(file, `${at}/${index}`, id, known);
  yield* unique(
    file,
    ids.map((id, index) => [`${at}/${index}`, id]),
  );
}

/** The provisions a rule rests on, where it names any. */
export function* grounds(
  file: string,
  at: string,
  authority: readonly string[] | string | undefined,
  known: Known,
): Slips {
  if (Array.isArray(authority)) yield* references(file, at, authority, known);
}

/** Pairs of pointer and id: an id that stands twice is shown at its second place. */
export function* unique(file: string, ids: readonly (readonly [string, string])[]): Slips {
  const seen = new Set<string>();
  for (const [at, id] of ids) {
    if (seen.has(id)) yield slip(file, at, "id.duplicate", id, `${id} (1)`);
    seen.add(id);
  }
}

export type Slips = Generator<CrossSlip, void, undefined>;

const shown = 5;

/** The ids most like the one that was written, nearest first. */
export const nearest = (id: string, ids: ReadonlySet<string>): string => {
  const byDistance = [...ids]
    .map((known) => ({ known, far: distance(id, known) }))
    .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known);
  const more = byDistance.length > shown ? ["…"] : [];
  return [...byDistance.slice(0, shown), ...more].join(" | ");
};

/** How many letters must change (Levenshtein), row by row. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
