/**
 * Calls on the alliance: for help, and for consultations.
 *
 * They begin no status; what they oblige others to do, the rules say.
 */

import { type Kind, told } from "./kind.ts";
import { both, id } from "./words.ts";

const group = "crisis";

/** A state asked the others for help. */
export const assistanceRequested: Kind = told({
  kind: "assistance.requested",
  group,
  fields: { basis: id.optional(), gist: both.optional() },
  about: { types: "any" },
});

/** A state called for consultations. */
export const consultationInvoked: Kind = told({
  kind: "consultation.invoked",
  group,
  fields: { basis: id.optional(), gist: both.optional() },
  about: { types: "any" },
});

export const crisisKinds: readonly Kind[] = [assistanceRequested, consultationInvoked];
