/**
 * The form of a condition: one key a node, the key being its word (see `condition.ts`).
 *
 * What a schema cannot say is checked in `check/scope.ts`: names bound, references, nesting, cost.
 */

import * as z from "zod";
import type { Condition, DayTerm, SetTerm, Value } from "../condition.ts";
import { outcomeWords } from "../verdict-words.ts";
import { both, day, form, id, keys, list, period, stateId, word } from "./words.ts";

export const deed = form(/^[a-z][a-z-]{0,60}$/, "deed: request-assistance");
export const name = form(/^[a-z][a-zA-Z0-9]{0,30}$/, "name: [a-z][a-zA-Z0-9]*");
const pathForm = /^\$[a-z][a-zA-Z0-9]{0,30}(?:\.[a-z][a-zA-Z0-9]{0,30}){0,3}$/;
const path = form(pathForm, "$name | $name.field");

const valueForm = "$path | word | state | whole number | true | false";
export const value: z.ZodType<Value> = z.union(
  [
    form(/^(?:\$[a-z][a-zA-Z0-9.]{0,120}|[A-Za-z0-9][A-Za-z0-9./-]{0,120})$/, valueForm),
    z.int({ error: valueForm }),
    z.boolean({ error: valueForm }),
  ],
  { error: valueForm },
);

const dayForm = '"1999-04-21" | $path | { plus: [day, period] }';
export const dayTerm: z.ZodType<DayTerm> = z.lazy(() =>
  z.union([day, path, keys({ plus: z.tuple([dayTerm, period], { error: "[ day, period ]" }) })], {
    error: dayForm,
  }),
);

export const setTerm: z.ZodType<SetTerm> = z.union(
  [
    keys({ parties: id }),
    keys({ members: id }),
    keys({ participants: value }),
    keys({
      list: list(z.union([stateId, value], { error: valueForm }), "[ state, … ]", 1).max(200, {
        error: "<= 200",
      }),
    }),
  ],
  { error: "{ parties } | { members } | { participants } | { list }" },
);

export const statusWord = word(
  "none",
  "signatory",
  "party",
  "suspended",
  "withdrawing",
  "lapsed",
  "withdrawn",
  "expelled",
);

export const outcomeWord = word(...outcomeWords);

const cond: z.ZodType = z.lazy(() => condition);
const conds = list(cond, "[ condition, … ]", 1);
const pair = z.tuple([dayTerm, dayTerm], { error: "[ day, day ]" });
const quantified = keys({ in: setTerm, as: name, where: cond });

const actLeaf = keys({
  deed,
  as: name.optional(),
  by: value.optional(),
  to: value.optional(),
  about: value.optional(),
  where: cond.optional(),
});

const findingLeaf = keys({
  kind: id,
  as: name.optional(),
  about: value,
  value: z.union([value, list(value, "[ value, … ]", 1)], { error: valueForm }).optional(),
  by: list(form(/^[a-zA-Z][A-Za-z0-9./-]*$/, "authority"), "[ authority, … ]", 1).optional(),
});

const nodes = {
  all: conds,
  any: conds,
  not: cond,
  atLeast: keys({ n: z.int({ error: "1 … 200" }).min(1, { error: "1 … 200" }), of: conds }),
  some: quantified,
  every: quantified,
  eq: z.tuple([value, value], { error: "[ value, value ]" }),
  oneOf: z.tuple([value, list(value, "[ value, … ]", 1)], { error: "[ value, [ value, … ] ]" }),
  atMost: z.tuple([value, value], { error: "[ value, value ]" }),
  member: z.tuple([value, setTerm], { error: "[ value, set ]" }),
  before: pair,
  onOrAfter: pair,
  within: keys({ date: dayTerm, from: dayTerm, for: period }),
  status: keys({ of: value, in: id, is: list(statusWord, "[ status, … ]", 1) }),
  act: actLeaf,
  finding: findingLeaf,
  outcome: keys({ of: value, is: list(outcomeWord, "[ outcome, … ]", 1) }),
  is: keys({
    name: id,
    args: z.record(name, value, { error: "{ name: value }" }).optional(),
  }),
  judgement: keys({ id, text: both }),
  reading: keys({ axis: id, is: list(id, "[ option, … ]", 1) }),
} satisfies { readonly [op: string]: z.ZodType };

const conditionForm = Object.keys(nodes)
  .map((op) => `{ ${op} }`)
  .join(" | ");

const branches = Object.entries(nodes).map(([op, inner]) => keys({ [op]: inner }));

/** A condition. One key only: the branch that knows the key speaks of what is wrong within. */
export const condition = z
  .union(branches, { error: conditionForm })
  .meta({ id: "condition" }) as unknown as z.ZodType<Condition>;
