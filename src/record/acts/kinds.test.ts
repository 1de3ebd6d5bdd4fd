import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tinyPack } from "#charter/testing";
import { claimed, done, told } from "#ledger/testing";
import { checkAct } from "./check.ts";
import { deeds, kindOf, kinds, type Saying } from "./index.ts";

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
  things: new Set(["exercise/wave-2028", "person/reeve", "situation/flood"]),
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
    ["an escape", { title: { en: "a\u001b[31m", ru: "b" } }, "/title/en text.steering"],
    ["an override", { title: { en: "a", ru: "\u202eb" } }, "/title/ru text.steering"],
    ["half a pair", { title: { en: "\ud800", ru: "b" } }, "/title/en text.steering"],
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

const says = (kind: string, about: readonly string[], fields: object) =>
  checkAct(
    { ...told("lake.act", { kind, about, claims: [claimed({ says: { ...fields } })] }), ...by },
    known,
  );

const by = { under: { clause: "t-2", basis: "stated" as const } };

describe("what a claim says within its kind", () => {
  const wave = ["exercise/wave-2028"];
  const flood = ["situation/flood"];
  const un = ["relation/un"];
  test.each([
    ["exercise.held", wave, { days: "2028-05-01/2028-05-03", host: "XNA", participants: ["XNB"] }],
    ["exercise.scheduled", wave, { state: "planned", strength: { troops: { about: 500 } } }],
    ["chair.assumed", ["body/council"], { actors: ["XNA"], insteadOf: "XNB" }],
    ["forces.deployed", flood, { commander: "person/reeve", strength: { from: 5, to: 9 } }],
    ["vote.held", un, { for: 111, against: 0, form: "recorded" }],
    ["finding.recorded", flood, { finding: "attack-origin", value: "mixed" }],
    ["finding.recorded", flood, { finding: "directed-against", value: "XNB" }],
    ["finding.recorded", flood, { finding: "judgement", id: "serious", value: true }],
    ["source.stated", ["force/patrol"], { property: "strength", value: 50, approximate: true }],
    ["source.stated", ["chair/council"], { value: "XNA" }],
  ])("%s about %j may say %j", (kind, about, fields) => {
    expect(says(kind, about, { occurredOn: "2028", ...fields })).toEqual([]);
  });

  test.each([
    ["exercise.held", ["body/council"], {}, "/about about.missing"],
    ["forces.deployed", ["force/patrol"], {}, "/about about.missing"],
    ["appeal.answered", un, {}, "/about about.missing"],
    ["statement.made", un, { role: "reason" }, "/about about.missing"],
    ["exercise.held", ["exercise/wave-2029"], {}, "/about/0 ref.unknown"],
    ["exercise.held", wave, { series: "series/wave" }, "series ref.unknown"],
    ["exercise.held", wave, { series: "wave" }, "series schema.form"],
    ["exercise.held", wave, { host: "XZZ" }, "host ref.unknown"],
    ["exercise.held", wave, { days: "2028-05-03/2028-05-01" }, "days date.order"],
    ["exercise.held", wave, { strength: { troops: "many" } }, "strength/troops schema.type"],
    [
      "exercise.held",
      wave,
      { strength: { troops: { from: 9, to: 5 } } },
      "strength/troops/to count.contradicts",
    ],
    [
      "exercise.held",
      wave,
      { participants: ["XNA", "XNB"], absent: ["XNB"] },
      "absent/0 list.contradicts",
    ],
    ["exercise.held", wave, { host: "XNA", absent: ["XNA"] }, "absent/0 list.contradicts"],
    [
      "session.held",
      ["body/council"],
      { chair: "XNA", absent: ["XNA"] },
      "absent/0 list.contradicts",
    ],
    [
      "chair.assumed",
      ["body/council"],
      { actors: ["XNA"], insteadOf: "XNA" },
      "insteadOf list.contradicts",
    ],
    ["office.left", ["office/guard"], { reason: "bored" }, "/about/0 ref.unknown"],
    ["vote.held", un, { form: "without-vote", for: 3 }, "for count.contradicts"],
    ["decision.put", [], { session: "lake.never" }, "session ref.act"],
    ["finding.recorded", flood, { finding: "guilt", value: true }, "finding schema.value"],
    ["finding.recorded", flood, { finding: "attack-origin", value: true }, "value finding.value"],
    ["finding.recorded", flood, { finding: "judgement", value: true }, "id schema.missing"],
    ["finding.recorded", flood, { finding: "threat", value: true, id: "x" }, "id finding.id"],
    ["finding.recorded", flood, { finding: "threat" }, "value schema.missing"],
    ["finding.recorded", flood, { class: "wide" }, "finding schema.missing"],
    ["source.stated", ["force/patrol"], { property: "weight", value: 50 }, "property schema.value"],
    ["source.stated", ["force/patrol"], { value: "person/nobody" }, "value ref.unknown"],
  ])("%s about %j may not say %j", (kind, about, fields, expected) => {
    const found = says(kind, about, { occurredOn: "2028", ...fields });
    const at = expected.startsWith("/") ? expected : `/claims/0/says/${expected}`;
    expect(found.map((one) => `${one.at} ${one.code}`)).toContain(at);
  });

  test("what no claim says although the act says nothing without it is asked for once", () => {
    const act = told("lake.found", {
      kind: "finding.recorded",
      about: ["situation/flood"],
      claims: [
        claimed({ says: { occurredOn: "2028" } }),
        claimed({ id: "b", differs: "note", says: { finding: "threat", value: true } }),
      ],
      ground: { rule: "editor" },
      ...by,
    });
    expect(codes(act)).toEqual([]);
    const performed = {
      ...done("lake.done"),
      kind: "finding.recorded",
      about: ["situation/flood"],
    };
    expect(codes({ ...performed, fields: { finding: "threat", value: false } })).toEqual([]);
    expect(codes({ ...performed, fields: {} })).toEqual([
      "/fields/finding schema.missing",
      "/fields/value schema.missing",
    ]);
  });
});

