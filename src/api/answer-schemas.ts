/**
 * The answers as schemas: what OpenAPI tells, and what a test holds every real answer against.
 *
 * They say what `src/rules/answers.ts` says, with the texts that `wording` fills in. Objects are
 * closed: a key that is not named here is a mistake of ours.
 */

import { z } from "@hono/zod-openapi";
import { confidences, differences, groundRules, standings } from "#ledger";
import type { QuestionSpec } from "#rules";
import { coverageAnswer, listSchemas } from "./list-schemas.ts";
import {
  actIds,
  certainty,
  day,
  lastAct,
  lens,
  possible,
  undated,
  worth,
} from "./shared-schemas.ts";
import { checkAnswer, decideAnswer, dutiesAnswer } from "./verdict-schemas.ts";

const statuses = z.record(z.string(), z.string());
const doubts = z.record(z.string(), certainty).optional();

const shown = { org: z.string(), on: day, lens, undated, lastAct };

const member = z
  .strictObject({
    state: z.string(),
    name: z.string(),
    status: z.string(),
    since: day,
    until: day.optional(),
    ...worth,
    acts: actIds,
    instruments: statuses,
    doubts,
  })
  .openapi("Member");

export const membersAnswer = z
  .strictObject({
    ...shown,
    counts: z.record(z.string(), z.number().int()),
    members: z.array(member),
    contested: z.array(member).optional(),
  })
  .openapi("MembersAnswer");

const span = z
  .strictObject({ status: z.string(), from: day, until: day.optional(), ...worth, acts: actIds })
  .openapi("StatusSpan");

export const statusAnswer = z
  .strictObject({
    ...shown,
    state: z.string(),
    name: z.string(),
    status: z.string(),
    ...worth,
    instruments: statuses,
    doubts,
    spans: z.array(span),
  })
  .openapi("StatusAnswer");

const confidence = z.enum(confidences);
const groundOf = {
  rule: z.enum(groundRules),
  en: z.string().optional(),
  ru: z.string().optional(),
};

const claim = z
  .strictObject({
    act: z.string(),
    kind: z.string(),
    about: z.array(z.string()).optional(),
    title: z.string(),
    clause: z.string().optional(),
    claim: z.string().optional(),
    source: z.string().optional(),
    standing: z.enum(standings).optional(),
    says: z.record(z.string(), z.unknown()),
    confidence: confidence.optional(),
    differs: z.enum(differences).optional(),
    gives: z.array(z.string()).optional(),
    mendedBy: z.string().optional(),
  })
  .openapi("Claim");

const mend = z
  .strictObject({
    act: z.string(),
    mends: z.string(),
    retracted: z.boolean(),
    ground: z.strictObject(groundOf).optional(),
  })
  .openapi("Mend");

const reading = z
  .strictObject({ axis: z.string(), reading: z.string(), value: z.string(), possible })
  .openapi("Reading");

export const whyAnswer = z
  .strictObject({
    ...shown,
    subject: z.string(),
    value: z.unknown(),
    ...worth,
    since: day.optional(),
    until: day.optional(),
    because: z.array(claim),
    against: z.array(claim),
    alsoSaid: z.array(claim),
    mended: z.array(mend),
    grounds: z.array(z.strictObject({ act: z.string(), ...groundOf })),
    clauses: z.array(z.string()),
    computed: z
      .union([
        z.strictObject({ value: z.string() }),
        z.strictObject({ unknown: z.enum(["deposits-not-confirmed", "no-rule-known"]) }),
      ])
      .optional(),
    readings: z.array(reading).optional(),
  })
  .openapi("WhyAnswer");

const change = z
  .strictObject({
    subject: z.string(),
    before: z.string(),
    after: z.string(),
    certainty: z.strictObject({ before: certainty, after: certainty }),
    possible: z.strictObject({ before: possible, after: possible }).optional(),
    on: day,
    acts: actIds,
  })
  .openapi("Change");

export const diffAnswer = z
  .strictObject({ org: z.string(), lens, from: day, to: day, changes: z.array(change), undated })
  .openapi("DiffAnswer");

const provisionVersion = z
  .strictObject({ n: z.number().int(), from: day.optional(), until: day.optional() })
  .openapi("ProvisionVersion");

export const provisionAnswer = z
  .strictObject({
    ...shown,
    id: z.string(),
    cite: z.strictObject({ instrument: z.string(), locator: z.string() }),
    version: z.number().int().nullable(),
    inForce: z.boolean().nullable(),
    ...worth,
    textSeen: z.enum(["full", "part", "no"]),
    confidence: confidence.optional(),
    gist: z.string().nullable(),
    amended: z.array(z.strictObject({ by: z.string(), on: day })),
    versions: z.array(provisionVersion),
  })
  .openapi("ProvisionAnswer");

const act = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    occurredOn: day,
    effectiveOn: day,
    actors: z.array(z.string()),
    about: z.array(z.string()),
    title: z.string(),
    confidence,
  })
  .openapi("TimelineAct");

export const timelineAnswer = z
  .strictObject({
    org: z.string(),
    lens,
    from: day.optional(),
    to: day.optional(),
    acts: z.array(act),
    undated,
  })
  .openapi("TimelineAnswer");

/** Each question's answer. */
export const answerSchemas = {
  members: membersAnswer,
  status: statusAnswer,
  why: whyAnswer,
  diff: diffAnswer,
  provision: provisionAnswer,
  timeline: timelineAnswer,
  coverage: coverageAnswer,
  check: checkAnswer,
  decide: decideAnswer,
  duties: dutiesAnswer,
  ...listSchemas,
} as const satisfies { readonly [C in QuestionSpec["command"]]: z.ZodType };

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    field: z.string(),
    found: z.string(),
    accepted: z.string(),
  })
  .openapi("Problem");
