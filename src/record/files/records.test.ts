import { describe, expect, test } from "vitest";
import { patched, tinyPack } from "#charter/testing";
import { readRecords } from "./records.ts";
import { tinyRecord } from "./testing.ts";

const pack = tinyPack();

const good = () => {
  const read = readRecords(tinyRecord, pack);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

describe("a record in the order of entry (S-8)", () => {
  test("by release, then sources, things, completeness, and the other files by name and place", () => {
    expect(
      good().items.map(({ act, release, file, line }) => [release, act.id, file, line]),
    ).toEqual([
      [1, "source.registered-gazette", "sources.yaml", 2],
      [1, "thing.registered-person.reeve", "things/all.yaml", 2],
      [1, "completeness.declared-1-1", "completeness.yaml", 2],
      [1, "lake.signed", "treaty.yaml", 2],
      [1, "lake.in-force", "treaty.yaml", 13],
      [1, "lake.put", "treaty.yaml", 19],
      [2, "source.registered-memo", "sources.yaml", 3],
      [2, "thing.registered-exercise.wave", "things/all.yaml", 3],
      [2, "act.corrected-lake.in-force-2", "later/second.yaml", 2],
      [2, "act.retracted-lake.put", "later/second.yaml", 10],
    ]);
  });

  test("a deed becomes its kind, a single claim is preferred, a correction holds the whole act", () => {
    const byId = new Map(good().items.map(({ act }) => [act.id, act]));
    expect(byId.get("lake.in-force")).toMatchObject({
      kind: "instrument.entered-into-force",
      preferred: "a",
      mode: "asserted",
      release: 1,
    });
    expect(byId.get("act.corrected-lake.in-force-2")).toEqual({
      id: "act.corrected-lake.in-force-2",
      org: "lakes",
      kind: "act.corrected",
      mode: "performed",
      by: { person: "office/registrar", capacity: "registrar" },
      release: 2,
      supersedes: { id: "lake.in-force", version: 1 },
      ground: { rule: "new-source" },
      fields: {
        act: {
          id: "lake.in-force",
          org: "lakes",
          kind: "instrument.entered-into-force",
          mode: "asserted",
          about: ["instrument/treaty"],
          after: ["lake.signed"],
          release: 2,
          claims: [
            {
              id: "a",
              source: "memo",
              confidence: "high",
              says: { occurredOn: "1994-04-21", effectiveOn: "1994-04-20" },
            },
          ],
          preferred: "a",
        },
      },
    });
    expect(byId.get("completeness.declared-1-1")).toMatchObject({
      fields: { kinds: ["instrument.signed", "instrument.acceded"], span: "1992/2028" },
    });
  });

  test("a thing is entered with its names, a source with the facts that its fields carry", () => {
    const byId = new Map(good().items.map(({ act }) => [act.id, act]));
    expect(byId.get("thing.registered-person.reeve")).toMatchObject({
      fields: {
        thing: "person/reeve",
        names: { en: "A. Reeve", ru: "А. Рив" },
        aliases: { ru: ["Рива"] },
      },
    });
    expect(byId.get("source.registered-gazette")).toMatchObject({
      fields: { by: "person/reeve", facts: { F003: "by" } },
    });
  });

  test("an empty list is the same as none", () => {
    const files = patched(
      tinyRecord,
      "treaty.yaml",
      "    actors: [body/council]\n",
      "    actors: []\n",
    );
    const read = readRecords(files, pack);
    const put = read.ok ? read.value.items.find(({ act }) => act.id === "lake.put") : undefined;
    expect(put?.act).not.toHaveProperty("actors");
  });
});

/** One passage of one file replaced; then exactly one error, with this code at this line. */
type Slip = readonly [
  file: string,
  passage: string,
  replacement: string,
  code: string,
  line: number,
];

const t = "treaty.yaml";
const r = "releases.yaml";
const s = "sources.yaml";
const c = "completeness.yaml";
const l = "later/second.yaml";
const n = "things/all.yaml";

const slips: readonly Slip[] = [
  // Releases.
  [r, "release: 2", "release: 3", "release.order", 5],
  [r, '"2028-07-01T00:00:00.000Z"', '"2028-06-01T00:00:00.000Z"', "release.time", 6],
  [r, '"2028-07-01T00:00:00.000Z"', '"2028-07-01"', "instant.form", 6],
  [r, '"2028-07-01T00:00:00.000Z"', "2028", "schema.type", 6],
  [r, "open: true", 'open: "yes"', "schema.type", 7],
  [r, 'note: "First"', 'remark: "First"', "schema.unknown-key", 4],
  [r, "    open: true", "    release: 2", "yaml.duplicate-key", 7],
  // Sources.
  [
    s,
    "    release: 2\n",
    '    release: 2\n  - { id: memo, title: "Again", standing: none }\n',
    "id.duplicate",
    11,
  ],
  [s, "standing: press", "standing: blog", "schema.value", 7],
  [s, "    standing: press\n", "", "schema.missing", 3],
  [s, '"2028~"', '"2028-13"', "date.no-such-day", 8],
  [s, '"2028~"', '"2027/2028"', "date.span", 8],
  [s, '"2028~"', "2028", "schema.type", 8],
  [s, "seen: part", "seen: most", "schema.value", 2],
  [s, "release: 2", "release: 0", "schema.range", 10],
  [s, "id: memo", "id: Memo", "schema.form", 3],
  [
    s,
    "    release: 2\n",
    '    release: 2\n  - { id: x, title: "New", standing: none, release: 9 }\n',
    "release.unknown",
    11,
  ],
  [s, "by: person/reeve,", "by: person/nobody,", "ref.unknown", 2],
  [s, "by: person/reeve,", "by: org/un,", "schema.form", 2],
  [s, "F003: by", "F003: author", "source.fact", 2],
  [s, "F003: by", "F003: mood", "schema.value", 2],
  [s, "F003: by", "third: by", "schema.form", 2],
  // Things.
  [n, "id: exercise/wave", "id: person/reeve", "id.duplicate", 3],
  [n, "id: exercise/wave", "id: org/un", "id.duplicate", 3],
  [n, "id: exercise/wave", "id: lake/norsee", "schema.form", 3],
  [n, "id: exercise/wave", "id: wave", "schema.form", 3],
  [n, ', ru: "Волна"', "", "schema.missing", 3],
  [n, "release: 2", "release: 7", "release.unknown", 3],
  [n, 'ru: ["Рива"]', 'de: ["Riwa"]', "schema.unknown-key", 2],
  // Completeness.
  [c, "kinds: [sign,", "kinds: [sing,", "kind.unknown", 2],
  [c, "kinds: [sign,", "kinds: [act.corrected,", "kind.program", 2],
  [c, "kinds: [sign, instrument.acceded]", "kinds: []", "schema.range", 2],
  [c, "instrument/treaty", "instrument/pact", "ref.unknown", 3],
  [c, '"1992/2028"', '"1992"', "date.no-span", 4],
  [c, '"1992/2028"', '"1992/1991"', "date.order", 4],
  [c, "source: gazette", "source: rumour", "ref.source", 5],
  // Ids, kinds, keys.
  [t, "id: lake.signed", "id: Lake.signed", "schema.form", 2],
  [t, "id: lake.put", "id: act.corrected-lake.signed-2", "id.reserved", 19],
  [t, "id: lake.put", "id: act.retracted-lake", "id.reserved", 19],
  [t, "id: lake.put", "id: source.registered-x", "id.reserved", 19],
  [t, "kind: decision.put", "kind: decision.made", "kind.unknown", 20],
  [t, "kind: decision.put", "kind: source.registered", "kind.program", 20],
  [t, "kind: decision.put", "kind: adopt-charter", "kind.program", 20],
  [t, "    kind: decision.put\n", "", "schema.missing", 19],
  [
    t,
    "    kind: decision.put\n",
    "    kind: decision.put\n    body: council\n",
    "schema.unknown-key",
    21,
  ],
  // What an act is about, who acts.
  [t, "[force/patrol,", "[force/fleet,", "ref.unknown", 21],
  [t, "act/lake.signed,", "act/lake.sealed,", "ref.unknown", 21],
  [t, "membership/XNA,", "membership/XZZ,", "ref.unknown", 21],
  [t, "org/un]", "lake/norsee]", "ref.type", 21],
  [t, "org/un]", "org/un/one/two]", "schema.form", 21],
  [t, "org/un]", "force/patrol]", "list.duplicate", 21],
  [
    t,
    "about: [instrument/treaty]\n    after",
    "about: [body/council]\n    after",
    "about.type",
    15,
  ],
  [t, "about: [instrument/treaty]\n    after", "about: []\n    after", "about.missing", 15],
  [t, "actors: [XNA, XNB]", "actors: [XNA, XNZ]", "ref.unknown", 5],
  [t, "actors: [XNA, XNB]", "actors: [XNA, norland]", "schema.form", 5],
  [t, "actors: [XNA, XNB]", "actors: [XNA, XNA]", "list.duplicate", 5],
  [t, "actors: [body/council]", "actors: [body/senate]", "ref.unknown", 22],
  [t, "actors: [body/council]", "actors: [person/nobody]", "ref.unknown", 22],
  [t, "[force/patrol,", "[exercise/wave,", "ref.unknown", 21], // Named from release 2 on.
  [t, "[force/patrol,", "[plan/dam,", "ref.unknown", 21],
  [t, "[force/patrol,", "[relation/moon,", "ref.unknown", 21],
  // Clause, title, order.
  [t, "clause: t-2", "clause: t-9", "ref.unknown", 6],
  [t, "basis: inferred", "basis: guessed", "schema.value", 6],
  [t, ', ru: "Норландия и Эстерия подписывают"', "", "schema.missing", 7],
  [t, "after: [lake.signed]", "after: [lake.sealed]", "ref.act", 16],
  [t, "after: [lake.signed]", "after: [lake.in-force]", "ref.itself", 16],
  [t, "    under: {", "    after: [lake.in-force]\n    under: {", "ref.circle", 6],
  [t, '"Norland and Esteria sign"', '"Norland \\u202E signs"', "text.steering", 7],
  // Claims.
  [
    t,
    'id: b, source: gazette, at: "page 2"',
    'id: a, source: gazette, at: "page 2"',
    "id.duplicate",
    10,
  ],
  [t, 'source: gazette, at: "page 2"', 'source: rumour, at: "page 2"', "ref.source", 10],
  [t, 'source: gazette, at: "page 2"', 'source: memo, at: "page 2"', "ref.source", 10],
  [t, "facts: [F001]", "facts: [first]", "schema.form", 9],
  [t, "facts: [F001]", "rows: [first]", "schema.form", 9],
  [t, "facts: [F001]", "rows: [C001, C001]", "list.duplicate", 9],
  [
    t,
    "confidence: low, differs: imprecise",
    "confidence: faint, differs: imprecise",
    "schema.value",
    10,
  ],
  [t, ", differs: imprecise", "", "claim.differs-missing", 10],
  [t, "differs: imprecise", "differs: somewhat", "schema.value", 10],
  [
    t,
    'confidence: high, says: { occurredOn: "1992-05-15" }',
    'confidence: high, differs: note, says: { occurredOn: "1992-05-15" }',
    "claim.differs-preferred",
    9,
  ],
  [t, "preferred: a", "preferred: c", "claim.unknown", 11],
  [t, "    preferred: a\n", "", "claim.preferred-missing", 2],
  // An act that no claim carries.
  [t, "preferred: a", "preferred: none", "claim.differs-missing", 9],
  [t, 'id: b, source: gazette, at: "page 2"', "id: none, source: gazette", "claim.reserved", 10],
  [
    t,
    'confidence: high, says: { occurredOn: "1994-04-20" } }',
    'confidence: high, differs: unverified, says: { occurredOn: "1994-04-20" } }\n    preferred: none',
    "claim.ground-missing",
    13,
  ],
  [
    t,
    'confidence: high, says: { occurredOn: "1994-04-20" } }',
    'confidence: high, differs: contested, says: { occurredOn: "1994-04-20" } }\n    preferred: none\n    ground: { rule: editor }',
    "claim.contests-nothing",
    18,
  ],
  [
    t,
    "preferred: { occurredOn: a, tally: b }",
    "preferred: { occurredOn: a, tally: a }",
    "claim.says-not",
    32,
  ],
  [
    t,
    "preferred: { occurredOn: a, tally: b }",
    "preferred: { occurredOn: a, tally: z }",
    "claim.unknown",
    32,
  ],
  [t, "    ground: { rule: register }\n", "", "claim.ground-missing", 19],
  [t, "rule: register", "rule: instinct", "schema.value", 33],
  [t, ', ru: "Указан день."', "", "schema.missing", 12],
  [t, "rests: [lake.signed]", "rests: [lake.sealed]", "ref.act", 31],
  // What is said.
  [t, 'says: { occurredOn: "1994-04-20" }', "says: {}", "claim.silent", 18],
  [t, '"1994-04-20"', '"1994-04-31"', "date.no-such-day", 18],
  [t, '"1994-04-20"', "1994-04-20", "schema.type", 18],
  [t, '"1994-04-20"', "1994", "schema.type", 18],
  [t, '"1994-04-20"', '"1994/1995"', "date.span", 18],
  [t, '"1994-04-20"', '"1994-4"', "date.form", 18],
  [t, '"1994-04-20"', '"[1995..1994]"', "date.order", 18],
  [
    t,
    '{ occurredOn: "1994-04-20" }',
    '{ occurredOn: "1994-04-20", place: "Norhaven" }',
    "schema.unknown-key",
    18,
  ],
  [t, 'place: "Norhaven"', "declined: [XNZ]", "ref.unknown", 10],
  [t, 'place: "Norhaven"', "actors: [XNA], declined: [XNA]", "list.contradicts", 10],
  [t, 'place: "Norhaven"', "actors: []", "schema.range", 10],
  [t, "body: council", "body: senate", "ref.unknown", 29],
  [t, "XNA: for", "XNA: maybe", "schema.type", 30],
  [t, "XNA: for", "XNZ: for", "ref.unknown", 30],
  [t, "XNA: for", "norland: for", "schema.form", 30],
  [t, "position: absent", "position: open", "schema.value", 30],
  [t, "position: absent,", "position: absent, mood: grim,", "schema.unknown-key", 30],
  [t, "{ for: 1, of: 2 }", "{ for: 3, of: 2 }", "count.contradicts", 31],
  [t, "{ for: 1, of: 2 }", "{ for: -1, of: 2 }", "schema.range", 31],
  [t, "{ for: 1, of: 2 }", "{ for: 1.5, of: 2 }", "schema.type", 31],
  [
    t,
    "{ for: 1, of: 2 } }",
    "{ for: 2, of: 2 }, positions: { XNA: silent } }",
    "count.contradicts",
    31,
  ],
  // Corrections and retractions.
  [l, "version: 1", "version: 2", "correct.version", 7],
  [l, "    corrects: { version: 1, ground: { rule: new-source } }\n", "", "id.duplicate", 2],
  [l, "id: lake.put, release: 2", "id: lake.in-force, release: 2", "id.duplicate", 10],
  [l, "id: lake.in-force", "id: lake.other", "correct.unknown", 7],
  [l, "id: lake.put", "id: lake.never", "retract.unknown", 10],
  [l, "retract: true", "retract: false", "schema.value", 10],
  [l, "retract: true,", "retract: true, claims: [],", "schema.unknown-key", 10],
  [l, "rule: new-source", "rule: new-rumour", "schema.value", 7],
  [l, ', ru: "Это было другое."', "", "schema.missing", 10],
  [l, "after: [lake.signed]", "after: [lake.put]", "ref.act", 6],
  [l, "id: lake.put, release: 2", "id: lake.put, release: 4", "release.unknown", 10],
  // The file itself.
  [t, "    title: {", "    title: &name {", "yaml.anchor", 7],
  [t, "    preferred: a\n", "    preferred: a\n    preferred: b\n", "yaml.duplicate-key", 12],
];

const nameOf = ([file, passage, replacement, code]: Slip): string =>
  `${code} in ${file}: ${passage.trim()} -> ${replacement.trim()}`.replaceAll("\n", " ");

describe("a malformed record gives one clear error with its place", () => {
  test("the table holds at least sixty slips", () => {
    expect(slips.length).toBeGreaterThanOrEqual(60);
  });

  test.each(slips.map((slip) => [nameOf(slip), slip] as const))("%s", (_, slip) => {
    const [file, passage, replacement, code, line] = slip;
    const read = readRecords(patched(tinyRecord, file, passage, replacement), pack);
    const errors = read.ok ? [] : read.refusal;
    expect(errors.map((error) => [error.file, error.code, error.line])).toEqual([
      [file, code, line],
    ]);
  });

  test("a missing list of releases, and a file of another kind", () => {
    const files = new Map(tinyRecord).set("notes.yml", "acts: []\n");
    files.delete("releases.yaml");
    const read = readRecords(files, pack);
    expect(read.ok ? [] : read.refusal.map(({ file, code }) => [file, code])).toEqual([
      ["notes.yml", "file.unknown"],
      ["releases.yaml", "file.missing"],
    ]);
  });

  test("all errors of all files are told, in order, and at most fifty", () => {
    const two = patched(patched(tinyRecord, t, "XNB]", "XNZ]"), s, "id: memo", "id: gazette");
    const read = readRecords(two, pack);
    expect(read.ok ? [] : read.refusal.map(({ file, code }) => [file, code])).toEqual([
      ["later/second.yaml", "ref.source"],
      ["sources.yaml", "id.duplicate"],
      ["treaty.yaml", "ref.unknown"],
    ]);
    const act = (n: number) => `  - { id: x.${n}, kind: state, claims: [] }\n`;
    const many = `acts:\n${Array.from({ length: 80 }, (_, n) => act(n)).join("")}`;
    const full = readRecords(new Map(tinyRecord).set("many.yaml", many), pack);
    expect(full.ok ? 0 : full.refusal.length).toBe(50);
  });
});
