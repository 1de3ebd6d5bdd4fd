/**
 * Decisions put to a body, the positions and objections to them, and consent given after the event.
 *
 * Law: S-16, S-17 (the six positions), S-44 (a count that contradicts its own list).
 */

import * as z from "zod";
import { positionWords } from "#charter";
import { type Kind, told } from "./kind.ts";
import { count, day, id, keys, name, oneOf, state, text } from "./words.ts";

const positionForm = `${positionWords.join(" | ")} | { position, statement? }`;

const position = z.union(
  [oneOf(positionWords), keys({ position: oneOf(positionWords), statement: name.optional() })],
  { error: positionForm },
);

const mandate = keys({
  tasks: z.array(id, { error: "[ task, … ]" }).min(1, { error: "[ task, … ]" }).optional(),
  area: state.optional(),
  ceiling: count.optional(),
  until: day.optional(),
});

const tally = keys({ for: count, of: count });

export const reportedOutcomes = ["adopted", "sent-back", "not-adopted"] as const;

/** A decision was put to a body. Begins nothing by itself: what it is worth, the rules say. */
export const decisionPut: Kind = told({
  kind: "decision.put",
  group: "decision",
  fields: {
    body: id.optional(),
    positions: z.record(state, position, { error: `{ STATE: ${positionForm} }` }).optional(),
    tally: tally.optional(),
    place: name.optional(),
    // The clause that a source names, or its words.
    basis: name.optional(),
    // What forces may do under it, and within which bounds.
    mandate: mandate.optional(),
    // The act by which the sitting was held.
    session: id.optional(),
    form: oneOf(["ordinary", "limited-format", "silence", "signature"]).optional(),
    // What a source says came of it; what did, the rules say.
    reported: oneOf(reportedOutcomes).optional(),
    documents: count.optional(),
    number: text.optional(),
    title: name.optional(),
  },
  about: { types: "any" },
});

/** A state took a position on a decision. Begins nothing by itself. */
export const positionTaken: Kind = told({
  kind: "position.taken",
  group: "decision",
  fields: { position: oneOf(positionWords).optional(), statement: name.optional() },
  about: { types: "any", needs: "act" },
});

/** A state objected: to a decision, to the form of taking it, to anything. */
export const objectionRaised: Kind = told({
  kind: "objection.raised",
  group: "decision",
  fields: { to: oneOf(["text", "form"]).optional() },
  about: { types: "any" },
});

/** A state consented to a decision later. Begins nothing by itself. */
export const consentExpressedLater: Kind = told({
  kind: "consent.expressed-later",
  group: "decision",
  fields: {},
  about: { types: ["act"], needs: "act" },
});

export const decisionKinds: readonly Kind[] = [
  decisionPut,
  positionTaken,
  objectionRaised,
  consentExpressedLater,
];

/** The word of a position, whichever way the file wrote it. */
export const positionWord = (value: unknown): string | undefined => {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || !("position" in value)) return undefined;
  return typeof value.position === "string" ? value.position : undefined;
};
