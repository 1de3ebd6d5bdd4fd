/**
 * Dealings with other organizations and with states outside: agreements, standing, dialogue,
 * appeals and their answers, votes; and acts of single states that may touch the Treaty.
 *
 * An appeal that nobody is reported to have answered stays unanswered in the record, no more.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set, textOf } from "./settings.ts";
import { addressesOf, count, id, name, oneOf, text } from "./words.ts";

const group = "relation";
const any: Subject = { types: "any" };
const relation: Subject = { types: "any", needs: "relation" };

const agreementForms = [
  "memorandum",
  "declaration",
  "agreement",
  "protocol",
  "road-map",
  "other",
] as const;

export const agreementConcluded: Kind = told({
  kind: "agreement.concluded",
  group,
  fields: { form: oneOf(agreementForms).optional(), signatories: addressesOf("person").optional() },
  about: any,
});

/** The other side gave the organization a standing, such as `observer`. */
export const statusGranted: Kind = told({
  kind: "status.granted",
  group,
  fields: { status: id.optional(), in: name.optional() },
  about: relation,
  begins: ["standing: word"],
  sets: set("relation", (saying) => textOf(saying, "status") ?? "unknown", "standing"),
});

export const statusEnded: Kind = told({
  kind: "status.ended",
  group,
  fields: { status: id.optional(), in: name.optional() },
  about: relation,
  begins: ["standing: none"],
  sets: set("relation", "none", "standing"),
});

export const dialogueOpened: Kind = told({
  kind: "dialogue.opened",
  group,
  fields: {},
  about: relation,
  begins: ["dialogue: open"],
  sets: set("relation", "open", "dialogue"),
});

export const dialogueSuspended: Kind = told({
  kind: "dialogue.suspended",
  group,
  fields: { reason: name.optional() },
  about: relation,
  begins: ["dialogue: suspended"],
  sets: set("relation", "suspended", "dialogue"),
});

export const appealMade: Kind = told({
  kind: "appeal.made",
  group,
  fields: {},
  about: relation,
});

/** An answer to an appeal. */
export const appealAnswered: Kind = told({
  kind: "appeal.answered",
  group,
  fields: {},
  about: { types: "any", needs: "act" },
});

/** A vote outside the organization, such as one of the General Assembly. */
export const voteHeld: Kind = told({
  kind: "vote.held",
  group,
  fields: {
    for: count.optional(),
    against: count.optional(),
    abstain: count.optional(),
    form: oneOf(["recorded", "without-vote"]).optional(),
    resolution: text.optional(),
  },
  about: any,
});

/** A state joined an alliance or grouping. */
export const groupingJoined: Kind = told({
  kind: "grouping.joined",
  group,
  fields: { grouping: name.optional() },
  about: any,
});

/** A state did something that may be directed against another; whether it is, a finding says. */
export const actionTaken: Kind = told({ kind: "action.taken", group, fields: {}, about: any });

export const visitHosted: Kind = told({ kind: "visit.hosted", group, fields: {}, about: any });

export const equipmentBought: Kind = told({
  kind: "equipment.bought",
  group,
  fields: {},
  about: any,
});

export const positionCirculated: Kind = told({
  kind: "position.circulated",
  group,
  fields: {},
  about: any,
});

export const relationKinds: readonly Kind[] = [
  agreementConcluded,
  statusGranted,
  statusEnded,
  dialogueOpened,
  dialogueSuspended,
  appealMade,
  appealAnswered,
  voteHeld,
  groupingJoined,
  actionTaken,
  visitHosted,
  equipmentBought,
  positionCirculated,
];
