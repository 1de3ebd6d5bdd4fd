/**
 * The form of a receipt as it comes back from outside: what is needed to put its question again.
 *
 * What else it holds is not judged by form: it is made anew and compared byte by byte.
 */

import * as z from "zod";
import { traceFormat } from "./receipt.ts";

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const question = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("verdict"), act: z.string() }),
  z.strictObject({
    kind: z.literal("outcome"),
    body: z.string(),
    positions: z.looseObject({ positions: z.looseObject({}) }),
  }),
  z.strictObject({
    kind: z.literal("duties"),
    situation: z.looseObject({ victim: z.string() }),
  }),
]);

export const receiptSchema = z.looseObject({
  format: z.literal(traceFormat),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  org: z.string(),
  pack: z.strictObject({ id: z.string(), version: z.string(), hash }),
  ledger: z.strictObject({ head: hash, size: z.int().nonnegative() }),
  on: day,
  known: z.string().regex(/^#(0|[1-9]\d{0,9})$/),
  lens: z.strictObject({
    "published-by": day.optional(),
    "according-to": z.array(z.string()).min(1).optional(),
  }),
  reading: z.record(z.string(), z.string()),
  question,
  level: z.union([z.literal(1), z.literal(2)]),
  hash,
});

export type ReceiptRead = z.infer<typeof receiptSchema>;
