/**
 * What somebody said, and what a source says is so.
 *
 * Law: S-5 (a note that changes no status), S-6 (`source.stated`), S-52 (said without effect).
 */

import * as z from "zod";
import { type Kind, told } from "./kind.ts";
import { both, id } from "./words.ts";

const group = "statement";
const word = "word: [a-z0-9][a-z0-9.-]*";

/** Somebody stated something. Begins nothing. */
export const statementMade: Kind = told({
  kind: "statement.made",
  group,
  fields: { gist: both.optional(), value: id.optional() },
  about: { types: "any" },
});

/**
 * A source says that a value holds on a day. Begins that value only under a lens that has no other
 * act for it; everywhere else it is evidence.
 */
export const sourceStated: Kind = told({
  kind: "source.stated",
  group,
  fields: {
    value: z.union([id, z.int({ error: word })], { error: `${word} | whole number` }).optional(),
    gist: both.optional(),
  },
  about: { types: "any" },
  begins: ["value"],
});

export const statementKinds: readonly Kind[] = [statementMade, sourceStated];
