/**
 * Forces: founded and dissolved, whose they are, where they were sent.
 *
 * Law: a deployment answers a situation; what it rests on, the decision says.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set, setForStates } from "./settings.ts";
import { actor, day, id, name, state, strength } from "./words.ts";

const group = "force";
const force: Subject = { types: "any", needs: "force" };
const situation: Subject = { types: "any", needs: "situation" };

export const forceEstablished: Kind = told({
  kind: "force.established",
  group,
  fields: {},
  about: force,
  begins: ["force: established"],
  sets: set("force", "established"),
});

export const forceDissolved: Kind = told({
  kind: "force.dissolved",
  group,
  fields: {},
  about: force,
  begins: ["force: dissolved"],
  sets: set("force", "dissolved"),
});

/** States give contingents to the force from then on. */
export const forceJoined: Kind = told({
  kind: "force.joined",
  group,
  fields: { contingent: strength.optional() },
  about: force,
  begins: ["contributes: contributing"],
  sets: setForStates("force", "contributing", "contributes"),
});

export const forceLeft: Kind = told({
  kind: "force.left",
  group,
  fields: { contingent: strength.optional() },
  about: force,
  begins: ["contributes: left"],
  sets: setForStates("force", "left", "contributes"),
});

/** Forces were sent because of a situation. */
export const forcesDeployed: Kind = told({
  kind: "forces.deployed",
  group,
  fields: {
    strength: strength.optional(),
    area: name.optional(),
    commander: actor.optional(),
    until: day.optional(),
    // As the bounds of a mandate are told: what the forces do, on whose territory.
    task: id.optional(),
    host: state.optional(),
  },
  about: situation,
  begins: ["deployment: deployed"],
  sets: set("situation", "deployed", "deployment"),
});

export const deploymentEnded: Kind = told({
  kind: "deployment.ended",
  group,
  fields: {},
  about: situation,
  begins: ["deployment: ended"],
  sets: set("situation", "ended", "deployment"),
});

export const forceKinds: readonly Kind[] = [
  forceEstablished,
  forceDissolved,
  forceJoined,
  forceLeft,
  forcesDeployed,
  deploymentEnded,
];
