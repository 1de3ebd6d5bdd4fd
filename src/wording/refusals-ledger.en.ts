/** What refusals of the ledger, its files and its keys say in English. */

import type { LedgerRefusals, Told } from "./codes.ts";

/** The first of several errors with its place, and how many more there are. */
export const firstOf = ({ first, more }: Told): string =>
  more === 0 ? `${first}` : `${first} (and ${more} more)`;

const restore = "To restore it: foedus restore FILE, with the last backup.";

export const ledgerRefusalsEn: LedgerRefusals = {
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
  "ledger.damaged": ({ seq, found }) =>
    `The ledger is damaged: entry ${seq} cannot be read (${found}).`,
  "log.bundle": ({ path, seq }) =>
    `${path}: the entries from ${seq} on are not as many as the checkpoint covers, or cut short.`,
  "log.checkpoint": ({ path, found }) =>
    `${path}: this is no checkpoint that the log's key signed (${found}).`,
  "log.entry": ({ path, seq, found }) => `${path}: entry ${seq} is malformed (${found}).`,
  "log.missing": ({ path }) => `${path}: the file is not there.`,
  "log.other-key": ({ path, found }) =>
    `${path}: another key than the one that was given: ${found}`,
  "log.order": ({ path, seq, found }) =>
    `${path}: entry ${seq} does not fit those before it (${found}).`,
  "log.root": ({ path }) => `${path}: the entries are not those that were signed for.`,
  "log.signature": ({ path, seq, found }) =>
    `${path}: entry ${seq} is not signed as it must be (${found}).`,
  "log.tile": ({ path, seq }) =>
    `${path}: the hashes are not those of the entries; the first that differs is over entry ${seq}.`,
  "log.unreachable": ({ path, found }) => `The log could not be asked for ${path}: ${found}.`,
  "log.vkey": ({ path, found }) => `${path}: this is no line of a verifier key (${found}).`,
  "witness.alarmed": ({ path }) =>
    `An alarm stands in ${path}. Nothing is cosigned until a person has looked into it and taken the ` +
    "file away.",
  "witness.damaged": ({ path }) =>
    `The checkpoint in ${path}, the last that this witness cosigned, is damaged. Put back a copy; ` +
    "without it the witness would believe whatever is shown.",
  "witness.first-key": ({ found }) =>
    `Note: the log's key was taken from the log itself; compare it with one that came another way: ${found}`,
  "witness.forked": ({ origin, path }) =>
    `ALARM: the log ${origin} has signed two histories that do not go together. Both checkpoints ` +
    `stand in ${path}; show them to the other members. Nothing was cosigned.`,
  "witness.name": "a name of a witness has no space and no +",
  "witness.other-log": ({ found }) =>
    `This folder follows another log, or another key was trusted at first: ${found}`,
  "witness.other-name": ({ found }) =>
    `The witness in this folder is called ${found}; a name is given once.`,
  "witness.rolled-back": ({ origin, path }) =>
    `ALARM: the log ${origin} shows fewer entries than it had signed for. It was put back, or an old ` +
    `state was served. Both checkpoints stand in ${path}. Nothing was cosigned.`,
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
