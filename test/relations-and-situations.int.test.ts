/**
 * Relations, situations and the numbered facts of the CSTO, and NATO's invocations, asked day by
 * day. Every row was worked out by hand from the dossier (C090 to C110, C350 to C368, F005 to F167,
 * N001 to N263) before it was run.
 */
import { describe, expect, test } from "vitest";
import { ask } from "#rules";
import { asked, entriesOf, packOf, treeOf, worldOf } from "./world.ts";

const csto = worldOf("csto");
const nato = worldOf("nato");

/** What a value is on a day: the one that is certain, or all that are possible. */
const on = (subject: string, day: string, world = csto) => {
  const { value, certainty, possible } = asked(world, "why", { subject, on: day });
  return certainty === "certain" ? value : [...(possible ?? [])].sort();
};

/** The acts that carry a numbered fact. */
const carriers = (id: string, world = csto): readonly string[] => {
  const { because, against } = asked(world, "why", { subject: `fact/${id}` });
  return [...because, ...against].map(({ act }) => act);
};

describe("standing and dialogue", () => {
  test.each([
    ["standing/un", "2004-12-01", "none"],
    ["standing/un", "2004-12-02", "observer"],
    ["standing/un", "2026-11-23", "observer"],
    ["standing/serbia", "2012-12-31", "none"],
    ["standing/serbia", "2013-06-01", ["none", "observer"]],
    ["standing/serbia", "2014-01-01", "observer"],
    ["standing/afghanistan", "2014-01-01", "observer"],
    ["standing/union-pa", "2014-01-01", "observer"],
    ["dialogue/nato", "2014-05-31", "none"],
    ["dialogue/nato", "2014-06-15", ["none", "suspended"]],
    ["dialogue/nato", "2014-07-01", "suspended"],
    ["dialogue/nato", "2021-03-26", "suspended"],
  ])("%s on %s: %j", (subject, day, value) => {
    expect(on(subject, day)).toEqual(value);
  });
});

describe("situations open with the first report or request, and what was sent ends", () => {
  test.each([
    ["situation/osh-2010", "2010-06-11", "none"],
    ["situation/osh-2010", "2010-06-12", "open"],
    ["situation/sev-lake", "2021-05-11", "none"],
    ["situation/sev-lake", "2021-05-12", "open"],
    ["situation/afghanistan-2021", "2021-08-22", "none"],
    ["situation/afghanistan-2021", "2021-08-23", "open"],
    ["situation/kazakhstan-2022", "2022-01-04", "none"],
    ["situation/kazakhstan-2022", "2022-01-05", "open"],
    ["situation/armenia-2022", "2022-09-11", "none"],
    ["situation/armenia-2022", "2022-09-12", ["none", "open"]],
    ["situation/armenia-2022", "2022-09-13", "open"],
    ["deployment/kazakhstan-2022", "2022-01-05", "none"],
    ["deployment/kazakhstan-2022", "2022-01-06", ["deployed", "none"]],
    ["deployment/kazakhstan-2022", "2022-01-11", "deployed"],
    ["deployment/kazakhstan-2022", "2022-01-18", "deployed"],
    ["deployment/kazakhstan-2022", "2022-01-19", "ended"],
  ])("%s on %s: %j", (subject, day, value) => {
    expect(on(subject, day)).toEqual(value);
  });

  test("the decision of January 2022 has two claims of its basis, and both stand", () => {
    const { because, against } = asked(csto, "why", { subject: "act/kaz-2022.decision" });
    const told = [...because, ...against];
    const basis = (source: string) => told.find((one) => one.source === source)?.says["basis"];
    expect(basis("csto.urd2201")).toBe("t-4");
    expect(basis("csto.pk23")).toMatchObject({ en: "Agreement on peacekeeping of 2007-10-06" });
    expect(told.find(({ source }) => source === "csto.pk23")).toMatchObject({
      differs: "contested",
    });
  });

  test("no notice to the Security Council is recorded, since no source tells of one", () => {
    const { acts } = asked(csto, "timeline", { kind: "security-council.notified" });
    expect(acts).toEqual([]);
  });

  test("forces were sent once, to Kazakhstan, and by nobody in 2010, 2021 or September 2022", () => {
    const { acts } = asked(csto, "timeline", { kind: "forces.deployed" });
    expect(acts.map(({ id }) => id)).toEqual(["kaz-2022.deployed"]);
  });
});

