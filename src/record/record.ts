/**
 * The record: what was so, on any day, as known at any place in the ledger, through any lens.
 *
 * In:   a pack, and the entries of a ledger in order.
 * Out:  `Library`, which keeps one record a lens and lets it grow; `Records` to ask.
 *
 * A library grows by `enter`; what was asked before about a smaller size is answered the same after.
 */

import type { ActId, Day, Instant } from "#base";
import type { Pack } from "#charter";
import type { Act, Entry } from "#ledger";
import { changedAt, spanOn, spansOf } from "./fluent.ts";
import { foldChange, foldPack } from "./fold.ts";
import {
  aboutOf,
  enter,
  entriesOf,
  type History,
  history,
  placeOf,
  sizeOf,
  standing,
  type Thing,
  thingIn,
  versionsOf,
} from "./history.ts";
import { type Lens, lensKey, type Source, wholeRecord } from "./lens.ts";
import type { Span } from "./span.ts";
import { nothing, valueAt } from "./spans.ts";
import { type Fold, fluentIn, fluentNames, newFold } from "./state.ts";
import { wordOf } from "./token.ts";
import type { Version } from "./version.ts";

/** A span with its first day and the first day after it (undefined: none known). */
export type Placed = { readonly from: Day; readonly until: Day | undefined; readonly span: Span };

/** What a state is to an instrument on a day, without the acts that make it so. */
export type Tie = Pick<Span, "value" | "certainty"> & { readonly state: string };

/** The acts of one ledger as one lens shows them. `size` is how many entries are known. */
export type Record = {
  readonly pack: Pack;
  readonly lens: Lens;
  readonly size: () => number;
  /** The span of a fluent that holds on a day; undefined: the fluent is not known. */
  readonly on: (fluent: string, day: Day, size: number) => Span | undefined;
  /** What holds on a day between an instrument and each state it has to do with. */
  readonly towards: (instrument: string, day: Day, size: number) => readonly Tie[];
  /** The place of the entry by which that answer became what it is; undefined: it never changed. */
  readonly changedAt: (fluent: string, day: Day, size: number) => number | undefined;
  readonly spans: (fluent: string, size: number) => readonly Placed[];
  readonly fluents: () => readonly string[];
  /** The fluents of one family that acts set or sources state: `exercise/`. */
  readonly fluentsOf: (family: string) => readonly string[];
  /** The addresses of one type that acts are about: `relation/`. */
  readonly addresses: (type: string) => readonly string[];
  readonly states: () => readonly string[];
  readonly act: (id: ActId, size: number) => Version | undefined;
  readonly versions: (id: ActId) => readonly Version[];
  readonly acts: (size: number) => readonly Version[];
  readonly about: (address: string, size: number) => readonly Version[];
  readonly source: (id: string) => Source | undefined;
  readonly sources: () => readonly Source[];
  /** The things registered among the first `size` entries. */
  readonly things: (size: number) => readonly Thing[];
  readonly history: History;
  readonly fold: Fold;
};

/** One walk through the sheet of an instrument, row by row. */
const tiesOn = (fold: Fold, instrument: string, day: Day, size: number): readonly Tie[] => {
  const { roll, ties, tokens } = fold;
  const sheet = ties.get(instrument)?.sheet;
  if (sheet === undefined) return [];
  const found: Tie[] = [];
  for (let row = 0; row < roll.states.length; row += 1) {
    const token = valueAt(sheet, row, day, size);
    if (token === nothing) continue;
    const { value, certainty } = wordOf(tokens, token);
    found.push({ state: roll.states[row] ?? "", value, certainty });
  }
  return found;
};

const open = (pack: Pack, lens: Lens): Record => {
  const acts = history(lens);
  const fold = newFold(pack, acts);
  foldPack(fold);
  return {
    pack,
    lens,
    history: acts,
    fold,
    size: () => sizeOf(acts),
    on: (name, day, size) => {
      const fluent = fluentIn(fold, name);
      return fluent === undefined ? undefined : spanOn(fluent, day, size);
    },
    towards: (instrument, day, size) => tiesOn(fold, instrument, day, size),
    changedAt: (name, day, size) => {
      const fluent = fluentIn(fold, name);
      return fluent === undefined ? undefined : changedAt(fluent, day, size);
    },
    spans: (name, size) => {
      const fluent = fluentIn(fold, name);
      if (fluent === undefined) return [];
      const all = spansOf(fluent, size);
      return all.map(([from, span], i) => ({ from, until: all[i + 1]?.[0], span }));
    },
    fluents: () => fluentNames(fold),
    fluentsOf: (family) =>
      [...new Set([...fold.setters.keys(), ...fold.stated.keys()])].filter(
        (name) => name.startsWith(family) && fluentIn(fold, name) !== undefined,
      ),
    addresses: (type) => [...acts.about.keys()].filter((address) => address.startsWith(type)),
    states: () => [...fold.states].sort(),
    act: (id, size) => standing(acts, id, size),
    versions: (id) => versionsOf(acts, id),
    acts: (size) => [...acts.versions.keys()].flatMap((id) => standing(acts, id, size) ?? []),
    about: (address, size) => aboutOf(acts, address, size),
    source: (id) => acts.sources.get(id),
    sources: () => [...acts.sources.values()],
    things: (size) => [...acts.things.values()].filter(({ seq }) => seq < size),
  };
};

/** Folds one act into a record. */
const grow = (record: Record, act: Act): void => {
  const seq = sizeOf(record.history);
  foldChange(record.fold, enter(record.history, act), seq);
};

const foldActs = (pack: Pack, acts: Iterable<Act>, lens: Lens): Record => {
  const record = open(pack, lens);
  for (const act of acts) grow(record, act);
  return record;
};

/** A record of the entries given, read through one lens. */
export const fold = (pack: Pack, entries: Iterable<Entry>, lens: Lens = wholeRecord): Record => {
  const record = open(pack, lens);
  for (const { act } of entries) grow(record, act);
  return record;
};

/** One ledger's entries, and a record for each lens that was asked for. */
export type Library = {
  /** The pack, with the things that the record names among its others. */
  readonly pack: Pack;
  readonly size: () => number;
  readonly enter: (entry: Entry) => void;
  readonly under: (lens: Lens) => Record;
  /** How many entries were recorded by an instant. */
  readonly placeOf: (known: Instant) => number;
};

/** Lenses other than the whole record are kept up to this number; the longest unused goes. */
const lensLimit = 8;

export const library = (pack: Pack, entries: Iterable<Entry> = []): Library => {
  const whole = open(pack, wholeRecord);
  const others = new Map(pack.others);
  const enter = (act: Act): void => {
    grow(whole, act);
    const thing = thingIn(act);
    if (thing !== undefined) others.set(thing.id, thing);
  };
  for (const { act } of entries) enter(act);
  const kept = new Map<string, Record>();
  return {
    pack: { ...pack, others },
    size: whole.size,
    enter: (entry) => {
      enter(entry.act);
      for (const record of kept.values()) grow(record, entry.act);
    },
    under: (lens) => {
      const key = lensKey(lens);
      if (key === lensKey(wholeRecord)) return whole;
      const record = kept.get(key) ?? foldActs(pack, entriesOf(whole.history), lens);
      kept.delete(key);
      kept.set(key, record);
      for (const oldest of kept.keys()) {
        if (kept.size <= lensLimit) break;
        kept.delete(oldest);
      }
      return record;
    },
    placeOf: (known) => placeOf(whole.history, known),
  };
};
