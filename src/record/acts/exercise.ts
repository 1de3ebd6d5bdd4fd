/**
 * Exercises: announced, planned, held, cancelled, postponed, and the host that would not have one.
 *
 * Law: S-51 (what a list of exercises holds on a day). An exercise that is a part of a greater one
 * is an exercise of its own and names the greater one in `partOf`.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set, textOf } from "./settings.ts";
import {
  actors,
  addressesOf,
  addressOf,
  day,
  days,
  name,
  oneOf,
  state,
  states,
  strength,
} from "./words.ts";

const group = "exercise";
const about: Subject = { types: "any", needs: "exercise" };

/** What a source may say of an exercise, before it and after it. */
const described = {
  days: days.optional(),
  place: name.optional(),
  host: state.optional(),
  series: addressOf("series").optional(),
  partOf: addressOf("exercise").optional(),
  force: addressOf("force").optional(),
  forces: addressesOf("force").optional(),
  participants: states.optional(),
  absent: states.optional(),
  observers: actors.optional(),
  strength: strength.optional(),
} as const;

/** An exercise is to be: announced, unless the source says that it stands in a plan. */
export const exerciseScheduled: Kind = told({
  kind: "exercise.scheduled",
  group,
  fields: { state: oneOf(["announced", "planned"]).optional(), ...described },
  about,
  begins: ["exercise: announced", "exercise: planned"],
  sets: set("exercise", (saying) => textOf(saying, "state") ?? "announced"),
});

export const exerciseHeld: Kind = told({
  kind: "exercise.held",
  group,
  fields: described,
  about,
  begins: ["exercise: held"],
  sets: set("exercise", "held"),
});

export const exerciseCancelled: Kind = told({
  kind: "exercise.cancelled",
  group,
  fields: { reason: name.optional() },
  about,
  begins: ["exercise: cancelled"],
  sets: set("exercise", "cancelled"),
});

/** Put off, to another day where the source names one. */
export const exercisePostponed: Kind = told({
  kind: "exercise.postponed",
  group,
  fields: { reason: name.optional(), to: day.optional() },
  about,
  begins: ["exercise: postponed"],
  sets: set("exercise", "postponed"),
});

/** A state would not host the exercise. Begins nothing: it may be held elsewhere. */
export const hostingDeclined: Kind = told({
  kind: "hosting.declined",
  group,
  fields: { reason: name.optional() },
  about,
});

export const exerciseKinds: readonly Kind[] = [
  exerciseScheduled,
  exerciseHeld,
  exerciseCancelled,
  exercisePostponed,
  hostingDeclined,
];
