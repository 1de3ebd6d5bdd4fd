/**
 * What the files say as the ledger wants it: acts without the moment of their entry.
 *
 * In:   written acts, sources, things and lines of completeness, each sound by its schema.
 * Out:  plain bodies; what is not said is left out, empty lists too, so a thing has one spelling.
 * Law:  S-8: a correction and a retraction are acts of the registrar, and so is a new
 *       source or a new thing.
 *
 * The moment is the writer's (`recordedAt` never decreases), and a performed body's `occurredOn` is
 * the day of that moment; so neither stands here, and neither is compared with the files later.
 */

import { some } from "#base";
import {
  type AssertedAct,
  type Claim,
  type Fields,
  type Ground,
  type PerformedAct,
  registrar,
} from "#ledger";
import type { KindName } from "../acts/deeds.ts";
import type {
  RetractedAct,
  ToldAct,
  WrittenCompleteness,
  WrittenSource,
  WrittenThing,
} from "./schema.ts";

export type AssertedBody = Omit<AssertedAct, "recordedAt">;
export type PerformedBody = Omit<PerformedAct, "recordedAt" | "occurredOn">;
export type Body = AssertedBody | PerformedBody;

/** Where a body belongs; without a release it is an act of this installation. */
export type Origin = { readonly org: string; readonly release: number | undefined };

const groundOf = ({ rule, en, ru }: RetractedAct["ground"]): Ground => ({
  rule,
  ...some("en", en),
  ...some("ru", ru),
});

const claimOf = (claim: ToldAct["claims"][number]): Claim => ({
  id: claim.id,
  source: claim.source,
  ...some("at", claim.at),
  ...some("facts", claim.facts),
  ...some("rows", claim.rows),
  confidence: claim.confidence,
  ...some("differs", claim.differs),
  says: claim.says,
  ...some("rests", claim.rests),
  ...some("note", claim.note),
});

/** An act told by claims. With a single claim the preference may be left out. */
export const toldBody = (
  written: ToldAct,
  kind: string,
  { org, release }: Origin,
): AssertedBody => {
  const only = written.claims.length === 1 ? written.claims[0]?.id : undefined;
  return {
    id: written.id,
    org,
    kind,
    mode: "asserted",
    ...some("about", written.about),
    ...some("actors", written.actors),
    ...some("addressees", written.addressees),
    ...some("under", written.under),
    ...some("after", written.after),
    ...some("title", written.title),
    ...some("release", release),
    claims: written.claims.map(claimOf),
    preferred: written.preferred ?? only ?? "",
    ...some("ground", written.ground && groundOf(written.ground)),
  };
};

const byRegistrar = (kind: KindName, name: string, { org, release }: Origin) =>
  ({
    id: `${kind}-${name}`,
    org,
    kind,
    mode: "performed",
    by: registrar,
    ...some("release", release),
  }) as const;

/** The correction that brings a new version: `version` is the one that it ends. */
export const correctedBody = (
  body: AssertedBody,
  { version, ground }: NonNullable<ToldAct["corrects"]>,
  origin: Origin,
): PerformedBody => ({
  ...byRegistrar("act.corrected", `${body.id}-${version + 1}`, origin),
  supersedes: { id: body.id, version },
  ground: groundOf(ground),
  fields: { act: { ...body } as Fields },
});

export const retractedBody = (
  { id, ground }: RetractedAct,
  version: number,
  origin: Origin,
): PerformedBody => ({
  ...byRegistrar("act.retracted", id, origin),
  supersedes: { id, version },
  ground: groundOf(ground),
});

/** What of a written thing stands in the ledger's own fields: all but its id and its release. */
const fieldsOf = <Thing extends { readonly id: string; readonly release?: number | undefined }>({
  id: _,
  release: __,
  ...rest
}: Thing) => rest;

export const sourceBody = (source: WrittenSource, origin: Origin): PerformedBody => ({
  ...byRegistrar("source.registered", source.id, origin),
  fields: { source: source.id, ...fieldsOf(source) } as Fields,
});

export const thingBody = (thing: WrittenThing, origin: Origin): PerformedBody => ({
  ...byRegistrar("thing.registered", thing.id.replace("/", "."), origin),
  fields: { thing: thing.id, ...fieldsOf(thing) } as Fields,
});

/** A line of completeness; `n` is its place among those of its release, from 1. */
export const completenessBody = (
  line: WrittenCompleteness,
  kinds: readonly string[],
  n: number,
  origin: Origin & { readonly release: number },
): PerformedBody => ({
  ...byRegistrar("completeness.declared", `${origin.release}-${n}`, origin),
  fields: { kinds, about: line.about, span: line.span, source: line.source },
});
