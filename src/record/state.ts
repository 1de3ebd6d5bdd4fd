/**
 * What a fold holds: fluents, the lanes of each state towards each instrument, acts by their kind.
 *
 * In:   a pack and the acts as a lens shows them.
 * Out:  `Fold`, empty at first, and its look-ups.
 */

import type { Instrument, Pack } from "#charter";
import type { Bounds, World } from "./event.ts";
import { type Fluent, fluent } from "./fluent.ts";
import { headline } from "./headline.ts";
import { type History, newest } from "./history.ts";
import type { Lane } from "./lane.ts";
import type { Acts } from "./life.ts";
import { follows, type Links, newLinks } from "./links.ts";
import type { Combine, Order } from "./possible.ts";
import type { Setters } from "./setting.ts";
import type { Version } from "./version.ts";

/** A state's relation to one instrument. */
export type Cell = {
  readonly own: Version[];
  lane: Lane | undefined; // undefined: made of its acts when it is needed, as a short life's is
  views: readonly World[];
  live: boolean;
  status: Fluent | undefined; // once there is one; kept at hand, since each act changes it
};

export type Fold = {
  readonly pack: Pack;
  readonly history: History;
  readonly fluents: Map<string, Fluent>;
  readonly states: Set<string>; // of whose membership some act or statement speaks
  readonly cells: Map<string, Map<string, Cell>>; // by instrument, then state
  readonly byKind: Map<string, Map<string, Version[]>>; // standing acts, by instrument, then kind
  readonly contested: Map<string, Version[]>; // standing acts with rivals, by instrument
  readonly stated: Map<string, Version[]>; // standing statements of sources, by address
  readonly setters: Map<string, Setters>; // standing acts that set a value by themselves
  readonly base: World;
  readonly links: Links;
  readonly order: Order;
  readonly headline: Combine;
  readonly acts: Acts;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
};

const none: readonly never[] = [];

/** Instruments whose life looks at another one: conditional commencement, prolongation. */
const dependentsOf = (pack: Pack): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, life } of pack.instruments.values()) {
    const { force, prolongation } = life;
    const others = [...("with" in force ? [force.with] : []), prolongation?.by ?? []].flat();
    for (const other of others) found.set(other, [...(found.get(other) ?? []), id]);
  }
  return found;
};

const displayed = (pack: Pack, bounds: Bounds): World => ({
  bounds,
  options: Object.fromEntries(
    [...pack.axes.values()].map(({ id, displayReading, options }) => [
      id,
      displayReading === "none" ? ([...options.keys()][0] ?? "") : displayReading,
    ]),
  ),
});

const instrumentOf = (pack: Pack, id: string): Instrument => {
  const found = pack.instruments.get(id);
  if (found === undefined) throw new Error(`no such instrument in the pack: ${id}`);
  return found;
};

export const newFold = (pack: Pack, history: History): Fold => {
  const cells: Fold["cells"] = new Map();
  const byKind: Fold["byKind"] = new Map();
  const links = newLinks((id) => newest(history, id));
  const isFirst = new Set(pack.sameDay.map(({ first, then }) => `${first} ${then}`));
  return {
    pack,
    history,
    fluents: new Map(),
    states: new Set(),
    cells,
    byKind,
    contested: new Map(),
    stated: new Map(),
    setters: new Map(),
    base: displayed(pack, links),
    links,
    order: {
      follows: (then, first) => follows(links, then, first),
      isUsual: (first, then) => isFirst.has(`${first.act.kind} ${then.act.kind}`),
    },
    headline: headline(pack),
    dependents: dependentsOf(pack),
    acts: {
      about: (instrument, kind) => byKind.get(instrument)?.get(kind) ?? none,
      own: (instrument, state) => cells.get(instrument)?.get(state)?.own ?? none,
      instrument: (id) => instrumentOf(pack, id),
      knob: (axis, option, knob) => pack.axes.get(axis)?.options.get(option)?.knobs[knob],
    },
  };
};

const member = "membership/";

export const fluentOf = (fold: Fold, name: string): Fluent => {
  const found = fold.fluents.get(name);
  if (found !== undefined) return found;
  const made = fluent();
  fold.fluents.set(name, made);
  if (name.startsWith(member)) fold.states.add(name.slice(member.length));
  return made;
};

export const cellOf = (fold: Fold, instrument: string, state: string): Cell => {
  const known = fold.cells.get(instrument);
  const found = known?.get(state);
  if (found !== undefined) return found;
  const states = known ?? new Map<string, Cell>();
  fold.cells.set(instrument, states);
  const made: Cell = { own: [], lane: undefined, views: [], live: false, status: undefined };
  states.set(state, made);
  return made;
};

const prefix = "instrument/";

const named = (about: readonly string[]): readonly string[] =>
  about.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));

/** The instruments an act is about. */
export const instrumentsOf = ({ act: { about } }: Version): readonly string[] =>
  about === undefined ? none : named(about);

/** Every actor that some reading of the act names. */
export const actorsOf = ({ reading, rivals }: Version): readonly string[] =>
  rivals.length === 0
    ? (reading.actors ?? [])
    : [...new Set([reading, ...rivals.map((one) => one.reading)].flatMap((r) => r.actors ?? []))];

export const isMembership = ({ pack }: Fold, instruments: readonly string[]): boolean =>
  instruments.some((id) => pack.membership.instruments.includes(id));
