/**
 * predicates.yaml: named conditions, and who may make which finding. acts.yaml: kinds of act that
 * specialise a core kind (S-14).
 */

import * as z from "zod";
import { condition, deed, name } from "./conditions.ts";
import { authority, form, id, keys, kind, list, word } from "./words.ts";

const maker = form(
  /^(?:[a-z][a-z-]*(?:\/[a-z0-9][a-z0-9.-]{0,119})?|[A-Z]{3})$/,
  "body | address | victim | each-party | STATE",
);

export const predicatesFile = keys({
  predicates: list(
    keys({ id, args: list(name, "[ name, … ]"), when: condition }),
    "[ { id, args, when }, … ]",
  ),
  findings: list(
    keys({
      kind: id,
      is: word("judgement").optional(),
      by: list(maker, "[ authority, … ]", 1),
      authority,
    }),
    "[ { kind, is?, by, authority }, … ]",
  ),
});

export const actsFile = keys({
  acts: list(
    keys({
      id: kind,
      is: kind,
      deed,
      fields: z
        .record(name, word("id", "day", "text", "state"), { error: "{ field: id | day | text }" })
        .optional(),
    }),
    "[ { id, is, deed, fields? }, … ]",
  ),
});

export type PredicatesFile = z.infer<typeof predicatesFile>;
export type ActsFile = z.infer<typeof actsFile>;
