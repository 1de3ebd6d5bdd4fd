/**
 * The fold: acts in, fluents out. Each act changes only the fluents that it is about.
 *
 * In:   a pack, a lens, acts in the order of the ledger.
 * Out:  `membership/S`, `status/I/S`, `in-force/I`, `provision/P`, what acts set by themselves, and
 *       whatever sources state.
 * Law:  the life rules of the pack's instruments; no other rule of entry and exit (S-13).
 *
 * An act whose effect is one value from its day on is put in its lane and the fluents are computed
 * anew only as far as it can reach. Every other act (a signature, entry into force, a notice) makes
 * the lanes it concerns anew: such acts are few in any one life.
 */

import { type LaneEvent, ownEvent, windowIn } from "./event.ts";
import { put } from "./fluent.ts";
import type { Change } from "./history.ts";
import { add, type Lane } from "./lane.ts";
import { kinds } from "./life.ts";
import { relink } from "./links.ts";
import {
  type Dirty,
  laneOf,
  newDirty,
  refreshDirty,
  refreshHeadline,
  refreshStatus,
  shelve,
  touch,
} from "./refresh.ts";
import { fluentsSetBy, foldSetting, indexSetters, type Put } from "./setting.ts";
import {
  actorsOf,
  cellOf,
  type Fold,
  inForce,
  instrumentsOf,
  isMembership,
  type Spot,
  spotOf,
  tiedTo,
} from "./state.ts";
import { isOnFluent } from "./stated.ts";
import { founded, type Version, type Window } from "./version.ts";
import { counts } from "./worlds.ts";

/** Folds what the pack says without any act: a force whose day the text itself fixes. */
export const foldPack = (fold: Fold): void => {
  const dirty = newDirty();
  for (const id of fold.pack.instruments.keys()) dirty.instruments.add(id);
  refreshDirty(fold, dirty, -1);
};

/** Folds what an entry changed; `seq` is its place. */
export const foldChange = (fold: Fold, change: Change, seq: number): void => {
  const ended = founded(change.ended);
  const begun = founded(change.begun);
  const tied = relink(fold.links, { ended, begun });
  const isAlone = ended === undefined && tied.length === 0;
  if (isAlone && begun !== undefined && foldAlone(fold, begun, seq)) return;
  const dirty = newDirty();
  if (ended !== undefined) {
    index(fold, ended, without);
    concerns(fold, ended, dirty);
  }
  if (begun !== undefined) {
    index(fold, begun, withOne);
    concerns(fold, begun, dirty);
  }
  for (const version of tied) concerns(fold, version, dirty);
  refreshDirty(fold, dirty, seq);
};

const foldAlone = (fold: Fold, version: Version, seq: number): boolean =>
  foldPlain(fold, version, seq) ||
  (instrumentsOf(version).length === 0 && foldSetting(fold, version, seq));

const without: Put = (list, version) => list.filter((one) => one !== version);

/** Lists so short are kept without room to grow, which most of the many here never need. */
const shortList = 12;

const withOne: Put = (list, version) => {
  if (list.length < shortList) return list.concat(version);
  list.push(version);
  return list;
};

const index = (fold: Fold, version: Version, put: Put): void => {
  const { kind, about } = version.act;
  const putIn = (map: Map<string, Version[]>, key: string): void => {
    map.set(key, put(map.get(key) ?? [], version));
  };
  if (kind === "source.stated") {
    for (const address of about ?? []) {
      if (isOnFluent(version.reading, address)) putIn(fold.stated, address);
    }
    return;
  }
  indexSetters(fold, version, put);
  for (const instrument of instrumentsOf(version)) {
    if (!fold.pack.instruments.has(instrument)) continue;
    if (ruling.has(kind)) putIn(kindsOf(fold, instrument), kind);
    if (version.rivals.length > 0) putIn(fold.contested, instrument);
    for (const state of actorsOf(version)) {
      const cell = cellOf(fold, instrument, state);
      cell.own = put(cell.own, version);
    }
  }
};

/** The kinds by which life rules ask for the acts about an instrument. */
const ruling: ReadonlySet<string> = new Set(Object.values(kinds));

