/**
 * Acts that the program enters as registrar; nobody writes them in files.
 *
 * Law: S-8 (releases, corrections, retractions), S-13 (`charter.adopted`), S-19 (completeness).
 */

import * as z from "zod";
import { standings } from "#ledger";
import { entered, type Kind } from "./kind.ts";
import { address, day, form, id, listOf, name, oneOf, span, text } from "./words.ts";

/** A source's own fields, as files list it and as the ledger holds it. */
export const sourceFields = {
  title: text,
  publisher: text.optional(),
  address: text.optional(),
  standing: oneOf(standings),
  published: day.optional(),
  seen: oneOf(["full", "part", "no"]).optional(),
  note: name.optional(),
} as const;

const kindWord = form(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/, "kind: noun.participle");

/** What a line of completeness says: all acts of these kinds about these things are recorded. */
export const completenessFields = {
  kinds: listOf(kindWord, "[ kind, … ]"),
  about: listOf(address, "[ address, … ]"),
  span,
  source: id,
} as const;

/** A source became known: claims may name it from here on. */
export const sourceRegistered: Kind = entered("source.registered", {
  source: id,
  ...sourceFields,
});

/** The record holds every act of these kinds in this span: absence means that none happened. */
export const completenessDeclared: Kind = entered("completeness.declared", completenessFields);

/** The pack with this hash judges from here on. */
export const charterAdopted: Kind = entered("charter.adopted", {
  version: text,
  hash: form(/^sha256:[0-9a-f]{64}$/, "sha256:<64 hex>"),
});

/** Ends the version that it names and begins the one in `fields.act`. */
export const actCorrected: Kind = entered("act.corrected", {
  act: z.looseObject({ id, kind: kindWord }, { error: "{ id, kind, … }" }),
});

/** Ends the version that it names; none follows. */
export const actRetracted: Kind = entered("act.retracted", {});

export const programKinds: readonly Kind[] = [
  sourceRegistered,
  completenessDeclared,
  charterAdopted,
  actCorrected,
  actRetracted,
];

/** The beginnings of ids that the program gives; an author may not choose such an id. */
export const reservedIds: readonly string[] = programKinds.map(({ kind }) => `${kind}-`);
