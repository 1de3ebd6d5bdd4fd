/** The envelope of S-7 and the claims of S-6: what is refused, and where. */
import { describe, expect, test } from "vitest";
import type { Json } from "#base";
import { checkAct } from "./check.ts";
import type { Act, Claim } from "./envelope.ts";
import { claimed, done, told } from "./testing.ts";

type JsonRecord = { readonly [key: string]: Json };

const plain = (act: Act): JsonRecord => JSON.parse(JSON.stringify(act));
const without = (act: Act, key: string): Json =>
  Object.fromEntries(Object.entries(plain(act)).filter(([name]) => name !== key));

const full = told("lake.signed", {
  actors: ["XNA", "org/lake-council"],
  addressees: ["body/council"],
  after: ["lake.proposed"],
  title: { en: "Norland signs", ru: "Норландия подписывает" },
  claims: [
    claimed({ at: "preamble", facts: ["F020"], rests: ["lake.proposed"] }),
    claimed({ id: "b", differs: "error", note: { en: "a slip", ru: "описка" } }),
  ],
  ground: { rule: "higher-standing", en: "The treaty says so.", ru: "Так сказано в договоре." },
});

const performed = done("consultation.invoked-1", {
  effectiveOn: "[2027-05-14..2027-05-20]",
  supersedes: { id: "lake.signed", version: 1 },
  ground: { rule: "new-source" },
});

describe("0007: no text for people stands open in an act that has a handling level", () => {
  const sealed = { sealed: `sha256:${"0".repeat(64)}` };
  const secret = (more: { readonly [key: string]: Json }) => ({
    ...plain(done("consultation.invoked-2", { handling: "members" })),
    ...more,
  });

  test.each<[name: string, more: { readonly [key: string]: Json }]>([
    ["words of a code, days, ids", { fields: { basis: "threat", on: "2027-05", of: "lake.a" } }],
    ["a seal", { fields: { threat: sealed, more: [sealed] } }],
  ])("%s may stand there", (_, more) => {
    expect(checkAct(secret(more))).toBeUndefined();
  });

  test.each<[name: string, more: { readonly [key: string]: Json }, at: string]>([
    ["a sentence", { fields: { threat: "the lake rises" } }, "/fields/threat"],
    ["a sentence further in", { fields: { a: [{ b: "the lake" }] } }, "/fields/a/0/b"],
    ["a word in Russian", { fields: { threat: "угроза" } }, "/fields/threat"],
    ["a long word", { fields: { threat: "x".repeat(121) } }, "/fields/threat"],
    [
      "a seal with more in it",
      { fields: { threat: { ...sealed, x: "the lake" } } },
      "/fields/threat/sealed",
    ],
    [
      "a seal that is none",
      { fields: { threat: { sealed: "sha256:zz" } } },
      "/fields/threat/sealed",
    ],
    ["a word that is a title", { fields: { title: "Lake" } }, "/fields/title"],
    ["a word in two languages", { fields: { a: { en: "Lake", ru: "x" } } }, "/fields/a/en"],
    ["a title", { title: { en: "A", ru: "Б" } }, "/title"],
    ["a ground in words", { ground: { rule: "editor", en: "A", ru: "Б" } }, "/ground/en"],
  ])("%s may not", (_, more, at) => {
    expect(checkAct(secret(more))).toEqual({ code: "entry.unsealed", at });
  });

  test("what calls itself a seal is one, whoever may read the act", () => {
    const saying = (gist: Json) =>
      checkAct(plain(told("lake.told", { claims: [claimed({ says: { gist } })] })));
    expect(saying(sealed)).toBeUndefined();
    expect(saying({ sealed: "sha256:zz" })).toEqual({
      code: "entry.unsealed",
      at: "/claims/0/says/gist/sealed",
    });
  });

  test("what a claim says neither", () => {
    const said = (says: { readonly [key: string]: Json }) =>
      checkAct(plain(told("lake.told", { handling: "members", claims: [claimed({ says })] })));
    expect(said({ occurredOn: "2027" })).toBeUndefined();
    expect(said({ gist: "the lake rises" })).toEqual({
      code: "entry.unsealed",
      at: "/claims/0/says/gist",
    });
  });
});

