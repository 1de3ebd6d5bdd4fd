/**
 * All ids of a pack by what they name, for the checks of references; and ids given twice.
 */

import type { Files } from "../files.ts";
import { stem } from "../files.ts";
import type { FileKind } from "../schema/index.ts";
import { type Known, type Slips, unique } from "./slip.ts";

export type Ids = {
  readonly states: Known;
  readonly parties: Known; // States, and organizations, persons and offices by their address.
  readonly instruments: Known;
  readonly provisions: Known;
  readonly axes: Known;
  readonly bodies: Known;
};

export const idsOf = (files: Files, paths: readonly string[]): Ids => {
  const known = (ids: readonly string[], ...kinds: readonly FileKind[]): Known => ({
    ids: new Set(ids),
    complete: !kinds.some((kind) => files.unsound.has(kind)),
  });
  const states = files.parties.flatMap(({ value }) => value.states.map(({ id }) => id));
  const others = files.parties.flatMap(({ value }) => (value.others ?? []).map(({ id }) => id));
  // An instrument is known by the name of its file, so a slip inside the file causes no others.
  const instruments = paths.filter((path) => path.startsWith("instruments/")).map(stem);
  const provisions = files.provisions.flatMap(({ value }) => value.provisions.map(({ id }) => id));
  const axes = files.readings.flatMap(({ value }) => value.axes.map(({ id }) => id));
  const bodies = files.bodies.flatMap(({ value }) => value.bodies.map(({ id }) => id));
  return {
    states: known(states, "parties"),
    parties: known([...states, ...others], "parties"),
    instruments: { ids: new Set(instruments), complete: instruments.length > 0 },
    provisions: known(provisions, "provisions"),
    axes: known(axes, "readings"),
    bodies: known(bodies, "bodies"),
  };
};

type WithId = { readonly id: string };

const placed = (at: string, items: readonly WithId[]): readonly (readonly [string, string])[] =>
  items.map(({ id }, index) => [`${at}/${index}/id`, id]);

/** Ids given twice within a file; those of provisions, across files. */
export function* checkDuplicates(files: Files): Slips {
  for (const { file, value } of files.parties) {
    yield* unique(file, placed("/states", value.states));
    yield* unique(file, placed("/others", value.others ?? []));
    const numerics = value.states.flatMap(({ numeric }, index) =>
      numeric === undefined ? [] : [[`/states/${index}/numeric`, numeric] as const],
    );
    yield* unique(file, numerics);
  }
  for (const { file, value } of files.pack) {
    yield* unique(file, placed("/disputedTerritory", value.disputedTerritory ?? []));
  }
  for (const { file, value } of files.readings) {
    yield* unique(file, placed("/axes", value.axes));
    for (const [index, { options }] of value.axes.entries()) {
      yield* unique(file, placed(`/axes/${index}/options`, options));
    }
  }
  for (const { file, value } of files.bodies) yield* unique(file, placed("/bodies", value.bodies));
  for (const { file, value } of files.forces) yield* unique(file, placed("/forces", value.forces));
  yield* duplicateProvisions(files);
}

function* duplicateProvisions(files: Files): Slips {
  const seen = new Map<string, string>();
  for (const { file, value } of files.provisions) {
    yield* unique(file, placed("/provisions", value.provisions));
    for (const [index, { id }] of value.provisions.entries()) {
      const before = seen.get(id);
      if (before === undefined) seen.set(id, file);
      else if (before !== file) {
        const accepted = `${id} (1): ${before}`;
        yield { file, at: `/provisions/${index}/id`, code: "id.duplicate", found: id, accepted };
      }
    }
  }
}
