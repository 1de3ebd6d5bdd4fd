/**
 * The pack in the one shape that other rooms see, from files that have passed all checks.
 */

import { dayOf } from "#base";
import { lawOf } from "./assemble-law.ts";
import type { Files } from "./files.ts";
import type {
  Authority,
  Axis,
  Commencement,
  Instrument,
  Knob,
  Life,
  Pack,
  PackDocument,
  Provision,
  State,
} from "./pack.ts";
import type { InstrumentFile, PartiesFile, ProvisionsFile, ReadingsFile } from "./schema/index.ts";

const byId = <Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> => new Map(items.map((item) => [item.id, item]));

export const assemble = (files: Files, document: PackDocument): Pack => {
  const pack = plain(only(files.pack));
  const parties = only(files.parties);
  const readings = only(files.readings);
  const labels = (language: string): ReadonlyMap<string, string> => {
    const { terms } = only(files.vocab.filter(({ file }) => file === `vocab/${language}.yaml`));
    return new Map(Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    ...pack,
    sameDay: pack.sameDay ?? [],
    disputedTerritory: pack.disputedTerritory ?? [],
    states: byId(parties.states.map(stateOf)),
    others: byId((parties.others ?? []).map(plain)),
    instruments: byId(files.instrument.map(({ value }) => instrumentOf(value))),
    provisions: byId(files.provisions.flatMap(({ value }) => provisionsOf(value))),
    axes: byId(readings.axes.map(axisOf)),
    bodies: byId(only(files.bodies).bodies.map(plain)),
    forces: byId(only(files.forces).forces.map(plain)),
    ...lawOf(files),
    vocab: { en: labels("en"), ru: labels("ru") },
    document,
  };
};

/** The value of the one file of its kind; the loader has seen that it is there. */
const only = <T>(files: readonly { readonly value: T }[]): T => {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error("a checked pack has one such file");
  return file.value;
};

/** zod types an absent key as one that may be undefined; values read from files never are. */
type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T;

const plain = <T>(value: T): Plain<T> => value as Plain<T>;

const stateOf = (state: PartiesFile["states"][number]): State => ({
  ...plain(state),
  forms: state.forms ?? { en: [], ru: [] },
});

const instrumentOf = (file: InstrumentFile): Instrument => {
  const { life, ...rest } = plain(file);
  return { ...rest, life: lifeOf(life, file.authority) };
};

type LifeFile = Plain<InstrumentFile["life"]>;

const lifeOf = (life: LifeFile, own: Authority): Life => {
  const { bindsOn, force, withdrawal, suspension, expulsion, depositary, ...rest } = life;
  return {
    ...rest,
    bindsOn: {
      signature: knobOf(bindsOn.signature, own),
      accession: knobOf(bindsOn.accession, own),
    },
    force: commencementOf(force),
    amends: life.amends ?? [],
    ...(withdrawal && { withdrawal: { ...withdrawal, authority: withdrawal.authority ?? own } }),
    ...(suspension && {
      suspension: { by: suspension.by, touches: knobOf(suspension.touches, own) },
    }),
    ...(expulsion && { expulsion: { by: expulsion.by, authority: expulsion.authority ?? own } }),
    ...(depositary !== undefined && { depositary: knobOf(depositary, own) }),
  };
};

/** One shape for both ways to write a knob; a bare `unknown` rests on nothing. */
const knobOf = <Value extends string | readonly string[]>(
  knob: Value | "unknown" | Knob<Value>,
  own: Authority,
): Knob<Value> => {
  if (isKnob(knob)) return knob;
  return { value: knob, authority: knob === "unknown" ? "unsourced" : own };
};

const isKnob = <Value>(knob: Value | Knob<Value>): knob is Knob<Value> =>
  typeof knob === "object" && knob !== null && "authority" in knob;

const commencementOf = (force: LifeFile["force"]): Commencement => {
  if (!("on" in force)) return force;
  const day = dayOf(force.on);
  if (day === undefined) throw new Error("a checked pack has real days");
  return { on: { text: force.on, day }, source: force.source };
};

const provisionsOf = ({ instrument, provisions }: ProvisionsFile): readonly Provision[] =>
  plain(provisions).map(({ versions, ...rest }) => ({
    ...rest,
    instrument,
    versions: versions.map((version) => ({ ...version, norms: version.norms ?? [] })),
  }));

const axisOf = (axis: ReadingsFile["axes"][number]): Axis => {
  const { options, ...rest } = plain(axis);
  return {
    ...rest,
    options: byId(
      options.map((option) => ({
        ...option,
        heldBy: option.heldBy ?? [],
        knobs: option.knobs ?? {},
      })),
    ),
  };
};
