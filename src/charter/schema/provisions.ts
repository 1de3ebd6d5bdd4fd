/**
 * provisions/<instrument>.yaml: the provisions of one instrument with their versions, and the norms
 * that the versions hold. No day: each version is placed by the entry into force of an instrument.
 */

import * as z from "zod";
import { norm } from "./norms.ts";
import { both, confidence, id, ids, keys, list, seen, text } from "./words.ts";

const n = "1 … 99";

export const provisionsFile = keys({
  instrument: id,
  provisions: list(
    keys({
      id,
      locator: text,
      versions: list(
        keys({
          n: z.int({ error: n }).min(1, { error: n }).max(99, { error: n }),
          from: keys({ inForce: id }),
          seen,
          confidence,
          gist: both,
          note: both.optional(),
          norms: ids.optional(),
        }),
        "[ { n, from, seen, confidence, gist, note?, norms? }, … ]",
        1,
      ),
    }),
    "[ { id, locator, versions }, … ]",
    1,
  ),
  norms: list(norm, "[ { id, kind, … }, … ]").optional(),
});

export type ProvisionsFile = z.infer<typeof provisionsFile>;
