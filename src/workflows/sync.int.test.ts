import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { patched } from "#charter/testing";
import { type Entry, judgeEntry, noKeys, signedOf } from "#ledger";
import { keyPairOf, memoryStore, sha256, verifyEd25519 } from "#store";
import { addActs, checkRecords, openOrganization, releaseRoot, type Tree } from "./index.ts";
import { type Desk, desk, lakes, recordOf } from "./testing.ts";

/** A desk whose registrar has a key of their own. */
const at = (tree: Tree): Desk =>
  desk(sha256, () => memoryStore(sha256), tree, keyPairOf(randomBytes(32)));

const opened = async (ports: Desk, mode: "read" | "write" = "write") => {
  const result = await openOrganization(ports, "lakes", mode, "serve");
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const refused = async (ports: Desk) => {
  const result = await openOrganization(ports, "lakes", "write", "serve");
  if (result.ok) throw new Error("it was not refused");
  const { refusal } = result;
  if (!("errors" in refusal)) throw new Error(refusal.code);
  return [refusal.code, ...refusal.errors.map(({ file, line, code }) => `${file}:${line} ${code}`)];
};

const other = keyPairOf(randomBytes(32));
const ids = (entries: readonly Entry[]) => entries.map(({ act }) => act.id);
/** As they were signed: installations have keys of their own, so signatures differ. */
const releasedActs = (entries: readonly Entry[]) =>
  entries.filter(({ act }) => act.release !== undefined).map((entry) => signedOf(entry).act);

const first = [
  "key.registered-1",
  "source.registered-gazette",
  "lake.signed",
  "lake.esteria-signed",
  "charter.adopted-1",
];

describe("S-8: a ledger follows the releases", () => {
  test("a fresh ledger holds every release in order, then the adoption of the pack", async () => {
    const ports = at(recordOf(1));
    const { entries, counts } = await opened(ports);
    expect(ids(entries)).toEqual(first);
    expect(counts).toMatchObject({ releases: [{ release: 1, entries: 3 }], acts: 2, sources: 1 });
    expect(entries.map(({ act }) => act.recordedAt.slice(0, 10))).toEqual([
      "2028-06-01",
      "2028-06-01",
      "2028-06-01",
      "2028-06-01",
      "2028-09-01",
    ]);
    expect(entries[1]?.act).toMatchObject({ occurredOn: "2028-06-01" });
  });

  test("every entry stands by the keys of its place, in this ledger and no other", async () => {
    const ports = at(recordOf(3));
    const { entries, store } = await opened(ports);
    await added(ports);
    const judged = (origin: string) => {
      let ring = noKeys;
      return entries.map((entry, seq) => {
        const result = judgeEntry(ring, entry, seq, { origin, verify: verifyEd25519 });
        if (result.ok) ring = result.value;
        return result.ok ? "stands" : result.refusal.code;
      });
    };
    expect(new Set(judged(store.log.name))).toEqual(new Set(["stands"]));
    expect(judged("other.example/log")[0]).toBe("signature.wrong");
  });

  test("without the registrar's key nothing more is entered", async () => {
    const ports = at(recordOf(1));
    await opened(ports);
    ports.put(recordOf(2));
    const strange = { ...ports, registrar: async () => ({ ok: true, value: other }) as const };
    expect(await openOrganization(strange, "lakes", "write")).toMatchObject({
      ok: false,
      refusal: { code: "refused", refusal: { code: "key.not-registrar" } },
    });
    expect(await ports.held()).toHaveLength(5);
  });

  test("a second start adds nothing", async () => {
    const ports = at(recordOf(1));
    const before = (await opened(ports)).entries;
    const again = await opened(ports);
    expect(again.entries.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(again.counts).toMatchObject({ releases: [], acts: 0, adopted: false });
  });

  test("a second release enters the superseding act and names it", async () => {
    const ports = at(recordOf(1));
    ports.set("2028-06-15T00:00:00.000Z");
    await opened(ports);
    ports.put(recordOf(2));
    const { entries, counts } = await opened(ports);
    expect(ids(entries)).toEqual([
      ...first,
      "source.registered-memo",
      "act.corrected-lake.signed-2",
    ]);
    expect(counts?.corrected).toEqual(["lake.signed"]);
    expect(entries.at(-1)?.act.recordedAt).toBe("2028-07-01T00:00:00.000Z");
  });

  test("one that followed every release and one filled today hold the same released entries", async () => {
    const follower = at(recordOf(1));
    follower.set("2028-06-15T00:00:00.000Z");
    await opened(follower);
    for (const n of [2, 3] as const) {
      follower.put(recordOf(n));
      await opened(follower);
    }
    const fresh = at(recordOf(3));
    const today = (await opened(fresh)).entries;
    const grown = await follower.held();
    expect(releasedActs(grown)).toEqual(releasedActs(today));
    expect(releasedActs(grown)).toHaveLength(7);
    expect(releaseRoot(grown, sha256)).toBe(releaseRoot(today, sha256));
  });

  test("recordedAt never decreases, even after an act of this installation", async () => {
    const ports = at(recordOf(1));
    ports.set("2028-12-24T00:00:00.000Z");
    await opened(ports);
    ports.put(recordOf(3));
    const moments = (await opened(ports)).entries.map(({ act }) => act.recordedAt);
    expect(moments).toEqual(moments.toSorted());
    expect(moments.at(-1)).toBe("2028-12-24T00:00:00.000Z");
    expect((await opened(ports)).counts?.releases).toEqual([]);
  });
});

describe("S-8: a closed release is not edited in place", () => {
  const spoilt: readonly (readonly [name: string, tree: Tree, error: string])[] = [
    [
      "an act edited",
      patched(recordOf(2), "acts.yaml", "actors: [XNB]", "actors: [XNA, XNB]"),
      "acts.yaml:4 release.edited",
    ],
    [
      "a source edited",
      patched(recordOf(2), "sources.yaml", "Lake Gazette", "Gazette"),
      "sources.yaml:2 release.edited",
    ],
    [
      "an act taken out",
      new Map([
        ...recordOf(2),
        [
          "acts.yaml",
          (recordOf(2).get("acts.yaml") ?? "").replace(
            / {2}- \{ id: lake.esteria[\s\S]*?\] \}\n/,
            "",
          ),
        ],
      ]),
      "releases.yaml:2 release.removed",
    ],
    [
      "an act put in later",
      new Map(recordOf(2)).set(
        "more.yaml",
        'acts:\n  - { id: lake.x, kind: state, claims: [ { id: a, source: gazette, confidence: low, says: { occurredOn: "1999" } } ] }\n',
      ),
      "more.yaml:2 release.late",
    ],
    [
      "the moment moved",
      patched(recordOf(2), "releases.yaml", "2028-06-01", "2028-06-02"),
      "releases.yaml:2 release.moved",
    ],
  ];

  test.each(spoilt)(
    "%s is refused with file and line, and nothing is written",
    async (_, tree, error) => {
      const ports = at(recordOf(2));
      const before = (await opened(ports)).entries.length;
      ports.put(tree);
      expect(await refused(ports)).toEqual(["records.edited", error]);
      expect(await ports.held()).toHaveLength(before);
      expect(ports.aside).toEqual([]);
    },
  );

  test("a reader answers from the ledger and says that it differs, or is behind", async () => {
    const ports = at(recordOf(1));
    await opened(ports, "read");
    expect(ports.notes.splice(0)).toEqual([{ code: "ledger.filled", org: "lakes", entries: 5 }]);
    await opened(ports, "read");
    expect(ports.notes).toEqual([]);
    ports.put(recordOf(2));
    expect((await opened(ports, "read")).entries).toHaveLength(5);
    expect(ports.notes.splice(0)).toEqual([{ code: "ledger.behind", org: "lakes", missing: 2 }]);
    ports.put(patched(recordOf(1), "acts.yaml", "actors: [XNB]", "actors: [XNA]"));
    await opened(ports, "read");
    expect(ports.notes.splice(0)).toEqual([
      { code: "ledger.differs", org: "lakes", place: "acts.yaml:4 release.edited" },
    ]);
    ports.put(new Map([["releases.yaml", "releases: 1\n"]]));
    await opened(ports, "read");
    expect(ports.notes[0]).toMatchObject({ code: "records.malformed" });
  });
});

const addition = `sources:
  - { id: letter, title: "A letter", standing: none }
acts:
  - id: lake.letter
    kind: statement.made
    about: [act/lake.signed]
    claims: [ { id: a, source: letter, confidence: low, says: { occurredOn: "1999" } } ]
`;

const added = async (ports: Desk, text = addition, file = "letter.yaml") => {
  const result = await addActs(ports, "lakes", file, text);
  if (result.ok) return result.value.added.map(({ id, seq }) => `${id} #${seq}`);
  const { refusal } = result;
  if (!("errors" in refusal)) throw new Error(refusal.code);
  return refusal.errors.map(
    ({ line, code, accepted }) => `${refusal.code} ${line} ${code} ${accepted}`,
  );
};

describe("S-8: an open release may still change", () => {
  test("the ledger is set aside and made anew, with the installation's acts, and one note", async () => {
    const ports = at(recordOf(2, true));
    ports.set("2028-06-15T00:00:00.000Z");
    await opened(ports);
    await added(ports);
    const before = await ports.held();
    ports.put(patched(recordOf(2, true), "acts.yaml", "actors: [XNB]", "actors: [XNA, XNB]"));
    const { entries } = await opened(ports);
    expect(ids(entries).toSorted()).toEqual(ids(before).toSorted());
    expect(entries.find(({ act }) => act.id === "lake.esteria-signed")?.act.actors).toHaveLength(2);
    expect(ports.notes).toEqual([
      { code: "ledger.rebuilt", org: "lakes", aside: "aside-1", carried: 3 },
    ]);
    const moments = entries.map(({ act }) => act.recordedAt);
    expect(moments).toEqual(moments.toSorted());
    expect((await opened(ports)).counts).toMatchObject({ releases: [], adopted: false });
    expect(ports.aside).toHaveLength(1);
  });

  test.each(["moveOut", "openStore", "movedOut", "putAside"] as const)(
    "cut short at %s, it is finished by the next writer, and nothing of one's own is lost",
    async (step) => {
      const ports = at(recordOf(2, true));
      await opened(ports);
      await added(ports);
      const before = await ports.held();
      ports.put(patched(recordOf(2, true), "acts.yaml", "actors: [XNB]", "actors: [XNA, XNB]"));
      let calls = 0;
      // The first opening is of the old ledger, and the first look finds nothing moved out.
      const spared = step === "openStore" || step === "movedOut" ? 1 : 0;
      const dying = async (): Promise<never> => {
        throw new Error("cut short");
      };
      const cut = {
        ...ports,
        [step]: (...args: readonly unknown[]) => {
          calls += 1;
          return calls > spared ? dying() : Reflect.apply(ports[step], ports, args);
        },
      };
      await expect(openOrganization(cut, "lakes", "write")).rejects.toThrow("cut short");
      const { entries } = await opened(ports);
      expect(ids(entries).toSorted()).toEqual(ids(before).toSorted());
      expect(ports.notes.map(({ code }) => code)).toEqual(["ledger.rebuilt"]);
      expect(ports.aside).toHaveLength(1);
      expect((await opened(ports)).entries).toEqual(entries);
    },
  );

  test("an open release beside a closed one that was edited too is refused", async () => {
    const half = (tree: Tree) =>
      patched(
        tree,
        "releases.yaml",
        '2028-06-01T00:00:00.000Z", open: true',
        '2028-06-01T00:00:00.000Z"',
      );
    const ports = at(half(recordOf(2, true)));
    await opened(ports);
    ports.put(patched(half(recordOf(2, true)), "acts.yaml", "actors: [XNB]", "actors: [XNA]"));
    expect(await refused(ports)).toEqual(["records.edited", "acts.yaml:4 release.edited"]);
  });
});

describe("record add", () => {
  test("enters sources and acts at the writer's clock, and the records follow on beside them", async () => {
    const ports = at(recordOf(1));
    expect(await added(ports)).toEqual(["source.registered-letter #5", "lake.letter #6"]);
    const entries = await ports.held();
    expect(entries.at(-1)?.act).toMatchObject({ recordedAt: "2028-09-01T12:00:00.000Z" });
    expect(entries.at(-1)?.act).not.toHaveProperty("release");
    expect((await opened(ports)).counts?.releases).toEqual([]);
  });

  test("JSON will do as well", async () => {
    const json = {
      acts: [
        {
          id: "lake.json",
          kind: "state",
          claims: [{ id: "a", source: "gazette", confidence: "low", says: { occurredOn: "1999" } }],
        },
      ],
    };
    expect(await added(at(recordOf(1)), JSON.stringify(json), "x.json")).toEqual(["lake.json #5"]);
  });

  test.each([
    ["an id of the ledger", ["id: lake.letter", "id: lake.signed"], "4 id.taken ledger #2"],
    ["a source of the ledger", ["id: letter", "id: gazette"], "2 id.taken ledger #1"],
    [
      "a release",
      ["kind: statement.made", "kind: statement.made\n    release: 1"],
      "6 add.release ",
    ],
    ["an unknown source", ["source: letter", "source: rumour"], "7 ref.source sources.yaml"],
    [
      "a mend of a released act",
      [
        "id: lake.letter",
        "id: lake.signed\n    corrects: { version: 1, ground: { rule: editor } }",
      ],
      "4 add.released records: release 1",
    ],
    [
      "a correction of nothing",
      [
        "id: lake.letter",
        "id: lake.letter\n    corrects: { version: 1, ground: { rule: editor } }",
      ],
      "4 correct.unknown id of an act in the ledger",
    ],
  ])("%s is refused, and nothing is entered", async (_, [from, to], expected) => {
    const ports = at(recordOf(1));
    await opened(ports);
    const text = addition.replace(from ?? "", to ?? "");
    expect(await added(ports, text)).toContain(`addition.malformed ${expected}`);
    expect(await ports.held()).toHaveLength(5);
  });

  test("an added act may be mended and taken back here", async () => {
    const ports = at(recordOf(1));
    await added(ports);
    const claims = `claims: [ { id: a, source: letter, confidence: low, says: { occurredOn: "2000" } } ]`;
    const mended = `acts: [ { id: lake.letter, kind: state, corrects: { version: 1, ground: { rule: editor } }, ${claims} } ]`;
    expect(await added(ports, mended)).toEqual(["act.corrected-lake.letter-2 #7"]);
    const taken = "acts: [ { id: lake.letter, retract: true, ground: { rule: editor } } ]";
    expect(await added(ports, taken)).toEqual(["act.retracted-lake.letter #8"]);
    expect(await added(ports, taken)).toContain("addition.malformed 1 act.retracted ledger #6");
  });

  test("an id that a later release brings too is refused, naming both", async () => {
    const ports = at(recordOf(1));
    await added(ports, addition.replaceAll("lake.letter", "lake.late"));
    ports.put(recordOf(3));
    expect(await refused(ports)).toEqual(["records.edited", "more.yaml:2 id.taken"]);
  });
});

describe("record check", () => {
  test("counts the acts, and tells the errors", () => {
    expect(checkRecords(recordOf(3), lakes())).toEqual({ acts: 5, errors: [] });
    const bad = checkRecords(patched(recordOf(1), "acts.yaml", "[XNB]", "[XNZ]"), lakes());
    expect(bad).toMatchObject({ acts: 0, errors: [{ code: "ref.unknown", line: 4 }] });
  });
});
