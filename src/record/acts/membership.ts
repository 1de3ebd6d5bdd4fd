/**
 * Acts that change one state's standing towards instruments already in force, and the one that
 * sounds as if it did.
 *
 * Law: S-2 (words of status), S-5 (return and departure), the life rules of the pack.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { day } from "./words.ts";

const group = "membership";
const types = ["instrument", "membership", "provision"];
const about: Subject = { types, needs: "instrument" };

/** A state opted out of renewal. It has `lapsed` when the running term ends. */
export const renewalDeclined: Kind = told({
  kind: "renewal.declined",
  group,
  fields: {},
  about,
  begins: ["lapsed"],
});

/** Begins `party` again towards the instruments it is about. */
export const restored: Kind = told({
  kind: "membership.restored",
  group,
  fields: {},
  about,
  begins: ["party"],
});

/** Begins `suspended`. */
export const suspended: Kind = told({
  kind: "membership.suspended",
  group,
  fields: {},
  about,
  begins: ["suspended"],
});

/** Ends a suspension: `party` again. */
export const resumed: Kind = told({
  kind: "membership.resumed",
  group,
  fields: {},
  about,
  begins: ["party"],
});

/** Begins `expelled`. */
export const expelled: Kind = told({
  kind: "member.expelled",
  group,
  fields: {},
  about,
  begins: ["expelled"],
});

/** Begins `withdrawing`; `withdrawn` when the notice has run from the day the life rule counts. */
export const withdrawalNotified: Kind = told({
  kind: "withdrawal.notified",
  group,
  fields: { receivedOn: day.optional() },
  about,
  begins: ["withdrawing", "withdrawn"],
});

/** Ends a withdrawal before the notice has run: `party` again. */
export const withdrawalRevoked: Kind = told({
  kind: "withdrawal.revoked",
  group,
  fields: {},
  about,
  begins: ["party"],
});

/** A state calls its participation frozen. Begins nothing: no clause makes it a suspension. */
export const freezeDeclared: Kind = told({
  kind: "freeze.declared",
  group,
  fields: {},
  about: { types: "any" },
});

export const membershipKinds: readonly Kind[] = [
  renewalDeclined,
  restored,
  suspended,
  resumed,
  expelled,
  withdrawalNotified,
  withdrawalRevoked,
  freezeDeclared,
];
