/**
 * Acts that the program enters as registrar; nobody writes them in files.
 *
 * Law: S-8 (releases, corrections, retractions), S-13 (`charter.adopted`), S-19 (completeness), 0007
 *      (keys).
 */

import * as z from "zod";
import { keyReasons, keyRoles, standings } from "#ledger";
import { entered, type Kind } from "./kind.ts";
import { thingTypes } from "./refs.ts";
import {
  address,
  addressOf,
  both,
  day,
  form,
  id,
  keys,
  listOf,
  name,
  oneOf,
  span,
  text,
} from "./words.ts";

/** What sort of text a source is, whatever its standing. */
export const sourceClasses = [
  "treaty-text",
  "decision",
  "communique",
  "statement",
  "report",
  "news",
  "interview",
  "study",
  "backgrounder",
  "reference",
  "data",
] as const;

/** A numbered fact of a source, or of the editors' research: F020, C061. */
export const factId = form(/^[A-Z]{1,3}\d{1,4}$/, "fact: F020");

/** A source's own fields, as files list it and as the ledger holds it. */
export const sourceFields = {
  title: text,
  publisher: text.optional(),
  address: text.optional(),
  standing: oneOf(standings),
  published: day.optional(),
  seen: oneOf(["full", "part", "no"]).optional(),
  note: name.optional(),
  author: text.optional(),
  /** The author, or who speaks in it, where the record knows the person. */
  by: addressOf("person").optional(),
  affiliation: text.optional(),
  number: text.optional(),
  subject: address.optional(),
  class: oneOf(sourceClasses).optional(),
  /** The numbers of its facts, where somebody has numbered them. */
  numbered: keys({ from: factId, to: factId }).optional(),
} as const;

const kindWord = form(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/, "kind: noun.participle");

/** What a line of completeness says: all acts of these kinds about these things are recorded. */
export const completenessFields = {
  kinds: listOf(kindWord, "[ kind, … ]"),
  about: listOf(address, "[ address, … ]"),
  span,
  source: id,
} as const;

/** Which numbered facts a source's own fields carry, such as its author. */
const ownFacts = z.record(
  factId,
  oneOf(Object.keys(sourceFields) as [keyof typeof sourceFields, ...(keyof typeof sourceFields)[]]),
  { error: "{ F003: author, … }" },
);

export const sourceShape = { ...sourceFields, facts: ownFacts.optional() } as const;

/** How a thing is called: its names, and by what else one may look for it. */
export const thingFields = {
  names: both,
  aliases: keys({
    en: listOf(text, "[ text, … ]").optional(),
    ru: listOf(text, "[ text, … ]").optional(),
  }).optional(),
  /** The rows of the editors' research that tell of these names. */
  rows: listOf(factId, "[ C420, … ]").optional(),
} as const;

/** A source became known: claims may name it from here on. */
export const sourceRegistered: Kind = entered("source.registered", {
  source: id,
  ...sourceShape,
});

export const thingAddress = form(
  new RegExp(`^(?:${thingTypes.join("|")})/[a-z0-9][a-z0-9.-]{0,79}$`),
  thingTypes.map((type) => `${type}/…`).join(" | "),
);

/** A thing became known by its names: acts may be about it from here on. Names are no claims. */
export const thingRegistered: Kind = entered("thing.registered", {
  thing: thingAddress,
  ...thingFields,
});

/** The record holds every act of these kinds in this span: absence means that none happened. */
export const completenessDeclared: Kind = entered("completeness.declared", completenessFields);

/** The pack with this hash judges from here on. */
export const charterAdopted: Kind = entered("charter.adopted", {
  version: text,
  hash: form(/^sha256:[0-9a-f]{64}$/, "sha256:<64 hex>"),
});

const publicKey = form(/^[A-Za-z0-9+/]{43}=$/, "base64 of 32 bytes");
const algorithm = oneOf(["ed25519"]);

/** A key may sign from here on, for its holder. Who must sign this is the ledger's business. */
export const keyRegistered: Kind = entered("key.registered", {
  key: id,
  alg: algorithm,
  public: publicKey,
  role: oneOf(keyRoles),
  holder: address,
});

/** One key takes the place of another, whose role and holder pass on to it. */
export const keyRotated: Kind = entered("key.rotated", {
  key: id,
  next: id,
  alg: algorithm,
  public: publicKey,
  reason: oneOf(keyReasons),
});

/** A key may not sign any more. */
export const keyRevoked: Kind = entered("key.revoked", { key: id, reason: oneOf(keyReasons) });

/** Ends the version that it names and begins the one in `fields.act`. */
export const actCorrected: Kind = entered("act.corrected", {
  act: z.looseObject({ id, kind: kindWord }, { error: "{ id, kind, … }" }),
});

/** Ends the version that it names; none follows. */
export const actRetracted: Kind = entered("act.retracted", {});

export const programKinds: readonly Kind[] = [
  sourceRegistered,
  thingRegistered,
  completenessDeclared,
  charterAdopted,
  keyRegistered,
  keyRotated,
  keyRevoked,
  actCorrected,
  actRetracted,
];

/** The beginnings of ids that the program gives; an author may not choose such an id. */
export const reservedIds: readonly string[] = programKinds.map(({ kind }) => `${kind}-`);
