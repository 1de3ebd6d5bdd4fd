/**
 * The parameters of questions, read one by one.
 *
 * In:   texts as received, repeated values included, so that a repetition can be refused (S-53).
 * Out:  parsed values, or one refusal that names the field, what was found and what is accepted.
 */

import {
  type Day,
  dayOf,
  type Instant,
  instant,
  isId,
  isStateId,
  type Language,
  languages,
  ok,
  type Result,
  refuse,
} from "#base";
import { kinds, type Lens } from "#record";
import { nearestOfMany } from "./nearest.ts";
import type { QuestionSpec } from "./question-table.ts";

/** `bad`: malformed or contradictory; `unknown`: well formed, but there is no such thing. */
export type Refused = {
  readonly code: string;
  readonly kind: "bad" | "unknown";
  readonly field: string;
  readonly found: string;
  readonly accepted: string;
};

export type Params = ReadonlyMap<string, readonly string[]>;

export const bad = (field: string, code: string, found: string, accepted: string): Refused => ({
  code,
  kind: "bad",
  field,
  found,
  accepted,
});

export const unknown = (field: string, code: string, found: string, accepted: string): Refused => ({
  code,
  kind: "unknown",
  field,
  found,
  accepted,
});

export type Texts = { readonly [name: string]: string };

/** Each parameter once, none unknown, none missing. */
export const single = (spec: QuestionSpec, params: Params): Result<Texts, Refused> => {
  const all = [...spec.positional, ...spec.options];
  const names = all.map(({ name }) => name);
  const texts: { [name: string]: string } = {};
  for (const [name, values] of params) {
    if (!names.includes(name)) {
      return refuse(bad(name, "query.unknown-parameter", name, names.join(", ")));
    }
    const [value, ...more] = values;
    if (value === undefined) continue;
    if (more.length > 0) {
      return refuse(bad(name, "query.repeated", values.join(" | "), `${name}, once`));
    }
    texts[name] = value;
  }
  for (const { name, required } of all) {
    if (required && texts[name] === undefined) {
      return refuse(bad(name, "query.missing", "", spec.example.join(" ")));
    }
  }
  return ok(texts);
};

const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const readDay = (field: string, text: string): Result<Day, Refused> => {
  const day = dayOf(text);
  return day === undefined
    ? refuse(bad(field, "query.day", shown(text), "YYYY-MM-DD, 1999-04-21"))
    : ok(day);
};

export const readState = (text: string, field = "state"): Result<string, Refused> =>
  isStateId(text)
    ? ok(text)
    : refuse(bad(field, "query.state", shown(text), "ISO 3166-1 alpha-3, UZB"));

export const readLanguage = (text: string | undefined): Result<Language, Refused> => {
  if (text === undefined) return ok("en");
  const found = languages.find((language) => language === text);
  return found === undefined
    ? refuse(bad("lang", "query.language", shown(text), languages.join(", ")))
    : ok(found);
};

export const readKind = (text: string): Result<string, Refused> => {
  const found = [...kinds.values()].find(({ kind, deed }) => kind === text || deed === text);
  if (found !== undefined) return ok(found.kind);
  return refuse(bad("kind", "query.kind", shown(text), [...kinds.keys()].join(", ")));
};

export const readActor = (text: string): Result<string, Refused> =>
  isStateId(text) || /^[a-z-]+\/[a-z0-9][a-z0-9.-]*$/.test(text)
    ? ok(text)
    : refuse(bad("actor", "query.actor", shown(text), "UZB, org/un, person/ivanova"));

/** An instant with any precision down to milliseconds, written at full width. */
const fullInstant = (text: string): Instant | undefined => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d{1,3})?Z$/.exec(text);
  if (parts === null) return undefined;
  const [, minute = "", second = ":00", fraction = "."] = parts;
  const read = instant(`${minute}${second}${fraction.padEnd(4, "0")}Z`);
  return read.ok ? read.value : undefined;
};

/** How many entries are known: `#n`, or all recorded by an instant. */
export const readKnown = (
  text: string | undefined,
  size: number,
  placeOf: (known: Instant) => number,
): Result<number, Refused> => {
  if (text === undefined) return ok(size);
  const accepted = `2026-12-10T00:00:00Z, #0 … #${size}`;
  if (/^#(0|[1-9]\d{0,9})$/.test(text)) {
    const n = Number(text.slice(1));
    return n <= size ? ok(n) : refuse(bad("known", "query.known-beyond", text, accepted));
  }
  const known = fullInstant(text);
  return known === undefined
    ? refuse(bad("known", "query.known", shown(text), accepted))
    : ok(placeOf(known));
};

/** The lens; sources must be registered, named once, and not all published too late. */
export const readLens = (
  texts: Texts,
  sources: readonly string[],
  isPublished: (id: string, by: Day) => boolean,
): Result<Lens, Refused> => {
  const by = texts["published-by"];
  const to = texts["according-to"];
  let lens: Lens = {};
  if (by !== undefined) {
    const day = readDay("published-by", by);
    if (!day.ok) return day;
    lens = { ...lens, publishedBy: day.value };
  }
  if (to === undefined) return ok(lens);
  const names = to.split(",");
  const special = ["preferred", "ledger"];
  for (const [i, name] of names.entries()) {
    if (!isId(name)) {
      return refuse(bad("according-to", "query.source", shown(name), "backgrounder,preferred"));
    }
    if (names.indexOf(name) !== i) {
      return refuse(bad("according-to", "query.repeated", name, `${name}, once`));
    }
    if (!special.includes(name) && !sources.includes(name)) {
      const accepted = nearestOfMany(name, sources);
      return refuse(unknown("according-to", "query.no-such-source", shown(name), accepted));
    }
  }
  const { publishedBy } = lens;
  if (
    publishedBy !== undefined &&
    names.every((name) => !special.includes(name) && !isPublished(name, publishedBy))
  ) {
    return refuse(bad("according-to", "query.lens-contradicts", to, `published-by ${by}`));
  }
  return ok({ ...lens, accordingTo: names });
};
