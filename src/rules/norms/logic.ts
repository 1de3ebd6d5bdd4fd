/**
 * All, any, not, at least n, some, every: three-valued, decided as early as they can be.
 *
 * Law: S-1. Over an empty set `every` is true and `some` false, and the trace says `vacuous`.
 */

import type { Env, Node, Test } from "./env.ts";
import type { Seat } from "./facts.ts";
import type { ReadSet } from "./sets.ts";
import { and, not, type Truth } from "./truth.ts";

/** The kids that a decided node did not need still stand in a trace. */
const skip = (env: Env, ids: readonly string[]): void => {
  for (const id of ids) {
    const node: Node = { id, op: "", holds: "unknown", skipped: "not-needed" };
    env.kids?.push(node);
  }
};

/** `all` with `decides: "false"`, `any` with `decides: "true"`. */
export const series =
  (id: string, kids: readonly Test[], ids: readonly string[], decides: "true" | "false"): Test =>
  (env) => {
    const mark = env.missing.length;
    let open: string | undefined;
    for (const [index, kid] of kids.entries()) {
      const found = kid(env);
      if (found === decides) {
        env.missing.length = mark;
        skip(env, ids.slice(index + 1));
        return found;
      }
      if (found === "unknown") open ??= env.node;
    }
    env.node = open ?? id;
    return open === undefined ? not(decides) : "unknown";
  };

export const negation =
  (kid: Test): Test =>
  (env) =>
    not(kid(env));

export const atLeast =
  (id: string, n: number, kids: readonly Test[]): Test =>
  (env) => {
    const mark = env.missing.length;
    let met = 0;
    let open = 0;
    let first: string | undefined;
    for (const kid of kids) {
      const found = kid(env);
      if (found === "true") met += 1;
      if (found !== "unknown") continue;
      open += 1;
      first ??= env.node;
    }
    const isOpen = met < n && met + open >= n;
    if (!isOpen) env.missing.length = mark;
    env.node = isOpen ? (first ?? id) : id;
    if (isOpen) return "unknown";
    return met >= n ? "true" : "false";
  };

/** `some` with `decides: "true"`, `every` with `decides: "false"`. */
export const quantified =
  (id: string, set: ReadSet, as: string, where: Test, decides: "true" | "false"): Test =>
  (env) => {
    const seats = set(env);
    if (seats.length === 0) env.detail.vacuous = true;
    const mark = env.missing.length;
    const before = env.names.get(as);
    const had = env.names.has(as);
    const found = overSeats(env, id, seats, as, where, decides);
    if (had) env.names.set(as, before);
    else env.names.delete(as);
    if (found !== "unknown") env.missing.length = mark;
    return found;
  };

const overSeats = (
  env: Env,
  id: string,
  seats: readonly Seat[],
  as: string,
  where: Test,
  decides: "true" | "false",
): Truth => {
  let open: string | undefined;
  for (const seat of seats) {
    env.names.set(as, seat.state);
    const inner = where(env);
    const found = decides === "true" ? and(seat.truth, inner) : not(and(seat.truth, not(inner)));
    if (found === decides) return found;
    if (found !== "unknown") continue;
    if (seat.truth === "unknown" && seat.because !== undefined) env.missing.push(seat.because);
    open ??= inner === "unknown" ? env.node : id;
  }
  env.node = open ?? id;
  return open === undefined ? not(decides) : "unknown";
};