const kindsOf = ({ byKind }: Fold, instrument: string): Map<string, Version[]> => {
  const kinds = byKind.get(instrument) ?? new Map<string, Version[]>();
  byKind.set(instrument, kinds);
  return kinds;
};

/** What acts of two kinds begin on their own day, and all that they do, once nothing waits for them. */
const plainValues: { readonly [kind: string]: string } = {
  "membership.suspended": "suspended",
  "membership.resumed": "party",
};

/** Whether an instrument is surely in force before an act, and no prolongation may ask for it. */
const isSettled = (fold: Fold, instrument: string, { reading }: Version): boolean => {
  if (!fold.pack.instruments.has(instrument)) return false;
  const force = inForce(fold, instrument);
  if (force === undefined || force.latest >= reading.window.earliest) return false;
  return fold.acts.instrument(instrument).life.prolongation === undefined;
};

/** The quick way for an act with one effect on its own day, in lives without contested claims. */
const foldPlain = (fold: Fold, version: Version, seq: number): boolean => {
  const value = plainValues[version.act.kind];
  if (value === undefined || version.rivals.length > 0) return false;
  const spots: Spot[] = [];
  for (const instrument of instrumentsOf(version)) {
    if (!isSettled(fold, instrument, version)) return false;
    for (const state of actorsOf(version)) {
      const spot = spotOf(fold, instrument, state);
      if (spot === undefined || !spot.cell.live || spot.cell.views.length > 0) return false;
      spots.push(spot);
    }
  }
  const window = windowIn(fold.base, version);
  const rest = spots.filter((spot) => !putAlone(fold, spot, window, value, version));
  const lanes = rest.map(({ instrument, state }) => laneOf(fold, instrument, state));
  // The lanes were made without the act, which stands in no list yet.
  for (const { cell } of spots) cell.own = withOne(cell.own, version);
  if (rest.length > 0) putInLanes(fold, rest, lanes, ownEvent(value, version, fold.base), seq);
  return true;
};

/** In a plain life whose day it has for itself an act only begins its own span. */
const putAlone = (
  fold: Fold,
  { cell, instrument, status }: Spot,
  { earliest, latest }: Window,
  value: string,
  version: Version,
): boolean => {
  if (!cell.plain || earliest !== latest || isMembership(fold, instrument)) return false;
  cell.lane = undefined;
  return put(status, earliest, value, version);
};

const putInLanes = (
  fold: Fold,
  spots: readonly Spot[],
  lanes: readonly Lane[],
  event: LaneEvent,
  seq: number,
): void => {
  const from = event.window.earliest;
  for (const lane of lanes) add(lane, event);
  for (const { instrument, state } of spots) refreshStatus(fold, instrument, state, seq, from);
  const members = spots.filter(({ instrument }) => isMembership(fold, instrument));
  for (const state of new Set(members.map((spot) => spot.state))) {
    const touched = lanes.filter((_, i) => spots[i]?.state === state);
    refreshHeadline(fold, state, seq, { lanes: touched, from });
  }
  for (const { cell } of spots) shelve(cell);
};

/** Which lives and instruments an act may change. */
const concerns = (fold: Fold, version: Version, dirty: Dirty): void => {
  const { kind, about } = version.act;
  if (kind === "source.stated") {
    for (const address of about ?? []) {
      if (isOnFluent(version.reading, address)) dirty.named.add(address);
    }
    return;
  }
  for (const name of fluentsSetBy(version)) dirty.named.add(name);
  for (const id of instrumentsOf(version)) {
    if (!fold.pack.instruments.has(id)) continue;
    touch(dirty, id, actorsOf(version));
    const asWhole = kind === kinds.force || kind === kinds.terminated || counts(fold, id, version);
    if (asWhole) concernsAll(fold, id, dirty);
    if (!asWhole && kind !== kinds.signed && kind !== kinds.acceded) continue;
    for (const other of fold.dependents.get(id) ?? []) concernsAll(fold, other, dirty);
  }
};

const concernsAll = (fold: Fold, id: string, dirty: Dirty): void => {
  fold.forces.delete(id);
  if (dirty.instruments.has(id)) return;
  dirty.instruments.add(id);
  touch(dirty, id, tiedTo(fold, id));
  for (const other of fold.dependents.get(id) ?? []) concernsAll(fold, other, dirty);
};
