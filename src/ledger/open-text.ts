/**
 * Finds open text in an act that has a handling level: only words of a code may stand there.
 *
 * In:   an act with `handling`, sound by its envelope.
 * Out:  the place of the first text that would be readable by everyone who holds the log.
 * Law:  the log's leaves hold no restricted text (0007).
 *
 * A leaf can never be taken back. So what such an act says is ids, addresses, days and words of
 * closed lists; every text for people stands under a seal (`seal.ts`), and a title is one.
 */
import type { Json } from "#base";
import type { Act } from "./envelope.ts";
import { isSeal } from "./seal.ts";
import { below, type Fault, fault } from "./shape.ts";

/** Ids, addresses, states, days and numbers written as texts: no space, and not long. */
const isWord = (text: string): boolean => /^[\w./:~?%+-]{0,120}$/.test(text);

const openIn = (value: Json): Fault | undefined => {
  if (typeof value === "string") return isWord(value) ? undefined : fault("entry.unsealed");
  if (typeof value !== "object" || value === null || isSeal(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = openIn(inner);
    if (found !== undefined) return below(key, found);
  }
  return undefined;
};

/** The first open text of an act that not everybody may read; `undefined` when there is none. */
export const openText = (act: Act): Fault | undefined => {
  if (act.handling === undefined) return undefined;
  const { title, ground } = act;
  if (title !== undefined) return below("title", fault("entry.unsealed"));
  if (ground?.en !== undefined) return below("ground", below("en", fault("entry.unsealed")));
  const parts: { readonly [key: string]: Json } =
    act.mode === "performed" ? { fields: act.fields ?? {} } : { claims: act.claims as Json };
  return openIn(parts);
};
