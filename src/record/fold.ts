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

import { ownEvent } from "./event.ts";
import type { Change } from "./history.ts";
import { add } from "./lane.ts";
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
import { fluentsSetBy, foldSetting, indexSetters } from "./setting.ts";
import { actorsOf, cellOf, type Fold, instrumentsOf, isMembership } from "./state.ts";
import { plainValues } from "./status.ts";
import type { Version } from "./version.ts";
import { counts } from "./worlds.ts";

/** Folds what the pack says without any act: a force whose day the text itself fixes. */
export const foldPack = (fold: Fold): void => {
  const dirty = newDirty();
  for (const id of fold.pack.instruments.keys()) dirty.instruments.add(id);
  refreshDirty(fold, dirty, -1);
};

/** Folds what an entry changed; `seq` is its place. */
export const foldChange = (fold: Fold, change: Change, seq: number): void => {
  const { ended, begun } = change;
  const tied = relink(fold.links, change);
  const isAlone = ended === undefined && tied.length === 0;
  if (isAlone && begun !== undefined && foldAlone(fold, begun, seq)) return;
  const dirty = newDirty();
  if (ended !== undefined) {
    index(fold, ended, (list, version) => list.splice(list.indexOf(version), 1));
    concerns(fold, ended, dirty);
  }
  if (begun !== undefined) {
    index(fold, begun, (list, version) => list.push(version));
    concerns(fold, begun, dirty);
  }
  for (const version of tied) concerns(fold, version, dirty);
  refreshDirty(fold, dirty, seq);
};

const foldAlone = (fold: Fold, version: Version, seq: number): boolean =>
  foldPlain(fold, version, seq) ||
  (instrumentsOf(version).length === 0 && foldSetting(fold, version, seq));

type Put = (list: Version[], version: Version) => void;

const index = (fold: Fold, version: Version, put: Put): void => {
  const { kind, about } = version.act;
  if (kind === "source.stated") {
    if (version.reading.fields["property"] !== undefined) return; // Evidence, and no value.
    for (const address of about ?? []) put(listOf(fold.stated, address), version);
    return;
  }
  indexSetters(fold, version, put);
  for (const instrument of instrumentsOf(version)) {
    if (!fold.pack.instruments.has(instrument)) continue;
    put(listOf(kindsOf(fold, instrument), kind), version);
    if (version.rivals.length > 0) put(listOf(fold.contested, instrument), version);
    for (const state of actorsOf(version)) put(cellOf(fold, instrument, state).own, version);
  }
};

const kindsOf = ({ byKind }: Fold, instrument: string): Map<string, Version[]> => {
  const kinds = byKind.get(instrument) ?? new Map<string, Version[]>();
  byKind.set(instrument, kinds);
  return kinds;
};

const listOf = (map: Map<string, Version[]>, key: string): Version[] => {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
};

/** The quick way for an act with one effect on its own day, in lives without contested claims. */
const foldPlain = (fold: Fold, version: Version, seq: number): boolean => {
  const value = plainValues[version.act.kind];
  if (value === undefined || version.rivals.length > 0) return false;
  const instruments = instrumentsOf(version);
  const states = actorsOf(version);
  for (const instrument of instruments) {
    for (const state of states) {
      const cell = fold.cells.get(instrument)?.get(state);
      if (cell === undefined || !cell.live || cell.views.length > 0) return false;
    }
  }
  const event = ownEvent(value, version, fold.base);
  const from = event.window.earliest;
  for (const state of states) {
    for (const instrument of instruments) add(laneOf(fold, instrument, state), event);
  }
  index(fold, version, (list, one) => list.push(one));
  for (const state of states) {
    const touched = instruments.map((instrument) => laneOf(fold, instrument, state));
    for (const instrument of instruments) refreshStatus(fold, instrument, state, seq, from);
    if (isMembership(fold, instruments))
      refreshHeadline(fold, state, seq, { lanes: touched, from });
    for (const instrument of instruments) shelve(cellOf(fold, instrument, state));
  }
  return true;
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
  touch(dirty, id, fold.cells.get(id)?.keys() ?? []);
  for (const other of fold.dependents.get(id) ?? []) concernsAll(fold, other, dirty);
};
