/**
 * The closed catalogue of core kinds, found by kind or by deed (S-14).
 */

import { bodyKinds } from "./body.ts";
import { budgetKinds } from "./budget.ts";
import { crisisKinds } from "./crisis.ts";
import { decisionKinds } from "./decision.ts";
import { exerciseKinds } from "./exercise.ts";
import { findingRecorded } from "./finding.ts";
import { forceKinds } from "./force.ts";
import { instrumentKinds } from "./instrument.ts";
import type { Kind } from "./kind.ts";
import { membershipKinds } from "./membership.ts";
import { officeKinds } from "./office.ts";
import { planKinds } from "./plan.ts";
import { programKinds } from "./program.ts";
import { relationKinds } from "./relation.ts";
import { statementKinds } from "./statement.ts";

const all: readonly Kind[] = [
  ...instrumentKinds,
  ...membershipKinds,
  ...officeKinds,
  ...bodyKinds,
  ...decisionKinds,
  ...forceKinds,
  ...exerciseKinds,
  ...relationKinds,
  ...planKinds,
  ...budgetKinds,
  ...crisisKinds,
  findingRecorded,
  ...statementKinds,
  ...programKinds,
];

/** Every kind by its name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.kind, kind]));

const byDeed: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.deed, kind]));

/** The kind of a word that is a kind or a deed. */
export const kindOf = (word: string): Kind | undefined => kinds.get(word) ?? byDeed.get(word);

/** The kinds that files may hold. */
export const authored: readonly string[] = all
  .filter(({ made }) => made === "author")
  .map(({ kind }) => kind);
