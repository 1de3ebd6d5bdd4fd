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
  cellIn,
  cellOf,
  type Fold,
  instrumentsOf,
  isMembership,
  statusOf,
  tiedTo,
} from "./state.ts";
import { plainValues } from "./status.ts";
import { founded, type Version } from "./version.ts";
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
    if (version.reading.fields["property"] !== undefined) return; // Evidence, and no value.
    for (const address of about ?? []) putIn(fold.stated, address);
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

/** The quick way for an act with one effect on its own day, in lives without contested claims. */
const foldPlain = (fold: Fold, version: Version, seq: number): boolean => {
  const value = plainValues[version.act.kind];
  if (value === undefined || version.rivals.length > 0) return false;
  const instruments = instrumentsOf(version);
  const states = actorsOf(version);
  for (const instrument of instruments) {
    for (const state of states) {
      const cell = cellIn(fold, instrument, state);
      if (cell === undefined || !cell.live || cell.views.length > 0) return false;
    }
  }
  const rest = states.map((state) => {
    const ids = instruments.filter((id) => !putAlone(fold, id, state, value, version));
    return { state, ids, lanes: ids.map((id) => laneOf(fold, id, state)) };
  });
  // The lanes were made without the act, which stands in no index yet.
  index(fold, version, withOne);
  for (const one of rest) {
    if (one.ids.length > 0) putInLanes(fold, one, ownEvent(value, version, fold.base), seq);
  }
  return true;
};

/** In a plain life whose day it has for itself an act only begins its own span. */
const putAlone = (
  fold: Fold,
  instrument: string,
  state: string,
  value: string,
  version: Version,
): boolean => {
  const cell = cellOf(fold, instrument, state);
  const { earliest, latest } = windowIn(fold.base, version);
  if (!cell.plain || earliest !== latest || isMembership(fold, [instrument])) return false;
  cell.lane = undefined;
  return put(statusOf(fold, instrument, state), earliest, value, version);
};

type Lanes = {
  readonly state: string;
  readonly ids: readonly string[];
  readonly lanes: readonly Lane[];
};

const putInLanes = (fold: Fold, of: Lanes, event: LaneEvent, seq: number): void => {
  const { state, ids, lanes } = of;
  const from = event.window.earliest;
  for (const lane of lanes) add(lane, event);
  for (const id of ids) refreshStatus(fold, id, state, seq, from);
  if (isMembership(fold, ids)) refreshHeadline(fold, state, seq, { lanes, from });
  for (const id of ids) shelve(cellOf(fold, id, state));
};

/** Which lives and instruments an act may change. */
const concerns = (fold: Fold, version: Version, dirty: Dirty): void => {
  const { kind, about } = version.act;
  if (kind === "source.stated") {
    if (version.reading.fields["property"] !== undefined) return;
    for (const address of about ?? []) dirty.named.add(address);
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
  if (dirty.instruments.has(id)) return;
  dirty.instruments.add(id);
  touch(dirty, id, tiedTo(fold, id));
  for (const other of fold.dependents.get(id) ?? []) concernsAll(fold, other, dirty);
};
