/**
 * The small words that every pack file is made of: ids, texts in both languages, days, periods.
 *
 * A schema's error message is no sentence: it is the `accepted` of a located error, a form or a
 * list, which holds in every language. Whatever a schema cannot say in JSON Schema too (a real
 * calendar day, a reference) is a cross-check of the loader, so that both judge alike.
 */

import * as z from "zod";

/** A mapping with these keys and no others; its `accepted` lists them. */
export const keys = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const names = Object.entries(shape).map(([name, schema]) =>
    schema instanceof z.ZodOptional ? `${name}?` : name,
  );
  return z.strictObject(shape, { error: `{ ${names.join(", ")} }` });
};

/** A text of a given form. Aborts, so that a union around it speaks for all its branches. */
export const form = (pattern: RegExp, accepted: string) =>
  z.string({ error: accepted }).regex(pattern, { error: accepted, abort: true });

/** One of a few words. */
export const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: words.join(" | ") });

/** A list; `least` says how many at the least. */
export const list = <Item extends z.ZodType>(item: Item, accepted: string, least = 0) =>
  z.array(item, { error: accepted }).min(least, { error: accepted, abort: true });

const longestText = 4_000;

export const text = z
  .string({ error: "text" })
  .regex(/\S/, { error: "text" })
  .max(longestText, { error: `<= ${longestText} characters` });

export const both = keys({ en: text, ru: text });
export const id = form(/^[a-z0-9][a-z0-9.-]{0,119}$/, "id: [a-z0-9][a-z0-9.-]*");
export const stateId = form(/^[A-Z]{3}$/, "state: [A-Z]{3}");
export const address = form(
  /^[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]{0,119}$/,
  "address: type/id, e.g. org/un",
);
export const kind = form(/^[a-z][a-z-]*\.[a-z][a-z-]*$/, "kind: noun.participle");
export const day = form(/^\d{4}-\d{2}-\d{2}$/, '"1992-05-15" (quoted)');
export const date = form(/^\d{4}(-\d{2}(-\d{2})?)?$/, '"1992-05-15" | "1992-05" | "1992" (quoted)');
export const period = form(
  /^P(?=[1-9])(?:[1-9]\d{0,3}W|(?:[1-9]\d{0,3}Y)?(?:[1-9]\d{0,3}M)?(?:[1-9]\d{0,3}D)?)$/,
  "P5Y | P6M | P2W | P30D | P1Y6M",
);
export const knobWord = form(/^[a-z][a-z0-9-]{0,119}$/, "word: [a-z][a-z0-9-]*");

export const ids = list(id, "[ id, … ]");
export const provisionIds = list(id, "[ provision, … ]", 1);

export const seen = word("full", "part", "no");
export const confidence = word("high", "medium", "low", "unsourced");

const authorityForm = "[ provision, … ] | unsourced";

export const authority = z.union([provisionIds, z.literal("unsourced", { error: authorityForm })], {
  error: authorityForm,
});

/** A knob: a value of its own, or one with its authority (the instrument's where none is named). */
export const knob = <Value extends z.ZodType>(value: Value, accepted: string) =>
  z.union([value, keys({ value, authority })], {
    error: `${accepted} | { value, authority }`,
  });
