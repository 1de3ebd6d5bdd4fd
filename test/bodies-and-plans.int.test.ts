/**
 * Chairs, offices, bodies, plans and budgets of the CSTO, asked day by day. Every row was worked out
 * by hand from the dossier's tables (C220 to C256, C080 to C084, C120 to C125) before it was run.
 */
import { describe, expect, test } from "vitest";
import { asked, worldOf } from "./world.ts";

const csto = worldOf("csto");

/** What a value is on a day: the one that is certain, or all that are possible. */
const on = (subject: string, day: string, lens: { readonly [name: string]: string } = {}) => {
  const { value, certainty, possible } = asked(csto, "why", { subject, on: day, ...lens });
  return certainty === "certain" ? value : [...(possible ?? [])].sort();
};

describe("S-44: the chair of the Council follows sources, and between them is a window", () => {
  test.each([
    ["2007-06-15", ["KGZ", "unknown"]],
    ["2008-09-04", ["KGZ", "unknown"]],
    ["2008-09-05", "ARM"],
    ["2009-06-13", "ARM"],
    ["2009-06-14", "RUS"],
    ["2010-06-12", "RUS"],
    ["2010-06-13", ["BLR", "RUS", "unknown"]],
    ["2011-12-19", ["BLR", "RUS", "unknown"]],
    ["2011-12-20", "KAZ"],
    ["2012-12-18", "KAZ"],
    ["2012-12-19", "KGZ"],
    ["2012-12-20", ["KGZ", "unknown"]],
    ["2014-12-21", ["KGZ", "unknown"]],
    ["2014-12-22", ["KGZ", "TJK", "unknown"]],
    ["2014-12-23", ["KGZ", "TJK", "unknown"]],
    ["2019-05-21", ["KGZ", "TJK", "unknown"]],
    ["2019-05-22", "KGZ"],
    ["2019-11-27", "KGZ"],
    ["2019-11-28", "RUS"],
    ["2020-12-01", "RUS"],
    ["2020-12-02", ["RUS", "TJK"]],
    ["2020-12-31", ["RUS", "TJK"]],
    ["2021-01-01", "TJK"],
    ["2021-09-15", "TJK"],
    ["2021-09-16", "ARM"],
    ["2022-01-10", "ARM"],
    ["2022-11-22", "ARM"],
    ["2022-11-23", ["ARM", "BLR"]],
    ["2023-01-01", "BLR"],
    ["2023-11-23", ["BLR", "KAZ"]],
    ["2024-01-01", "KAZ"],
    ["2024-11-28", ["KAZ", "KGZ"]],
    ["2025-01-01", "KGZ"],
    ["2025-11-27", "KGZ"],
    ["2025-12-31", "KGZ"],
    ["2026-01-01", "RUS"],
    ["2026-11-23", "RUS"],
  ])("on %s: %j", (day, chair) => {
    expect(on("chair/council", day)).toEqual(chair);
  });
});

describe("who is Secretary General, and who heads the Joint Staff", () => {
  const sg = "holder/secretary-general";
  const js = "holder/chief-of-joint-staff";
  test.each([
    [sg, "2000-05-31", ["person/nikolayenko", "unknown"]],
    [sg, "2000-06-30", "person/nikolayenko"],
    [sg, "2002-12-31", "person/nikolayenko"],
    [sg, "2003-06-01", ["person/bordyuzha", "person/nikolayenko"]],
    [sg, "2004-01-01", "person/bordyuzha"],
    [sg, "2016-12-31", "person/bordyuzha"],
    [sg, "2017-01-01", "person/semerikov"],
    [sg, "2017-02-28", "person/semerikov"],
    [sg, "2017-05-02", ["person/khachaturov", "person/semerikov"]],
    [sg, "2018-11-01", "person/khachaturov"],
    [sg, "2018-11-02", "person/semerikov"],
    [sg, "2019-12-31", "person/semerikov"],
    [sg, "2020-01-01", "person/zas"],
    [sg, "2022-12-31", "person/zas"],
    [sg, "2023-01-01", "person/tasmagambetov"],
    [sg, "2025-12-31", "person/tasmagambetov"],
    [sg, "2026-01-01", "person/masadykov"],
    [js, "2023-10-31", ["person/sidorov", "unknown"]],
    [js, "2023-11-23", "person/serdyukov"],
  ])("%s on %s: %j", (subject, day, holder) => {
    expect(on(subject, day)).toEqual(holder);
  });
});