describe("S-7: an act in its envelope", () => {
  test.each([full, told("lake.short"), performed, done("lake.done")])("$id passes", (act) => {
    expect(checkAct(plain(act))).toBeUndefined();
  });

  test.each(["id", "org", "kind", "mode", "recordedAt", "claims", "preferred"])(
    "an asserted act without %s is refused",
    (key) => expect(checkAct(without(full, key))).toEqual({ code: "entry.missing", at: `/${key}` }),
  );

  test.each(["id", "org", "kind", "mode", "recordedAt", "by", "occurredOn"])(
    "a performed act without %s is refused",
    (key) => {
      expect(checkAct(without(performed, key))).toEqual({ code: "entry.missing", at: `/${key}` });
    },
  );

  test.each([
    ["asserted", "by", { person: "person/x", capacity: "y" }],
    ["asserted", "occurredOn", "2027"],
    ["asserted", "effectiveOn", "2027"],
    ["asserted", "fields", {}],
    ["asserted", "supersedes", { id: "a", version: 1 }],
    ["asserted", "seq", 3],
    ["asserted", "toString", 3],
    ["asserted", "__proto__", {}],
    ["performed", "claims", [claimed()]],
    ["performed", "preferred", "a"],
    ["performed", "sig", []],
  ])("in an %s act the key %s is refused", (mode, key, value) => {
    const act = plain(mode === "asserted" ? full : performed);
    const more = Object.defineProperty({ ...act }, key, { value, enumerable: true });
    expect(checkAct(more)).toEqual({ code: "entry.unknown-key", at: `/${key}` });
  });

  test.each<[key: string, value: Json, code: string, at: string]>([
    ["mode", "told", "entry.value", "/mode"],
    ["mode", null, "entry.value", "/mode"],
    ["id", "Lake", "entry.form", "/id"],
    ["id", 7, "entry.type", "/id"],
    ["org", "", "entry.form", "/org"],
    ["kind", "signed", "entry.form", "/kind"],
    ["kind", "instrument.Signed", "entry.form", "/kind"],
    ["kind", "instrument.signed.twice", "entry.form", "/kind"],
    ["actors", [], "entry.value", "/actors"],
    ["actors", "XNA", "entry.type", "/actors"],
    ["actors", ["xna"], "entry.form", "/actors/0"],
    ["actors", ["XNA", "XNB", "XNA"], "entry.duplicate", "/actors/2"],
    ["addressees", ["body/council", 1], "entry.type", "/addressees/1"],
    ["about", ["XNA"], "entry.form", "/about/0"],
    ["about", ["instrument/"], "entry.form", "/about/0"],
    ["under", { clause: "t-1" }, "entry.missing", "/under/basis"],
    ["under", { clause: "t-1", basis: "guessed" }, "entry.value", "/under/basis"],
    ["under", { clause: "t-1", basis: "stated", "a/b~": 1 }, "entry.unknown-key", "/under/a~1b~0"],
    ["after", ["lake.signed"], "entry.reference", "/after/0"],
    ["after", [], "entry.value", "/after"],
    ["title", { en: "only" }, "entry.missing", "/title/ru"],
    ["title", { en: "", ru: "р" }, "entry.value", "/title/en"],
    ["recordedAt", "2027-05-14T18:03:11Z", "entry.form", "/recordedAt"],
    ["recordedAt", "2027-02-29T18:03:11.000Z", "entry.form", "/recordedAt"],
    ["release", 0, "entry.value", "/release"],
    ["release", 1.5, "entry.value", "/release"],
    ["release", "1", "entry.type", "/release"],
    ["ground", { rule: "taste", en: "x", ru: "y" }, "entry.value", "/ground/rule"],
    ["ground", { rule: "editor", en: "x" }, "entry.missing", "/ground/ru"],
    ["ground", { rule: "editor", ru: "x" }, "entry.missing", "/ground/en"],
    ["handling", "For All", "entry.form", "/handling"],
    ["claims", [], "entry.value", "/claims"],
    ["claims", {}, "entry.type", "/claims"],
    ["preferred", {}, "entry.value", "/preferred"],
    ["preferred", [], "entry.type", "/preferred"],
    ["preferred", { occurredOn: 1 }, "entry.type", "/preferred/occurredOn"],
  ])("%s: %j is refused as %s at %s", (key, value, code, at) => {
    expect(checkAct({ ...plain(full), [key]: value })).toEqual({ code, at });
  });

  test.each<[key: string, value: Json, code: string, at: string]>([
    ["by", { person: "norland-rep", capacity: "x" }, "entry.form", "/by/person"],
    ["by", { person: "person/x" }, "entry.missing", "/by/capacity"],
    ["occurredOn", "2027-02-29", "entry.form", "/occurredOn"],
    ["occurredOn", "14.05.2027", "entry.form", "/occurredOn"],
    ["effectiveOn", 2027, "entry.type", "/effectiveOn"],
    ["fields", [], "entry.type", "/fields"],
    ["supersedes", { id: "lake.signed" }, "entry.missing", "/supersedes/version"],
    ["supersedes", { id: "lake.signed", version: 0 }, "entry.value", "/supersedes/version"],
  ])("performed: %s: %j is refused as %s at %s", (key, value, code, at) => {
    expect(checkAct({ ...plain(performed), [key]: value })).toEqual({ code, at });
  });

  test.each<Json>([null, [], "act", 7, true])("%j is no act", (value) => {
    expect(checkAct(value)).toEqual({ code: "entry.type", at: "" });
  });
});

