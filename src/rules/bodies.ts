/**
 * The bodies and offices that exist on a day: who sits in them, who chairs, who holds the office.
 *
 * Law:  S-13 (a body begins with the instrument that founds it), S-44 (chairs follow sources), S-51.
 */

import { isStateId, type Result, some } from "#base";
import type { Body, SetTerm } from "#charter";
import type { Tie } from "#record";
import {
  actsAbout,
  behind,
  beingSince,
  mayBe,
  spanOf,
  statedOf,
  versionsOf,
  worthOf,
} from "./items.ts";
import { listAnswer } from "./list.ts";
import type { BodyItem, ListAnswer, StatedRow, UnknownWhat, Worth } from "./list-answers.ts";
import type { Refused } from "./params.ts";
import { actIds, certaintyOf, type Scene } from "./question.ts";

const bound: readonly string[] = ["party", "withdrawing"];

const isState = (value: unknown): value is string => typeof value === "string" && isStateId(value);

/** The states of a set, those that are surely in it and those that may be. */
const seatsOf = (
  scene: Scene,
  term: SetTerm | undefined,
): { readonly sure: readonly string[]; readonly perhaps: readonly string[] } => {
  if (term === undefined) return { sure: [], perhaps: [] };
  if ("list" in term) return { sure: term.list.filter(isState), perhaps: [] };
  if ("members" in term) return seatsOf(scene, scene.world.pack.bodies.get(term.members)?.members);
  if (!("parties" in term)) return { sure: [], perhaps: [] };
  const ties = scene.record
    .towards(term.parties, scene.on, scene.size)
    .toSorted((a, b) => (a.state < b.state ? -1 : 1));
  const isSure = ({ value, certainty }: Tie): boolean =>
    certainty !== "uncertain" && bound.includes(value);
  const mayBeBound = ({ state }: Tie): boolean => {
    const span = spanOf(scene, `status/${term.parties}/${state}`);
    return bound.some((value) => mayBe(span, value));
  };
  const loose = ties.filter((tie) => !isSure(tie) && tie.certainty !== "certain");
  return {
    sure: ties.filter(isSure).map(({ state }) => state),
    perhaps: loose.filter(mayBeBound).map(({ state }) => state),
  };
};

/** A value that somebody tells of: nothing before the first act, and nothing under a strict lens. */
const told = (scene: Scene, fluent: string): Worth | undefined => {
  const span = spanOf(scene, fluent);
  return span === undefined ? undefined : worthOf(scene, fluent, span);
};

/** To whom a body answers: by the pack, or where the law is silent by what sources state. */
const answersTo = (
  { accountableTo }: Body,
  stated: readonly StatedRow[],
): readonly string[] | undefined => {
  if (accountableTo !== undefined) return accountableTo;
  const superiors = stated.flatMap(({ property, value, differs }) =>
    property === "accountable-to" && differs !== "error" && typeof value === "string"
      ? [value.replace(/^body\//, "")]
      : [],
  );
  return [...new Set(superiors)];
};

const itemOf = (scene: Scene, body: Body): BodyItem | undefined => {
  const { id, parent, class: sort, members } = body;
  const address = `body/${id}`;
  const span = spanOf(scene, address);
  // A body whose founding nobody tells is listed as not certain; one that is not there yet is not.
  const isOpen = span === undefined || span.value === "unknown";
  if (!isOpen && !mayBe(span, "established")) return undefined;
  const since = isOpen ? undefined : beingSince(scene, address, span);
  const seats = seatsOf(scene, members);
  const chair = told(scene, `chair/${id}`);
  const head = told(scene, `holder/${id}`);
  const stated = statedOf(scene, address);
  const acts = [...(span === undefined ? [] : actIds(span)), ...(chair?.acts ?? [])];
  return {
    id,
    address,
    ...some("aliases", body.aliases),
    class: sort,
    ...some("parent", parent),
    ...some("accountableTo", answersTo(body, stated)),
    ...some("since", since),
    ...(isOpen ? { certainty: "uncertain" as const } : certaintyOf(span)),
    members: seats.sure,
    ...some("mayBeMembers", seats.perhaps),
    ...some("chair", chair),
    ...some("head", head),
    stated,
    ...behind(
      scene,
      versionsOf(scene, [...acts, ...(head?.acts ?? []), ...stated.map(({ act }) => act)]),
    ),
  };
};

/** An office that the record names and the pack does not. */
const officeOf = (scene: Scene, address: string): BodyItem => {
  const id = address.slice("office/".length);
  const head = told(scene, `holder/${id}`);
  const stated = statedOf(scene, address);
  return {
    id,
    address,
    class: "office",
    certainty: head?.certainty ?? "uncertain",
    members: [],
    ...some("head", head),
    stated,
    ...behind(scene, actsAbout(scene, address)),
  };
};

const gaps = ({ since, chair, head, class: sort }: BodyItem): readonly UnknownWhat[] => [
  ...(sort !== "office" && since === undefined ? ["founding" as const] : []),
  ...(chair !== undefined && chair.certainty === "uncertain" ? ["chair" as const] : []),
  ...((sort === "office" && head === undefined) || head?.certainty === "uncertain"
    ? ["holder" as const]
    : []),
];

export const bodies = (scene: Scene): Result<ListAnswer<BodyItem>, Refused> => {
  const { record, size, world } = scene;
  const inPack = [...world.pack.bodies.values()].flatMap((body) => itemOf(scene, body) ?? []);
  const offices = record
    .things(size)
    .filter(({ id }) => id.startsWith("office/") && !world.pack.bodies.has(id.slice(7)))
    .map(({ id }) => officeOf(scene, id));
  return listAnswer(scene, [...inPack, ...offices], gaps);
};
