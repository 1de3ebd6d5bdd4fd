/**
 * What a fold holds: fluents, the lanes of each state towards each instrument, acts by their kind.
 *
 * In:   a pack and the acts as a lens shows them.
 * Out:  `Fold`, empty at first, and its look-ups.
 */

import type { Instrument, Pack } from "#charter";
import { type Bounds, corners, type World } from "./event.ts";
import type { Fluent } from "./fluent.ts";
import { headline } from "./headline.ts";
import { enteredAt, type History, newest } from "./history.ts";
import type { Lane } from "./lane.ts";
import { type Acts, forceOf } from "./life.ts";
import { follows, type Links, newLinks } from "./links.ts";
import type { Combine, Order } from "./possible.ts";
import type { Setters } from "./setting.ts";
import { isEmpty, newSheet, type Sheet } from "./spans.ts";
import { newTokens, type Tokens } from "./token.ts";
import { founded, type Version, type Window } from "./version.ts";

/** A state's relation to one instrument. */
export type Cell = {
  own: Version[]; // its standing acts
  lane: Lane | undefined; // undefined: made of its acts when it is needed, as a short life's is
  views: readonly World[];
  live: boolean;
  plain: boolean; // no doubt, no dispute; each act begins a span on a day of its own (fluent.ts)
};

/** The states that acts name, each with a number: its row in every sheet of statuses. */
export type Roll = { readonly rowOf: Map<string, number>; readonly states: string[] };

/** What all states have to do with one instrument, by their numbers. */
export type Ties = { readonly sheet: Sheet; readonly cells: (Cell | undefined)[] };

/** Fluents by name, but the statuses of states, of which there are the most. */
export type Named = { readonly sheet: Sheet; readonly rowOf: Map<string, number> };

export type Fold = {
  readonly pack: Pack;
  readonly history: History;
  readonly named: Named;
  readonly roll: Roll;
  readonly ties: Map<string, Ties>; // by instrument
  readonly tokens: Tokens;
  readonly states: Set<string>; // of whose membership some act or statement speaks
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
  readonly forces: Map<string, Window | undefined>; // entry into force as last asked; see `inForce`
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
  const roll: Roll = { rowOf: new Map(), states: [] };
  const ties: Fold["ties"] = new Map();
  const byKind: Fold["byKind"] = new Map();
  const links = newLinks((id) => founded(newest(history, id)));
  const isFirst = new Set(pack.sameDay.map(({ first, then }) => `${first} ${then}`));
  return {
    pack,
    history,
    named: { sheet: newSheet(), rowOf: new Map() },
    roll,
    ties,
    tokens: newTokens((place) => enteredAt(history, place)),
    states: new Set(),
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
    forces: new Map(),
    acts: {
      about: (instrument, kind) => byKind.get(instrument)?.get(kind) ?? none,
      own: (instrument, state) => cellIn({ roll, ties }, instrument, state)?.own ?? none,
      instrument: (id) => instrumentOf(pack, id),
      knob: (axis, option, knob) => pack.axes.get(axis)?.options.get(option)?.knobs[knob],
    },
  };
};

/** Entry into force by the preferred claims; kept until an act that may move it is folded. */
export const inForce = ({ forces, acts, base }: Fold, instrument: string): Window | undefined => {
  if (!forces.has(instrument)) {
    const force = forceOf(instrument, acts, base);
    forces.set(instrument, force && corners(force.on, force.at, base));
  }
  return forces.get(instrument);
};

const tiesOf = (fold: Fold, instrument: string): Ties => {
  const known = fold.ties.get(instrument);
  if (known !== undefined) return known;
  const made: Ties = { sheet: newSheet(), cells: [] };
  fold.ties.set(instrument, made);
  return made;
};

/** The number of a state; new, if it had none. */
const rowIn = ({ rowOf, states }: Roll, state: string): number => {
  const known = rowOf.get(state);
  if (known !== undefined) return known;
  rowOf.set(state, states.length);
  return states.push(state) - 1;
};

