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
  /** Addresses of the things registered so far. */
  readonly things: {
    readonly has: (address: string) => boolean;
    readonly keys: () => Iterable<string>;
  };
  readonly sources: { readonly has: (id: string) => boolean };
  readonly acts: { readonly has: (id: string) => boolean };
};

/** Types of the things that a record names itself, in `things.yaml`. */
export const thingTypes = [
  "budget",
  "exercise",
  "office",
  "org",
  "person",
  "plan",
  "series",
  "situation",
  "threat",
] as const;

type ThingType = (typeof thingTypes)[number];

/** What the pack itself names of a type: offices among its bodies, persons and organizations. */
const packNames = (type: ThingType, { bodies, others, id }: Pack): readonly string[] => {
  const named = [...others.keys()].filter((other) => typeOf(other) === type);
  if (type === "org") return [`org/${id}`, ...named];
  if (type !== "office") return named;
  const offices = [...bodies.values()].filter((body) => body.class === "office");
  return [...named, ...offices.map((office) => `office/${office.id}`)];
};

/** Whether the pack or the record names this thing, and what there is of its type. */
const thing = (type: ThingType, id: string, { pack, things }: Known): Place => {
  const address = `${type}/${id}`;
  const inPack = packNames(type, pack);
  if (things.has(address) || inPack.includes(address)) return { has: true, accepted: "" };
  const registered = [...things.keys()].filter((one) => typeOf(one) === type);
  const alike = [...new Set([...inPack, ...registered])].sort();
  return { has: false, accepted: choices(alike) || `things.yaml: ${type}/…` };
};

const listed = (keys: Iterable<string>, type: string): string =>
  choices([...keys].map((key) => `${type}/${key}`));

type Place = { readonly has: boolean; readonly accepted: string };

/** Fluents of a state towards something: `status/treaty/ARM`. */
const ofState: ReadonlySet<string> = new Set(["status", "contributes"]);

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
  contributes: (id, rest, { pack }) => ({
    has: pack.forces.has(id) && pack.states.has(rest ?? ""),
    accepted: "contributes/<force>/<STATE>",
  }),
  chair: (id, _, { pack }) => inMap(pack.bodies, "chair", id),
  holder: (id, _, known) => thing("office", id, known),
  relation: (id, _, known) => thing("org", id, known),
  ...Object.fromEntries(
    thingTypes.map((type) => [
      type,
      (id: string, _: string | undefined, known: Known) => thing(type, id, known),
    ]),
  ),
  act: (id, _, { acts }) => ({ has: acts.has(id), accepted: "act/<id>" }),
  source: (id, _, { sources }) => ({ has: sources.has(id), accepted: "source/<id>" }),
};

const inMap = (map: ReadonlyMap<string, unknown>, type: string, id: string): Place => ({
  has: map.has(id),
  accepted: listed(map.keys(), type),
});

export const typeOf = (address: string): string => address.slice(0, address.indexOf("/"));

const knownTypes = Object.keys(places)
  .sort()
  .map((type) => `${type}/…`);

/** Whether something stands at an address. */
export const addressProblem = (at: string, address: string, known: Known): Problem | undefined => {
  const [type = "", id = "", rest, more] = address.split("/");
  const place = Object.hasOwn(places, type) ? places[type] : undefined;
  if (place === undefined) return problem(at, "ref.type", address, knownTypes.join(" | "));
  const { has, accepted } = place(id, rest, known);
  const fits = has && (rest === undefined) === !ofState.has(type) && more === undefined;
  return fits ? undefined : problem(at, "ref.unknown", address, accepted);
};

export const stateProblem = (at: string, state: string, { pack }: Known): Problem | undefined =>
  pack.states.has(state)
    ? undefined
    : problem(at, "ref.unknown", state, choices([...pack.states.keys()].sort()));

/** Whether somebody of this name may act: a state, or whoever has an address. */
export const actorProblem = (at: string, actor: string, known: Known): Problem | undefined =>
  actor.includes("/") ? addressProblem(at, actor, known) : stateProblem(at, actor, known);
