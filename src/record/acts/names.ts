/**
 * What the fields of an act name, looked up: a field means the same in every kind.
 *
 * In:   fields that their kind's schema has accepted, and what is known where the act stands.
 * Out:  a problem for each name behind which nothing stands.
 * Law:  S-7 (ids and addresses).
 */

import type { Json } from "#base";
import type { Fields } from "#ledger";
import { choices, type Problem, pointer, problem } from "./problem.ts";
import { actorProblem, addressProblem, type Known, stateProblem } from "./refs.ts";

type Look = (at: string, name: string, known: Known) => Problem | undefined;

const body: Look = (at, name, { pack }) =>
  pack.bodies.has(name) ? undefined : problem(at, "ref.unknown", name, choices(pack.bodies.keys()));

const act: Look = (at, name, { acts }) =>
  acts.has(name) ? undefined : problem(at, "ref.act", name, "id of an act");

/** A value may be an address, or a state; any other word is the source's own. */
const value: Look = (at, name, known) => {
  if (name.includes("/")) return addressProblem(at, name, known);
  return /^[A-Z]{3}$/.test(name) ? stateProblem(at, name, known) : undefined;
};

/** How the name in a field, or each name in its list, is looked up. */
const looks: { readonly [field: string]: Look } = {
  actors: actorProblem,
  observers: actorProblem,
  signatories: actorProblem,
  proposedBy: actorProblem,
  commander: actorProblem,
  declined: stateProblem,
  absent: stateProblem,
  participants: stateProblem,
  host: stateProblem,
  chair: stateProblem,
  insteadOf: stateProblem,
  positions: stateProblem, // By the keys of the mapping.
  shares: stateProblem,
  body,
  session: act,
  series: addressProblem,
  partOf: addressProblem,
  force: addressProblem,
  forces: addressProblem,
  value,
};

type Named = readonly [at: string, name: string];

const namesIn = (field: string, value: Json): readonly Named[] => {
  const at = pointer(field);
  if (typeof value === "string") return [[at, value]];
  if (Array.isArray(value)) {
    return value.flatMap((one: Json, place): readonly Named[] =>
      typeof one === "string" ? [[`${at}/${place}`, one]] : [],
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).map((key) => [at + pointer(key), key]);
};

/** Names in the fields behind which nothing stands; pointers begin at the fields. */
export const nameProblems = (says: Fields, known: Known): readonly Problem[] =>
  Object.entries(says).flatMap(([field, value]) => {
    const look = Object.hasOwn(looks, field) ? looks[field] : undefined;
    if (look === undefined) return [];
    return namesIn(field, value).flatMap(([at, name]) => look(at, name, known) ?? []);
  });
