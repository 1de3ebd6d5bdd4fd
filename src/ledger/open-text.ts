/**
 * Finds text that should stand under a seal, and seals that are none.
 *
 * In:   an act, sound by its envelope.
 * Out:  the place of the first text that would be readable by everyone who holds the log.
 * Law:  the log's leaves hold no restricted text (0007).
 *
 * A leaf can never be taken back. So what an act with `handling` says is ids, addresses, days and
 * words of closed lists; every text for people stands under a seal (`seal.ts`). A text of one word
 * looks like a word of a code, so it is also known by the key that it stands at. In any act, what
 * calls itself a seal is one.
 */
import type { Json } from "#base";
import type { Act } from "./envelope.ts";
import { isSeal } from "./seal.ts";
import { below, type Fault, fault } from "./shape.ts";

/** Keys at which only texts for people stand, in whatever kind of act. */
const forPeople: ReadonlySet<string> = new Set(["title", "gist", "note", "en", "ru"]);

/** Ids, addresses, states, days and numbers written as texts: no space, and not long. */
const isWord = (text: string): boolean => /^[\w./:~?%+-]{0,120}$/.test(text);

const openIn = (value: Json, isSecret: boolean): Fault | undefined => {
  if (typeof value === "string") {
    return isSecret && !isWord(value) ? fault("entry.unsealed") : undefined;
  }
  if (typeof value !== "object" || value === null || isSeal(value)) return undefined;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const isText = isSecret && !isList && forPeople.has(key) && typeof inner === "string";
    const isNoSeal = key === "sealed" && !isList;
    const found = isText || isNoSeal ? fault("entry.unsealed") : openIn(inner, isSecret);
    if (found !== undefined) return below(key, found);
  }
  return undefined;
};

/** The first open text, or seal that is none; `undefined` when there is neither. */
export const openText = (act: Act): Fault | undefined => {
  const isSecret = act.handling !== undefined;
  if (isSecret && act.title !== undefined) return below("title", fault("entry.unsealed"));
  if (isSecret && act.ground?.en !== undefined) {
    return below("ground", below("en", fault("entry.unsealed")));
  }
  const parts: { readonly [key: string]: Json } =
    act.mode === "performed" ? { fields: act.fields ?? {} } : { claims: act.claims as Json };
  return openIn(parts, isSecret);
};
