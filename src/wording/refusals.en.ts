/** What refusals say in English. Fixed words are followed by what was found and what is accepted. */

import type { Refusals, Told } from "./codes.ts";

/** The first of several errors with its place, and how many more there are. */
const firstOf = ({ first, more }: Told): string =>
  more === 0 ? `${first}` : `${first} (and ${more} more)`;

const restore = "To restore it: foedus restore FILE, with the last backup.";

export const refusalsEn: Refusals = {
  general: "this is not accepted",
  found: "found",
  accepted: "accepted",
  "query.actor": "this names no actor: a state by its code, anybody else by an address",
  "query.day": "this is not a day of the calendar",
  "query.from-after-to": "the first day lies after the last",
  "query.kind": "there is no such kind of act",
  "query.known": "this is neither an instant nor a number of entries",
  "query.known-beyond": "the ledger does not hold so many entries",
  "query.language": "this language is not spoken here",
  "query.lens-contradicts": "none of these sources was published by that day",
  "query.missing": "this is needed and was not given",
  "query.no-procedure": "the charter pack knows no procedure of that body",
  "query.no-such-act": "the record, as known and read here, holds no such act",
  "query.no-such-body": "the charter pack holds no such body",
  "query.no-such-command": "there is no such question",
  "query.no-such-fact": "no claim carries that fact of a source",
  "query.no-such-provision": "the charter pack holds no such provision",
  "query.no-such-situation": "the record holds no such situation",
  "query.no-such-source": "no such source is registered",
  "query.no-such-state": "neither the charter pack nor the record knows that state",
  "query.no-such-subject": "nothing of that name is known here",
  "query.word": "this is none of the words that stand here",
  "query.number": "this is no number that stands here",
  "query.year": "this is no year",
  "query.no-such-relation": "the record tells of no dealings with this organization",
  "source.numbered": "this is no series of numbers in order",
  "query.repeated": "this was given more than once",
  "query.source": "this is not the id of a source",
  "query.state": "this is not the code of a state",
  "query.subject": "this names nothing that could be explained",
  "query.unknown-parameter": "this question takes no such parameter",
  "decide.later-before": "a later expression cannot come before the sitting",
  "decide.no-such-form": "the procedure knows no such form",
  "decide.outside": "this state is outside the electorate and takes no position",
  "cli.contradiction": "these two exclude each other",
  "cli.missing-argument": "this is needed and was not given",
  "cli.missing-value": "a value must follow",
  "cli.not-readable": "this cannot be read",
  "cli.output": ({ found }) => `The answer could not be written: ${found}.`,
  "cli.not-writable": ({ path }) => `Nothing can be written to ${path}.`,
  "cli.not-utf-8": "this is not text in UTF-8",
  "cli.number": "this is not a whole number in the range",
  "cli.too-many-arguments": "this command takes no further word",
  "cli.unknown-command": "there is no such command",
  "cli.unknown-flag": "this command takes no such flag",
  "cli.word": "this word is not among those accepted",
  "cli.bug": ({ found }) =>
    `Foedus made a mistake of its own and stopped: ${found}. Please report it.`,
  "serve.host": "the server cannot listen on this address",
  "serve.not-built": "the pages are not built yet; build them first",
  "serve.port-not-permitted": "this port needs more rights than the server has",
  "serve.port-taken":
    "this port is taken by another program; set PORT to another, or to 0 for any free one",
  "http.bug": "the server made a mistake of its own; please report it",
  "http.encoding": "this is not text in UTF-8, percent-encoded where needed",
  "http.method": "this address does not answer to that method",
  "http.no-such-part": "the answer has no such part",
  "http.no-such-path": "there is nothing at this address",
  "http.part": "this is not the number of a part",
  "http.request": "this is not a sound request",
  "http.too-long": "the address is too long",
  "file.missing": "the file is missing",
  "file.too-deep": "the nesting is too deep",
  "file.too-large": "the file is too large",
  "file.unknown": "a file of this name has no place here",
  "yaml.alias": "aliases are not allowed",
  "yaml.anchor": "anchors are not allowed",
  "yaml.byte-order-mark": "a byte order mark is not allowed",
  "yaml.character": "this character is not allowed",
  "yaml.directive": "directives are not allowed",
  "yaml.documents": "a file holds one document only",
  "yaml.duplicate-key": "the key stands twice",
  "yaml.empty": "the file is empty",
  "yaml.escape": "this escape is not allowed",
  "yaml.key": "a key must be plain text",
  "yaml.line-ending": "lines end with a line feed alone",
  "yaml.merge-key": "merge keys are not allowed",
  "yaml.syntax": "this is not sound YAML",
  "yaml.tab": "tabs are not allowed",
  "yaml.tag": "tags are not allowed",
  "schema.form": "the form is wrong",
  "schema.missing": "something that must be here is missing",
  "schema.range": "the value is out of range",
  "schema.type": "another kind of value stands here than must",
  "schema.unknown-key": "the key is unknown here",
  "schema.value": "the word is not among those accepted",
  "date.form": "this is not a date in an accepted form",
  "date.no-such-day": "the calendar has no such day",
  "date.order": "the span ends before it begins",
  "date.span": "one day is wanted here, not a span",
  "date.no-span": "a span is wanted here, not one day",
  "period.form": "this is not a period",
  "instant.form": "this is not an instant in UTC at full width",
  "id.duplicate": "the id stands twice",
  "id.file-name": "the id and the name of the file differ",
  "id.reserved": "the id is reserved",
  "list.duplicate": "the same thing stands twice in the list",
  "ref.self": "this names itself",
  "ref.unknown": "this names something that does not exist",
  "case.fails": "a worked case does not come out as it is written",
  "finding.kind": "no pack may invent a kind of finding; its own are kinds of judgement",
  "knob.missing": "the option does not say what the law leaves to it",
  "knob.value": "the option gives the knob a word it does not know",
  "norm.case-missing": "the norm lacks a worked case that shows this",
  "norm.conflict-open":
    "one norm asks for what the other forbids, and no rule says which of them yields",
  "norm.cost": "the norms of this pack could cost more than is allowed",
  "norm.day-unsourced": "a day stands here that no source is named for",
  "norm.field": "what this names has no such field",
  "norm.nesting": "too many quantifiers stand within each other",
  "norm.orphan": "no version of a provision holds this norm",
  "norm.unbound": "nothing binds this name before it is used",
  "pack.constitutive": "the constitutive instrument is not among those of membership",
  "pack.loop": "these name one another in a circle",
  "pack.one-of": "exactly one of these must stand",
  "pack.roots": "there must be exactly one highest body",
  "pack.term-missing": "this needs a term, and none is stated",
  "pack.time-zone": "there is no such time zone",
  "pack.too-large": "the pack is too large",
  "pack.version-order": "versions are numbered 1, 2, 3 without gaps",
  "vocab.missing": "the word stands in one language only, or not at all",
  "about.missing": "what an act of this kind is about is missing",
  "about.type": "an act of this kind cannot be about this",
  "add.release": "an added act belongs to no release",
  "add.released": "a released act is mended in the files of the record, not here",
  "claim.contests-nothing": "where no claim is preferred, there is none to contest",
  "claim.differs-missing": "a claim that is not preferred must say how it differs",
  "claim.differs-preferred": "a preferred claim does not differ",
  "claim.ground-missing": "with more than one claim, the ground of the preference must be stated",
  "claim.preferred-missing": "with more than one claim, the preferred one must be named",
  "claim.reserved": "no claim may have this id: as a preference it says that none is preferred",
  "claim.says-not": "the preferred claim says nothing of this field",
  "claim.silent": "no claim says anything that the act needs",
  "claim.unknown": "the act has no such claim",
  "correct.unknown": "this corrects an act that does not exist",
  "correct.version": "this corrects another version than the last",
  "count.contradicts": "the count contradicts what stands beside it",
  "finding.id": "only a judgement is named by an id",
  "finding.value": "a finding of this kind cannot have this value",
  "id.taken": "the id is taken already",
  "kind.program": "acts of this kind are made by the program alone",
  "kind.unknown": "there is no such kind of act",
  "list.contradicts": "the two lists contradict each other",
  "ref.act": "this names an act that does not exist",
  "ref.circle": "these acts come after one another in a circle",
  "ref.itself": "the act names itself",
  "ref.source": "this names a source that is not registered",
  "ref.type": "an act of this kind cannot be about such a thing",
  "release.order": "releases are numbered 1, 2, 3 without gaps",
  "release.time": "a release is recorded before the one that precedes it",
  "release.unknown": "there is no such release",
  "retract.unknown": "this retracts an act that does not exist",
  "share.sum": "the shares sum to more than the whole",
  "source.fact": "this fact is said to stand in a field that the source does not have",
  "release.edited":
    "a released act was edited in place; write it again as a correction in a later release",
  "release.late": "an act was added to a release that is entered already; give it a later release",
  "release.moved": "the moment of a release that is entered already was changed",
  "release.order-moved": "the order of a release that is entered already was changed",
  "release.removed": "a released act was removed from the files; retract it in a later release",
  "release.signed-by-others":
    "an open release was changed, but acts that others signed stand behind it, and nobody can sign " +
    "those anew; close the release and write a correction in the next one",
  "entry.depth": "the entry is nested too deeply",
  "entry.duplicate": "the same thing stands twice in a list of the entry",
  "entry.duplicate-key": "a key stands twice in the entry",
  "entry.form": "a text of the entry has the wrong form",
  "entry.missing": "the entry lacks a key that it must have",
  "entry.not-canonical": "the entry is not in canonical form",
  "entry.not-json": "the entry is not JSON",
  "entry.not-plain": "the entry is not plain JSON",
  "entry.passkey-reserved":
    "a signature by passkey is of no use yet; it comes with the delegations",
  "entry.number": "the entry holds a number that is no safe whole number",
  "entry.reference": "the entry names a claim, a field or an act wrongly",
  "entry.too-large": "the entry is too large",
  "entry.type": "another kind of value stands in the entry than must",
  "entry.unknown-key": "the entry holds an unknown key",
  "entry.unsealed":
    "a text for people stands open in an act that not everybody may read; put it under a seal",
  "entry.value": "the entry holds a word that is not among those accepted",
  "entry.version": "the entry has an unknown version",
  "ledger.entry-too-large": ({ id, bytes }) => `The act ${id} is too large: ${bytes} bytes.`,
  "ledger.id-taken": ({ id, seq }) =>
    `The id ${id} is taken already, at place ${seq} of the ledger; choose another.`,
  "ledger.key-reused": ({ key, seq }) =>
    `The key ${key} was used before, for other acts, entered at place ${seq}. ` +
    "A key stands for one submission.",
  "ledger.size-moved": ({ expected, found }) =>
    `The ledger grew meanwhile: ${expected} entries were expected, ${found} are there. Try again.`,
  "ledger.behind": ({ org, missing }) =>
    `Note: the ledger of ${org} lacks ${missing} of the released entries; run: foedus record sync`,
  "ledger.differs": ({ org, place }) =>
    `Note: the ledger of ${org} differs from the files at ${place}; the answer is the ledger's.`,
  "ledger.filled": ({ org, entries }) =>
    `Note: the ledger of ${org} was filled from the files: ${entries} entries.`,
  "ledger.rebuilt": ({ org, aside, carried }) =>
    `Note: the open release of ${org} changed; its ledger was made anew, ${carried} entries of ` +
    `this installation were carried over, the former one is kept as ${aside}.`,
  "ledger.renewed": ({ org, aside }) =>
    `Note: the ledger of ${org} was of format 0, which nobody promised to keep; it is made anew ` +
    `from the files, the former one is kept as ${aside}.`,
  "records.malformed": (told) =>
    told["place"] === undefined
      ? `The files of the record are malformed at ${firstOf(told)}`
      : `Note: the files of ${told["org"]} are malformed at ${told["place"]}; the answer is the ledger's.`,
  "records.edited": (told) =>
    `Released acts were edited in place; write corrections in a later release. First: ${firstOf(told)}`,
  "addition.malformed": (told) => `Nothing was entered; the file is malformed at ${firstOf(told)}`,
  "pack.malformed": (told) => `The charter pack is malformed at ${firstOf(told)}`,
  "ledger.damaged": ({ seq, found }) =>
    `The ledger is damaged: entry ${seq} cannot be read (${found}).`,
  "org.unknown": "there is no charter pack of that name",
  "log.bundle": ({ path, seq }) =>
    `${path}: the entries from ${seq} on are not as many as the checkpoint covers, or cut short.`,
  "log.checkpoint": ({ path, found }) =>
    `${path}: this is no checkpoint that the log's key signed (${found}).`,
  "log.entry": ({ path, seq, found }) => `${path}: entry ${seq} is malformed (${found}).`,
  "log.missing": ({ path }) => `${path}: the file is not there.`,
  "log.root": ({ path }) => `${path}: the entries are not those that were signed for.`,
  "log.signature": ({ path, seq, found }) =>
    `${path}: entry ${seq} is not signed as it must be (${found}).`,
  "log.tile": ({ path, seq }) =>
    `${path}: the hashes are not those of the entries; the first that differs is over entry ${seq}.`,
  "log.vkey": ({ path, found }) => `${path}: this is no line of a verifier key (${found}).`,
  "export.other-log": ({ path }) =>
    `In ${path} stands another log. Nothing was written; choose an empty folder.`,
  "backup.exists": ({ path }) =>
    `There is a file ${path} already. A backup is written over nothing; choose another name.`,
  "backup.none": ({ path }) => `The file ${path} is no backup of a ledger, or not a whole one.`,
  "restore.behind": ({ path, size, signed }) =>
    `The backup ends at ${size} entries, but the ledger ${path} had signed for ${signed}. Going on ` +
    "from here would make a second history. Find a newer backup or another member's copy.",
  "restore.occupied": ({ path }) =>
    `A ledger stands at ${path}. Move it aside first; nothing is restored over it.`,
  "restore.other-log": ({ path }) =>
    `The key ${path} is another log's. Move the keys beside it aside first.`,
  "key.damaged": ({ path }) =>
    `The key file ${path} holds no key, or not the one of its ledger. Put back a copy of it; the ` +
    "ledger itself need not be damaged.",
  "key.ended": "the key was rotated or revoked before",
  "key.first": "a ledger begins with the key of its registrar, signed by that key",
  "key.last-registrar": "the last key of the registrar cannot be revoked; rotate it",
  "key.malformed": "an act about a key does not say what it must",
  "key.missing": ({ path }) =>
    `The key file ${path} is not there. Put back a copy of it: another key would be another ledger.`,
  "key.not-held": "the new key did not sign, so nobody has shown that it is held",
  "key.not-registrar": ({ org }) =>
    `The key in registrar.key is none that may sign for the registrar of ${org} now. ` +
    "Put back the one that the ledger names last.",
  "key.taken": "the id or the key was used before",
  "key.unknown": "there is no such key",
  "signature.ended-key": "the key that signed was rotated or revoked before this place",
  "signature.not-holder": "no key of the person who acts has signed",
  "signature.not-registrar": "no key of the registrar has signed",
  "signature.unknown-key": "a key signed that is not registered at this place",
  "signature.wrong": "the signature is not that of the key over this act in this ledger",
  "store.checkpoint-missing": ({ path }) =>
    `The signed checkpoint ${path} is not there, or does not verify, so nobody can tell whether the ` +
    `ledger is whole. Put back a copy of the file. ${restore}`,
  "store.closed": "The store was closed already.",
  "store.damaged": "The store is damaged.",
  "store.entry-damaged": ({ path, seq }) =>
    `The ledger ${path} is damaged: entry ${seq} is not what was entered. Nothing was read from ` +
    `it. ${restore}`,
  "store.failed": ({ path, found }) => `The ledger ${path} could not be read or written: ${found}.`,
  "store.format": ({ path, found }) =>
    `The file ${path} is no ledger of this program: found ${found}.`,
  "store.head-mismatch": ({ path, size, foundSize }) =>
    `The ledger ${path} does not match its own head: ${size} entries and their root are promised, ` +
    `${foundSize} with another root are there. Nothing was read from it. ${restore}`,
  "store.lock-lost": "Another process took the ledger over.",
  "store.locked": ({ path, pid, purpose }) =>
    `The ledger ${path} is being written by process ${pid} (${purpose}). ` +
    "Stop it, enter, and start it again.",
  "store.not-found": ({ path }) => `There is no ledger at ${path}.`,
  "store.not-permitted": ({ path }) =>
    `The ledger ${path} may not be read or written by this user.`,
  "store.other-org": ({ path, found }) => `The ledger ${path} is that of ${found}.`,
  "store.read-only": "The store was opened for reading only.",
  "store.rewritten": ({ path, signed }) =>
    `The ledger ${path} was changed: its first ${signed} entries are sound one by one, but not those ` +
    `that were signed for. Nothing was read from it. ${restore}`,
  "store.tail-lost": ({ path, seq, signed }) =>
    `The ledger ${path} has lost entries: ${signed} were signed for, and from ${seq} on they are not ` +
    `there. Nothing was read from it. ${restore}`,
};
