/** Lists of things on a day: what stands in them, with which state, and what is not known. */

import { describe, expect, test } from "vitest";
import type { Act } from "#ledger";
import type { ListAnswer, ListItem, Lists } from "./list-answers.ts";
import { act, asking, lakeActs, lakeWorld, source } from "./testing.ts";

const world = lakeWorld();

const list = <N extends keyof Lists>(
  command: N,
  asked: { [name: string]: string } = {},
  of = world,
): Lists[N] => {
  const answer = asking(of, command, asked);
  if (typeof answer === "string") throw new Error(answer);
  return answer as Lists[N];
};

const item = <Item extends ListItem>({ items }: ListAnswer<Item>, id: string): Item => {
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`not in the list: ${id}`);
  return found;
};

const ids = ({ items }: ListAnswer<ListItem>): readonly string[] => items.map(({ id }) => id);

describe("exercises (S-51): announced by the day, with their state on it", () => {
  const stateOf = (id: string, on: string) => {
    const { state, since, certainty } = item(list("exercises", { on }), id);
    return `${state} since ${since}, ${certainty}`;
  };
  test.each([
    ["wave", "2028-01-10", "planned since 2028-01-10, certain"],
    ["wave", "2028-05-31", "planned since 2028-01-10, certain"],
    ["wave", "2028-06-01", "unknown since 2028-06-01, uncertain"],
    ["storm", "2028-06-30", "announced since 2028-02-01, certain"],
    ["ripple", "2028-05-03", "held since 2028-05-03, certain"],
  ])("%s on %s is %s", (id, on, expected) => {
    expect(stateOf(id, on)).toBe(expected);
  });

  test("before it was announced an exercise is not in the list", () => {
    expect(ids(list("exercises", { on: "2028-01-09" }))).toEqual([]);
  });

  test("a part names its whole, and the whole its parts", () => {
    const all = list("exercises");
    expect(item(all, "ripple").partOf).toBe("exercise/wave");
    expect(item(all, "wave").parts).toEqual(["ripple"]);
  });

  test("one without a day says so, and until when its sources reach", () => {
    const all = list("exercises");
    expect(item(all, "storm")).toMatchObject({ undated: true, reportedUntil: "2028-06-30" });
    expect(all.unknown).toEqual([
      { subject: "exercise/storm", what: "day" },
      { subject: "exercise/wave", what: "fate" },
    ]);
  });

  test.each([
    [{ series: "waters" }, ["wave"]],
    [{ series: "series/waters" }, ["wave"]],
    [{ host: "XNA" }, ["ripple"]],
    [{ state: "held" }, ["ripple"]],
    [{ state: "unknown" }, ["wave"]],
    [{ from: "2028-05-02", to: "2028-05-02" }, ["wave", "ripple"]],
    [{ from: "2028-06-01" }, []],
    [{ year: "2028" }, ["wave", "ripple", "storm"]],
    [{ year: "2027" }, []],
  ])("filtered by %j: %j", (asked, expected) => {
    expect([...ids(list("exercises", asked))].sort()).toEqual([...expected].sort());
  });
});

describe("plans (S-44): never overdue for want of a source", () => {
  test.each([
    ["2028-03-31", "announced"],
    ["2028-04-01", "unknown"],
  ])("due in March, on %s it is %s", (on, expected) => {
    expect(item(list("plans", { on }), "dam").state).toBe(expected);
  });

  test("a report begins nothing, and stands with the plan", () => {
    const ferry = item(list("plans", { on: "2029-01-01" }), "ferry");
    expect(ferry).toMatchObject({ state: "announced", undated: true });
    expect(ferry.reports.map(({ act: id }) => id)).toEqual(["p.ferry-told"]);
  });

  test("inside the window of its announcement it is uncertain", () => {
    expect(item(list("plans", { on: "2028-05-01" }), "ferry")).toMatchObject({
      state: "uncertain",
      possible: ["announced", "none"],
    });
  });
});

describe("budget: exact shares, as the source gives them", () => {
  test("since the scale was set; before it, not known", () => {
    expect(item(list("budget"), "lakes")).toMatchObject({
      scale: { XNA: "0.7", XNB: "0.3" },
      from: "2028-01-01",
      contributions: [
        { state: "XNA", year: "2028", value: "paid", amount: { amount: "12.50", currency: "XNM" } },
      ],
    });
    expect(list("budget", { on: "2027-12-31" }).items).toEqual([]);
  });

  test("the sum of a contribution is the newest told, whoever withholds it naming none", () => {
    const more = { actors: ["XNA"], year: "2028" };
    const withheld = act("b.withheld", "contribution.withheld", ["budget/lakes"], {
      occurredOn: "2028-03-01",
      ...more,
    });
    expect(item(list("budget", {}, lakeWorld([...lakeActs, withheld])), "lakes")).toMatchObject({
      contributions: [{ value: "withheld", amount: { amount: "12.50", currency: "XNM" } }],
    });
  });
});

