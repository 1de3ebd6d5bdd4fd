import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tinyPack } from "#charter/testing";
import { claimed, done, told } from "#ledger/testing";
import { checkAct } from "./check.ts";
import { deeds, kindOf, kinds } from "./index.ts";

const page = readFileSync(new URL("../../../docs/reference/kinds.md", import.meta.url), "utf8");

type Row = { readonly [column in "deed" | "fields" | "begins"]: string };

/** The rows of both tables of the page, by kind. */
const rows = new Map<string, Row>(
  [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| ?([^|]*?) ?\| ?([^|]*?) ?\|$/gm)].map(
    (match) => [
      match[1] ?? "",
      { deed: match[2] ?? "", fields: match[3] ?? "", begins: match[4] ?? "" },
    ],
  ),
);

const programRows = page.slice(page.indexOf("## Acts of the program"));

describe("the catalogue of kinds (S-14)", () => {
  test("the page lists exactly the kinds there are", () => {
    expect([...rows.keys()].sort()).toEqual([...kinds.keys()].sort());
    expect([...kinds.keys()].sort()).toEqual(Object.keys(deeds).sort());
  });

  test.each([...kinds.values()])("$kind is told as the page tells it", (kind) => {
    expect(rows.get(kind.kind)).toEqual({
      deed: kind.deed,
      fields: kind.fields.join(", "),
      begins: kind.begins.join(", "),
    });
    expect(programRows.includes(`\`${kind.kind}\` |`)).toBe(kind.made === "program");
  });

  test("a kind is found by its name and by its deed, and no word means two", () => {
    for (const kind of kinds.values()) {
      expect(kindOf(kind.kind)).toBe(kind);
      expect(kindOf(kind.deed)).toBe(kind);
    }
    const words = [...kinds.values()].flatMap(({ kind, deed }) => [kind, deed]);
    expect(new Set(words).size).toBe(words.length);
    expect(kindOf("sing")).toBeUndefined();
  });
});

const known = {
  pack: tinyPack(),
  sources: new Set(["lake.gazette"]),
  acts: new Set(["lake.earlier"]),
};

const codes = (act: Parameters<typeof checkAct>[0]) =>
  checkAct(act, known).map(({ at, code }) => `${at} ${code}`);

describe("an act against the catalogue", () => {
  const act = { ...told("lake.signed"), org: "lakes", under: { clause: "t-2", basis: "stated" } };

  test("a sound act has no problem", () => {
    expect(codes({ ...act, under: { clause: "t-2", basis: "stated" } })).toEqual([]);
  });

  test.each([
    ["an unknown actor", { actors: ["XZZ"] }, "/actors/0 ref.unknown"],
    ["an unknown address", { about: ["instrument/pact"] }, "/about/0 ref.unknown"],
    ["an unknown type", { about: ["lake/norsee"] }, "/about/0 ref.type"],
    ["about no instrument", { about: ["provision/t-1"] }, "/about about.missing"],
    ["about a body", { about: ["instrument/treaty", "body/council"] }, "/about/1 about.type"],
    ["after an act that is not there", { after: ["lake.never"] }, "/after/0 ref.act"],
    ["after itself", { after: ["lake.signed"] }, "/after/0 ref.itself"],
  ])("%s", (_, more, expected) => {
    expect(codes({ ...act, ...more, under: { clause: "t-2", basis: "stated" } })).toEqual([
      expected,
    ]);
  });

  test.each([
    ["2028-02-29", []],
    ["2027-02-29", ["/claims/0/says/occurredOn date.no-such-day"]],
    ["[2027..2026]", ["/claims/0/says/occurredOn date.order"]],
    ["2027/2028", ["/claims/0/says/occurredOn date.span"]],
    ["2027-3-1", ["/claims/0/says/occurredOn date.form"]],
  ])("a claim of %s", (occurredOn, expected) => {
    const claims = [claimed({ says: { occurredOn } })];
    expect(codes({ ...act, claims, under: { clause: "t-2", basis: "stated" } })).toEqual(expected);
  });

  test("the fields of a performed act are checked as a claim is", () => {
    const invoked = { ...done("lake.invoked"), org: "lakes" };
    expect(codes(invoked)).toEqual([]);
    expect(codes({ ...invoked, fields: { mood: "bad" } })).toEqual([
      "/fields/mood schema.unknown-key",
    ]);
    expect(codes({ ...invoked, occurredOn: "2027/.." })).toEqual(["/occurredOn date.span"]);
  });
});

describe("a count that contradicts its own list (S-44)", () => {
  const put = (says: { [field: string]: never } | object) => ({
    ...told("lake.put", { kind: "decision.put", claims: [claimed({ says: { ...says } })] }),
    under: { clause: "c-2", basis: "stated" as const },
  });
  test.each([
    ["agrees with a whole list", { for: 1, of: 2 }, { XNA: "for", XNB: "absent" }, []],
    ["says less than the list", { for: 0, of: 2 }, { XNA: "for" }, ["count.contradicts"]],
    [
      "says more than a whole list",
      { for: 2, of: 2 },
      { XNA: "for", XNB: "absent" },
      ["count.contradicts"],
    ],
    ["may be completed by the unnamed", { for: 4, of: 6 }, { XNA: "absent", XNB: "silent" }, []],
    [
      "cannot be completed",
      { for: 5, of: 6 },
      { XNA: "absent", XNB: "silent" },
      ["count.contradicts"],
    ],
    ["is more than all", { for: 7, of: 6 }, {}, ["count.contradicts"]],
  ])("the tally %s", (_, tally, positions, expected) => {
    expect(checkAct(put({ tally, positions }), known).map(({ code }) => code)).toEqual(expected);
  });
});
