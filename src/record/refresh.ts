/**
 * Makes lanes and fluents anew, once for each way to read the claims.
 *
 * In:   a fold, what an act concerns, the act's place in the ledger.
 * Out:  new trees of the fluents concerned.
 */

import type { Provision } from "#charter";
import { ownEvent, type World } from "./event.ts";
import { type Fluent, refresh, type View } from "./fluent.ts";
import { single } from "./headline.ts";
import { type Lane, lane } from "./lane.ts";
import { isStrict } from "./lens.ts";
import { forceEvents, provisionEvents, whileInForce } from "./life.ts";
import { contestedTies } from "./links.ts";
import { foundedBy, refreshSet, unsetValue } from "./setting.ts";
import { type Cell, cellIn, cellOf, type Fold, fluentOf, isMembership, statusOf } from "./state.ts";
import { valueStated } from "./stated.ts";
import { statusEvents } from "./status.ts";
import { forceWorlds, rivalWorlds, statusWorlds } from "./worlds.ts";

export type Dirty = {
  readonly cells: Map<string, Set<string>>;
  readonly instruments: Set<string>;
  readonly named: Set<string>; // fluents that acts set or sources state, by their names
};

export const newDirty = (): Dirty => ({
  cells: new Map(),
  instruments: new Set(),
  named: new Set(),
});

export const touch = (dirty: Dirty, instrument: string, states: Iterable<string>): void => {
  const set = dirty.cells.get(instrument) ?? new Set();
  for (const state of states) set.add(state);
  dirty.cells.set(instrument, set);
};

export const refreshDirty = (fold: Fold, dirty: Dirty, seq: number): void => {
  const members = new Set<string>();
  for (const [instrument, states] of dirty.cells) {
    for (const state of states) {
      remake(fold, instrument, state);
      refreshStatus(fold, instrument, state, seq);
      if (isMembership(fold, instrument)) members.add(state);
    }
  }
  for (const state of members) refreshHeadline(fold, state, seq);
  const names = new Set(dirty.named);
  for (const id of dirty.instruments) {
    names.add(`in-force/${id}`);
    for (const name of foundedBy(fold, id)) names.add(name);
    for (const provision of fold.pack.provisions.values()) {
      if (restsOn(provision, id)) {
        names.add(`provision/${provision.id}`);
      }
    }
  }
  for (const name of names) refreshNamed(fold, name, seq);
  for (const [instrument, states] of dirty.cells) {
    for (const state of states) shelve(cellOf(fold, instrument, state));
  }
};

/** Up to so many acts, making a lane anew costs less than keeping it for a million lives. */
const shortLife = 12;

/** Lets go of the lane of a short life, whose acts are soon read again. */
export const shelve = (cell: Cell): void => {
  if (cell.own.length <= shortLife) cell.lane = undefined;
};

/** The lane of a state towards an instrument, as the preferred claims tell it. */
export const laneOf = (fold: Fold, instrument: string, state: string): Lane => {
  const cell = cellOf(fold, instrument, state);
  cell.lane ??= lane("none", statusEvents(instrument, state, fold.acts, fold.base));
  return cell.lane;
};

const remake = (fold: Fold, instrument: string, state: string): void => {
  const cell = cellOf(fold, instrument, state);
  const events = statusEvents(instrument, state, fold.acts, fold.base);
  cell.lane = lane("none", events);
  cell.views = statusWorlds(fold, instrument, cell.own);
  cell.live = true;
};

const laneIn = (fold: Fold, instrument: string, state: string, world: World): Lane =>
  world === fold.base
    ? laneOf(fold, instrument, state)
    : lane("none", statusEvents(instrument, state, fold.acts, world));

const viewsOf = (fold: Fold, state: string, instruments: readonly string[]): readonly View[] => {
  const worlds = instruments.flatMap((id) => cellIn(fold, id, state)?.views ?? []);
  if (worlds.length === 0) {
    return [{ world: fold.base, lanes: instruments.map((id) => laneOf(fold, id, state)) }];
  }
  const distinct = worlds.filter((world, i) => worlds.findIndex((w) => sameWorld(w, world)) === i);
  return [fold.base, ...distinct].map((world) => ({
    world,
    lanes: instruments.map((id) => laneIn(fold, id, state, world)),
  }));
};

const sameWorld = (a: World, b: World): boolean =>
  a.rival?.version === b.rival?.version &&
  a.rival?.rival === b.rival?.rival &&
  a.computed === b.computed &&
  JSON.stringify(a.options) === JSON.stringify(b.options);

