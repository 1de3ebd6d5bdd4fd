/**
 * pack.yaml and parties.yaml: what the organization is, and who may stand in its acts.
 */

import * as z from "zod";
import {
  address,
  authority,
  both,
  form,
  id,
  keys,
  kind,
  list,
  stateId,
  text,
  word,
} from "./words.ts";

const languagesForm = "[ en, ru ]";

export const packFile = keys({
  schema: word("foedus-pack/0"),
  id,
  version: form(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/, '"1.2.3" (quoted)'),
  names: both,
  short: both,
  seat: keys({
    place: both,
    timeZone: form(/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/, "time zone: Europe/Moscow"),
  }),
  languages: z.tuple([z.literal("en", { error: "en" }), z.literal("ru", { error: "ru" })], {
    error: languagesForm,
  }),
  membership: keys({ instruments: list(id, "[ instrument, … ]", 1), constitutive: id }),
  collectiveDefence: id.optional(),
  sameDay: list(
    keys({ first: kind, then: kind, authority }),
    "[ { first, then, authority }, … ]",
  ).optional(),
  maintainers: list(text, "[ text, … ]", 1),
  disputedTerritory: list(
    keys({ id, names: both, note: both, sources: list(text, "[ text, … ]", 1) }),
    "[ { id, names, note, sources }, … ]",
  ).optional(),
});

const forms = keys({ en: list(text, "[ text, … ]"), ru: list(text, "[ text, … ]") });

export const partiesFile = keys({
  states: list(
    keys({
      id: stateId,
      numeric: form(/^\d{3}$/, '"051" (three digits, quoted)').optional(),
      names: both,
      forms: forms.optional(),
    }),
    "[ { id, numeric?, names, forms? }, … ]",
    1,
  ),
  others: list(
    keys({ id: address, names: both, short: both.optional() }),
    "[ { id, names, short? }, … ]",
  ).optional(),
});

export type PackFile = z.infer<typeof packFile>;
export type PartiesFile = z.infer<typeof partiesFile>;
