/**
 * A small valid record of the League of the Lakes, for tests that spoil it one passage at a time.
 */

const releases = `releases:
  - release: 1
    recordedAt: "2028-06-01T00:00:00.000Z"
    note: "First"
  - release: 2
    recordedAt: "2028-07-01T00:00:00.000Z"
    open: true
`;

const sources = `sources:
  - { id: gazette, title: "Lake Gazette", standing: official, published: "2027-03-02", seen: part, by: person/reeve, facts: { F003: by } }
  - id: memo
    title: "A memoir"
    publisher: "Norhaven Press"
    address: "norhaven.example"
    standing: press
    published: "2028~"
    note: "Out of print"
    release: 2
`;

const things = `things:
  - { id: person/reeve, names: { en: "A. Reeve", ru: "А. Рив" }, aliases: { ru: ["Рива"] } }
  - { id: exercise/wave, names: { en: "Wave", ru: "Волна" }, release: 2 }
`;

const completeness = `complete:
  - kinds: [sign, instrument.acceded]
    about: [instrument/treaty]
    span: "1992/2028"
    source: gazette
`;

const treaty = `acts:
  - id: lake.signed
    kind: instrument.signed
    about: [instrument/treaty]
    actors: [XNA, XNB]
    under: { clause: t-2, basis: inferred }
    title: { en: "Norland and Esteria sign", ru: "Норландия и Эстерия подписывают" }
    claims:
      - { id: a, source: gazette, at: "page 1", facts: [F001], confidence: high, says: { occurredOn: "1992-05-15" } }
      - { id: b, source: gazette, at: "page 2", confidence: low, differs: imprecise, says: { occurredOn: "1992", place: "Norhaven" } }
    preferred: a
    ground: { rule: more-precise, en: "It gives the day.", ru: "Указан день." }
  - id: lake.in-force
    kind: enter-into-force
    about: [instrument/treaty]
    after: [lake.signed]
    claims:
      - { id: a, source: gazette, confidence: high, says: { occurredOn: "1994-04-20" } }
  - id: lake.put
    kind: decision.put
    about: [force/patrol, act/lake.signed, membership/XNA, org/un]
    actors: [body/council]
    claims:
      - id: a
        source: gazette
        confidence: high
        says:
          occurredOn: "2009-06-14"
          body: council
          positions: { XNA: for, XNB: { position: absent, statement: "reservations" } }
      - { id: b, source: gazette, confidence: low, differs: contested, says: { occurredOn: "2009-06", tally: { for: 1, of: 2 } }, rests: [lake.signed] }
    preferred: { occurredOn: a, tally: b }
    ground: { rule: register }
`;

const later = `acts:
  - id: lake.in-force
    release: 2
    kind: instrument.entered-into-force
    about: [instrument/treaty]
    after: [lake.signed]
    corrects: { version: 1, ground: { rule: new-source } }
    claims:
      - { id: a, source: memo, confidence: high, says: { occurredOn: "1994-04-21", effectiveOn: "1994-04-20" } }
  - { id: lake.put, release: 2, retract: true, ground: { rule: editor, en: "It was another.", ru: "Это было другое." } }
`;

/** The record's texts by path; each is valid, and so are all together. */
export const tinyRecord: ReadonlyMap<string, string> = new Map([
  ["releases.yaml", releases],
  ["sources.yaml", sources],
  ["completeness.yaml", completeness],
  ["things/all.yaml", things],
  ["later/second.yaml", later],
  ["treaty.yaml", treaty],
]);
