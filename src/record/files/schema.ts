/**
 * The forms of the record's files: releases, sources, completeness, acts.
 *
 * What a claim says is left open here: its kind decides (`../acts/`).
 */

import * as z from "zod";
import { instant, type Json } from "#base";
import { bases, confidences, differences, groundRules } from "#ledger";
import {
  completenessFields,
  factId,
  reservedIds,
  sourceShape,
  thingAddress,
  thingFields,
} from "../acts/program.ts";
import { addresses, both, form, keys, listOf, oneOf, parties, text } from "../acts/words.ts";

/** Short enough that `act.corrected-<id>-<version>` is an id too. */
const ownId = form(/^[a-z0-9][a-z0-9.-]{0,95}$/, "id: [a-z0-9][a-z0-9.-]* (<= 96)");

const actId = ownId.superRefine((id, context) => {
  const reserved = reservedIds.find((beginning) => id.startsWith(beginning));
  if (reserved === undefined) return;
  const params = { code: "id.reserved" };
  context.addIssue({ code: "custom", message: `id: not ${reserved}…`, params });
});

const moment = z.string({ error: '"2027-05-14T18:03:11.204Z"' }).superRefine((value, context) => {
  const read = instant(value);
  if (read.ok) return;
  const { code, accepted } = read.refusal;
  context.addIssue({ code: "custom", message: accepted, params: { code } });
});

const ordinalForm = "1 … 9999";
const ordinal = z
  .int({ error: ordinalForm })
  .min(1, { error: ordinalForm })
  .max(9999, { error: ordinalForm });

export const releasesFile = keys({
  releases: z
    .array(
      keys({
        release: ordinal,
        recordedAt: moment,
        open: z.boolean({ error: "true | false" }).optional(),
        note: text.optional(),
      }),
      { error: "[ { release, recordedAt, open?, note? }, … ]" },
    )
    .min(1, { error: "[ { release, recordedAt, open?, note? }, … ]" }),
});

const source = keys({ id: ownId, ...sourceShape, release: ordinal.optional() });

const sourcesForm = "[ { id, title, standing, … }, … ]";
const sources = z.array(source, { error: sourcesForm });

export const sourcesFile = keys({ sources });

const thing = keys({ id: thingAddress, ...thingFields, release: ordinal.optional() });
const things = z.array(thing, { error: "[ { id, names, aliases? }, … ]" });

export const thingsFile = keys({ things });

export const completenessFile = keys({
  complete: z.array(keys({ ...completenessFields, release: ordinal.optional() }), {
    error: "[ { kinds, about, span, source }, … ]",
  }),
});

/** Explained in both languages or in none. */
const ground = keys({
  rule: oneOf(groundRules),
  en: text.optional(),
  ru: text.optional(),
}).superRefine(({ en, ru }, context) => {
  if ((en === undefined) === (ru === undefined)) return;
  const path = [en === undefined ? "en" : "ru"];
  context.addIssue({ code: "custom", path, message: "{ rule, en, ru }" });
});

const json: z.ZodType<Json> = z.json();

const actIds = listOf(ownId, "[ id of an act, … ]", 0);
const facts = listOf(factId, "[ F020, … ]", 0);

const claim = keys({
  id: ownId,
  source: ownId,
  at: text.optional(),
  facts: facts.optional(),
  rows: facts.optional(),
  confidence: oneOf(confidences),
  differs: oneOf(differences).optional(),
  says: z.record(z.string(), json, { error: "{ occurredOn, … }" }),
  rests: actIds.optional(),
  note: both.optional(),
});

const told = keys({
  id: actId,
  kind: text,
  about: addresses.optional(),
  actors: parties.optional(),
  addressees: parties.optional(),
  under: keys({ clause: ownId, basis: oneOf(bases) }).optional(),
  after: actIds.optional(),
  title: both.optional(),
  release: ordinal.optional(),
  corrects: keys({ version: ordinal, ground }).optional(),
  claims: z.array(claim, { error: "[ claim, … ]" }).min(1, { error: "[ claim, … ]" }),
  preferred: z
    .union([ownId, z.record(z.string(), ownId)], { error: "claim | { field: claim }" })
    .optional(),
  ground: ground.optional(),
});

const retracted = keys({
  id: actId,
  release: ordinal.optional(),
  retract: z.literal(true, { error: "true" }),
  ground,
});

const actForm = "{ id, kind, claims, … } | { id, release, retract: true, ground }";

/** One written act: by its key `retract` a retraction, else told by claims. */
const act: z.ZodType<WrittenAct> = z.union([told, retracted], { error: actForm });

export const actsFile = keys({ acts: z.array(act, { error: "[ act, … ]" }) });

/** What `record add` takes: acts, and the sources and things that they need. */
export const additionFile = keys({
  sources: sources.optional(),
  things: things.optional(),
  acts: z.array(act, { error: "[ act, … ]" }),
});

export type Release = z.infer<typeof releasesFile>["releases"][number];
export type WrittenSource = z.infer<typeof source>;
export type WrittenThing = z.infer<typeof thing>;
export type WrittenCompleteness = z.infer<typeof completenessFile>["complete"][number];
export type ToldAct = z.infer<typeof told>;
export type RetractedAct = z.infer<typeof retracted>;
export type WrittenAct = ToldAct | RetractedAct;
