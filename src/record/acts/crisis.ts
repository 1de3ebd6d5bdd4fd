/**
 * Situations: what was reported, who asked for help or consultations, who was told, who helped.
 *
 * They begin no status of a state; what they oblige others to do, the rules say. A situation is
 * open from the first report, request or call about it until an act closes it.
 */

import { type Kind, type Subject, told } from "./kind.ts";
import { set } from "./settings.ts";
import { name } from "./words.ts";

const group = "crisis";
const any: Subject = { types: "any" };
const opens = set("situation", "open");

/** The clause or ground that a source names, in its words or by the clause's id. */
const basis = name.optional();

/** Something happened, or is said to have. */
export const eventReported: Kind = told({
  kind: "event.reported",
  group,
  fields: { place: name.optional() },
  about: any,
  begins: ["situation: open"],
  sets: opens,
});

/** A state asked the others for help. */
export const assistanceRequested: Kind = told({
  kind: "assistance.requested",
  group,
  fields: { basis },
  about: any,
  begins: ["situation: open"],
  sets: opens,
});

export const requestWithdrawn: Kind = told({
  kind: "assistance.request-withdrawn",
  group,
  fields: { basis },
  about: any,
});

export const assistanceProvided: Kind = told({
  kind: "assistance.provided",
  group,
  fields: { basis },
  about: any,
});

/** A state called for consultations. */
export const consultationInvoked: Kind = told({
  kind: "consultation.invoked",
  group,
  fields: { basis },
  about: any,
  begins: ["situation: open"],
  sets: opens,
});

export const consultationAttended: Kind = told({
  kind: "consultation.attended",
  group,
  fields: { basis },
  about: any,
});

export const secretariatNotified: Kind = told({
  kind: "secretariat.notified",
  group,
  fields: { basis },
  about: any,
});

export const securityCouncilNotified: Kind = told({
  kind: "security-council.notified",
  group,
  fields: { basis },
  about: any,
});

/** Somebody received word of an act; periods that run from knowledge run from here. */
export const noticeReceived: Kind = told({
  kind: "notice.received",
  group,
  fields: { basis },
  about: any,
});

/** A mission went to see. */
export const missionSent: Kind = told({
  kind: "mission.sent",
  group,
  fields: { place: name.optional() },
  about: any,
});

export const situationClosed: Kind = told({
  kind: "situation.closed",
  group,
  fields: {},
  about: { types: "any", needs: "situation" },
  begins: ["situation: closed"],
  sets: set("situation", "closed"),
});

export const crisisKinds: readonly Kind[] = [
  eventReported,
  assistanceRequested,
  requestWithdrawn,
  assistanceProvided,
  consultationInvoked,
  consultationAttended,
  secretariatNotified,
  securityCouncilNotified,
  noticeReceived,
  missionSent,
  situationClosed,
];
