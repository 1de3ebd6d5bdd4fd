/**
 * Verdicts as schemas: what `src/rules/verdict-answers.ts` says, receipts included.
 */

import { z } from "@hono/zod-openapi";
import { complianceWords, outcomeWords, positionWords, validityWords } from "#charter";
import { traceFormat } from "#rules";
import { day, lastAct, lens, undated } from "./shared-schemas.ts";

const text = z.string();
const codes = z.array(text);
const number = z.union([z.number().int(), text]);
const shown = { org: text, on: day, lens, undated, lastAct };

const reading = z
  .record(text, text)
  .openapi("Reading", { description: "The option of each axis that the answer touched." });
const textSeen = z.enum(["full", "part", "no"]);
const validity = z.enum(validityWords);
const outcome = z.enum(outcomeWords);
const position = z.enum([...positionWords, "unknown"]);
const effect = z.enum(["counts-for", "blocks", "ignored", "open", "unknown"]);
const truth = z.enum(["true", "false", "unknown"]);
const result = z.enum(["met", "not-met", "undetermined"]);

const missing = z
  .union([
    z.strictObject({ finding: text, about: text, authorities: codes, wouldMake: text }),
    z.strictObject({ record: text, span: day, wouldMake: text }),
    z.strictObject({ knob: text, text }),
  ])
  .openapi("Missing", { description: "A finding, a record or a choice of the law not known." });

const flip = z
  .strictObject({
    change: z.array(
      z.strictObject({ node: text, to: z.enum([...truth.options, ...positionWords]) }),
    ),
    verdict: text,
    cost: z.number().int(),
  })
  .openapi("Flip", { description: "A small change, and what would differ then." });

const ignored = z.array(z.strictObject({ act: text, reason: text }));

const compliance = z
  .strictObject({
    party: text,
    norm: text,
    result: z.enum(complianceWords),
    with: text.optional(),
  })
  .openapi("Compliance");

const decision = {
  form: text,
  outcome,
  adoptedOn: day.optional(),
  forms: z.array(
    z.strictObject({
      form: text,
      available: z.boolean(),
      because: text,
      outcome: outcome.optional(),
      binds: codes.optional(),
    }),
  ),
  counts: z.enum(["consents", "objections"]),
  base: number,
  needed: number,
  reached: number,
  shortBy: number,
  blockedBy: codes,
  binds: codes,
  bindsUnknown: codes,
  laterExpressions: z.array(
    z.strictObject({
      state: text,
      on: day,
      effect: z.enum(["counted", "bound-from", "too-late", "none"]),
      reached: number.optional(),
    }),
  ),
  exclusions: z.array(z.strictObject({ state: text, clause: text })),
  positions: z.array(z.strictObject({ state: text, position, effect: effect.optional() })),
  clauses: codes,
};

const node = z
  .looseObject({ id: text, op: text, holds: truth })
  .openapi("TraceNode", { description: "A condition with what it came to, and those under it." });

const step = z
  .strictObject({
    norm: text,
    provision: text,
    cite: z.strictObject({
      instrument: text,
      locator: text,
      version: z.number().int(),
      seen: textSeen,
    }),
    kind: text,
    bearer: text.optional(),
    truth: result,
    life: z.enum(["live", "not-yet", "ended", "unknown"]),
    window: z.strictObject({ from: day, until: day.optional(), because: codes }),
    wouldHold: z.boolean(),
    defeatedBy: z.strictObject({ norm: text, ground: text }).optional(),
    decidingNode: text.optional(),
    tree: node.optional(),
  })
  .openapi("NormStep");

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const duty = z
  .strictObject({
    norm: text,
    provision: text,
    bearer: text,
    owedTo: z.union([text, codes]),
    do: codes,
    due: day.optional(),
    note: text.optional(),
    truth: z.enum(["met", "undetermined"]),
    state: z.enum(["due", "discharged", "overdue", "breached", "undetermined"]),
    elapsed: z.number().int().optional(),
  })
  .openapi("Duty");

const notEngaged = z.array(z.strictObject({ norm: text, because: text }));

const receipt = z
  .strictObject({
    format: z.literal(traceFormat),
    engine: z.strictObject({ name: text, version: text }),
    org: text,
    pack: z.strictObject({ id: text, version: text, hash }),
    ledger: z.strictObject({ head: hash, size: z.number().int() }),
    on: day,
    known: text,
    lens: lens.omit({ known: true }),
    reading,
    question: z.union([
      z.strictObject({ kind: z.literal("verdict"), act: text }),
      z.strictObject({ kind: z.literal("outcome"), body: text, positions: z.looseObject({}) }),
      z.strictObject({ kind: z.literal("duties"), situation: z.looseObject({}) }),
    ]),
    level: z.union([z.literal(1), z.literal(2)]),
    verdict: z.strictObject({
      validity: validity.optional(),
      compliance: z.array(compliance).optional(),
      decision: z.strictObject(decision).optional(),
      duties: z.array(duty).optional(),
      notEngaged: notEngaged.optional(),
    }),
    decidingNode: text.optional(),
    textSeen,
    norms: z.array(step),
    missing: z.array(missing),
    flips: z.array(flip),
    flipsComplete: z.boolean(),
    ignored,
    hash,
  })
  .openapi("Receipt", { description: "Runs again by `verify-receipt`; hashed without `hash`." });

const reasons = { missing: z.array(missing), textSeen, trace: receipt };

const partialDecision = z.strictObject(decision).partial().shape;

export const checkAnswer = z
  .strictObject({
    ...shown,
    act: text,
    title: text,
    disputed: z.boolean(),
    capped: z.boolean(),
    readings: z.array(
      z.strictObject({
        reading,
        validity,
        ...partialDecision,
        compliance: z.array(compliance),
        ...reasons,
      }),
    ),
    flags: z.array(
      z.strictObject({
        claim: text,
        contradicts: z.literal("membership"),
        says: text,
        register: text,
      }),
    ),
    rests: z.array(z.strictObject({ act: text, on: text })),
    cures: z.array(z.strictObject({ reading, by: codes, node: text.optional(), makes: validity })),
    ignored,
  })
  .openapi("CheckAnswer");

export const decideAnswer = z
  .strictObject({
    ...shown,
    body: text,
    proposal: text.optional(),
    electorate: codes,
    disputed: z.boolean(),
    capped: z.boolean(),
    readings: z.array(z.strictObject({ reading, validity, ...decision, ...reasons })),
  })
  .openapi("DecideAnswer");

const owed = { duties: z.array(duty), notEngaged, missing: z.array(missing) };

export const dutiesAnswer = z
  .strictObject({
    ...shown,
    situation: text,
    victim: text,
    attacker: text.optional(),
    party: text.optional(),
    disputed: z.boolean(),
    capped: z.boolean(),
    ...owed,
    readings: z.array(z.strictObject({ reading, ...owed, receipt })),
    ignored,
    flips: z.array(flip),
    flipsComplete: z.boolean(),
    receipt,
  })
  .openapi("DutiesAnswer");
