/**
 * A tiny valid pack of an invented organization, and ways to spoil it, for tests of every room.
 */

import { loadPack } from "./load.ts";
import type { Pack } from "./pack.ts";

const pack = `schema: foedus-pack/0
id: lakes
version: "0.1.0"
names: { en: "League of the Lakes", ru: "Лига озёр" }
short: { en: "LL", ru: "ЛО" }
seat:
  place: { en: "Norhaven", ru: "Норхавен" }
  timeZone: Europe/Moscow
languages: [en, ru]
membership:
  instruments: [treaty, charter]
  constitutive: charter
sameDay:
  - { first: membership.suspended, then: instrument.entered-into-force, authority: [c-2] }
maintainers: ["The Foedus maintainers"]
disputedTerritory:
  - id: far-shore
    names: { en: "Far Shore", ru: "Дальний берег" }
    note: { en: "Claimed by two.", ru: "На него притязают двое." }
    sources: ["Survey of 2001"]
`;

const parties = `states:
  - id: XNA
    numeric: "901"
    names: { en: "Norland", ru: "Норландия" }
    forms: { en: ["Norlandish"], ru: ["Норландии", "Норландию"] }
  - id: XNB
    names: { en: "Esteria", ru: "Эстерия" }
others:
  - { id: org/un, names: { en: "United Nations", ru: "Организация Объединённых Наций" } }
`;

const treaty = `id: treaty
kind: treaty
names: { en: "Lake Treaty", ru: "Озёрный договор" }
text:
  title: "Treaty on the Lakes"
  date: "1992-05-15"
  place: "Norhaven"
  seen: part
authority: [t-2]
life:
  bindsOn: { signature: act, accession: { value: own-deposit, authority: unsourced } }
  force: { asserted: true }
  term: { from: force, length: P5Y, lastDay: anniversary }
  prolongation:
    by: protocol
    length: P5Y
    renewal: automatic
    gap: { axis: gap }
  withdrawal: { notice: P6M, countedFrom: receipt, authority: [t-2] }
  suspension: { by: council, touches: { value: unknown, authority: unsourced } }
  expulsion: { by: council }
  depositary: XNA
`;

const charter = `id: charter
kind: charter
names: { en: "Charter", ru: "Устав" }
text: { title: "Charter of the League", date: "2002-10", seen: no }
authority: [c-2]
life:
  bindsOn: { signature: own-deposit, accession: own-deposit }
  force: { deposits: 2, plus: P30D }
  depositary: { value: org/un, authority: [c-2] }
note: { en: "A note.", ru: "Заметка." }
`;

const protocol = `id: protocol
kind: protocol
names: { en: "Protocol", ru: "Протокол" }
text: { title: "Protocol of prolongation", date: "1999", seen: full }
authority: unsourced
life:
  bindsOn: { signature: act, accession: never }
  force: { on: "1999-04-02", source: "The text itself" }
  amends: [treaty]
`;

const rules = `id: rules
kind: rules
names: { en: "Rules", ru: "Правила" }
text: { title: "Rules of procedure", date: "2004-06-18", seen: no }
authority: [c-2]
life:
  bindsOn: { signature: unknown, accession: never }
  force: { with: charter }
  term: { from: force, length: P1Y, lastDay: day-before-anniversary }
  renewal: { length: P1Y, unlessDeclined: { before: P6M } }
`;

const treatyProvisions = `instrument: treaty
provisions:
  - id: t-1
    locator: "article 1"
    versions:
      - n: 1
        from: { inForce: treaty }
        seen: part
        confidence: high
        gist: { en: "No war on the lakes.", ru: "Никакой войны на озёрах." }
      - n: 2
        from: { inForce: protocol }
        seen: part
        confidence: medium
        gist: { en: "As before, and no threats.", ru: "Как прежде, и никаких угроз." }
        note: { en: "A note.", ru: "Заметка." }
  - id: t-2
    locator: "article 2"
    versions:
      - { n: 1, from: { inForce: treaty }, seen: no, confidence: low, gist: { en: "In force.", ru: "Вступление." } }
`;

const charterProvisions = `instrument: charter
provisions:
  - id: c-2
    locator: "article 2"
    versions:
      - { n: 1, from: { inForce: charter }, seen: full, confidence: unsourced, gist: { en: "Council.", ru: "Совет." } }
`;

const readings = `axes:
  - id: gap
    question: { en: "Did the Treaty run on?", ru: "Продолжал ли договор действовать?" }
    touches: [t-2]
    displayReading: none
    options:
      - id: ran-on
        gist: { en: "It ran on.", ru: "Продолжал." }
        heldBy: [XNA]
        sources: [lakes.memo]
        knobs: { gap: continuous }
      - id: came-back
        gist: { en: "It came back.", ru: "Возобновился." }
        sources: [lakes.note]
        from: "2000-05-01"
        knobs: { gap: revived }
`;

const bodies = `bodies:
  - id: council
    names: { en: "Council", ru: "Совет" }
    class: highest
    authority: [c-2]
  - id: secretariat
    names: { en: "Secretariat", ru: "Секретариат" }
    short: { en: "S", ru: "С" }
    parent: council
    class: permanent-working
    authority: unsourced
  - id: archive
    names: { en: "Archive", ru: "Архив" }
    parent: secretariat
    class: office
    authority: unsourced
`;

const forces = `forces:
  - id: patrol
    names: { en: "Lake Patrol", ru: "Озёрный патруль" }
    class: regional
    authority: [c-2]
`;

/** The texts of the tiny pack by path; each is valid, and so are all together. */
export const tinyFiles: ReadonlyMap<string, string> = new Map([
  ["pack.yaml", pack],
  ["parties.yaml", parties],
  ["instruments/treaty.yaml", treaty],
  ["instruments/charter.yaml", charter],
  ["instruments/protocol.yaml", protocol],
  ["instruments/rules.yaml", rules],
  ["provisions/treaty.yaml", treatyProvisions],
  ["provisions/charter.yaml", charterProvisions],
  ["readings.yaml", readings],
  ["bodies.yaml", bodies],
  ["forces.yaml", forces],
  ["vocab/en.yaml", `terms:\n  coalition: "coalition force"\n  regional: "regional force"\n`],
  ["vocab/ru.yaml", `terms:\n  coalition: "коалиционные силы"\n  regional: "региональные силы"\n`],
]);

/** Core deeds that tiny packs may name. */
export const tinyDeeds: ReadonlySet<string> = new Set([
  "sign",
  "state",
  "request-assistance",
  "invoke-consultations",
]);

/** The files with one passage of one file replaced; throws where the passage is not there once. */
export const patched = (
  files: ReadonlyMap<string, string>,
  file: string,
  passage: string,
  replacement: string,
): ReadonlyMap<string, string> => {
  const text = files.get(file);
  const parts = text?.split(passage) ?? [];
  if (parts.length !== 2) throw new Error(`${file}: ${parts.length - 1} times ${passage}`);
  return new Map(files).set(file, parts.join(replacement));
};

/** The tiny pack, loaded. */
export const tinyPack = (files: ReadonlyMap<string, string> = tinyFiles): Pack => {
  const loaded = loadPack(files, tinyDeeds);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
};
