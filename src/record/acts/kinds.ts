/**
 * The closed catalogue of core kinds, found by kind or by deed (S-14).
 */

import { crisisKinds } from "./crisis.ts";
import { decisionKinds } from "./decision.ts";
import { instrumentKinds } from "./instrument.ts";
import type { Kind } from "./kind.ts";
import { membershipKinds } from "./membership.ts";
import { programKinds } from "./program.ts";
import { statementKinds } from "./statement.ts";

const all: readonly Kind[] = [
  ...instrumentKinds,
  ...membershipKinds,
  ...statementKinds,
  ...decisionKinds,
  ...crisisKinds,
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
