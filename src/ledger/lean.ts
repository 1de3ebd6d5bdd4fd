/**
 * Lets acts share what they have in common, so that a ledger of a million acts fits in memory.
 *
 * In:   an act as it was read, with texts and lists of its own.
 * Out:  the act, whose kind, lists of one and author are those of earlier acts that had them.
 *
 * What is remembered is bounded, and it is values that nobody may change; so nothing can tell a
 * shared part from an own one.
 */
import type { Act, By } from "./envelope.ts";

/** So many different values are remembered of each sort; then remembering begins anew. */
const most = 8_192;

const remember = <V>(known: Map<string, V>, text: string, value: V): V => {
  if (known.size >= most) known.clear();
  known.set(text, value);
  return value;
};

const texts = new Map<string, string>();
const shared = (text: string): string => texts.get(text) ?? remember(texts, text, text);

const lists = new Map<string, readonly string[]>();

/** Lists of one are nearly all there are, of actors and of what an act is about. */
const sharedList = (list: readonly string[]): readonly string[] => {
  const [only] = list;
  if (only === undefined || list.length > 1) return list;
  return lists.get(only) ?? remember(lists, only, list);
};

const authors = new Map<string, By>();

const sharedBy = (by: By): By => {
  const known = authors.get(by.person);
  return known?.capacity === by.capacity ? known : remember(authors, by.person, by);
};

type Open<T> = { -readonly [key in keyof T]: T[key] };

/**
 * The same act, with little memory of its own.
 *
 * @param act - Just read and in nobody else's hands, since its parts are exchanged in place: a copy
 *   of each of a million acts is a million objects more for the garbage collector.
 */
export const lean = (act: Act): Act => {
  const made: Open<Act> = act;
  made.kind = shared(act.kind);
  made.org = shared(act.org);
  if (act.actors !== undefined) made.actors = sharedList(act.actors);
  if (act.about !== undefined) made.about = sharedList(act.about);
  if (made.mode === "performed") made.by = sharedBy(made.by);
  return made;
};
