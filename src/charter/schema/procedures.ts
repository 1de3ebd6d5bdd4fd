/**
 * procedures.yaml: how each body decides. Every choice stands: none has a default (S-18).
 */

import * as z from "zod";
import { condition, setTerm } from "./conditions.ts";
import { authority, form, id, keys, list, period, provisionIds, stateId, word } from "./words.ts";

/** A word of the law's, an open `unknown`, or an axis whose option sets the word. */
const choice = <const Words extends readonly [string, ...string[]]>(...words: Words) => {
  const all = word(...words, "unknown");
  return z.union([all, keys({ value: all, authority }), keys({ axis: id })], {
    error: `${[...words, "unknown"].join(" | ")} | { value, authority } | { axis }`,
  });
};

const six = <Inner extends z.ZodType>(inner: Inner) =>
  keys({
    for: inner,
    against: inner,
    abstain: inner,
    absent: inner,
    "not-participating": inner,
    silent: inner,
  });

const share = form(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, '"2/3" (quoted)');
const weight = form(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?$/, '"12.5" (quoted)');
const of = word("cast", "present", "base");
const counted = choice("counted", "not-counted");

const majority = keys({
  kind: z.literal("majority", { error: "majority" }),
  of,
  moreThan: share.optional(),
  atLeast: share.optional(),
  weights: z.record(stateId, weight, { error: '{ STATE: "12.5" }' }).optional(),
});

const rule = z.discriminatedUnion(
  "kind",
  [
    keys({
      kind: z.literal("consensus", { error: "consensus" }),
      test: choice("counts-for", "blocks"),
    }),
    keys({ kind: z.literal("unanimity", { error: "unanimity" }), of }),
    majority,
  ],
  { error: "consensus | unanimity | majority" },
);

const quorum = z.union(
  [
    keys({ kind: word("none", "unknown"), authority: authority.optional() }),
    keys({ kind: word("present"), atLeast: share, authority: authority.optional() }),
  ],
  { error: "{ kind: none | unknown } | { kind: present, atLeast }" },
);

const procedure = keys({
  id,
  bodies: list(id, "[ body, … ]", 1),
  authority: provisionIds,
  electorate: keys({
    base: setTerm,
    suspended: counted,
    withdrawing: counted,
    signatory: choice("counted", "observer"),
    excludedBy: authority.optional(),
  }),
  quorum,
  positions: six(choice("counts-for", "blocks", "ignored", "open")),
  rule,
  form: word("vote", "signature"),
  reservation: choice("counts-for", "reopens", "binds-except"),
  binds: six(choice("adoption", "own-expression", "no")),
  laterExpression: keys({
    completes: choice("completes", "binds-only", "no"),
    window: choice("none", "open"),
    until: period.optional(),
    ifSilent: word("lapses", "adopts").optional(),
    adoptedOn: word("last-expression", "sitting"),
  }),
  partial: word("between-signatories").optional(),
  forms: list(
    keys({
      id,
      kind: word("participants", "silence", "written", "signature"),
      from: keys({ inForce: id }),
      authority: provisionIds,
      needs: condition.optional(),
    }),
    "[ { id, kind, from, authority, needs? }, … ]",
  ),
});

export const proceduresFile = keys({
  procedures: list(procedure, "[ { id, bodies, authority, electorate, … }, … ]"),
});

export type ProceduresFile = z.infer<typeof proceduresFile>;
