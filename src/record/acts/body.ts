/**
 * Bodies that come and go by an act, and their sessions.
 *
 * A body whose pack names the instrument that founds it needs no act of its own (S-13).
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set } from "./settings.ts";
import { count, days, name, oneOf, state, states } from "./words.ts";

const group = "body";
const about: Subject = { types: "any", needs: "body" };

export const bodyEstablished: Kind = told({
  kind: "body.established",
  group,
  fields: {},
  about,
  begins: ["body: established"],
  sets: set("body", "established"),
});

export const bodyDissolved: Kind = told({
  kind: "body.dissolved",
  group,
  fields: {},
  about,
  begins: ["body: dissolved"],
  sets: set("body", "dissolved"),
});

/** A session was called for a day. Begins nothing. */
export const sessionScheduled: Kind = told({
  kind: "session.scheduled",
  group,
  fields: { days: days.optional(), place: name.optional() },
  about,
});

/** A session took place. Begins nothing: its decisions are acts of their own and name it. */
export const sessionHeld: Kind = told({
  kind: "session.held",
  group,
  fields: {
    form: oneOf(["regular", "extraordinary"]).optional(),
    mode: oneOf(["in-person", "video"]).optional(),
    days: days.optional(),
    place: name.optional(),
    host: state.optional(),
    chair: state.optional(),
    absent: states.optional(),
    documents: count.optional(),
    drafts: count.optional(),
  },
  about,
});

export const bodyKinds: readonly Kind[] = [
  bodyEstablished,
  bodyDissolved,
  sessionScheduled,
  sessionHeld,
];
