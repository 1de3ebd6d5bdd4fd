/**
 * The small words that the fields of acts are made of: days, states, texts in both languages.
 *
 * A schema's error message is no sentence: it is the `accepted` of a problem, a form or a list that
 * holds in every language. A refinement names its own code in `params`.
 */

import * as z from "zod";
import { type When, when } from "#base";

const dayForm = '"1992-05-15" | "1992-05" | "1992" | "[A..B]" (quoted)';

/** One day, as precise as the source gives it (S-10); a span is no day. */
export const day = z.string({ error: dayForm }).superRefine((text, context) => {
  const read = when(text);
  if (!read.ok) {
    const { code, accepted } = read.refusal;
    context.addIssue({ code: "custom", message: accepted, params: { code } });
  } else if (read.value.kind !== "within") {
    context.addIssue({ code: "custom", message: "[A..B]", params: { code: "date.span" } });
  }
});

/** All days from one to another, or from one on. */
export const span = z.string({ error: '"A/B" | "A/.." (quoted)' }).superRefine((text, context) => {
  const read = when(text);
  if (!read.ok) {
    const { code, accepted } = read.refusal;
    context.addIssue({ code: "custom", message: accepted, params: { code } });
  } else if (read.value.kind !== "throughout") {
    context.addIssue({ code: "custom", message: "A/B, A/..", params: { code: "date.no-span" } });
  }
});

/** A day or all days from one to another: how long a session or an exercise took. */
export const days = z.string({ error: `${dayForm} | "A/B"` }).superRefine((text, context) => {
  const read = when(text);
  if (read.ok) return;
  const { code, accepted } = read.refusal;
  context.addIssue({ code: "custom", message: accepted, params: { code } });
});

/** The window of a day that `day` has accepted. */
export const windowOf = (text: string): When => {
  const read = when(text);
  if (!read.ok) throw new TypeError(`a day that was never checked: ${text}`);
  return read.value;
};

/** A mapping with these keys and no others; its `accepted` lists them. */
export const keys = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const names = Object.entries(shape).map(([name, schema]) =>
    schema instanceof z.ZodOptional ? `${name}?` : name,
  );
  return z.strictObject(shape, { error: `{ ${names.join(", ")} }` });
};

export const form = (pattern: RegExp, accepted: string) =>
  z.string({ error: accepted }).regex(pattern, { error: accepted });

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: words.join(" | ") });

/** A list that holds nothing twice; `least` says how much at the least. */
export const listOf = <Item extends z.ZodType>(item: Item, accepted: string, least = 1) =>
  z
    .array(item, { error: accepted })
    .min(least, { error: accepted })
    .superRefine((items, context) => {
      items.forEach((one, place) => {
        if (typeof one !== "string" || items.indexOf(one) === place) return;
        const params = { code: "list.duplicate" };
        context.addIssue({ code: "custom", path: [place], message: accepted, params });
      });
    });

const longestText = 4_000;

export const text = z
  .string({ error: '"text"' })
  .regex(/\S/, { error: '"text"' })
  .max(longestText, { error: `<= ${longestText} characters` });

export const both = keys({ en: text, ru: text });

/** A name in one spelling for both languages, or in each. */
export const name = z.union([text, both], { error: '"text" | { en, ru }' });

export const id = form(/^[a-z0-9][a-z0-9.-]{0,119}$/, "id: [a-z0-9][a-z0-9.-]*");
export const state = form(/^[A-Z]{3}$/, "state: [A-Z]{3}");
export const states = listOf(state, "[ state, … ]");
export const count = z
  .int({ error: "0 … 200" })
  .min(0, { error: "0 … 200" })
  .max(200, { error: "0 … 200" });

/** A bare year is quoted, like every day. */
export const year = form(/^\d{4}$/, '"2024" (quoted)');

export const yes = z.literal(true, { error: "true" });

const wholeForm = "0 … 10000000";
const whole = z
  .int({ error: wholeForm })
  .min(0, { error: wholeForm })
  .max(10_000_000, { error: wholeForm });

const quantityForm = "number | { about } | { from, to? }";

/** How many: exactly, about, or at least so many and perhaps at most so many. */
export const quantity = z.union(
  [whole, keys({ about: whole }), keys({ from: whole, to: whole.optional() })],
  { error: quantityForm },
);

const strengthForm = `${quantityForm} | { word: ${quantityForm} }`;
const ownWord = /^(?!(?:about|from|to)$)[a-z][a-z-]{0,39}$/;

/** Troops; or troops, vehicles, aircraft, each by its word. */
export const strength = z.union(
  [quantity, z.record(form(ownWord, "word: [a-z-]+"), quantity, { error: strengthForm })],
  { error: strengthForm },
);

/** An exact share of a whole. */
export const share = form(/^(?:0(?:\.\d{1,12})?|1(?:\.0{1,12})?)$/, '"0.5": "0" … "1" (quoted)');

export const money = keys({
  amount: form(/^(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/, '"1234.50" (quoted)'),
  currency: form(/^[A-Z]{3}$/, "currency: [A-Z]{3}"),
});

const actorForm = "state: [A-Z]{3} | address: type/id";

/** Who acts: a state by its code, anybody else by an address. */
export const actor = form(/^(?:[A-Z]{3}|[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]{0,119})$/, actorForm);
export const actors = listOf(actor, `[ ${actorForm}, … ]`);

/** As an envelope's key, where an empty list is the same as none. */
export const parties = listOf(actor, `[ ${actorForm}, … ]`, 0);

export const address = form(
  /^[a-z][a-z-]*(?:\/[A-Za-z0-9][A-Za-z0-9.-]{0,119}){1,2}$/,
  "address: type/id",
);
export const addresses = listOf(address, "[ address, … ]", 0);

/** An address of one type. */
export const addressOf = (type: string) =>
  form(new RegExp(`^${type}/[a-z0-9][a-z0-9.-]{0,119}$`), `${type}/…`);

export const addressesOf = (type: string) => listOf(addressOf(type), `[ ${type}/…, … ]`);