export const refreshStatus = (
  fold: Fold,
  instrument: string,
  state: string,
  seq: number,
  from?: number,
): void => {
  const cell = cellOf(fold, instrument, state);
  const status = statusOf(fold, instrument, state);
  if (cell.own.length === 0) {
    cell.plain = false;
    refreshStated(fold, status, `status/${instrument}/${state}`, seq, "none");
    return;
  }
  const views = viewsOf(fold, state, [instrument]);
  const touched = from === undefined ? undefined : { lanes: views[0]?.lanes ?? [], from };
  cell.plain = refresh(status, seq, { views, combine: single, order: fold.order }, touched);
};

export const refreshHeadline = (
  fold: Fold,
  state: string,
  seq: number,
  touched?: { readonly lanes: readonly Lane[]; readonly from: number },
): void => {
  const { instruments } = fold.pack.membership;
  const name = `membership/${state}`;
  const isKnown = instruments.some((id) => (cellIn(fold, id, state)?.own.length ?? 0) > 0);
  if (!isKnown) {
    refreshStated(fold, fluentOf(fold, name), name, seq, "none");
    return;
  }
  const views = viewsOf(fold, state, instruments);
  const making = { views, combine: fold.headline, order: fold.order };
  refresh(fluentOf(fold, name), seq, making, touched);
};

/** A fluent that rests on the statements of sources alone (S-6). */
const refreshStated = (
  fold: Fold,
  of: Fluent,
  name: string,
  seq: number,
  otherwise: string,
): void => {
  const stated = (fold.stated.get(name) ?? []).filter(
    ({ reading }) => valueStated(reading, name) !== undefined,
  );
  const contested = new Set(stated);
  for (const one of contestedTies(fold.links, (v) => stated.includes(v))) contested.add(one);
  const worlds = rivalWorlds(fold, contested);
  const initial = stated.length > 0 || isStrict(fold.history.lens) ? "unknown" : otherwise;
  const views = [fold.base, ...worlds].map((world): View => {
    const events = stated.map((version) => {
      const reading =
        world.rival?.version === version ? world.rival.rival.reading : version.reading;
      return ownEvent(valueStated(reading, name) ?? "unknown", version, world);
    });
    return { world, lanes: [lane(initial, events)] };
  });
  refresh(of, seq, { views, combine: single, order: fold.order });
};

/** Whether an instrument places a version of a provision, or holds the provision. */
const restsOn = ({ instrument, versions }: Provision, id: string): boolean =>
  instrument === id || versions.some(({ from }) => from.inForce === id);

const refreshNamed = (fold: Fold, name: string, seq: number): void => {
  const [type, id = "", state] = name.split("/");
  if (type === "membership") {
    refreshHeadline(fold, id, seq);
    return;
  }
  if (type === "status" && state !== undefined) {
    if (cellOf(fold, id, state).own.length > 0) return;
    refreshStated(fold, fluentOf(fold, name), name, seq, "none");
    return;
  }
  if (refreshSet(fold, name, seq)) return;
  if (type === "provision") {
    refreshProvision(fold, name, seq);
    return;
  }
  if (type !== "in-force" || forceEvents(id, fold.acts, fold.base).length === 0) {
    const initial = type === "in-force" ? "not-in-force" : unsetValue(name);
    refreshStated(fold, fluentOf(fold, name), name, seq, initial);
    return;
  }
  const views = [fold.base, ...forceWorlds(fold, [id])].map((world) => ({
    world,
    lanes: [lane("not-in-force", forceEvents(id, fold.acts, world))],
  }));
  refresh(fluentOf(fold, name), seq, { views, combine: single, order: fold.order });
};

/** A provision: the version that came last, as long as its instrument has not ended. */
const refreshProvision = (fold: Fold, name: string, seq: number): void => {
  const provision = fold.pack.provisions.get(name.slice("provision/".length));
  const isTold = provision !== undefined && !isStrict(fold.history.lens);
  const made = isTold && provisionEvents(provision, fold.acts, fold.base).placed.length > 0;
  if (!made) {
    refreshStated(fold, fluentOf(fold, name), name, seq, unsetValue(name));
    return;
  }
  const { instrument, versions } = provision;
  const rests = [instrument, ...versions.map(({ from }) => from.inForce)];
  const views = [fold.base, ...forceWorlds(fold, rests)].map((world) => {
    const { placed, life } = provisionEvents(provision, fold.acts, world);
    return { world, lanes: [lane(unsetValue(name), placed), lane("not-in-force", life)] };
  });
  refresh(fluentOf(fold, name), seq, { views, combine: whileInForce, order: fold.order });
};
