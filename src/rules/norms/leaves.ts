/**
 * The leaves about values, days, status, outcome and reading.
 *
 * Law: S-10 (a day condition that touches a window is unknown), S-2 (status words), S-15 (axes).
 */

import { isoOf } from "#base";
import type { DayTerm, SetTerm, Status, Value } from "#charter";
import type { Window } from "#record";
import { dayText } from "../question.ts";
import type { Env, Test } from "./env.ts";
import { seatIn, setReader } from "./sets.ts";
import { type Truth, truthOf } from "./truth.ts";
import { dayReader, plainOf, readerOf, readerOfAll } from "./values.ts";

/** Something that the question should have told. */
const untold = (env: Env, what: string): Truth => {
  env.missing.push({ record: what, span: isoOf(env.facts.on), wouldMake: env.wouldMake });
  return "unknown";
};

export const oneOf = (value: Value, among: readonly Value[]): Test => {
  const read = readerOf(value);
  const readers = among.map((one) => [one, readerOfAll(one)] as const);
  return (env) => {
    const left = read(env);
    if (left === undefined) return untold(env, String(value));
    env.detail.left = plainOf(left);
    let open: Value | undefined;
    for (const [written, other] of readers) {
      const right = other(env)?.map(plainOf);
      if (right === undefined) open ??= written;
      else if (right.includes(plainOf(left))) return "true";
      else env.detail.right = right.length === 1 ? right[0] : right;
    }
    return open === undefined ? "false" : untold(env, String(open));
  };
};

/** A number against a bound; a number that a source rounds is no number here. */
export const atMost = (value: Value, most: Value): Test => {
  const readers = [readerOf(value), readerOf(most)] as const;
  return (env) => {
    const [left, right] = readers.map((read) => read(env));
    if (typeof left !== "number") return untold(env, String(value));
    if (typeof right !== "number") return untold(env, String(most));
    env.detail.left = left;
    env.detail.right = right;
    return truthOf(left <= right);
  };
};

export const member = (value: Value, set: SetTerm): Test => {
  const read = readerOf(value);
  const readSet = setReader(set);
  return (env) => {
    const one = read(env);
    if (one === undefined) return untold(env, String(value));
    const seat = seatIn(readSet(env), String(plainOf(one)));
    env.detail.left = plainOf(one);
    if (seat.because !== undefined) env.missing.push(seat.because);
    return seat.truth;
  };
};

const isWithin = (a: Window, from: number, until: number): Truth => {
  if (a.earliest >= from && a.latest < until) return "true";
  return a.latest < from || a.earliest >= until ? "false" : "unknown";
};

/** `before` and `onOrAfter`: of two windows, only what holds on every day of both is known. */
export const compared = (first: DayTerm, then: DayTerm, isBefore: boolean): Test => {
  const a = dayReader(first);
  const b = dayReader(then);
  return (env) => {
    const left = a(env);
    const right = b(env);
    if (left === undefined || right === undefined) {
      return untold(env, termText(left === undefined ? first : then));
    }
    env.detail.left = windowShown(left);
    env.detail.right = windowShown(right);
    if (left.latest < right.earliest) return truthOf(isBefore);
    if (left.earliest >= right.latest) return truthOf(!isBefore);
    return untold(env, termText(first));
  };
};

export const within = (date: DayTerm, from: DayTerm, until: DayTerm): Test => {
  const readers = [dayReader(date), dayReader(from), dayReader(until)] as const;
  return (env) => {
    const [day, first, end] = readers.map((read) => read(env));
    if (day === undefined || first === undefined || end === undefined) {
      return untold(env, termText(day === undefined ? date : from));
    }
    const surely = isWithin(day, first.latest, end.earliest);
    const possibly = isWithin(day, first.earliest, end.latest);
    if (surely === possibly && surely !== "unknown") return surely;
    return untold(env, termText(date));
  };
};

const termText = (term: DayTerm): string =>
  typeof term === "string" ? term : `${termText(term.plus[0])}+${term.plus[1]}`;

const windowShown = ({ earliest, latest }: Window): string =>
  earliest === latest ? dayText(earliest) : `${dayText(earliest)}/${dayText(latest)}`;

export const status = (of: Value, towards: string, wanted: readonly Status[]): Test => {
  const read = readerOf(of);
  return (env) => {
    const state = read(env);
    if (state === undefined) return untold(env, String(of));
    const possible = env.facts.statusOf(String(plainOf(state)), towards, env.facts.day);
    const fits = possible.filter((one) => (wanted as readonly string[]).includes(one));
    env.detail.left = possible;
    if (fits.length === possible.length) return "true";
    if (fits.length === 0 && !possible.includes("unknown")) return "false";
    return untold(env, `status/${towards}/${plainOf(state)}`);
  };
};

export const outcome = (of: Value, wanted: readonly string[]): Test => {
  const read = readerOf(of);
  return (env) => {
    const thing = read(env);
    const id = thing === undefined ? undefined : String(plainOf(thing)).replace(/^act\//, "");
    const found = id === undefined ? undefined : env.outcomeOf(id);
    if (found === undefined) return untold(env, `outcome/${id ?? of}`);
    env.detail.left = found;
    if (found === "undetermined" && !wanted.includes(found)) {
      return untold(env, `outcome/${id}`);
    }
    return truthOf(wanted.includes(found));
  };
};

export const reading =
  (axis: string, options: readonly string[]): Test =>
  (env) => {
    const option = env.option(axis);
    env.detail.left = option;
    if (option === undefined) return untold(env, `reading/${axis}`);
    return truthOf(options.includes(option));
  };
