/**
 * Claims as they bear on a value: the one that gave it, and the others beside it.
 *
 * In:   a version of an act, a scene.
 * Out:  rows with source, standing, confidence and how the claim differs.
 */

import type { Claim } from "#ledger";
import { isFounded, isStrict, type Version } from "#record";
import type { ClaimRow } from "./answers.ts";
import type { Scene } from "./question.ts";

export const clauseOf = ({ act }: Version) => act.under?.clause;

const saysOf = ({ reading }: Version): { [field: string]: unknown } => ({
  ...(reading.occurred !== undefined && { occurredOn: reading.occurred }),
  ...(reading.effective !== undefined && { effectiveOn: reading.effective }),
  ...(reading.actors !== undefined && { actors: reading.actors }),
  ...reading.fields,
});

/** The claim that gives the day, else the first that gives anything. */
const mainClaim = (version: Version): Claim | undefined => {
  const { act, reading } = version;
  if (act.mode !== "asserted" || !isFounded(version)) return undefined;
  const id = reading.claimOf["occurredOn"] ?? Object.values(reading.claimOf)[0];
  return act.claims.find((claim) => claim.id === id) ?? act.claims[0];
};

export const preferredRow = ({ record }: Scene, version: Version): ClaimRow => {
  const { act, mendedBy } = version;
  const clause = clauseOf(version);
  const claim = mainClaim(version);
  const standing = claim && record.source(claim.source)?.standing;
  return {
    act: act.id,
    kind: act.kind,
    ...(act.about !== undefined && { about: act.about }),
    ...(clause !== undefined && { clause }),
    ...(claim !== undefined && { claim: claim.id, source: claim.source }),
    ...(standing !== undefined && { standing }),
    says: saysOf(version),
    ...(claim !== undefined && { confidence: claim.confidence }),
    ...(mendedBy !== undefined && { mendedBy }),
  };
};

/** The other claims of an act that the lens shows. */
export const againstRows = (scene: Scene, version: Version): readonly ClaimRow[] => {
  const { act } = version;
  if (act.mode !== "asserted") return [];
  const { publishedBy, accordingTo } = scene.lens;
  const used = mainClaim(version);
  return act.claims
    .filter((claim) => claim !== used)
    .filter(
      ({ source }) =>
        accordingTo === undefined || !isStrict(scene.lens) || accordingTo.includes(source),
    )
    .filter(({ source }) => {
      const day = scene.record.source(source)?.published?.latest;
      return publishedBy === undefined || (day !== undefined && day <= publishedBy);
    })
    .map((claim): ClaimRow => {
      const standing = scene.record.source(claim.source)?.standing;
      return {
        act: act.id,
        kind: act.kind,
        ...(act.about !== undefined && { about: act.about }),
        claim: claim.id,
        source: claim.source,
        ...(standing !== undefined && { standing }),
        says: claim.says,
        confidence: claim.confidence,
        ...(claim.differs !== undefined && { differs: claim.differs }),
      };
    });
};
