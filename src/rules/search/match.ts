/**
 * Which documents hold all words of a question, the best first.
 *
 * In:   the words, an index, which documents may be seen.
 * Out:  documents with their scores, in whole numbers. A word counts by the place in which it stands
 *       and by how few documents hold it; the last word may be the beginning of one.
 */

import { places } from "./corpus.ts";
import type { Index, Posting } from "./index-of.ts";
import { stemOf } from "./stem.ts";

export type Match = { readonly doc: number; readonly score: number; readonly place: number };

/** What a word is worth by its place: in a name, beside it, in what is told. */
const weights = [8, 3, 1] as const;

/** A beginning counts half as much as the word. */
const exactness = { whole: 2, begun: 1 } as const;

/** Each halving of how many hold a word makes it worth one more. */
const rarity = (count: number): number => Math.max(1, Math.clz32(count) - 20);

const shortestBeginning = 2;

type Hit = { readonly score: number; readonly place: number };

/** Whether a document may be seen, each asked about once. */
const once = (isSeen: (doc: number) => boolean): ((doc: number) => boolean) => {
  const known = new Map<number, boolean>();
  return (doc) => {
    const before = known.get(doc);
    if (before !== undefined) return before;
    const seen = isSeen(doc);
    known.set(doc, seen);
    return seen;
  };
};

const hitsOf = (
  index: Index,
  word: string,
  isLast: boolean,
  isSeen: (doc: number) => boolean,
): ReadonlyMap<number, Hit> => {
  const stem = stemOf(word);
  const begun = isLast && stem.length >= shortestBeginning ? index.beginning(stem) : [stem];
  const hits = new Map<number, Hit>();
  for (const one of new Set([stem, ...begun])) {
    const seen = index.postings(one).filter(({ doc }: Posting) => isSeen(doc));
    const worth = rarity(seen.length) * (one === stem ? exactness.whole : exactness.begun);
    for (const { doc, place } of seen) {
      const score = worth * (weights[place] ?? 1);
      if (score > (hits.get(doc)?.score ?? 0)) hits.set(doc, { score, place });
    }
  }
  return hits;
};

export type Matching = {
  readonly matches: readonly Match[];
  /** Words that no document holds. */
  readonly lost: readonly string[];
};

export const matching = (
  index: Index,
  words: readonly string[],
  isSeenNow: (doc: number) => boolean,
): Matching => {
  const isSeen = once(isSeenNow);
  const all = words.map((word, n) => hitsOf(index, word, n === words.length - 1, isSeen));
  const lost = words.filter((_, n) => all[n]?.size === 0);
  const [first = new Map<number, Hit>(), ...others] = all;
  const matches = [...first.keys()].flatMap((doc): readonly Match[] => {
    const hits = [first, ...others].flatMap((hit) => hit.get(doc) ?? []);
    if (hits.length < words.length) return [];
    const sum = hits.reduce((total, { score }) => total + score, 0);
    const isName = hits.every(({ place }) => place === 0) && index.nameLength(doc) <= words.length;
    const place = Math.min(...hits.map((hit) => hit.place), places.length - 1);
    return [{ doc, score: isName ? sum * 2 : sum, place }];
  });
  return { matches, lost };
};
