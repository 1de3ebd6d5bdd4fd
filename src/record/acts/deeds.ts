/**
 * The one table of kinds and deeds (S-14): a stored act bears its kind, which says what happened;
 * files and commands may say the deed, which says what is done.
 *
 * `docs/reference/kinds.md` shows the same table and is compared with this one by a test.
 */

export const deeds = {
  "instrument.signed": "sign",
  "instrument.ratified": "ratify",
  "instrument.deposited": "deposit",
  "instrument.acceded": "accede",
  "instrument.entered-into-force": "enter-into-force",
  "instrument.terminated": "terminate",
  "renewal.declined": "decline-renewal",
  "membership.restored": "restore-membership",
  "membership.suspended": "suspend",
  "membership.resumed": "resume",
  "member.expelled": "expel",
  "withdrawal.notified": "notify-withdrawal",
  "withdrawal.revoked": "revoke-withdrawal",
  "freeze.declared": "declare-freeze",
  "statement.made": "state",
  "decision.put": "put-decision",
  "consent.expressed-later": "consent-later",
  "assistance.requested": "request-assistance",
  "consultation.invoked": "invoke-consultations",
  "source.stated": "state-of-source",
  "source.registered": "register-source",
  "completeness.declared": "declare-completeness",
  "charter.adopted": "adopt-charter",
  "act.corrected": "correct",
  "act.retracted": "retract",
} as const;

/** Every core kind there is; the catalogue is closed. */
export type KindName = keyof typeof deeds;
