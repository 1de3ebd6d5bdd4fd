/**
 * From a body to an act: the moment is given here, and nowhere else.
 *
 * Law: S-8: `recordedAt` never decreases along the ledger, so "known at K" is a prefix.
 */

import { type Instant, laterOf } from "#base";
import { type Act, registrar } from "#ledger";
import type { Body, PerformedBody } from "#record";

/** A body at a moment. What the registrar does, he does on the day of entering it. */
export const actAt = (body: Body, recordedAt: Instant): Act =>
  body.mode === "asserted"
    ? { ...body, recordedAt }
    : { ...body, occurredOn: recordedAt.slice(0, 10), recordedAt };

/** The body of an act, to be compared with a file's. */
export const bodyOf = (act: Act): Body => {
  if (act.mode === "asserted") {
    const { recordedAt: _, ...body } = act;
    return body;
  }
  const { recordedAt: _, occurredOn: __, ...body } = act;
  return body;
};

/** Gives moments one after the other, none before the last. */
export type Pen = {
  readonly write: (body: Body, at: Instant) => Act;
  /** An act of an older ledger once more, whole; only its moment may have to move. */
  readonly carry: (act: Act) => Act;
};

export const pen = (last: Instant | undefined): Pen => {
  let latest = last;
  const next = (at: Instant): Instant => {
    latest = latest === undefined ? at : laterOf(at, latest);
    return latest;
  };
  return {
    write: (body, at) => actAt(body, next(at)),
    carry: (act) => ({ ...act, recordedAt: next(act.recordedAt) }),
  };
};

/** The adoption of a pack; `n` counts the adoptions of this ledger from 1. */
export const adoption = (
  org: string,
  pack: { readonly version: string; readonly hash: string },
  n: number,
): PerformedBody => ({
  id: `charter.adopted-${n}`,
  org,
  kind: "charter.adopted",
  mode: "performed",
  by: registrar,
  fields: { version: pack.version, hash: pack.hash },
});
