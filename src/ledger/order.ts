/**
 * What no entry shows by itself: one organization, ids used once, moments that never go back.
 *
 * In:   the acts of a log, one after the other from its first.
 * Out:  the first that does not fit those before it, with what was found in it.
 * Law:  S-8: an id is used once, and `recordedAt` never decreases, so "known at K" is a prefix.
 */
import type { Act } from "./envelope.ts";

export type OrderRefusal = {
  readonly code:
    | "order.org" // Of another organization than the first act.
    | "order.id" // An earlier act has this id.
    | "order.moment"; // Recorded before the act before it.
  readonly found: string;
};

/** Takes the next act; `undefined` where it fits those before it. */
export type Order = (act: Act) => OrderRefusal | undefined;

/** The order of a log of which nothing was read yet. */
export const orderOf = (): Order => {
  const ids = new Set<string>();
  let first: Act | undefined;
  let last = "";
  return (act) => {
    first ??= act;
    if (act.org !== first.org) return { code: "order.org", found: act.org };
    if (ids.has(act.id)) return { code: "order.id", found: act.id };
    if (act.recordedAt < last) return { code: "order.moment", found: act.recordedAt };
    ids.add(act.id);
    last = act.recordedAt;
    return undefined;
  };
};
