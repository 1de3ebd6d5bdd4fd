/**
 * bodies.yaml, forces.yaml and vocab/<language>.yaml: the organs, the forces, the labels.
 */

import * as z from "zod";
import { setTerm } from "./conditions.ts";
import { authority, both, id, ids, keys, list, text, word } from "./words.ts";

const others = list(text, "[ text, … ]", 1).optional();

/** By what else one may look for it. */
const aliases = keys({ en: others, ru: others }).optional();

export const bodiesFile = keys({
  bodies: list(
    keys({
      id,
      names: both,
      short: both.optional(),
      aliases,
      parent: id.optional(),
      class: word(
        "highest",
        "consultative-executive",
        "permanent-working",
        "subsidiary",
        "office",
        "parliamentary",
      ),
      // The instrument that founds the body; without one an act says when it was established.
      from: keys({ inForce: id }).optional(),
      accountableTo: ids.optional(),
      authority,
      members: setTerm.optional(),
    }),
    "[ { id, names, short?, aliases?, parent?, class, from?, accountableTo?, authority, members? }, … ]",
    1,
  ),
});

export const forcesFile = keys({
  forces: list(
    keys({
      id,
      names: both,
      short: both.optional(),
      aliases,
      class: word("coalition", "regional"),
      authority,
    }),
    "[ { id, names, short?, aliases?, class, authority }, … ]",
  ),
});

export const vocabFile = keys({
  terms: z.record(id, text, { error: "{ term: text, … }" }),
});

export type BodiesFile = z.infer<typeof bodiesFile>;
export type ForcesFile = z.infer<typeof forcesFile>;
export type VocabFile = z.infer<typeof vocabFile>;
