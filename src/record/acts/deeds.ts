/**
 * The one table of kinds and deeds (S-14): a stored act bears its kind, which says what happened;
 * files and commands may say the deed, which says what is done.
 *
 * `docs/reference/kinds.md` shows the same table and is compared with this one by a test.
 */

export const deeds = {
  // Instruments.
  "instrument.signed": "sign",
  "instrument.ratified": "ratify",
  "instrument.deposited": "deposit",
  "instrument.acceded": "accede",
  "instrument.entered-into-force": "enter-into-force",
  "instrument.terminated": "terminate",
  // Membership.
  "renewal.declined": "decline-renewal",
  "membership.restored": "restore-membership",
  "membership.suspended": "suspend",
  "membership.resumed": "resume",
  "member.expelled": "expel",
  "withdrawal.notified": "notify-withdrawal",
  "withdrawal.revoked": "revoke-withdrawal",
  "freeze.declared": "declare-freeze",
  // Offices, chairs, seats.
  "office.assumed": "assume-office",
  "office.left": "leave-office",
  "chair.assumed": "take-chair",
  "chair.left": "leave-chair",
  "seat.left-vacant": "leave-seat-vacant",
  // Bodies and their sessions.
  "body.established": "establish-body",
  "body.dissolved": "dissolve-body",
  "session.scheduled": "schedule-session",
  "session.held": "hold-session",
  // Decisions.
  "decision.put": "put-decision",
  "position.taken": "take-position",
  "objection.raised": "object",
  "consent.expressed-later": "consent-later",
  // Forces.
  "force.established": "establish-force",
  "force.dissolved": "dissolve-force",
  "force.joined": "join-force",
  "force.left": "leave-force",
  "forces.deployed": "deploy",
  "deployment.ended": "end-deployment",
  // Exercises.
  "exercise.scheduled": "schedule-exercise",
  "exercise.held": "hold-exercise",
  "exercise.cancelled": "cancel-exercise",
  "exercise.postponed": "postpone-exercise",
  "hosting.declined": "decline-hosting",
  // Relations.
  "agreement.concluded": "conclude-agreement",
  "status.granted": "grant-status",
  "status.ended": "end-status",
  "dialogue.opened": "open-dialogue",
  "dialogue.suspended": "suspend-dialogue",
  "appeal.made": "appeal",
  "appeal.answered": "answer-appeal",
  "vote.held": "hold-vote",
  "grouping.joined": "join-grouping",
  "action.taken": "take-action",
  "visit.hosted": "host-visit",
  "equipment.bought": "buy-equipment",
  "position.circulated": "circulate-position",
  // Plans.
  "plan.announced": "announce-plan",
  "plan.adopted": "adopt-plan",
  "plan.delivered": "deliver-plan",
  "plan.dropped": "drop-plan",
  "plan.reported": "report-plan",
  // Budget.
  "scale.set": "set-scale",
  "budget.adopted": "adopt-budget",
  "contribution.assessed": "assess",
  "contribution.paid": "pay",
  "contribution.withheld": "withhold",
  // Crises.
  "event.reported": "report-event",
  "assistance.requested": "request-assistance",
  "assistance.request-withdrawn": "withdraw-request",
  "assistance.provided": "provide-assistance",
  "consultation.invoked": "invoke-consultations",
  "consultation.attended": "consult",
  "secretariat.notified": "notify-secretariat",
  "security-council.notified": "notify-security-council",
  "notice.received": "receive-notice",
  "mission.sent": "send-mission",
  "situation.closed": "close-situation",
  "finding.recorded": "find",
  // Statements.
  "statement.made": "state",
  "source.stated": "state-of-source",
  // Acts of the program.
  "source.registered": "register-source",
  "thing.registered": "register-thing",
  "completeness.declared": "declare-completeness",
  "charter.adopted": "adopt-charter",
  "key.registered": "register-key",
  "key.rotated": "rotate-key",
  "key.revoked": "revoke-key",
  "act.corrected": "correct",
  "act.retracted": "retract",
} as const;

/** Every core kind there is; the catalogue is closed. */
export type KindName = keyof typeof deeds;
