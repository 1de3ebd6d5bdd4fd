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
  const [name = "", ...fields] = value.slice(1).split(".");
  if (fields.length === 0) return (env) => env.names.get(name);
  return (env) => fields.reduce<Thing | undefined>(fieldOf, env.names.get(name));
};

const fieldOf = (of: Thing | undefined, field: string): Thing | undefined => {
  if (of === undefined || typeof of !== "object") return undefined;
  if (isSituation(of)) {
    if (field === "victim") return of.victim;
    return field === "attacker" ? of.attacker : undefined;
  }
  if (field === "by") return of.by?.[0];
  if (field === "to") return of.to[0];
  const value = of.fields[field];
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? value : undefined;
};

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
  const [name = "", field = ""] = term.slice(1).split(".");
  return (env) => dayIn(env, env.names.get(name), field);
};

const dayIn = (env: Env, thing: Thing | undefined, field: string): Window | undefined => {
  if (thing === undefined || typeof thing !== "object") return undefined;
  if (isSituation(thing)) return oneDay(thing.on);
  if (field === "occurredOn") return thing.occurred;
  if (field === "knownOn") return knownOn(env, thing);
  if (field === "effectiveOn" || field === "") return thing.effective;
  const written = thing.fields[field];
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
