/**
 * Decisions put to a body, the positions taken on them, and consent given after the event.
 *
 * Law: S-16, S-17 (the six positions), S-44 (a count that contradicts its own list).
 */

import * as z from "zod";
import { type Kind, told } from "./kind.ts";
import { both, count, id, keys, name, oneOf, state, text } from "./words.ts";

/** The six positions, in the order of the design. */
export const positions = [
  "for",
  "against",
  "abstain",
  "absent",
  "not-participating",
  "silent",
] as const;

const positionForm = `${positions.join(" | ")} | { position, statement? }`;

const position = z.union(
  [oneOf(positions), keys({ position: oneOf(positions), statement: text.optional() })],
  { error: positionForm },
);

const tally = keys({ for: count, of: count });

/** A decision was put to a body. Begins nothing by itself: what it is worth, the rules say. */
export const decisionPut: Kind = told({
  kind: "decision.put",
  group: "decision",
  fields: {
    body: id.optional(),
    positions: z.record(state, position, { error: `{ STATE: ${positionForm} }` }).optional(),
    tally: tally.optional(),
    place: name.optional(),
    gist: both.optional(),
  },
  about: { types: "any" },
});

/** A state consented to a decision later. Begins nothing by itself. */
export const consentExpressedLater: Kind = told({
  kind: "consent.expressed-later",
  group: "decision",
  fields: { gist: both.optional() },
  about: { types: ["act"], needs: "act" },
});

export const decisionKinds: readonly Kind[] = [decisionPut, consentExpressedLater];

/** The word of a position, whichever way the file wrote it. */
export const positionWord = (value: unknown): string | undefined => {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null || !("position" in value)) return undefined;
  return typeof value.position === "string" ? value.position : undefined;
};
