/**
 * Which norms there are, and that each stands in a version of a provision: that places it in time
 * and cites it.
 */

import type { Files } from "../files.ts";
import type { Norm } from "../norm.ts";
import type { Ids } from "./ids.ts";
import { reference, type Slips, slip, unique } from "./slip.ts";

export type Placed = { readonly file: string; readonly at: string; readonly norm: Norm };

export const placedNorms = (files: Files): readonly Placed[] =>
  files.provisions.flatMap(({ file, value }) =>
    (value.norms ?? []).map((norm, index) => ({ file, at: `/norms/${index}`, norm })),
  );

/** Versions list norms that exist, and each norm stands in one; no norm has the id of another. */
export function* checkListed(files: Files, ids: Ids): Slips {
  const listed = new Set<string>();
  const owner = new Map<string, string>();
  for (const { file, value } of files.provisions) {
    const own = (value.norms ?? []).map(({ id }, index) => [`/norms/${index}/id`, id] as const);
    yield* unique(file, own);
    for (const [at, id] of own) {
      const before = owner.get(id) ?? file;
      if (before !== file) yield slip(file, at, "id.duplicate", id, `${id} (1): ${before}`);
      owner.set(id, before);
    }
    for (const [place, { versions }] of value.provisions.entries()) {
      for (const [n, { norms = [] }] of versions.entries()) {
        const at = `/provisions/${place}/versions/${n}/norms`;
        for (const [index, id] of norms.entries()) {
          yield* reference(file, `${at}/${index}`, id, ids.norms);
          listed.add(id);
        }
        yield* unique(
          file,
          norms.map((id, index) => [`${at}/${index}`, id]),
        );
      }
    }
  }
  if (!ids.norms.complete) return;
  for (const { file, at, norm } of placedNorms(files)) {
    if (listed.has(norm.id) || norm.retired) continue;
    yield slip(file, `${at}/id`, "norm.orphan", norm.id, `versions: [ { norms: [ ${norm.id} ] } ]`);
  }
}
