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
  readonly norms: Known;
  readonly prohibitions: Known;
  readonly predicates: Known; // Predicates, and norms that say what counts as what.
  readonly procedures: Known;
  readonly findings: Known;
  readonly makers: Known; // Whoever may make a finding: a body, an address, a state, a role.
  readonly deeds: Known;
  readonly statusTowards: Known; // Instruments, and the organization itself.
};

/** Roles in a situation that a maker of findings may have. */
const roles = ["victim", "each-party"];

/**
 * @param deeds - The core deeds, which the room `record` knows; undefined where nobody handed them
 *   in, and then no deed is refused.
 */
export const idsOf = (files: Files, paths: readonly string[], deeds?: ReadonlySet<string>): Ids => {
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
  const norms = files.provisions.flatMap(({ value }) => value.norms ?? []);
  const ofKind = (kind: string) => norms.filter((norm) => norm.kind === kind).map(({ id }) => id);
  const predicates = files.predicates.flatMap(({ value }) => value.predicates.map(({ id }) => id));
  const findings = files.predicates.flatMap(({ value }) => value.findings.map(({ kind }) => kind));
  const procedures = files.procedures.flatMap(({ value }) => value.procedures.map(({ id }) => id));
  const special = files.acts.flatMap(({ value }) => value.acts.map(({ deed }) => deed));
  const own = files.pack.map(({ value }) => value.id);
  const allDeeds = known([...(deeds ?? []), ...special], "acts");
  return {
    norms: known(
      norms.map(({ id }) => id),
      "provisions",
    ),
    prohibitions: known(ofKind("prohibition"), "provisions"),
    predicates: known([...predicates, ...ofKind("qualifies")], "predicates", "provisions"),
    procedures: known(procedures, "procedures"),
    findings: known(findings, "predicates"),
    makers: known([...bodies, ...states, ...others, ...roles], "bodies", "parties"),
    deeds: { ...allDeeds, complete: allDeeds.complete && deeds !== undefined },
    statusTowards: {
      ids: new Set([...instruments, ...own]),
      complete: instruments.length > 0 && !files.unsound.has("pack"),
    },
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