/** The cell of a state, if there is one. */
export const cellIn = (
  { roll, ties }: Pick<Fold, "roll" | "ties">,
  instrument: string,
  state: string,
): Cell | undefined => ties.get(instrument)?.cells[roll.rowOf.get(state) ?? -1];

export const cellOf = (fold: Fold, instrument: string, state: string): Cell => {
  const { cells } = tiesOf(fold, instrument);
  const row = rowIn(fold.roll, state);
  const known = cells[row];
  if (known !== undefined) return known;
  while (cells.length < row) cells.push(undefined);
  const made: Cell = { own: [], lane: undefined, views: none, live: false, plain: false };
  cells[row] = made;
  return made;
};

/** A state's cell towards an instrument, with all that a change there needs. */
export type Spot = {
  readonly instrument: string;
  readonly state: string;
  readonly cell: Cell;
  readonly status: Fluent;
};

/** The same, found once for an act; undefined: there is no cell yet. */
export const spotOf = (fold: Fold, instrument: string, state: string): Spot | undefined => {
  const ties = fold.ties.get(instrument);
  const row = fold.roll.rowOf.get(state);
  const cell = row === undefined ? undefined : ties?.cells[row];
  if (ties === undefined || row === undefined || cell === undefined) return undefined;
  return { instrument, state, cell, status: { sheet: ties.sheet, row, tokens: fold.tokens } };
};

/** The states that have a cell. */
export const tiedTo = ({ roll, ties }: Fold, instrument: string): readonly string[] =>
  roll.states.filter((_, row) => ties.get(instrument)?.cells[row] !== undefined);

/** The status of a state towards an instrument. */
export const statusOf = (fold: Fold, instrument: string, state: string): Fluent => ({
  sheet: tiesOf(fold, instrument).sheet,
  row: rowIn(fold.roll, state),
  tokens: fold.tokens,
});

const status = "status/";

/** Where the state begins in the name of a status, `status/treaty/XNA`; 0: it is no such name. */
const stateIn = (name: string): number => {
  if (!name.startsWith(status)) return 0;
  const slash = name.indexOf("/", status.length);
  return slash < 0 || name.includes("/", slash + 1) ? 0 : slash + 1;
};

const member = "membership/";

/** The fluent of that name; new, if there was none. */
export const fluentOf = (fold: Fold, name: string): Fluent => {
  const at = stateIn(name);
  if (at > 0) return statusOf(fold, name.slice(status.length, at - 1), name.slice(at));
  const { sheet, rowOf } = fold.named;
  let row = rowOf.get(name);
  if (row === undefined) {
    row = rowOf.size;
    rowOf.set(name, row);
    if (name.startsWith(member)) fold.states.add(name.slice(member.length));
  }
  return { sheet, row, tokens: fold.tokens };
};

/** The fluent of that name, if there is one. */
export const fluentIn = (fold: Fold, name: string): Fluent | undefined => {
  const { named, roll, ties, tokens } = fold;
  const at = stateIn(name);
  const sheet = at > 0 ? ties.get(name.slice(status.length, at - 1))?.sheet : named.sheet;
  const row = at > 0 ? roll.rowOf.get(name.slice(at)) : named.rowOf.get(name);
  if (sheet === undefined || row === undefined || isEmpty(sheet, row)) return undefined;
  return { sheet, row, tokens };
};

/** The names of all fluents that have a value on some day. */
export const fluentNames = ({ named, roll, ties }: Fold): readonly string[] => [
  ...[...named.rowOf].filter(([, row]) => !isEmpty(named.sheet, row)).map(([name]) => name),
  ...[...ties].flatMap(([instrument, { sheet }]) =>
    roll.states
      .filter((_, row) => !isEmpty(sheet, row))
      .map((state) => `${status}${instrument}/${state}`),
  ),
];

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

export const isMembership = ({ pack }: Fold, instrument: string): boolean =>
  pack.membership.instruments.includes(instrument);
