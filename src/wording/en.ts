/** The words of English. */

import type { TitleParts, Words } from "./words.ts";

const rules = new Intl.PluralRules("en");

const counted =
  (one: string, other: string) =>
  (count: number): string =>
    `${count} ${rules.select(count) === "one" ? one : other}`;

const list = (names: readonly string[]): string => {
  const [first = "", second = "", third] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  if (names.length === 3) return `${first}, ${second} and ${third}`;
  return `${first}, ${second} and ${names.length - 2} others`;
};

/** "Armenia signed: Treaty"; without a name, "Signed: Treaty". */
const did =
  (verb: string) =>
  ({ who, what }: TitleParts): string => {
    const begin = who === "" ? verb.charAt(0).toUpperCase() + verb.slice(1) : `${who} ${verb}`;
    return what === "" ? begin : `${begin}: ${what}`;
  };

/** "Entry into force: Treaty". */
const happened =
  (noun: string) =>
  ({ who, what }: TitleParts): string => {
    const rest = [what, who].filter((text) => text !== "").join(", ");
    return rest === "" ? noun : `${noun}: ${rest}`;
  };

const acts = counted("act", "acts");
const entries = counted("entry", "entries");
const errors = counted("error", "errors");
const sources = counted("source", "sources");

export const en: Words = {
  statuses: {
    none: "none",
    signatory: "signatory",
    party: "party",
    member: "member",
    suspended: "suspended",
    withdrawing: "withdrawing",
    lapsed: "lapsed",
    withdrawn: "withdrawn",
    expelled: "expelled",
    uncertain: "uncertain",
    unknown: "not known",
  },
  values: { "in-force": "in force", "not-in-force": "not in force" },
  version: (n) => `version ${n}`,
  fields: {
    occurredOn: "day",
    effectiveOn: "in effect",
    gist: "content",
    actors: "actors",
    declined: "declined",
    place: "place",
    law: "law",
    body: "body",
    positions: "positions",
    tally: "count",
    basis: "basis",
    value: "value",
    receivedOn: "received on",
    for: "for",
    of: "of",
    position: "position",
    statement: "statement",
    kind: "kind of act",
    about: "about",
    act: "act",
    title: "title",
    publisher: "publisher",
    address: "address",
    standing: "standing",
    published: "published",
    seen: "text seen",
    note: "note",
  },
  certainties: { certain: "certain", uncertain: "uncertain", disputed: "disputed" },
  legend: {
    disputed:
      "Disputed: precise claims, or readings of the law, disagree; the value shown is that of " +
      "the preferred claim or reading.",
    uncertain:
      "Uncertain: the sources give no precise day, so that on this day more than one value is " +
      "possible; none is preferred.",
    undetermined:
      "Undetermined: the rule cannot be decided on what is recorded; what is missing is named.",
    unknown: "Not known: the sources looked at say nothing of it.",
  },
  confidences: { high: "high", medium: "medium", low: "low", unsourced: "unsourced" },
  standings: {
    "primary-text": "primary text",
    official: "official",
    agency: "news agency",
    study: "study",
    press: "press",
    encyclopaedia: "encyclopaedia",
    copy: "copy",
    none: "none",
  },
  differences: {
    error: "in error",
    imprecise: "less precise",
    contested: "contested",
    superseded: "superseded",
    unverified: "unverified",
    note: "note",
  },
  grounds: {
    "higher-standing": "the source stands higher",
    "primary-text": "the primary text says so",
    register: "the depositary's register says so",
    "later-and-better": "a later and better informed source",
    "more-precise": "the more precise of the claims",
    "only-source": "the only source",
    majority: "most sources say so",
    "new-source": "a source was found later",
    editor: "the editors' judgement",
  },
  seen: { full: "seen in full", part: "seen in part", no: "not seen" },
  yes: "yes",
  no: "no",
  columns: {
    state: "State",
    name: "Name",
    status: "Status",
    since: "Since",
    from: "From",
    until: "Until",
    certainty: "Certainty",
    possible: "Possible",
    instruments: "Instruments",
    acts: "Acts",
    part: "Part",
    act: "Act",
    kind: "Kind",
    title: "Title",
    clause: "Clause",
    claim: "Claim",
    source: "Source",
    standing: "Standing",
    says: "Says",
    confidence: "Confidence",
    differs: "Differs",
    subject: "Subject",
    before: "Before",
    after: "After",
    on: "On",
    provision: "Provision",
    version: "Version",
    inForce: "In force",
    seen: "Text",
    gist: "Gist",
    occurredOn: "Occurred",
    effectiveOn: "Effective",
    actors: "Who",
  },
  parts: {
    because: "because",
    against: "against",
    alsoSaid: "also said, without effect",
  },
  kinds: {
    "instrument.signed": "Signature",
    "instrument.ratified": "Ratification",
    "instrument.deposited": "Deposit",
    "instrument.acceded": "Accession",
    "instrument.entered-into-force": "Entry into force",
    "instrument.terminated": "Termination",
    "renewal.declined": "Renewal declined",
    "membership.restored": "Membership restored",
    "membership.suspended": "Membership suspended",
    "membership.resumed": "Membership resumed",
    "member.expelled": "Expulsion",
    "withdrawal.notified": "Notice of withdrawal",
    "withdrawal.revoked": "Notice of withdrawal revoked",
    "freeze.declared": "Declaration of a freeze",
    "statement.made": "Statement",
    "decision.put": "Decision",
    "consent.expressed-later": "Later consent",
    "assistance.requested": "Request for assistance",
    "consultation.invoked": "Call for consultations",
    "source.stated": "A source's statement",
    "source.registered": "Source",
    "completeness.declared": "Completeness",
    "charter.adopted": "Charter pack",
    "act.corrected": "Correction",
    "act.retracted": "Retraction",
  },
  titles: {
    "instrument.signed": did("signed"),
    "instrument.ratified": did("ratified"),
    "instrument.deposited": did("deposited an instrument"),
    "instrument.acceded": did("acceded"),
    "instrument.entered-into-force": happened("Entry into force"),
    "instrument.terminated": happened("End of force"),
    "renewal.declined": did("declined renewal"),
    "membership.restored": happened("Membership restored"),
    "membership.suspended": happened("Membership suspended"),
    "membership.resumed": happened("Membership resumed"),
    "member.expelled": happened("Expulsion"),
    "withdrawal.notified": did("gave notice of withdrawal"),
    "withdrawal.revoked": did("revoked the notice of withdrawal"),
    "freeze.declared": did("declared its participation frozen"),
    "statement.made": did("made a statement"),
    "decision.put": happened("Decision put"),
    "consent.expressed-later": did("consented later"),
    "assistance.requested": did("requested assistance"),
    "consultation.invoked": did("called for consultations"),
    "source.stated": happened("A source states"),
    "source.registered": happened("Source registered"),
    "completeness.declared": happened("Completeness declared"),
    "charter.adopted": happened("Charter pack adopted"),
    "act.corrected": happened("Correction"),
    "act.retracted": happened("Retraction"),
  },
  list,
  acts,
  entries,
  states: counted("state", "states"),
  sentences: {
    membersOn: (org, on) => `${org}: who was bound on ${on}`,
    statusOn: (name, status, on) => `${name}, on ${on}: ${status}`,
    whyOn: (subject, value, on) => `${subject}, on ${on}: ${value}`,
    changed: (org, from, to) => `${org}: what changed from ${from} to ${to}`,
    provisionOn: (cite, on) => `${cite}, on ${on}`,
    timeline: (org, count) => `${org}: ${acts(count)}`,
    counts: (counts) =>
      `Counted: ${counts.map(([status, count]) => `${status} ${count}`).join(", ")}.`,
    nothing: "Nothing to show.",
    readThrough: (lens) => `Read through a lens: ${lens}.`,
    known: (known) => `as known at ${known}`,
    publishedBy: (day) => `published by ${day}`,
    accordingTo: (sources) => `according to ${sources.join(", ")}`,
    undated: (sources) => `Left out, as they bear no day of publication: ${sources.join(", ")}.`,
    contested: "A row in brackets is no member by the preferred claims; others say that it is.",
    restsOn: (clauses) => `Clauses: ${clauses.join(", ")}.`,
    ground: (act, rule) => `Ground for preferring a claim (${act}): ${rule}`,
    gives: (values) => `speaks for: ${values}`,
    computed: (value) => `By the rule of the instrument itself: ${value}.`,
    depositsNotConfirmed:
      "The rule of the instrument gives no day by itself: the deposits are not confirmed.",
    held: (since, until) =>
      until === undefined ? `So since ${since}.` : `So since ${since}, no longer from ${until}.`,
    reading: (axis, reading) => `Under the reading "${reading}" of ${axis}`,
    corrected: (act) => `${act} was corrected`,
    retracted: (act) => `${act} was retracted`,
    amended: (by, on) => `Amended by ${by} on ${on}.`,
    notSeen: "The text itself was not seen in full; the gist rests on what others report of it.",
    checkedPack: (pack, version, hash) => `${pack} ${version}: no errors (${hash})`,
    checkedRecord: (count) => `${acts(count)}: no errors`,
    errorsFound: (count) => `${errors(count)} found`,
    synced: (org, count, actCount, sourceCount) =>
      count === 0
        ? `${org}: nothing new to enter`
        : `${org}: ${entries(count)} entered (${acts(actCount)}, ${sources(sourceCount)})`,
    entered: (act, seq) => `${act} entered at place ${seq}`,
    holds: (count, root) => `The ledger holds ${entries(count)}; root ${root}`,
  },
};
