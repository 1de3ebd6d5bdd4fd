/**
 * Whether what an act names is there: addresses, states, clauses, other acts, sources.
 *
 * In:   a name, and what is known where the act stands: the pack, the sources and acts so far.
 * Out:  nothing, or a problem with what would be accepted.
 * Law:  S-7 (ids and addresses).
 */

import type { Pack } from "#charter";
import { choices, type Problem, problem } from "./problem.ts";

/** What an act may refer to. */
export type Known = {
  readonly pack: Pack;
  readonly sources: { readonly has: (id: string) => boolean };
  readonly acts: { readonly has: (id: string) => boolean };
};

/** Types of addresses whose things are kept nowhere yet, so any id will do. */
const freeTypes = ["fact", "office", "org", "person", "plan", "situation"] as const;

const listed = (keys: Iterable<string>, type: string): string =>
  choices([...keys].map((key) => `${type}/${key}`));

type Place = { readonly has: boolean; readonly accepted: string };

/** Where the id of an address is looked up; undefined for a type that does not exist. */
const places: {
  readonly [type: string]: (id: string, rest: string | undefined, known: Known) => Place;
} = {
  instrument: (id, _, { pack }) => inMap(pack.instruments, "instrument", id),
  provision: (id, _, { pack }) => inMap(pack.provisions, "provision", id),
  body: (id, _, { pack }) => inMap(pack.bodies, "body", id),
  force: (id, _, { pack }) => inMap(pack.forces, "force", id),
  axis: (id, _, { pack }) => inMap(pack.axes, "axis", id),
  "in-force": (id, _, { pack }) => inMap(pack.instruments, "in-force", id),
  membership: (id, _, { pack }) => inMap(pack.states, "membership", id),
  status: (id, rest, { pack }) => ({
    has: pack.instruments.has(id) && pack.states.has(rest ?? ""),
    accepted: "status/<instrument>/<STATE>",
  }),
  act: (id, _, { acts }) => ({ has: acts.has(id), accepted: "act/<id>" }),
  source: (id, _, { sources }) => ({ has: sources.has(id), accepted: "source/<id>" }),
};

const inMap = (map: ReadonlyMap<string, unknown>, type: string, id: string): Place => ({
  has: map.has(id),
  accepted: listed(map.keys(), type),
});

export const typeOf = (address: string): string => address.slice(0, address.indexOf("/"));

const knownTypes = [...Object.keys(places), ...freeTypes].sort().map((type) => `${type}/…`);

/** Whether something stands at an address. */
export const addressProblem = (at: string, address: string, known: Known): Problem | undefined => {
  const [type = "", id = "", rest, more] = address.split("/");
  const place = Object.hasOwn(places, type) ? places[type] : undefined;
  if (place === undefined) {
    if (freeTypes.some((free) => free === type)) return undefined;
    return problem(at, "ref.type", address, knownTypes.join(" | "));
  }
  const { has, accepted } = place(id, rest, known);
  const fits = has && (rest === undefined) === (type !== "status") && more === undefined;
  return fits ? undefined : problem(at, "ref.unknown", address, accepted);
};

export const stateProblem = (at: string, state: string, { pack }: Known): Problem | undefined =>
  pack.states.has(state)
    ? undefined
    : problem(at, "ref.unknown", state, choices([...pack.states.keys()].sort()));

/** Types of actors that the pack names one by one. */
const namedActors = new Set(["org", "person"]);

/** Whether somebody of this name may act: a state, a body or a force of the pack, an other. */
export const actorProblem = (at: string, actor: string, known: Known): Problem | undefined => {
  if (!actor.includes("/")) return stateProblem(at, actor, known);
  const type = typeOf(actor);
  if (!namedActors.has(type)) return addressProblem(at, actor, known);
  const { others, id } = known.pack;
  if (others.has(actor) || actor === `org/${id}`) return undefined;
  const alike = [...others.keys()].filter((other) => typeOf(other) === type);
  return problem(at, "ref.unknown", actor, choices(alike) || "parties.yaml: others");
};
