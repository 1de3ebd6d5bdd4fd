/**
 * Claims as they bear on a value: those that gave it, each field by its own, and the others beside.
 *
 * In:   a version of an act, a scene.
 * Out:  rows with source, standing, confidence and how the claim differs.
 */

import { canonicalEntry, type Json } from "#base";
import type { Claim } from "#ledger";
import { isFounded, isStrict, type Version } from "#record";
import type { ClaimRow } from "./answers.ts";
import type { Scene } from "./question.ts";

export const clauseOf = ({ act }: Version) => act.under?.clause;

/** The fields of an act as it is read, those alone which `gives` lets through. */
const saysOf = (
  { reading }: Version,
  gives: (field: string) => boolean = () => true,
): { [field: string]: Json } => {
  const { occurred, effective, actors, fields } = reading;
  const all = {
    ...(occurred !== undefined && { occurredOn: occurred }),
    ...(effective !== undefined && { effectiveOn: effective }),
    ...(actors !== undefined && { actors }),
    ...fields,
  };
  return Object.fromEntries(Object.entries(all).filter(([field]) => gives(field)));
};

const isSame = (a: Json | undefined, b: Json): boolean =>
  a !== undefined && canonicalEntry(a) === canonicalEntry(b);

/** The claims that give something: first the one that gives the day, else the first that gives. */
const givers = (version: Version): readonly Claim[] => {
  const { act, reading } = version;
  if (act.mode !== "asserted" || !isFounded(version)) return [];
  const { claimOf } = reading;
  const ids = new Set([claimOf["occurredOn"], ...Object.values(claimOf)]);
  const found = [...ids].flatMap((id) => act.claims.find((claim) => claim.id === id) ?? []);
  return found.length > 0 ? found : act.claims.slice(0, 1);
};

const rowOf = ({ record }: Scene, { act }: Version, claim: Claim | undefined) => {
  const standing = claim && record.source(claim.source)?.standing;
  return {
    act: act.id,
    kind: act.kind,
    ...(act.about !== undefined && { about: act.about }),
    ...(claim !== undefined && { claim: claim.id, source: claim.source }),
    ...(standing !== undefined && { standing }),
  };
};

/** What an act says as it is read, each field with the claim that gives it; what none gives, first. */
export const preferredRows = (scene: Scene, version: Version): readonly ClaimRow[] => {
  const { mendedBy, reading } = version;
  const clause = clauseOf(version);
  const more = {
    ...(clause !== undefined && { clause }),
    ...(mendedBy !== undefined && { mendedBy }),
  };
  const [first, ...rest] = givers(version);
  if (first === undefined) {
    return [{ ...rowOf(scene, version, undefined), ...more, says: saysOf(version) }];
  }
  return [first, ...rest].map((claim): ClaimRow => {
    const { claimOf } = reading;
    const gives = (field: string): boolean =>
      claimOf[field] === claim.id || (claim === first && claimOf[field] === undefined);
    const { confidence } = claim;
    return { ...rowOf(scene, version, claim), ...more, says: saysOf(version, gives), confidence };
  });
};

/** The other claims of an act that the lens shows. */
export const againstRows = (scene: Scene, version: Version): readonly ClaimRow[] => {
  const { act } = version;
  if (act.mode !== "asserted") return [];
  const { publishedBy, accordingTo } = scene.lens;
  const given = givers(version);
  const { claimOf } = version.reading;
  const read = saysOf(version);
  // Of a claim that gives one field, what it says otherwise of another stands against that one's.
  const isOther = (claim: Claim, field: string, value: Json): boolean =>
    claimOf[field] !== claim.id && !isSame(read[field], value);
  return act.claims
    .filter(
      ({ source }) =>
        accordingTo === undefined || !isStrict(scene.lens) || accordingTo.includes(source),
    )
    .filter(({ source }) => {
      const day = scene.record.source(source)?.published?.latest;
      return publishedBy === undefined || (day !== undefined && day <= publishedBy);
    })
    .flatMap((claim): readonly ClaimRow[] => {
      const { confidence, differs } = claim;
      const isUsed = given.includes(claim);
      const left = Object.entries(claim.says).filter(([field, value]) =>
        isOther(claim, field, value),
      );
      if (isUsed && left.length === 0) return [];
      const says = isUsed ? Object.fromEntries(left) : claim.says;
      const row = rowOf(scene, version, claim);
      return [{ ...row, says, confidence, ...(differs !== undefined && { differs }) }];
    });
};
