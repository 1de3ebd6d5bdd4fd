/**
 * What `why` may be asked about: fluents by their families, things by their types.
 *
 * In:   a subject as asked: `chair/council`, `exercise/frontier-2021`, `office/secretary-general`.
 * Out:  the fluent it means, whether there is such a thing, and the address its acts are about.
 */

import type { Scene } from "./question.ts";

/** The type of the thing that a family of fluents is about; itself where they are the same. */
const thingTypes: { readonly [family: string]: string } = {
  membership: "membership",
  status: "status",
  "in-force": "in-force",
  provision: "provision",
  holder: "office",
  chair: "body",
  body: "body",
  force: "force",
  contributes: "force",
  deployment: "situation",
  situation: "situation",
  exercise: "exercise",
  plan: "plan",
  standing: "relation",
  dialogue: "relation",
  scale: "budget",
  contribution: "budget",
};

/** Subjects that mean a fluent of another family. */
const meant: { readonly [type: string]: string } = {
  instrument: "in-force",
  office: "holder",
  budget: "scale",
};

/** Things that have no value of their own: what is asked is who they are, and what is told of them. */
const plainTypes = ["relation", "series", "person", "org", "threat"] as const;
export type PlainType = (typeof plainTypes)[number];

export const isPlain = (type: string): type is PlainType => plainTypes.some((one) => one === type);

export const forms =
  "membership/UZB, status/treaty/UZB, in-force/treaty, provision/t-4, body/ID, chair/BODY, office/ID, " +
  "force/ID, contributes/FORCE/STATE, exercise/ID, plan/ID, situation/ID, deployment/SITUATION, " +
  "standing/ORG, dialogue/ORG, relation/ORG, budget/ID, contribution/BUDGET/STATE/YEAR, series/ID, " +
  "person/ID, org/ID, act/ID, source/ID, fact/f020";

export const isFamily = (type: string): boolean => Object.hasOwn(thingTypes, type);

/** The fluent that a subject means. */
export const fluentMeant = (subject: string): string => {
  const [type = "", ...rest] = subject.split("/");
  return [meant[type] ?? type, ...rest].join("/");
};

/** The address of the thing that a fluent is about: `chair/council` is about `body/council`. */
export const addressOf = (fluent: string): string => {
  const [family = "", id = "", ...rest] = fluent.split("/");
  const type = thingTypes[family] ?? family;
  return family === "status" ? [type, id, ...rest].join("/") : `${type}/${id}`;
};

/** Whether pack or record name a thing. */
export const isNamed = ({ world, record, size }: Scene, address: string): boolean => {
  const [type = "", id = ""] = address.split("/");
  const { pack } = world;
  switch (type) {
    case "body":
      return pack.bodies.has(id);
    case "force":
      return pack.forces.has(id);
    case "relation":
      return isNamed({ world, record, size } as Scene, `org/${id}`);
    case "office":
      if (pack.bodies.get(id)?.class === "office") return true;
      break;
    case "org":
      if (id === pack.id) return true;
  }
  const thing = record.things(size).some((one) => one.id === address);
  const isThings = record.history.things.has(address);
  return thing || (!isThings && pack.others.has(address));
};

/** A fluent of which nothing is recorded yet, about a thing that pack or record know. */
export const isKnownSubject = (scene: Scene, fluent: string): boolean => {
  const { pack } = scene.world;
  const [family = "", id = "", state = "", year, more] = fluent.split("/");
  if (more !== undefined || !isFamily(family)) return false;
  const parts = fluent.split("/").length;
  switch (family) {
    case "membership":
      return parts === 2 && pack.states.has(id);
    case "status":
      return parts === 3 && pack.instruments.has(id) && pack.states.has(state);
    case "in-force":
      return parts === 2 && pack.instruments.has(id);
    case "provision":
      return parts === 2 && pack.provisions.has(id);
    case "contributes":
      return parts === 3 && pack.forces.has(id) && pack.states.has(state);
    case "contribution": {
      const isYear = year !== undefined && /^\d{4}$/.test(year);
      return isYear && pack.states.has(state) && isNamed(scene, `budget/${id}`);
    }
    default:
      return parts === 2 && isNamed(scene, addressOf(fluent));
  }
};
