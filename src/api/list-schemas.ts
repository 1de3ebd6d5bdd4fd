/**
 * The lists as schemas: what `src/rules/list-answers.ts` says, with the names that `wording` fills in.
 */

import { z } from "@hono/zod-openapi";
import { positionWords } from "#charter";
import { differences } from "#ledger";
import { properties } from "#record";
import { exerciseStates, type Lists, planStates, searchKinds } from "#rules";
import { actIds, day, lastAct, lens, undated, worth } from "./shared-schemas.ts";

const text = z.string();
const codes = z.array(z.string());
const differs = z.enum(differences).optional();
const says = z.record(z.string(), z.unknown());

const value = z
  .strictObject({
    value: text,
    since: day.optional(),
    until: day.optional(),
    ...worth,
    acts: actIds,
  })
  .openapi("Value");

const whole = z.number().int();
const quantity = z
  .union([z.strictObject({ about: whole }), z.strictObject({ from: whole, to: whole.optional() })])
  .openapi("Quantity");

const stated = z
  .strictObject({
    property: z.enum(properties),
    source: text,
    on: day,
    value: z.union([z.string(), z.number().int(), quantity]).optional(),
    approximate: z.literal(true).optional(),
    gist: text.optional(),
    act: text,
    differs,
  })
  .openapi("StatedProperty");

const note = z
  .strictObject({ act: text, kind: text, on: day, actors: codes.optional(), says })
  .openapi("ActNote");

const basis = z.strictObject({ basis: text, source: text.optional(), differs }).openapi("Basis");

const aliases = z.strictObject({ en: codes.optional(), ru: codes.optional() }).optional();

const item = { id: text, name: text, address: text, acts: actIds, sources: codes };
const run = { since: day.optional(), until: day.optional(), ...worth };

const body = z
  .strictObject({
    ...item,
    ...run,
    aliases,
    class: text,
    parent: text.optional(),
    accountableTo: codes.optional(),
    members: codes,
    mayBeMembers: codes.optional(),
    chair: value.optional(),
    head: value.optional(),
    stated: z.array(stated),
  })
  .openapi("BodyItem");

const contributor = z.strictObject({ state: text, ...run, acts: actIds }).openapi("Contributor");

const force = z
  .strictObject({
    ...item,
    ...run,
    aliases,
    class: text,
    contributors: z.array(contributor),
    stated: z.array(stated),
  })
  .openapi("ForceItem");

const exercise = z
  .strictObject({
    ...item,
    ...run,
    state: z.enum(exerciseStates),
    days: day.optional(),
    undated: z.literal(true).optional(),
    reportedUntil: day.optional(),
    place: text.optional(),
    host: text.optional(),
    series: text.optional(),
    force: text.optional(),
    forces: codes.optional(),
    participants: codes.optional(),
    absent: codes.optional(),
    observers: codes.optional(),
    partOf: text.optional(),
    parts: codes.optional(),
    strength: z.unknown().optional(),
    stated: z.array(stated),
  })
  .openapi("ExerciseItem");

const appeal = z
  .strictObject({
    act: text,
    on: day,
    to: codes,
    answer: z.enum(["answered", "none-reported"]),
    answeredBy: actIds.optional(),
    reportedBy: codes,
  })
  .openapi("Appeal");

const relation = z
  .strictObject({
    ...item,
    standing: value.optional(),
    dialogue: value.optional(),
    agreements: z.array(note),
    appeals: z.array(appeal),
    votes: z.array(note),
    statements: z.array(note),
    stated: z.array(stated),
  })
  .openapi("RelationItem");

const plan = z
  .strictObject({
    ...item,
    ...run,
    state: z.enum(planStates),
    announcedOn: day.optional(),
    adoptedOn: day.optional(),
    deliveredOn: day.optional(),
    droppedOn: day.optional(),
    due: day.optional(),
    term: day.optional(),
    undated: z.literal(true).optional(),
    reportedUntil: day.optional(),
    body: text.optional(),
    session: text.optional(),
    reports: z.array(note),
    stated: z.array(stated),
  })
  .openapi("PlanItem");

const contribution = z
  .strictObject({
    state: text,
    year: text,
    ...value.shape,
    amount: z.unknown().optional(),
  })
  .openapi("Contribution");

const budget = z
  .strictObject({
    ...item,
    scale: z.record(z.string(), z.string()).nullable(),
    from: day.optional(),
    ...worth,
    contributions: z.array(contribution),
    adopted: z.array(note),
    stated: z.array(stated),
  })
  .openapi("BudgetItem");

const decision = z
  .strictObject({
    ...item,
    on: day,
    body: text.optional(),
    form: text.optional(),
    reported: text.optional(),
    number: text.optional(),
    title: text.optional(),
    place: text.optional(),
    session: text.optional(),
    documents: z.number().int().optional(),
    about: codes,
    basis: z.array(basis),
    positions: z.record(z.string(), z.enum(positionWords)),
    tally: z.unknown().optional(),
    later: z.array(note),
  })
  .openapi("DecisionItem");

const situation = z
  .strictObject({
    ...item,
    ...run,
    state: z.enum(["open", "closed", "uncertain", "unknown", "none"]),
    opened: day.optional(),
    closed: day.optional(),
    requests: z.array(note),
    basis: z.array(basis),
    decisions: z.array(note),
    deployment: value.optional(),
    events: z.array(note),
    statements: z.array(note),
  })
  .openapi("SituationItem");

const result = z
  .strictObject({
    ...item,
    kind: z.enum(searchKinds),
    title: text.optional(),
    opens: day,
    found: z.enum(["name", "beside", "text"]),
  })
  .openapi("SearchItem");

const like = z.strictObject({ word: text, like: z.array(text) }).openapi("LikeWords");

const unknown = z.strictObject({ subject: text, what: text, text }).openapi("NotKnown");

const list = (one: z.ZodType, name: string, more: z.ZodRawShape = {}) =>
  z
    .strictObject({
      org: text,
      on: day,
      lens,
      undated,
      lastAct,
      items: z.array(one),
      total: z.number().int(),
      page: z
        .strictObject({
          number: z.number().int(),
          per: z.number().int(),
          pages: z.number().int(),
        })
        .optional(),
      unknown: z.array(unknown),
      ...more,
    })
    .openapi(name);

export const listSchemas = {
  bodies: list(body, "BodiesAnswer"),
  forces: list(force, "ForcesAnswer"),
  exercises: list(exercise, "ExercisesAnswer"),
  relations: list(relation, "RelationsAnswer"),
  plans: list(plan, "PlansAnswer"),
  budget: list(budget, "BudgetAnswer"),
  decisions: list(decision, "DecisionsAnswer"),
  situations: list(situation, "SituationsAnswer"),
  search: list(result, "SearchAnswer", { q: text, nearest: z.array(like).optional() }),
} as const satisfies { readonly [N in keyof Lists]: z.ZodType };

export const coverageAnswer = z
  .strictObject({
    org: text,
    lens,
    source: text,
    facts: z.number().int(),
    covered: z.number().int(),
    missing: codes,
    where: z.record(z.string(), codes),
    undated,
  })
  .openapi("CoverageAnswer");
