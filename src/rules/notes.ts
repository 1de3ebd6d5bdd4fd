/**
 * Acts that stand beside one another in an item: what each says, on which day, by whom.
 *
 * Law:  S-6 (a basis is what the act's clause and each source claim it to be).
 */

import { some } from "#base";
import type { Version } from "#record";
import { claimsOf, nameIn, onOf } from "./items.ts";
import type { ActNote, BasisRow } from "./list-answers.ts";
import { inTime, type Scene } from "./question.ts";

export const noteOf = (version: Version): ActNote => ({
  act: version.act.id,
  kind: version.act.kind,
  on: onOf(version),
  ...some("actors", version.reading.actors),
  says: version.reading.fields,
});

export const notesOf = (versions: readonly Version[]): readonly ActNote[] =>
  inTime(versions).map(noteOf);

/** The clause of the act itself, then every basis that a source claims; each once. */
export const basisOf = (scene: Scene, versions: readonly Version[]): readonly BasisRow[] => {
  const rows = versions.flatMap((version): readonly BasisRow[] => {
    const clause = version.act.under?.clause;
    const claimed = claimsOf(scene, version).flatMap(({ says, source, differs }) => {
      const basis = nameIn(says["basis"]);
      return basis === undefined ? [] : [{ basis, source, ...some("differs", differs) }];
    });
    return [...(clause === undefined ? [] : [{ basis: clause }]), ...claimed];
  });
  const keys = rows.map((row) => JSON.stringify(row));
  return rows.filter((_, place) => keys.indexOf(keys[place] ?? "") === place);
};

/** Acts that name one of some acts in what they are about, by the day asked about. */
export const aboutActs = (
  { record, size, on }: Scene,
  versions: readonly Version[],
): readonly Version[] => [
  ...new Set(
    versions
      .flatMap(({ act }) => record.about(`act/${act.id}`, size))
      .filter(({ reading }) => reading.window.earliest <= on),
  ),
];
