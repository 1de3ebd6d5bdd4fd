/**
 * cases/<name>.yaml: worked cases, without which a pack with norms does not load. Each shows what
 * norms come to under given acts; all of them together are the proof of the pack.
 */

import * as z from "zod";
import { complianceWords, validityWords } from "../verdict-words.ts";
import { positionsFile, situationFile, who } from "./asked.ts";
import { deed, outcomeWord } from "./conditions.ts";
import { day, form, id, keys, list, stateId, text, word } from "./words.ts";

const scalar = z.union([text, z.int(), z.boolean()], {
  error: "text | whole number | true | false",
});
const fieldName = form(/^[a-zA-Z-]{1,40}$/, "field | STATE");
const plain = z.union([scalar, list(scalar, "[ value, … ]")], { error: "value | [ value, … ]" });
const anyOfFields = z.record(
  fieldName,
  z.union(
    [
      plain,
      z.record(
        fieldName,
        z.union([plain, z.record(fieldName, plain)], { error: "value | { field: value }" }),
      ),
    ],
    { error: "value | [ value, … ] | { field | STATE: value }" },
  ),
  { error: "{ field: value }" },
);

const subject = form(
  /^[a-z][a-z-]*\/(?:[a-z0-9][a-z0-9.-]{0,119}|[A-Z]{3})(?:\/[A-Z]{3})?$/,
  "address: type/id, e.g. org/un, membership/UZB",
);

const act = keys({
  id,
  deed,
  by: list(who, "[ who, … ]", 1).optional(),
  to: list(who, "[ who, … ]", 1).optional(),
  about: list(subject, "[ address, … ]", 1).optional(),
  on: form(/^[\d[][\d.~?\][-]{3,23}$/, '"1992-05-15" | "1992" (quoted)'),
  effectiveOn: day.optional(),
  recordedAt: form(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, "instant").optional(),
  after: list(id, "[ id, … ]", 1).optional(),
  asserted: z.literal(true, { error: "true" }).optional(),
  fields: anyOfFields.optional(),
});

const reading = z.record(id, id, { error: "{ axis: option }" });
const lacking = z.union([keys({ finding: id }), keys({ record: text }), keys({ knob: text })], {
  error: "{ finding } | { record } | { knob }",
});

const truth = word("met", "not-met", "undetermined");

export const expectation = keys({
  reading: reading.optional(),
  validity: word(...validityWords).optional(),
  outcome: outcomeWord.optional(),
  base: text.or(z.int()).optional(),
  needed: text.or(z.int()).optional(),
  reached: text.or(z.int()).optional(),
  shortBy: text.or(z.int()).optional(),
  adoptedOn: day.optional(),
  blockedBy: list(stateId, "[ state, … ]").optional(),
  binds: list(stateId, "[ state, … ]").optional(),
  bindsUnknown: list(stateId, "[ state, … ]").optional(),
  compliance: list(
    keys({
      party: who,
      norm: id,
      result: word(...complianceWords),
    }),
    "[ { party, norm, result }, … ]",
  ).optional(),
  duties: list(
    keys({
      norm: id,
      bearer: who,
      truth,
      state: word("due", "discharged", "overdue", "breached", "undetermined").optional(),
      due: day.optional(),
    }),
    "[ { norm, bearer, truth, state?, due? }, … ]",
  ).optional(),
  notEngaged: list(id, "[ norm, … ]").optional(),
  notBearing: list(keys({ norm: id, bearer: who }), "[ { norm, bearer }, … ]").optional(),
  missing: list(lacking, "[ { finding } | { record } | { knob }, … ]").optional(),
  ignored: list(id, "[ act, … ]").optional(),
  exclusions: list(keys({ state: stateId, clause: id }), "[ { state, clause }, … ]").optional(),
  value: text.optional(),
  certainty: word("certain", "uncertain", "disputed").optional(),
});

const asked = z.union(
  [
    keys({ duties: situationFile }),
    keys({ check: id }),
    keys({ decide: keys({ body: id, file: positionsFile }) }),
    // What a thing that has a value on each day was: membership/XNA, in-force/treaty.
    keys({ value: form(/^[a-z][a-z-]*(?:\/[A-Za-z0-9][A-Za-z0-9.-]{0,119}){1,3}$/, "type/id") }),
  ],
  { error: "{ duties } | { check } | { decide: { body, file } } | { value: fluent }" },
);

export const casesFile = keys({
  given: list(act, "[ act, … ]").optional(),
  cases: list(
    keys({
      id,
      shows: list(keys({ norm: id, result: truth }), "[ { norm, result }, … ]"),
      given: list(act, "[ act, … ]").optional(),
      on: day,
      known: form(/^(?:#\d{1,9}|\d{4}-\d{2}-\d{2}T.+Z)$/, "#3 | instant").optional(),
      ask: asked,
      expect: list(expectation, "[ { reading?, … }, … ]", 1),
    }),
    "[ { id, shows, given?, on, known?, ask, expect }, … ]",
  ),
});

export type CasesFile = z.infer<typeof casesFile>;
export type GivenAct = z.infer<typeof act>;
export type Expectation = z.infer<typeof expectation>;