describe("forces and bodies", () => {
  test("strengths stand side by side with their sources (S-6)", () => {
    const { stated, contributors } = item(list("forces"), "patrol");
    expect(stated.map(({ value, source: by, approximate }) => [value, by, approximate])).toEqual([
      [50, "lake.gazette", true],
      [80, "lake.memo", undefined],
    ]);
    expect(contributors).toMatchObject([{ state: "XNB", since: "2028-01-05" }]);
  });

  test("under one source only what it says stands there", () => {
    const { stated } = item(list("forces", { "according-to": "lake.memo" }), "patrol");
    expect(stated.map(({ value }) => value)).toEqual([80]);
  });

  test("a chair, and an office whose holder is not known within a window", () => {
    const all = list("bodies", { on: "2028-03-10" });
    expect(item(all, "council").chair).toMatchObject({ value: "XNA", since: "2028-01-01" });
    expect(item(all, "reeve").head).toMatchObject({
      value: "uncertain",
      possible: ["person/vale", "unknown"],
    });
    expect(all.unknown).toContainEqual({ subject: "office/reeve", what: "holder" });
    expect(all.unknown).toContainEqual({ subject: "body/council", what: "founding" });
  });

  test("a body of which a source tells the class is there, though nobody tells since when (S-6)", () => {
    const sort = { occurredOn: "2028-02-01", property: "class", value: "highest" };
    const more = lakeWorld([...lakeActs, act("s.class", "source.stated", ["body/council"], sort)]);
    const all = list("bodies", { on: "2028-03-10" }, more);
    const council = item(all, "council");
    expect(council.certainty).toBe("certain");
    expect(council.since).toBeUndefined();
    expect(all.unknown).toContainEqual({ subject: "body/council", what: "founding" });
  });

  test("where the pack is silent a body answers to whom sources state", () => {
    const answers = { property: "accountable-to", value: "body/staff", occurredOn: "2028-02-01" };
    const more = lakeWorld([...lakeActs, act("s.to", "source.stated", ["body/council"], answers)]);
    expect(item(list("bodies", {}, more), "council").accountableTo).toEqual(["staff"]);
    expect(item(list("bodies"), "council").accountableTo).toBeUndefined();
  });
});

describe("relations: an appeal without a recorded answer is none-reported (S-19)", () => {
  test("who says that there was none is named", () => {
    expect(item(list("relations"), "un")).toMatchObject({
      standing: { value: "observer", since: "2028-02-20" },
      appeals: [
        { act: "r.appeal", answer: "none-reported", reportedBy: ["lake.gazette"], to: ["org/un"] },
      ],
    });
  });
  test("once an answer is recorded, it is answered", () => {
    const answer = act("r.answer", "appeal.answered", ["act/r.appeal"], {
      occurredOn: "2028-02-01",
    });
    const more = lakeWorld([...lakeActs, answer]);
    expect(item(list("relations", {}, more), "un").appeals).toMatchObject([
      { answer: "answered", answeredBy: ["r.answer"] },
    ]);
  });
});

describe("decisions and situations", () => {
  test("what a source says came of a decision stands beside its positions", () => {
    const sent = { occurredOn: "2028-06-01", positions: { XNA: "against" }, reported: "sent-back" };
    const more = lakeWorld([...lakeActs, act("d.back", "decision.put", ["org/lakes"], sent)]);
    expect(item(list("decisions", {}, more), "d.back").reported).toBe("sent-back");
    expect(item(list("decisions", {}, more), "f.decided").reported).toBeUndefined();
  });

  test("a decision has the basis of the record, and each that a source claims", () => {
    expect(item(list("decisions"), "f.decided")).toMatchObject({
      on: "2028-04-11",
      body: "council",
      basis: [
        { basis: "t-2" },
        { basis: { en: "The custom of the lakes" }, source: "lake.memo", differs: "contested" },
      ],
      positions: { XNA: "for", XNB: "absent" },
      later: [{ act: "f.later" }],
    });
  });

  test.each([
    [{ body: "council" }, ["f.decided"]],
    [{ body: "secretariat" }, []],
    [{ on: "2028-04-10" }, []],
    [{ from: "2028-04-12" }, []],
  ])("filtered by %j: %j", (asked, expected) => {
    expect(ids(list("decisions", asked))).toEqual(expected);
  });

  test.each([
    ["2028-04-10", "open", undefined],
    ["2028-04-12", "open", "deployed"],
    ["2028-04-16", "open", "uncertain"],
    ["2028-04-30", "closed", "ended"],
  ])("a situation on %s is %s, its deployment %s", (on, state, sent) => {
    const found = item(list("situations", { on }), "flood");
    expect([
      found.state,
      found.deployment?.value === "none" ? undefined : found.deployment?.value,
    ]).toEqual([state, sent]);
    expect(found.opened).toBe("2028-04-10");
  });
});

