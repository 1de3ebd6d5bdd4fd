/**
 * A sitting as the record tells of it: positions in the decision itself and in acts of their own,
 * consents expressed later.
 *
 * Law: S-16, S-19: of an asserted decision, a position that no source tells is unknown; of a
 * performed one, whoever took none was absent. The file of a situation tells no positions.
 */

import type { Day } from "#base";
import { type PositionWord, positionWords } from "#charter";
import type { Deed, Facts } from "../norms/facts.ts";
import type { Later, Sitting, Stand } from "./sitting.ts";

const isPosition = (word: unknown): word is PositionWord =>
  typeof word === "string" && (positionWords as readonly string[]).includes(word);

const standOf = (told: unknown): Stand | undefined => {
  if (isPosition(told)) return { position: told };
  if (typeof told !== "object" || told === null) return undefined;
  const { position, statement } = told as { readonly [key: string]: unknown };
  if (!isPosition(position)) return undefined;
  return { position, ...(statement !== undefined && { statement: String(statement) }) };
};

const about = (facts: Facts, deed: string, { id }: Deed): readonly Deed[] =>
  facts.acts(deed).filter((one) => one.about.includes(`act/${id}`));

export const sittingOf = (facts: Facts, decision: Deed, on: Day): Sitting => {
  const stands = new Map<string, Stand>();
  const told = decision.fields["positions"];
  if (typeof told === "object" && told !== null && !Array.isArray(told)) {
    for (const [state, one] of Object.entries(told)) {
      const stand = standOf(one);
      if (stand !== undefined) stands.set(state, stand);
    }
  }
  for (const taken of about(facts, "take-position", decision)) {
    const stand = standOf(taken.fields);
    if (stand === undefined || taken.occurred.earliest > on) continue;
    for (const state of taken.by ?? []) stands.set(state, stand);
  }
  const later = about(facts, "consent-later", decision).flatMap(({ by = [], occurred }): Later[] =>
    by.map((state) => ({ state, position: "for", on: occurred.latest })),
  );
  const form = decision.fields["form"];
  return {
    id: decision.id,
    day: decision.occurred.latest,
    on,
    stands,
    others: decision.isPerformed && decision.seq !== undefined ? "absent" : "unknown",
    later,
    ...(typeof form === "string" && { form }),
    proposal: decision,
  };
};
