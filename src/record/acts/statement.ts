/**
 * What somebody said, and what a source says is so.
 *
 * Law: S-5 (a note that changes no status), S-6 (`source.stated`), S-52 (said without effect).
 */

import * as z from "zod";
import { type Kind, told } from "./kind.ts";
import { form, id, oneOf, quantity, yes } from "./words.ts";

const group = "statement";

export const statementRoles = [
  "reason",
  "denial",
  "announcement",
  "proposal",
  "objection",
  "appeal",
  "other",
] as const;

/** Somebody stated something. Begins nothing. A reason names the act that it is given for. */
export const statementMade: Kind = told({
  kind: "statement.made",
  group,
  fields: { role: oneOf(statementRoles).optional(), value: id.optional() },
  about: { types: "any" },
});

/** What a source's statement may be on, where it is no value of a fluent. */
export const properties = [
  "accountable-to",
  "area",
  "availability",
  "characterization",
  "class",
  "commander",
  "comparison",
  "composition",
  "cooperation",
  "fate",
  "function",
  "legal-type",
  "no-answer",
  "no-cooperation",
  "no-date",
  "not-activated",
  "number-of-members",
  "other-grouping",
  "part-of",
  "practice",
  "priority",
  "purpose",
  "reading",
  "reason",
  "rule-and-practice",
  "series-force",
  "strength",
  "task",
  "text",
  "threat",
  "undelivered",
] as const;

export type Property = (typeof properties)[number];

const valueForm = "word | number | STATE | address | { about } | { from, to? }";
const valuePattern =
  /^(?:[a-z0-9][a-z0-9.-]{0,119}|[A-Z]{3}|[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]{0,119})$/;

/**
 * A source says that a value holds on a day. Without `property` it begins that value, but only
 * under a lens that has no other act for it; everywhere else, and always with a property, it is
 * evidence that stands beside what other sources say.
 */
export const sourceStated: Kind = told({
  kind: "source.stated",
  group,
  fields: {
    property: oneOf(properties).optional(),
    value: z
      .union([form(valuePattern, valueForm), z.int({ error: valueForm }), quantity], {
        error: valueForm,
      })
      .optional(),
    approximate: yes.optional(),
  },
  about: { types: "any" },
  begins: ["value"],
});

export const statementKinds: readonly Kind[] = [statementMade, sourceStated];
