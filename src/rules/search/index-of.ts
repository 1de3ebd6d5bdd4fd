/**
 * The index of one record: which stem stands in which document, and in which place of it.
 *
 * In:   a record as one lens shows it; it grows with the ledger.
 * Out:  `Index`, kept beside the record and brought up to its size when it is asked: entries are read
 *       once. Documents are never taken out, since what was known before stays askable.
 */

import type { Pack } from "#charter";
import type { Record, Version } from "#record";
import { claimsOf } from "../items.ts";
import { isHistory } from "../question.ts";
import { actDoc, type Doc, packDocs, places, relationDoc, sourceDoc, thingDoc } from "./corpus.ts";
import { stemOf, wordsIn } from "./stem.ts";

/** A document by its number, and the weightiest place in which the stem stands there. */
export type Posting = { readonly doc: number; readonly place: number };

export type Index = {
  readonly docs: readonly Doc[];
  readonly postings: (stem: string) => readonly Posting[];
  /** All stems that begin so, in order. */
  readonly beginning: (stem: string) => readonly string[];
  /** One word for each stem: its shortest form. */
  readonly words: () => Iterable<readonly [stem: string, word: string]>;
  /** How many words a document's shortest name has. */
  readonly nameLength: (doc: number) => number;
};

type Growing = {
  size: number;
  readonly docs: Doc[];
  readonly lengths: number[];
  readonly postings: Map<string, Posting[]>;
  readonly forms: Map<string, string>;
  readonly stems: Map<string, string>; // by word: each is cut once
  readonly relations: Set<string>;
  sorted: readonly string[] | undefined;
};

const cut = (growing: Growing, word: string): string => {
  const known = growing.stems.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  growing.stems.set(word, stem);
  const form = growing.forms.get(stem);
  if (form === undefined || word.length < form.length) growing.forms.set(stem, word);
  return stem;
};

const add = (growing: Growing, doc: Doc): void => {
  const number = growing.docs.push(doc) - 1;
  const names = doc.texts.name.map((name) => wordsIn(name).length);
  growing.lengths.push(Math.min(...names, Number.MAX_SAFE_INTEGER));
  const best = new Map<string, number>();
  for (const [place, name] of places.entries()) {
    for (const text of doc.texts[name]) {
      for (const word of wordsIn(text)) {
        const stem = cut(growing, word);
        if (!best.has(stem)) best.set(stem, place);
      }
    }
  }
  for (const [stem, place] of best) {
    const list = growing.postings.get(stem);
    if (list === undefined) growing.postings.set(stem, [{ doc: number, place }]);
    else list.push({ doc: number, place });
  }
  growing.sorted = undefined;
};

const addAct = (growing: Growing, record: Record, pack: Pack, version: Version): void => {
  if (!isHistory(version)) return;
  add(growing, actDoc(version, claimsOf({ lens: record.lens, record }, version), pack));
  for (const address of version.act.about ?? []) {
    if (!address.startsWith("relation/") || growing.relations.has(address)) continue;
    growing.relations.add(address);
    add(growing, relationDoc(address, pack, version.seq));
  }
};

/** Reads what has entered since the index was last asked. */
const grow = (growing: Growing, record: Record, pack: Pack): void => {
  const { history } = record;
  const size = record.size();
  if (growing.size === size) return;
  const isNew = ({ seq }: { readonly seq: number }): boolean => seq >= growing.size;
  for (const thing of [...history.things.values()].filter(isNew)) {
    const doc = thingDoc(thing);
    if (doc !== undefined) add(growing, doc);
  }
  for (const source of [...history.sources.values()].filter(isNew)) add(growing, sourceDoc(source));
  for (const version of history.entered.slice(growing.size, size)) {
    if (version !== undefined) addAct(growing, record, pack, version);
  }
  growing.size = size;
};

const opened = ({ pack }: Record): Growing => {
  const growing: Growing = {
    size: 0,
    docs: [],
    lengths: [],
    postings: new Map(),
    forms: new Map(),
    stems: new Map(),
    relations: new Set(),
    sorted: undefined,
  };
  for (const doc of packDocs(pack)) add(growing, doc);
  return growing;
};

/** Where a stem stands in the order, or would stand. */
const placeIn = (sorted: readonly string[], stem: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < stem) low = middle + 1;
    else high = middle;
  }
  return low;
};

const beginning = (growing: Growing, stem: string): readonly string[] => {
  growing.sorted ??= [...growing.postings.keys()].sort();
  const found: string[] = [];
  for (let at = placeIn(growing.sorted, stem); ; at += 1) {
    const one = growing.sorted[at];
    if (one === undefined || !one.startsWith(stem)) return found;
    found.push(one);
  }
};

/** One index a record; it goes when the record goes. */
const kept = new WeakMap<Record, Growing>();

export const indexOf = (record: Record, pack: Pack): Index => {
  const growing = kept.get(record) ?? opened(record);
  kept.set(record, growing);
  grow(growing, record, pack);
  return {
    docs: growing.docs,
    postings: (stem) => growing.postings.get(stem) ?? [],
    beginning: (stem) => beginning(growing, stem),
    words: () => growing.forms,
    nameLength: (doc) => growing.lengths[doc] ?? Number.MAX_SAFE_INTEGER,
  };
};