describe("S-6: claims and the preferred one", () => {
  const b = (more: Partial<Claim> = {}): Claim =>
    claimed({ id: "b", differs: "contested", says: { occurredOn: "2027-03-02" }, ...more });
  const { differs: _, ...silentB } = b();
  const ground = { rule: "register" } as const;

  test.each<[name: string, more: Parameters<typeof told>[1], found: Json]>([
    ["one claim, preferred", {}, null],
    ["a claim that is not there", { preferred: "c" }, ["entry.reference", "/preferred"]],
    [
      "the preferred claim differs",
      { claims: [claimed({ differs: "note" })] },
      ["entry.unknown-key", "/claims/0/differs"],
    ],
    ["two claims and a ground", { claims: [claimed(), b()], ground }, null],
    ["two claims, no ground", { claims: [claimed(), b()] }, ["entry.missing", "/ground"]],
    [
      "a second claim that does not say how it differs",
      { claims: [claimed(), silentB], ground },
      ["entry.missing", "/claims/1/differs"],
    ],
    [
      "two claims of one id",
      { claims: [claimed(), claimed({ differs: "note" })], ground },
      ["entry.duplicate", "/claims/1/id"],
    ],
    [
      "a preference by field",
      {
        claims: [claimed(), { ...silentB, says: { place: "Lakeside" } }],
        preferred: { occurredOn: "a", place: "b" },
        ground,
      },
      null,
    ],
    [
      "a preference by field for a claim silent on it",
      { claims: [claimed(), b()], preferred: { occurredOn: "a", place: "b" }, ground },
      ["entry.reference", "/preferred/place"],
    ],
    [
      "a preference by field that leaves a claim out, which does not say how it differs",
      { claims: [claimed(), silentB], preferred: { occurredOn: "a" }, ground },
      ["entry.missing", "/claims/1/differs"],
    ],
    [
      "no claim preferred, all differing, a ground",
      { claims: [claimed({ differs: "unverified" })], preferred: "none", ground },
      null,
    ],
    [
      "no claim preferred, no ground",
      { claims: [claimed({ differs: "unverified" })], preferred: "none" },
      ["entry.missing", "/ground"],
    ],
    [
      "no claim preferred, one that does not say how it differs",
      { claims: [claimed()], preferred: "none", ground },
      ["entry.missing", "/claims/0/differs"],
    ],
    [
      "no claim preferred, all contested",
      { claims: [claimed({ differs: "contested" })], preferred: "none", ground },
      null,
    ],
    [
      "a claim that is called none",
      { claims: [claimed(), b({ id: "none" })], ground },
      ["entry.value", "/claims/1/id"],
    ],
    [
      "a claim of an unknown source word",
      { claims: [{ ...claimed(), source: "Lake Gazette" }] },
      ["entry.form", "/claims/0/source"],
    ],
  ])("%s", (_name, more, found) => {
    const [code, at] = Array.isArray(found) ? found : [];
    const expected = code === undefined ? undefined : { code, at };
    expect(checkAct(plain(told("lake.signed", more)))).toEqual(expected);
  });

  test.each(["confidence", "differs"])("a claim's %s is a word of the list", (key) => {
    const claims = [claimed(), { ...b(), [key]: "so-so" }];
    expect(checkAct({ ...plain(full), claims })).toEqual({
      code: "entry.value",
      at: `/claims/1/${key}`,
    });
  });
});