describe("shares of a budget are exact and sum to no more than the whole (S-44)", () => {
  const budget = { ...known, things: new Set(["budget/lakes"]) };
  const set = (shares: { readonly [state: string]: string }) =>
    checkAct(
      {
        ...told("lake.scale", {
          kind: "scale.set",
          about: ["budget/lakes"],
          claims: [claimed({ says: { occurredOn: "2028", shares } })],
        }),
        ...by,
      },
      budget,
    ).map(({ at, code, found }) => `${at.slice("/claims/0/says/shares".length)} ${code} ${found}`);
  test.each([
    [{ XNA: "0.5", XNB: "0.5" }, []],
    [{ XNA: "0.1", XNB: "0.2" }, []],
    [{ XNA: "1" }, []],
    [{ XNA: "0.7", XNB: "0.300000000001" }, [' share.sum "1.000000000001"']],
    [{ XNA: "1", XNB: "0.1" }, [' share.sum "1.1"']],
    [{ XNA: "1.1" }, ['/XNA schema.form "1.1"']],
    [{ XNA: "-0.5" }, ['/XNA schema.form "-0.5"']],
    [{ XNA: "50%" }, ['/XNA schema.form "50%"']],
    [{ XZZ: "0.5" }, ['/XZZ ref.unknown "XZZ"']],
  ])("%j", (shares, expected) => {
    expect(set(shares)).toEqual(expected);
  });
});

describe("what an act sets by itself, reading by reading", () => {
  const saying = (more: Partial<Saying>): Saying => {
    return { id: "lake.act", about: [], actors: [], fields: {}, ...more };
  };
  const sets = (kind: string, more: Partial<Saying>) =>
    kinds
      .get(kind)
      ?.sets?.(saying(more))
      .map(({ fluent, value }) => `${fluent} = ${value}`);
  const office = { about: ["office/guard"] };
  const council = { about: ["body/council"] };
  const budget = { about: ["budget/lakes"], actors: ["XNA", "XNB"] };
  test.each([
    ["office.assumed", { ...office, actors: ["person/reeve"] }, ["holder/guard = person/reeve"]],
    ["office.assumed", office, ["holder/guard = unknown"]],
    ["office.left", office, ["holder/guard = vacant"]],
    ["chair.assumed", { ...council, actors: ["person/reeve", "XNA"] }, ["chair/council = XNA"]],
    ["chair.assumed", { ...council, actors: ["person/reeve"] }, ["chair/council = person/reeve"]],
    ["chair.left", council, ["chair/council = unknown"]],
    ["body.established", council, ["body/council = established"]],
    ["body.dissolved", council, ["body/council = dissolved"]],
    [
      "force.established",
      { about: ["force/a", "force/b"] },
      ["force/a = established", "force/b = established"],
    ],
    [
      "force.joined",
      { about: ["force/a"], actors: ["XNA", "org/un"] },
      ["contributes/a/XNA = contributing"],
    ],
    ["force.left", { about: ["force/a"], actors: ["XNA"] }, ["contributes/a/XNA = left"]],
    ["forces.deployed", { about: ["situation/flood", "force/a"] }, ["deployment/flood = deployed"]],
    ["deployment.ended", { about: ["situation/flood"] }, ["deployment/flood = ended"]],
    ["exercise.scheduled", { about: ["exercise/wave"] }, ["exercise/wave = announced"]],
    [
      "exercise.scheduled",
      { about: ["exercise/wave"], fields: { state: "planned" } },
      ["exercise/wave = planned"],
    ],
    ["exercise.held", { about: ["exercise/wave", "force/a"] }, ["exercise/wave = held"]],
    ["plan.reported", { about: ["plan/dam"] }, undefined],
    ["plan.adopted", { about: ["plan/dam"] }, ["plan/dam = adopted"]],
    [
      "status.granted",
      { about: ["relation/un"], fields: { status: "observer" } },
      ["standing/un = observer"],
    ],
    ["status.granted", { about: ["relation/un"] }, ["standing/un = unknown"]],
    ["dialogue.suspended", { about: ["relation/un"] }, ["dialogue/un = suspended"]],
    ["scale.set", { about: ["budget/lakes"] }, ["scale/lakes = act/lake.act"]],
    [
      "contribution.paid",
      { ...budget, fields: { year: "2028" } },
      ["contribution/lakes/XNA/2028 = paid", "contribution/lakes/XNB/2028 = paid"],
    ],
    ["contribution.paid", budget, []],
    ["event.reported", { about: ["situation/flood"] }, ["situation/flood = open"]],
    ["event.reported", { about: ["body/council"] }, []],
    ["situation.closed", { about: ["situation/flood"] }, ["situation/flood = closed"]],
  ])("%s of %j", (kind, more, expected) => {
    expect(sets(kind, more)).toEqual(expected);
  });

  test("a kind tells on the page of what it sets, and of nothing else", () => {
    for (const { kind, begins, sets } of kinds.values()) {
      expect([kind, begins.some((one) => one.includes(": "))]).toEqual([kind, sets !== undefined]);
    }
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
