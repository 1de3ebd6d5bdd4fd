/** The words of English. */

import { kinds, titles } from "./kinds.en.ts";
import { lists } from "./lists.en.ts";
import { verdictsEn } from "./verdicts/en.ts";
import type { Words } from "./words.ts";

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

const acts = counted("act", "acts");
const entries = counted("entry", "entries");
const errors = counted("error", "errors");
const sources = counted("source", "sources");
const signatures = counted("signature", "signatures");

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
  lists,
  verdicts: verdictsEn,
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
    absent: "absent",
    abstain: "abstain",
    acting: "acting",
    affiliation: "affiliation",
    against: "against",
    aliases: "also called",
    amount: "amount",
    approximate: "approximate",
    area: "area",
    author: "author",
    by: "by",
    chair: "chair",
    class: "class",
    commander: "commander",
    contingent: "contingent",
    currency: "currency",
    days: "days",
    documents: "documents",
    drafts: "drafts",
    due: "due",
    finding: "finding",
    force: "force",
    forces: "forces",
    form: "form",
    from: "from",
    grouping: "grouping",
    host: "host",
    id: "id",
    in: "in",
    insteadOf: "instead of",
    mode: "mode",
    names: "names",
    number: "number",
    observers: "observers",
    participants: "participants",
    partOf: "part of",
    property: "on",
    proposedBy: "proposed by",
    reason: "reason",
    reported: "outcome reported",
    resolution: "resolution",
    role: "role",
    series: "series",
    session: "session",
    shares: "shares",
    signatories: "signed by",
    source: "source",
    state: "state",
    status: "standing granted",
    strength: "strength",
    term: "term",
    thing: "thing",
    to: "to",
    total: "total",
    until: "until",
    year: "year",
  },
  certainties: { certain: "certain", uncertain: "uncertain", disputed: "disputed" },
  legend: {
    signatory: "Signatory: has signed or acceded, and is not yet bound.",
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
    until: "No longer from",
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
  kinds,
  titles,
  list,
  acts,
  entries,
  states: counted("state", "states"),
  sentences: {
    membersOn: (org, on) => `${org}: the status of states on ${on}`,
    statusOn: (name, status, on) => `${name}, on ${on}: ${status}`,
    whyOn: (subject, value, on) => `${subject}, on ${on}: ${value}`,
    changed: (org, from, to) => `${org}: what changed from ${from} to ${to}`,
    provisionOn: (cite, on) => `${cite}, on ${on}`,
    timeline: (org, count) => `${org}: ${acts(count)}`,
    counts: (counts) =>
      `Counted: ${counts.map(([status, count]) => `${status} ${count}`).join(", ")}.`,
    nothing: "Nothing to show.",
    nothingKnown: "Not known: what is seen through this lens says nothing of it.",
    ahead: (day) =>
      `The last act recorded is of ${day}. The day asked about lies ahead: the answer is what will ` +
      "be so if nothing else happens.",
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
    synced: (org, count, actCount, sourceCount, others) =>
      count === 0
        ? `${org}: nothing new to enter`
        : `${org}: ${entries(count)} entered (${acts(actCount)}, ${sources(sourceCount)}, ${others} of other kinds)`,
    entered: (act, seq) => `${act} entered at place ${seq}`,
    verified: (origin, size, root, count) =>
      `The log ${origin} is whole: ${entries(size)}, ${signatures(count)} on acts; root ${root}`,
    cosigned: (origin, size, root) => `Cosigned: the log ${origin}, ${entries(size)}; root ${root}`,
    exported: (dir, size, root, files) =>
      `The log stands in ${dir}: ${entries(size)} in ${files} files; root ${root}`,
    backedUp: (origin, size, root) =>
      `Backed up: the log ${origin}, ${entries(size)}; root ${root}`,
    restored: (origin, size, root) =>
      `Restored and read again: the log ${origin}, ${entries(size)}; root ${root}`,
    holds: (count, root) => `The ledger holds ${entries(count)}; root ${root}`,
  },
};