describe("numbered facts stand with the right act", () => {
  test.each([
    ["f005", "legal-type", "org/csto"],
    ["f006", "characterization", "org/csto"],
    ["f033", "characterization", "UZB"],
    ["f146", "no-cooperation", "relation/nato"],
    ["f154", "reason", "relation/nato"],
    ["f166", "characterization", "RUS"],
    ["f167", "characterization", "RUS"],
    ["f169", "characterization", "org/csto"],
  ])("%s is a %s", (fact, kind, about) => {
    const { value } = asked(csto, "why", { subject: `fact/${fact}` });
    expect(JSON.stringify(value)).toContain(kind);
    expect(JSON.stringify(value)).toContain(about);
  });

  test.each([
    ["f025", ["aze.reason-1999"]],
    ["f027", ["uzb.reason-1999"]],
    ["f052", ["backgrounder.f052"]],
    ["f065", ["backgrounder.f065"]],
    ["f136", ["backgrounder.f136"]],
    ["f137", ["un.observer-2004"]],
    ["f138", ["un.declaration-2010"]],
    ["f140", ["un.joint-statement-2020"]],
    ["f143", ["cis.agreements", "sco.memorandum-2007"]],
    ["f145", ["cis-sco.memorandum-2018"]],
    ["f149", ["nato.appeal-2019"]],
    ["f152", ["nato.proposal-2009"]],
    ["f153", ["nato.us-cable-2009"]],
    ["f155", ["nato.stoltenberg-argument"]],
  ])("%s: %j", (id, acts) => {
    expect(carriers(id)).toEqual(expect.arrayContaining(acts));
  });

  test.each([
    ["f052", "superseded"],
    ["f053", "contested"],
    ["f054", "contested"],
    ["f058", "contested"],
    ["f047", "contested"],
    ["f045", "imprecise"],
    ["f153", "imprecise"],
  ])("%s stands beside a better claim, as %s", (fact, differs) => {
    const { because, against } = asked(csto, "why", { subject: `fact/${fact}` });
    const own = [...because, ...against].find(({ source }) => source === "backgrounder");
    expect(own).toMatchObject({ differs });
  });

  test("what the backgrounder is stands with the source", () => {
    expect(asked(csto, "why", { subject: "source/backgrounder" }).value).toMatchObject({
      author: "Alisiya Ivanova",
      by: "person/ivanova",
      number: "14",
      class: "backgrounder",
    });
  });

  test("each field of an act is told by the claim that says it, and by no other", () => {
    const acts = entriesOf(packOf("csto"), treeOf("records", "csto")).flatMap(({ act }) =>
      act.mode === "asserted" ? [act] : [],
    );
    expect(acts.length).toBeGreaterThan(400);
    for (const { id, claims } of acts) {
      const { because, against } = asked(csto, "why", { subject: `act/${id}` });
      for (const { act, claim, says } of [...because, ...against]) {
        const own = claims.find((one) => one.id === claim)?.says ?? {};
        const { actors: _, ...said } = says; // Actors may be the act's own.
        if (act === id) expect(own, `${id} ${claim}`).toMatchObject(said);
      }
    }
  });

  test("a fact that nobody numbered is refused", () => {
    expect(ask(csto, "why", new Map([["subject", ["fact/f999"]]])).ok).toBe(false);
  });
});

describe("NATO: articles 4 and 5, and who is Secretary General", () => {
  const sg = "holder/secretary-general";
  const war = "deployment/attacks-2001";
  test.each([
    [sg, "2013-12-31", "person/rasmussen"],
    [sg, "2024-09-30", "person/stoltenberg"],
    [sg, "2024-10-01", "person/rutte"],
    ["body/north-atlantic-council", "1948-12-31", "none"],
    ["body/north-atlantic-council", "1950-01-01", "established"],
    ["situation/attacks-2001", "2001-09-10", "none"],
    ["situation/attacks-2001", "2001-09-11", "open"],
    [war, "2001-09-30", "none"],
    [war, "2001-11-01", "deployed"],
    [war, "2002-04-30", "deployed"],
    [war, "2002-06-01", "ended"],
    ["situation/turkey-2003", "2003-01-31", "none"],
    ["situation/turkey-2003", "2003-02-10", "open"],
    ["situation/ukraine-2014", "2014-02-28", "none"],
    ["situation/ukraine-2014", "2014-03-03", ["none", "open"]],
    ["situation/ukraine-2014", "2014-04-01", "open"],
    ["situation/ukraine-2022", "2022-02-23", "none"],
    ["situation/ukraine-2022", "2022-02-24", "open"],
    ["situation/estonia-2025", "2025-09-18", "none"],
    ["situation/estonia-2025", "2025-09-19", "open"],
    ["dialogue/csto", "2014-07-01", "suspended"],
  ])("%s on %s: %j", (subject, day, value) => {
    expect(on(subject, day, nato)).toEqual(value);
  });

  test("article 4 was invoked nine times: five times by Turkey alone, once by eight members", () => {
    const { acts } = asked(nato, "timeline", { kind: "consultation.invoked" });
    expect(acts).toHaveLength(9);
    const actors = acts.map(({ id }) => asked(nato, "why", { subject: `act/${id}` }));
    const by = actors.map(({ value }) => (value as { actors: readonly string[] }).actors);
    expect(by.filter((states) => states.join() === "TUR")).toHaveLength(5);
    expect(by.find((states) => states.length > 1)).toHaveLength(8);
  });

  test("the condition of 2001-09-12 was found met on 2001-10-02; other pages have 2001-10-04", () => {
    const { value, against } = asked(nato, "why", { subject: "act/art-5.condition-met" });
    expect(value).toMatchObject({ occurredOn: "2001-10-02", value: "external" });
    expect(against.map(({ says }) => says["occurredOn"])).toEqual(["2001-10-04"]);
  });

  test("three members broke the silence of February 2003", () => {
    const { value } = asked(nato, "why", { subject: "act/tur-2003.planning" });
    expect(value).toMatchObject({ positions: { BEL: "against", DEU: "against", FRA: "against" } });
  });
});