describe("pages of a long list", () => {
  test("all without page and per; else one page of them, and how many there are", () => {
    expect(list("exercises").page).toBeUndefined();
    const second = list("exercises", { per: "2", page: "2" });
    expect(second.items.length).toBe(1);
    expect(second).toMatchObject({ total: 3, page: { number: 2, per: 2, pages: 2 } });
  });

  test.each([
    ["exercises", { page: "2" }, "page query.number"],
    ["exercises", { page: "0" }, "page query.number"],
    ["exercises", { per: "201" }, "per query.number"],
    ["exercises", { per: "many" }, "per query.number"],
    ["exercises", { state: "lost" }, "state query.word"],
    ["exercises", { host: "norland" }, "host query.state"],
    ["exercises", { year: "28" }, "year query.year"],
    ["exercises", { from: "2028-05-02", to: "2028-05-01" }, "from query.from-after-to"],
    ["exercises", { with: "un" }, "with query.unknown-parameter"],
    ["plans", { state: "held" }, "state query.word"],
    ["forces", { class: "naval" }, "class query.word"],
    ["relations", { with: "moon" }, "with query.no-such-relation"],
    ["decisions", { body: "senate" }, "body query.no-such-body"],
    ["coverage", {}, "source query.missing"],
    ["coverage", { source: "lake.memo" }, "source query.no-such-source"],
  ])("%s %j is refused: %s", (command, asked, expected) => {
    expect(asking(world, command, asked)).toBe(expected);
  });
});

describe("coverage (S-25): where each numbered fact stands", () => {
  test("in a claim, in a field of the source, or nowhere", () => {
    expect(asking(world, "coverage", { source: "lake.gazette" })).toMatchObject({
      facts: 4,
      covered: 2,
      missing: ["F003", "F004"],
      where: { F001: ["source/lake.gazette#author"], F002: ["act/s.leader"], F003: [] },
    });
  });

  test("rows of the editors' research are carried by claims of any source", () => {
    const rows: readonly Act[] = [
      source("notes", { numbered: { from: "N01", to: "N02" } }),
      source("lake.gazette"),
      act("n.one", "statement.made", [], { occurredOn: "2028" }),
    ];
    const carried = rows.map((one) =>
      one.mode === "asserted"
        ? { ...one, claims: one.claims.map((claim) => ({ ...claim, rows: ["N02"] })) }
        : one,
    );
    expect(asking(lakeWorld(carried), "coverage", { source: "notes" })).toMatchObject({
      covered: 1,
      where: { N01: [], N02: ["act/n.one"] },
    });
  });
});

describe("why, of what acts set by themselves and of things", () => {
  const why = (subject: string, on = "2028-06-30") => asking(world, "why", { subject, on });
  test.each([
    ["chair/council", "XNA"],
    ["exercise/ripple", "held"],
    ["plan/dam", "announced"],
    ["situation/flood", "closed"],
    ["deployment/flood", "ended"],
    ["contributes/patrol/XNB", "contributing"],
    ["standing/un", "observer"],
    ["budget/lakes", "act/b.scale"],
    ["scale/lakes", "act/b.scale"],
    ["contribution/lakes/XNA/2028", "paid"],
    ["office/reeve", "person/vale"],
    ["body/secretariat", "unknown"],
    ["dialogue/un", "none"],
  ])("%s is %s", (subject, value) => {
    expect(why(subject)).toMatchObject({ value });
  });

  test.each([
    ["person/vale", { names: { en: "A. Vale", ru: "А. Вейл" } }],
    ["fact/f001", { source: "lake.gazette", field: "author", value: "A. Vale" }],
    [
      "fact/f002",
      {
        act: "s.leader",
        kind: "characterization",
        about: "XNA",
        by: "person/vale",
        value: "leader",
      },
    ],
    ["source/lake.gazette", { author: "A. Vale", by: "person/vale" }],
  ])("%s: %j", (subject, value) => {
    expect(why(subject)).toMatchObject({ value });
  });

  test("a report stands beside the plan, without effect (S-52)", () => {
    expect(why("plan/ferry")).toMatchObject({ alsoSaid: [{ act: "p.ferry-told" }] });
  });

  test.each([
    ["chair/senate", "subject query.no-such-subject"],
    ["person/nobody", "subject query.no-such-subject"],
    ["exercise/none", "subject query.no-such-subject"],
    ["contribution/lakes/XNA", "subject query.no-such-subject"],
    ["weather/today", "subject query.subject"],
    ["chair", "subject query.subject"],
  ])("%s is refused: %s", (subject, expected) => {
    expect(why(subject)).toBe(expected);
  });
});

test("diff tells of chairs, exercises and plans as of members", () => {
  const answer = asking(world, "diff", { from: "2028-05-02", to: "2028-05-03" });
  expect(answer).toMatchObject({
    changes: [{ subject: "exercise/ripple", before: "none", after: "held", on: "2028-05-03" }],
  });
});
