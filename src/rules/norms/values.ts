/**
 * Values and days in conditions: literals, and paths to what names stand for.
 *
 * Law: S-10 (a day of a window is not one day), S-50 (`knownOn`).
 */

import { type Day, dayOf, plus } from "#base";
import type { DayTerm, Value } from "#charter";
import type { Window } from "#record";
import type { Env, Thing } from "./env.ts";
import type { Deed, Situation } from "./facts.ts";

const isSituation = (thing: Thing): thing is Situation =>
  typeof thing === "object" && "victim" in thing;

export const isDeed = (thing: Thing | undefined): thing is Deed =>
  typeof thing === "object" && "deeds" in thing;

/** Compiled access to a value; undefined where the facts do not say. */
export type Read = (env: Env) => Thing | undefined;

export const readerOf = (value: Value): Read => {
  if (typeof value !== "string" || !value.startsWith("$")) return () => value;
  const [name = "", ...path] = value.slice(1).split(".");
  return (env) => {
    const told = at(env.names.get(name), path);
    return Array.isArray(told) ? undefined : (told as Thing | undefined);
  };
};

/** As `readerOf`, but a path may also lead to a list, and then means each thing in it. */
export const readerOfAll = (value: Value): ((env: Env) => readonly Thing[] | undefined) => {
  if (typeof value !== "string" || !value.startsWith("$")) return () => [value];
  const [name = "", ...path] = value.slice(1).split(".");
  return (env) => {
    const told = at(env.names.get(name), path);
    if (told === undefined) return undefined;
    return Array.isArray(told) ? told.filter(isPlain) : [told as Thing];
  };
};

type Plain = string | number | boolean;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/**
 * What stands at a path. Of an act: who did it, to whom, a field (a field of a field too), else the
 * first thing of that type which it is about: `$act.situation`, `$act.force`.
 */
const at = (
  of: Thing | undefined,
  path: readonly string[],
): Thing | readonly unknown[] | undefined => {
  const [field, ...rest] = path;
  if (field === undefined || of === undefined) return of;
  if (typeof of !== "object") return undefined;
  if (isSituation(of)) {
    if (rest.length > 0) return undefined;
    return field === "victim" ? of.victim : field === "attacker" ? of.attacker : undefined;
  }
  if (field === "by") return of.by?.[0];
  if (field === "to") return of.to[0];
  const told = path.reduce<unknown>(
    (value, key) => (isKeyed(value) ? value[key] : undefined),
    of.fields,
  );
  if (isPlain(told) || Array.isArray(told)) return told;
  return rest.length > 0 ? undefined : of.about.find((one) => one.startsWith(`${field}/`));
};

const isKeyed = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What two values are compared by: an act by its address, a situation by its own. */
export const plainOf = (thing: Thing): string | number | boolean => {
  if (typeof thing !== "object") return thing;
  return isSituation(thing) ? thing.address : `act/${thing.id}`;
};

const wordOf = (thing: Thing): string => String(plainOf(thing));

/** Whether an actor of an act is who a norm names: bodies stand there as addresses. */
export const isWho = (actor: string, thing: Thing): boolean => {
  const word = wordOf(thing);
  return actor === word || actor === `body/${word}` || `body/${actor}` === word;
};

/** Whether an address is what a norm names. */
export const isAbout = (address: string, thing: Thing): boolean => {
  const word = wordOf(thing);
  return address === word || address.slice(address.indexOf("/") + 1) === word;
};

/** The window of days that a term means; undefined where the facts do not say. */
export type ReadDay = (env: Env) => Window | undefined;

export const dayReader = (term: DayTerm): ReadDay => {
  if (typeof term === "object") {
    const [of, length] = term.plus;
    const from = dayReader(of);
    return (env) => {
      const window = from(env);
      if (window === undefined) return undefined;
      return { earliest: plus(window.earliest, length), latest: plus(window.latest, length) };
    };
  }
  if (!term.startsWith("$")) {
    const day = dayOf(term);
    return () => (day === undefined ? undefined : { earliest: day, latest: day });
  }
  const [name = "", ...path] = term.slice(1).split(".");
  return (env) => dayIn(env, env.names.get(name), path);
};

const dayIn = (env: Env, thing: Thing | undefined, path: readonly string[]): Window | undefined => {
  if (thing === undefined || typeof thing !== "object") return undefined;
  const [field = ""] = path;
  if (isSituation(thing)) return oneDay(thing.on);
  if (field === "occurredOn") return thing.occurred;
  if (field === "knownOn") return knownOn(env, thing);
  if (field === "effectiveOn" || field === "") return thing.effective;
  const written = at(thing, path);
  const day = typeof written === "string" ? dayOf(written) : undefined;
  return day === undefined ? undefined : oneDay(day);
};

const oneDay = (day: Day): Window => ({ earliest: day, latest: day });

/**
 * The day on which the bearer learned of an act: its own receipt of notice, else, in a wholly
 * hypothetical case, the day of the act; else nobody knows.
 */
const knownOn = (env: Env, deed: Deed): Window | undefined => {
  const bearer = env.names.get(bearerName);
  const receipts = env.facts
    .acts("receive-notice")
    .filter(({ about, by }) => about.includes(`act/${deed.id}`) && isBy(by, bearer));
  const [first] = receipts;
  if (first !== undefined) return first.occurred;
  return env.facts.isWholeCase ? deed.occurred : undefined;
};

const isBy = (by: readonly string[] | undefined, bearer: Thing | undefined): boolean =>
  bearer !== undefined && by?.some((one) => isWho(one, bearer)) === true;

/** The bearer of the norm at hand, under a name that no pack can write. */
export const bearerName = "^bearer";
