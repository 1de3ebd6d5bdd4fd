/**
 * What a person asks about: the files that `decide` and `duties` take, and cases hold (S-42, S-48).
 *
 * In:   positions of a sitting; a situation with its acts and findings.
 * Law:  S-17 (six positions), S-49 (kinds of finding), S-50 (with or without the id of a situation).
 */

import * as z from "zod";
import { day, form, id, keys, list, stateId, text, word } from "./words.ts";

/** The six positions, in the order of the design (S-17). */
export const positionWords = [
  "for",
  "against",
  "abstain",
  "absent",
  "not-participating",
  "silent",
] as const;

const position = word(...positionWords);
const moment = form(
  /^\d{4}-\d{2}-\d{2}(?:T[0-2]\d:[0-5]\d)?$/,
  '"2003-02-10" | "2003-02-10T10:00" (quoted, time at the seat)',
);

const stand = z.union(
  [position, keys({ position, statement: text.optional(), at: moment.optional() })],
  { error: `${positionWords.join(" | ")} | { position, statement?, at? }` },
);

export const positionsFile = keys({
  proposal: text.optional(),
  on: day.optional(),
  positions: z.record(stateId, stand, { error: "{ STATE: position }" }),
  later: list(
    keys({ state: stateId, position, on: day }),
    "[ { state, position, on }, … ]",
  ).optional(),
  form: id.optional(),
  formObjections: list(stateId, "[ state, … ]").optional(),
  deadline: moment.optional(),
  extendedTo: moment.optional(),
});

/** Who acts: a state by its code, a body by its id, anybody else by an address. */
export const who = form(
  /^(?:[A-Z]{3}|[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9.-]{0,119})?)$/,
  "state: [A-Z]{3} | body | address: type/id",
);

const said = z.union(
  [
    form(/^[A-Za-z0-9][A-Za-z0-9./-]{0,120}$/, "word | state"),
    z.boolean({ error: "true | false" }),
  ],
  { error: "true | false | word | state" },
);

export const situationFile = keys({
  id: id.optional(),
  on: day,
  victim: stateId,
  attacker: who.optional(),
  acts: list(
    keys({
      id: id.optional(),
      kind: form(/^[a-z][a-z.-]*$/, "deed | kind"),
      by: who,
      on: day,
      to: who.optional(),
      about: form(/^[a-z][a-z0-9./-]*$/, "id of an act of this file").optional(),
    }),
    "[ { kind, by, on, to?, about?, id? }, … ]",
  ),
  findings: list(
    keys({
      kind: id,
      value: said,
      by: who,
      on: day,
      about: form(/^[a-z][a-z0-9./-]*$/, "id of an act of this file").optional(),
      id: id.optional(),
      class: id.optional(),
    }),
    "[ { kind, value, by, on, about?, id?, class? }, … ]",
  ),
});

export type PositionsFile = z.infer<typeof positionsFile>;
export type SituationFile = z.infer<typeof situationFile>;
