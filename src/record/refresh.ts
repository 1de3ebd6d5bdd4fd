/**
 * Makes lanes and fluents anew, once for each way to read the claims.
 *
 * In:   a fold, what an act concerns, the act's place in the ledger.
 * Out:  new trees of the fluents concerned.
 */

import { type LaneEvent, ownEvent, type World } from "./event.ts";
import { refresh, type View } from "./fluent.ts";
import { single } from "./headline.ts";
import { type Lane, lane } from "./lane.ts";
import { isStrict } from "./lens.ts";
import { computedForce, forceEvents, forceOf, kinds, provisionEvents } from "./life.ts";
import { cellOf, type Fold, fluentOf, isMembership } from "./state.ts";
import { isTermEnd, statusEvents } from "./status.ts";
import type { Version } from "./version.ts";

export type Dirty = {
  readonly cells: Map<string, Set<string>>;
  readonly instruments: Set<string>;
  readonly stated: Set<string>;
};

export const newDirty = (): Dirty => ({
  cells: new Map(),
  instruments: new Set(),
  stated: new Set(),
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
      if (isMembership(fold, [instrument])) members.add(state);
    }
  }
  for (const state of members) refreshHeadline(fold, state, seq);
  const names = new Set(dirty.stated);
  for (const id of dirty.instruments) {
    names.add(`in-force/${id}`);
    for (const provision of fold.pack.provisions.values()) {
      if (provision.versions.some(({ from }) => from.inForce === id)) {
        names.add(`provision/${provision.id}`);
      }
    }
  }
  for (const name of names) refreshNamed(fold, name, seq);
};

/** Worlds beside the preferred one that may give these events another day or value. */
const otherWorlds = (
  fold: Fold,
  instrument: string,
  events: readonly LaneEvent[],
  own: readonly Version[],
): readonly World[] => {
  const { base, acts, pack } = fold;
  const worlds: World[] = [];
  const seen = new Set([...events.flatMap((event) => [...event.on, ...event.also]), ...own]);
  for (const version of seen) {
    for (const rival of version.rivals) worlds.push({ ...base, rival: { version, rival } });
  }
  const gap = fold.acts.instrument(instrument).life.prolongation?.gap;
  if (typeof gap === "object" && events.some(isTermEnd)) {
    for (const id of pack.axes.get(gap.axis)?.options.keys() ?? []) {
      if (id === base.options[gap.axis]) continue;
      worlds.push({ ...base, options: { ...base.options, [gap.axis]: id } });
    }
  }
  const computed = computedForce(instrument, acts, base);
  if (computed !== undefined && acts.about(instrument, kinds.force).length > 0) {
    const asserted = forceOf(instrument, acts, base);
    const earliest = (version: Version) => version.reading.window.earliest;
    const isPrecise = [...computed.on, ...(asserted?.on ?? [])].every(
      ({ reading: { window } }) => window.earliest === window.latest,
    );
    if (isPrecise && asserted?.at(earliest) !== computed.at(earliest)) {
      worlds.push({ ...base, computed: instrument });
    }
  }
  return worlds;
};

const remake = (fold: Fold, instrument: string, state: string): void => {
  const cell = cellOf(fold, instrument, state);
  const events = statusEvents(instrument, state, fold.acts, fold.base);
  cell.lane = lane("none", events);
  cell.views = otherWorlds(fold, instrument, events, cell.own);
  cell.live = true;
};

const laneIn = (fold: Fold, instrument: string, state: string, world: World): Lane =>
  world === fold.base
    ? cellOf(fold, instrument, state).lane
    : lane("none", statusEvents(instrument, state, fold.acts, world));

const viewsOf = (fold: Fold, state: string, instruments: readonly string[]): readonly View[] => {
  const worlds = instruments.flatMap((id) => fold.cells.get(id)?.get(state)?.views ?? []);
  if (worlds.length === 0) {
    return [{ world: fold.base, lanes: instruments.map((id) => cellOf(fold, id, state).lane) }];
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
  const views = viewsOf(fold, state, [instrument]);
  const touched = from === undefined ? undefined : { lanes: views[0]?.lanes ?? [], from };
  const name = `status/${instrument}/${state}`;
  refresh(fluentOf(fold, name), seq, views, single, fold.precedes, touched);
};

export const refreshHeadline = (
  fold: Fold,
  state: string,
  seq: number,
  touched?: { readonly lanes: readonly Lane[]; readonly from: number },
): void => {
  const { instruments } = fold.pack.membership;
  const name = `membership/${state}`;
  const isKnown = instruments.some((id) => (fold.cells.get(id)?.get(state)?.own.length ?? 0) > 0);
  if (!isKnown) {
    refreshStated(fold, name, seq, "none");
    return;
  }
  const views = viewsOf(fold, state, instruments);
  refresh(fluentOf(fold, name), seq, views, fold.headline, fold.precedes, touched);
};

/** A fluent that rests on the statements of sources alone (S-6). */
const refreshStated = (fold: Fold, name: string, seq: number, otherwise: string): void => {
  const stated = (fold.stated.get(name) ?? []).filter(
    (version) => version.reading.fields["value"] !== undefined,
  );
  const worlds = stated.flatMap((version) =>
    version.rivals.map((rival): World => ({ ...fold.base, rival: { version, rival } })),
  );
  const views = [fold.base, ...worlds].map((world): View => {
    const events = stated.map((version) => {
      const reading =
        world.rival?.version === version ? world.rival.rival.reading : version.reading;
      return ownEvent(String(reading.fields["value"] ?? "unknown"), version, world);
    });
    return { world, lanes: [lane(stated.length > 0 ? "unknown" : otherwise, events)] };
  });
  refresh(fluentOf(fold, name), seq, views, single, fold.precedes);
};

const refreshNamed = (fold: Fold, name: string, seq: number): void => {
  const [type, id = "", state] = name.split("/");
  if (type === "membership") {
    refreshHeadline(fold, id, seq);
    return;
  }
  if (type === "status" && state !== undefined) {
    if (cellOf(fold, id, state).own.length > 0) return;
    refreshStated(fold, name, seq, "none");
    return;
  }
  const events = (world: World): readonly LaneEvent[] => {
    if (type === "in-force") return forceEvents(id, fold.acts, world);
    const provision = type === "provision" ? fold.pack.provisions.get(id) : undefined;
    if (provision === undefined || isStrict(fold.history.lens)) return [];
    return provisionEvents(provision, fold.acts, world);
  };
  const made = events(fold.base);
  const founded = made.length > 0;
  const initial = type === "in-force" ? "not-in-force" : "none";
  if (!founded) {
    refreshStated(fold, name, seq, isStrict(fold.history.lens) ? "unknown" : initial);
    return;
  }
  const worlds = [fold.base, ...rivalWorlds(fold, made)];
  const views = worlds.map((world) => ({ world, lanes: [lane(initial, events(world))] }));
  refresh(fluentOf(fold, name), seq, views, single, fold.precedes);
};

const rivalWorlds = (fold: Fold, events: readonly LaneEvent[]): readonly World[] =>
  [...new Set(events.flatMap((event) => event.on))].flatMap((version) =>
    version.rivals.map((rival): World => ({ ...fold.base, rival: { version, rival } })),
  );