describe("plans are what was last known of them", () => {
  test.each([
    ["air-defence", "2008-12-31", "none"],
    ["air-defence", "2009-06-30", ["announced", "none"]],
    ["air-defence", "2010-01-01", "announced"],
    ["air-defence", "2023-11-22", "announced"],
    ["air-defence", "2023-11-26", "adopted"],
    ["situation-centre", "2010-12-31", "none"],
    ["situation-centre", "2012-01-01", "announced"],
    ["situation-centre", "2016-10-13", "announced"],
    ["situation-centre", "2021-03-26", ["announced", "delivered"]],
    ["crisis-response-centre", "2014-12-31", "none"],
    ["crisis-response-centre", "2015-02-01", "announced"],
    ["crisis-response-centre", "2016-10-13", "announced"],
    ["crisis-response-centre", "2018-01-01", ["adopted", "delivered"]],
    ["crisis-response-centre", "2020-06-06", "delivered"],
    ["joint-communications", "2021-03-26", ["announced", "none"]],
    ["joint-communications", "2021-12-31", "announced"],
    ["joint-reconnaissance", "2026-11-23", "announced"],
    ["military-cooperation-2021-2025", "2020-12-01", "none"],
    ["military-cooperation-2021-2025", "2020-12-02", "adopted"],
    ["military-cooperation-2026-2030", "2025-11-26", "none"],
    ["military-cooperation-2026-2030", "2025-11-27", "adopted"],
    ["anti-drug-2021-2025", "2020-12-02", "adopted"],
    ["security-strategy-2016", "2016-10-13", "none"],
    ["security-strategy-2016", "2016-10-14", "adopted"],
    ["tajik-afghan-border", "2021-08-23", "announced"],
    ["tajik-afghan-border", "2024-11-28", "adopted"],
    ["events-2026", "2026-02-12", "announced"],
  ])("%s on %s: %j", (plan, day, state) => {
    expect(on(`plan/${plan}`, day)).toEqual(state);
  });

  test("F160: whether the Crisis Response Centre is the centre of 2011 is disputed", () => {
    const answer = asked(csto, "why", { subject: "plan/situation-centre", on: "2021-03-26" });
    expect(answer).toMatchObject({ value: "announced", certainty: "disputed" });
    expect(answer.against).toContainEqual(
      expect.objectContaining({ act: "situation-centre.fulfilled", differs: "contested" }),
    );
  });

  test("the backgrounder alone knows of no Crisis Response Centre", () => {
    const lens = { "according-to": "backgrounder" };
    expect(on("plan/situation-centre", "2021-03-26", lens)).toBe("announced");
    expect(on("plan/air-defence", "2021-03-26", lens)).toBe("announced");
    expect(on("plan/military-cooperation-2021-2025", "2020-12-31", lens)).toBe("adopted");
  });
});

describe("bodies exist from the instrument that founds them, or from their own act", () => {
  test.each([
    ["council", "1994-04-19", "none"],
    ["council", "1994-04-20", "established"],
    ["cfm", "2003-09-17", "none"],
    ["cfm", "2003-09-18", "established"],
    ["permanent-council", "2012-12-18", "none"],
    ["permanent-council", "2012-12-19", "established"],
    ["military-committee", "2012-12-18", "none"],
    ["military-committee", "2012-12-19", "established"],
  ])("%s on %s: %s", (body, day, state) => {
    expect(on(`body/${body}`, day)).toBe(state);
  });
});

describe("scales of contributions, and what Armenia was assessed and withheld", () => {
  test.each([
    ["scale/csto", "2021-03-26", "act/budget.scale"],
    ["scale/csto", "2021-03-25", ["act/budget.scale", "unknown"]],
    ["scale/crdf-command", "2006-01-01", "act/budget.crdf-2006-scale"],
    ["contribution/csto/ARM/2024", "2024-01-01", ["assessed", "none"]],
    ["contribution/csto/ARM/2024", "2024-05-08", "withheld"],
    ["contribution/csto/ARM/2024", "2026-11-23", "withheld"],
  ])("%s on %s: %j", (subject, day, value) => {
    expect(on(subject, day)).toEqual(value);
  });

  test("the backgrounder alone knows Russia's half", () => {
    const lens = { "according-to": "backgrounder", on: "2021-03-26" };
    const { because } = asked(csto, "why", { subject: "scale/csto", ...lens });
    expect(because.map(({ says }) => says["shares"])).toEqual([{ RUS: "0.5" }]);
  });

  test("the whole of it adds what the ministry said in 2024", () => {
    const { because } = asked(csto, "why", { subject: "scale/csto", on: "2024-12-31" });
    const tenth = { ARM: "0.1", BLR: "0.1", KAZ: "0.1", KGZ: "0.1", TJK: "0.1" };
    const shares = because.flatMap(({ says }) => says["shares"] ?? []);
    expect(shares).toEqual([{ RUS: "0.5", ...tenth }]);
  });
});

describe("decisions name their session and tell the form that was reported", () => {
  test.each([
    ["org.decided", "2002-05-14", { session: "session.moscow-2002" }],
    ["crrf.decision-2009-06", "2009-06-14", { session: "session.moscow-2009" }],
    ["almaty-2024.cdm-decisions", "2024-05-31", { body: "cdm", form: "limited-format" }],
    ["astana-2024.decisions", "2024-11-28", { form: "limited-format" }],
    ["bishkek-2025.decisions", "2025-11-27", { documents: 15, positions: { ARM: "absent" } }],
    ["yerevan-2022.documents", "2022-11-23", { documents: 15 }],
    ["yerevan-2022.declaration", "2022-11-23", { positions: { ARM: "against" } }],
    ["session.minsk-2023", "2023-11-23", { absent: ["ARM"], host: "BLR" }],
    ["session.video-2020-12", "2020-12-02", { mode: "video", chair: "RUS", documents: 15 }],
    ["session.video-2022-01", "2022-01-10", { form: "extraordinary", chair: "ARM" }],
  ])("%s on %s: %j", (id, day, says) => {
    const { because } = asked(csto, "why", { subject: `act/${id}`, on: day });
    // Each field stands with the claim that gives it.
    const said = Object.assign({}, ...because.map((row) => row.says));
    expect(said).toMatchObject({ occurredOn: day, ...says });
  });

  test("no form is reported of Bishkek, 2025 (C046)", () => {
    const { because } = asked(csto, "why", { subject: "act/bishkek-2025.decisions" });
    expect(because[0]?.says).not.toHaveProperty("form");
  });
});
