/**
 * What speaks of some words, on any day and through any lens: acts, provisions, things, sources.
 *
 * In:   a scene whose texts hold `q`, and perhaps `kind`.
 * Out:  results that hold every word, the best first, each with the day on which it opens; where a
 *       word is in none, the words most like it. What a later day, a later entry or another lens
 *       would show is neither found nor counted.
 */

import { always, type Day, isoOf, never, ok, type Result, refuse } from "#base";
import { isFounded, stands, type Version } from "#record";
import { actsAbout, behind, mayBe, spanOf, versionsOf } from "../items.ts";
import { pageOf } from "../list.ts";
import type { SearchAnswer, SearchItem } from "../list-answers.ts";
import { alike } from "../nearest.ts";
import { bad, type Refused } from "../params.ts";
import { actIds, isHistory, type Scene } from "../question.ts";
import { type Doc, places } from "./corpus.ts";
import { type Index, indexOf } from "./index-of.ts";
import { searchKinds } from "./kind-words.ts";
import { type Match, matching } from "./match.ts";
import { wordsIn } from "./stem.ts";

/** More words than this ask for one text, not for what speaks of something. */
export const mostWords = 16;
const usualPerPage = "20";

/** The last day on which it may have happened, as far as the day asked about reaches. */
const lastDay = ({ on }: Scene, { reading: { window } }: Version): Day =>
  window.latest >= never ? on : Math.min(on, window.latest);

const isActSeen = ({ on, size }: Scene, version: Version): boolean =>
  stands(version, size) &&
  isFounded(version) &&
  isHistory(version) &&
  version.reading.window.earliest <= on;

/** Whether a thing is there on the day: by its value, or by what is told of it. */
const isThingSeen = (scene: Scene, { address, kind }: Doc): boolean => {
  const span = spanOf(scene, address);
  switch (kind) {
    case "body":
    case "force":
      return span === undefined || span.possible.some((value) => value !== "none");
    case "exercise":
    case "plan":
    case "situation":
      return span?.possible.some((value) => value !== "none") === true;
    case "relation":
    case "budget":
      return actsAbout(scene, address).length > 0;
    default:
      return true;
  }
};

const isSeen = (scene: Scene, doc: Doc): boolean => {
  if (doc.version !== undefined) return isActSeen(scene, doc.version);
  if (doc.seq >= scene.size) return false;
  if (doc.n !== undefined) return mayBe(spanOf(scene, doc.address), String(doc.n));
  return doc.kind === "source" ? isSourceSeen(scene, doc) : isThingSeen(scene, doc);
};

/** A source that the lens leaves out is not found either. */
const isSourceSeen = ({ lens, record, on }: Scene, { address }: Doc): boolean => {
  const id = address.slice("source/".length);
  const { accordingTo, publishedBy } = lens;
  const published = record.source(id)?.published;
  if (published !== undefined && published.earliest > on) return false;
  if (publishedBy !== undefined && !(published !== undefined && published.latest <= publishedBy))
    return false;
  return accordingTo === undefined || accordingTo.includes("preferred") || accordingTo.includes(id);
};

type Opening = Pick<SearchItem, "acts" | "sources"> & { readonly day: Day };

const ofActs = (scene: Scene, acts: readonly Version[]): Opening => ({
  day: acts.length === 0 ? scene.on : Math.max(...acts.map((act) => lastDay(scene, act))),
  ...behind(scene, acts),
});

/** The day on which a result opens, and what stands behind it. */
const openingOf = (scene: Scene, doc: Doc): Opening => {
  const { record, on, size } = scene;
  if (doc.version !== undefined) return ofActs(scene, [doc.version]);
  if (doc.kind === "source") {
    const id = doc.address.slice("source/".length);
    const source = record.source(id);
    const day = source?.published === undefined ? on : Math.min(on, source.published.latest);
    return { day, acts: source === undefined ? [] : [source.act], sources: [id] };
  }
  if (doc.kind === "provision" || doc.kind === "state") {
    const span = spanOf(scene, doc.address);
    const acts = span === undefined ? [] : versionsOf(scene, actIds(span));
    const from = record.spans(doc.address, size).findLast((one) => one.from <= on)?.from ?? on;
    return { day: from <= always ? on : from, ...behind(scene, acts) };
  }
  return ofActs(scene, actsAbout(scene, doc.address));
};

const itemOf = (scene: Scene, doc: Doc, place: number): SearchItem => {
  const { address, kind, title } = doc;
  const { day, ...rest } = openingOf(scene, doc);
  return {
    id: address.slice(address.indexOf("/") + 1),
    address,
    kind,
    ...(title !== undefined && { title }),
    opens: isoOf(day),
    found: places[place] ?? "text",
    ...rest,
  };
};

type Found = { readonly doc: Doc; readonly score: number; readonly place: number };

/** Of several documents with one address, as versions of a provision, the best. */
const bestFirst = (docs: readonly Doc[], matches: readonly Match[]): readonly Found[] => {
  const found = matches.flatMap(({ doc, ...rest }): readonly Found[] => {
    const one = docs[doc];
    return one === undefined ? [] : [{ doc: one, ...rest }];
  });
  const day = ({ doc }: Found): Day => doc.version?.reading.window.earliest ?? never;
  const sorted = found.toSorted(
    (a, b) => b.score - a.score || day(b) - day(a) || (a.doc.address < b.doc.address ? -1 : 1),
  );
  const seen = new Set<string>();
  return sorted.filter(({ doc: { address } }) => {
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
};

const mostAlike = 3;
const mostLettersChanged = 2;

/** Words of what may be seen that are like one which is in nothing. */
const likeWords = (index: Index, word: string, isDocSeen: (doc: Doc) => boolean) => {
  const near = [...index.words()].filter(
    ([, form]) => Math.abs(form.length - word.length) <= mostLettersChanged,
  );
  const stems = new Map(near.map(([stem, form]) => [form, stem]));
  const isFound = (form: string): boolean =>
    index.postings(stems.get(form) ?? "").some(({ doc }) => {
      const found = index.docs[doc];
      return found !== undefined && isDocSeen(found);
    });
  const like: string[] = [];
  for (const form of alike(word, [...stems.keys()], mostLettersChanged)) {
    if (like.length === mostAlike) break;
    if (isFound(form)) like.push(form);
  }
  return { word, like };
};

export const search = (scene: Scene): Result<SearchAnswer, Refused> => {
  const { q = "", kind } = scene.texts;
  const words = [...new Set(wordsIn(q))];
  if (words.length > mostWords) {
    return refuse(bad("q", "query.words", `${q.slice(0, 79)}…`, `<= ${mostWords}`));
  }
  if (kind !== undefined && !searchKinds.some((one) => one === kind)) {
    return refuse(bad("kind", "query.word", kind.slice(0, 80), searchKinds.join(", ")));
  }
  const index = indexOf(scene.record, scene.world.pack);
  const isWanted = (doc: Doc): boolean =>
    (kind === undefined || doc.kind === kind) && isSeen(scene, doc);
  const { matches, lost } = matching(index, words, (number) => {
    const doc = index.docs[number];
    return doc !== undefined && isWanted(doc);
  });
  const found = bestFirst(index.docs, matches);
  const { per = usualPerPage } = scene.texts;
  const listed = pageOf(
    { ...scene, texts: { ...scene.texts, per } },
    found,
    ({ doc, place }) => itemOf(scene, doc, place),
    () => [],
  );
  if (!listed.ok) return listed;
  const nearest = lost.map((word) => likeWords(index, word, isWanted));
  return ok({ ...listed.value, q, ...(nearest.length > 0 && { nearest }) });
};
