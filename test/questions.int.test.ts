/** The shipped records, asked: what decisions S-2 to S-9, S-13, S-52 and their examples settle. */
import { describe, expect, test } from "vitest";
import { ask } from "#rules";
import { asked, worldOf } from "./world.ts";

const csto = worldOf("csto");
const nato = worldOf("nato");

const six = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"];

describe("S-2: who is listed, and how many", () => {
  test.each([
    ["1992-05-14", {}],
    ["1992-05-15", { signatory: 6 }],
    ["1994-04-19", { signatory: 9 }],
    ["1994-04-20", { party: 9 }],
    ["1999-04-20", { party: 9 }],
    ["1999-04-21", { party: 6 }],
    ["2003-09-17", { party: 6 }],
    ["2003-09-18", { member: 6 }],
    ["2012-12-18", { member: 7 }],
    ["2021-03-26", { member: 6, suspended: 1 }],
    ["2026-11-23", { member: 6, suspended: 1 }],
  ])("on %s: %j", (on, counts) => {
    expect(asked(csto, "members", { on }).counts).toEqual(counts);
  });

  test("each row names its status towards each instrument", () => {
    const [row] = asked(csto, "members", { on: "2002-10-07" }).members;
    expect(row).toMatchObject({
      state: "ARM",
      status: "party",
      instruments: { treaty: "party", charter: "signatory" },
    });
  });
});

describe("S-4: the gap of 1999 to 2000 is one value and two readings", () => {
  test.each(["1999-04-21", "2000-03-21"])("on %s the six are disputed", (on) => {
    const { members } = asked(csto, "members", { on });
    expect(members.map(({ state }) => state)).toEqual(six);
    for (const row of members) {
      expect(row).toMatchObject({ status: "party", certainty: "disputed" });
      expect(row.possible).toEqual(["lapsed", "party"]);
    }
  });

  test.each(["1999-04-20", "2000-03-22"])("on %s they are certain", (on) => {
    for (const row of asked(csto, "members", { on }).members) expect(row.certainty).toBe("certain");
  });

  test("why names both readings", () => {
    const { readings } = asked(csto, "why", { subject: "membership/RUS", on: "1999-12-31" });
    expect(readings).toEqual([
      { axis: "term-gap-1999", reading: "continuous", value: "party" },
      { axis: "term-gap-1999", reading: "revived", value: "lapsed" },
    ]);
  });
});

describe("S-5, example 4: Uzbekistan's return and departure", () => {
  test("the spans of its headline status", () => {
    const { spans } = asked(csto, "status", { state: "UZB" });
    expect(
      spans.map(({ status, from, until, certainty }) => [status, from, until, certainty]),
    ).toEqual([
      ["signatory", "1992-05-15", "1994-04-20", "certain"],
      ["party", "1994-04-20", "1999-04-21", "certain"],
      ["lapsed", "1999-04-21", "2006-06-23", "certain"],
      ["lapsed", "2006-06-23", "2006-08-16", "disputed"],
      ["member", "2006-08-16", "2008-03-28", "disputed"],
      ["member", "2008-03-28", "2012-12-19", "certain"],
      ["suspended", "2012-12-19", undefined, "certain"],
    ]);
    expect(spans[4]?.acts).toEqual(expect.arrayContaining(["uzb.restored", "uzb.law-signed"]));
  });

  test("in the days before the preferred one it stands among the contested", () => {
    const answer = asked(csto, "members", { on: "2006-07-01" });
    expect(answer.members.map(({ state }) => state)).toEqual(six);
    expect(answer.contested).toMatchObject([
      { state: "UZB", status: "lapsed", possible: ["lapsed", "member"] },
    ]);
  });

  test("why shows the claims on both sides, and the ground", () => {
    const why = asked(csto, "why", { subject: "membership/UZB", on: "2007-01-01" });
    const restored = why.because.find(({ act }) => act === "uzb.restored");
    expect(restored?.says).toMatchObject({ occurredOn: "2006-08-16" });
    const days = why.against.filter(({ act }) => act === "uzb.restored").map(({ says }) => says);
    expect(days).toEqual(
      expect.arrayContaining([expect.objectContaining({ occurredOn: "2008-03-28" })]),
    );
    expect(why.grounds.map(({ act }) => act)).toContain("uzb.restored");
    expect(why.alsoSaid.map(({ act }) => act)).toEqual(
      expect.arrayContaining(["uzb.law-signed", "uzb.ratified-again"]),
    );
  });
});

describe("a lapse is not a withdrawal, a freeze is not a suspension", () => {
  test("Azerbaijan in 1999", () => {
    expect(asked(csto, "status", { state: "AZE", on: "1999-04-21" }).status).toBe("lapsed");
  });

  test("Armenia in 2024 stays a member, and why says who spoke of a freeze (S-52)", () => {
    expect(asked(csto, "status", { state: "ARM", on: "2024-02-23" })).toMatchObject({
      status: "member",
      certainty: "certain",
    });
    const why = asked(csto, "why", { subject: "membership/ARM", on: "2024-02-23" });
    expect(why.because.map(({ act }) => act)).not.toContain("arm.freeze-declared");
    expect(why.alsoSaid.map(({ act }) => act)).toContain("arm.freeze-declared");
  });

  test("a note of intent changes nothing (June 2012)", () => {
    expect(asked(csto, "status", { state: "UZB", on: "2012-12-18" }).status).toBe("member");
    const why = asked(csto, "why", { subject: "membership/UZB", on: "2012-12-18" });
    expect(why.alsoSaid.map(({ act }) => act)).toContain("uzb.note-2012");
  });
});

describe("S-9: according to the backgrounder", () => {
  const lens = { "according-to": "backgrounder" };
  test("its own date of entry into force stands", () => {
    expect(asked(csto, "status", { state: "ARM", on: "1994-12-19", ...lens }).status).toBe(
      "signatory",
    );
    expect(asked(csto, "status", { state: "ARM", on: "1994-12-20", ...lens }).status).toBe("party");
  });

  test("example 5: inside the window of 1993", () => {
    const answer = asked(csto, "members", { on: "1993-06-01", ...lens });
    expect(answer.counts).toEqual({ signatory: 6, uncertain: 3 });
    expect(answer.lens).toEqual({ "according-to": ["backgrounder"] });
    expect(answer.members.slice(0, 2)).toMatchObject([
      { state: "ARM", status: "signatory", since: "1992", certainty: "certain" },
      {
        state: "AZE",
        status: "uncertain",
        possible: ["none", "signatory"],
        since: "[1993-01-01..1993-12-31]",
        instruments: { treaty: "uncertain" },
      },
    ]);
  });

  test("1994-06-01: nine signatories, no party; 2000-01-01: Uzbekistan lapsed", () => {
    expect(asked(csto, "members", { on: "1994-06-01", ...lens }).counts).toEqual({ signatory: 9 });
    expect(asked(csto, "status", { state: "UZB", on: "2000-01-01", ...lens }).status).toBe(
      "lapsed",
    );
  });

  test("2026: its six members, and Uzbekistan suspended", () => {
    const answer = asked(csto, "members", { on: "2026-11-23", ...lens });
    expect(answer.counts).toEqual({ member: 6, suspended: 1 });
  });

  test("of a state it does not speak of it knows nothing", () => {
    const world = { ...csto, pack: csto.pack };
    const lensed = asked(world, "status", {
      state: "GEO",
      on: "1990-01-01",
      "according-to": "csto.tass12",
    });
    expect(lensed).toMatchObject({ status: "unknown", certainty: "uncertain" });
  });

  test("example 9: article 4 in its version of 2021, unknown for 2010", () => {
    expect(asked(csto, "provision", { id: "t-4", on: "2021-03-26", ...lens }).version).toBe(2);
    expect(asked(csto, "provision", { id: "t-4", on: "2010-06-12", ...lens })).toMatchObject({
      version: null,
      inForce: null,
    });
  });
});

describe("S-13, example 9: versions are placed by acts", () => {
  test("article 4 on a day of June 2010", () => {
    expect(asked(csto, "provision", { id: "t-4", on: "2010-06-12" })).toMatchObject({
      version: 1,
      inForce: true,
      textSeen: "part",
      amended: [],
      versions: [
        { n: 1, from: "1994-04-20", until: "2012-12-19" },
        { n: 2, from: "2012-12-19" },
      ],
    });
  });

  test("on the day of amendment the new version holds all day", () => {
    const answer = asked(csto, "provision", { id: "t-4", on: "2012-12-19" });
    expect(answer).toMatchObject({ version: 2, amended: [{ on: "2012-12-19" }] });
  });

  test("the computed entry into force stands beside the asserted one", () => {
    const why = asked(csto, "why", { subject: "in-force/protocol-1999", on: "2001-01-01" });
    expect(why).toMatchObject({
      value: "in-force",
      computed: { unknown: "deposits-not-confirmed" },
    });
  });
});

describe("S-8: known, and published by", () => {
  test("#0 is empty, the head is all", () => {
    expect(asked(csto, "members", { on: "2021-01-01", known: "#0" }).members).toEqual([]);
    const all = `#${csto.library.size()}`;
    expect(asked(csto, "members", { on: "2021-01-01", known: all }).counts).toEqual({
      member: 6,
      suspended: 1,
    });
  });

  test("before the release nothing was known", () => {
    const answer = asked(csto, "members", { on: "2021-01-01", known: "2026-11-22T23:59:59Z" });
    expect(answer.members).toEqual([]);
  });

  test("by the end of 2000 nobody could read of the Charter; undated sources are named", () => {
    const answer = asked(csto, "members", { on: "2010-01-01", "published-by": "2000-12-31" });
    expect(answer.members.map(({ status }) => status)).not.toContain("member");
    expect(answer.undated).toContain("csto.bymfa");
  });
});

describe("diff and timeline", () => {
  test("what changed on 1999-04-21", () => {
    const { changes } = asked(csto, "diff", { from: "1999-04-20", to: "1999-04-21" });
    const valued = changes.filter(({ before, after }) => before !== after);
    expect(valued.map(({ subject, before, after }) => [subject, before, after])).toEqual([
      ["membership/AZE", "party", "lapsed"],
      ["membership/GEO", "party", "lapsed"],
      ["membership/UZB", "party", "lapsed"],
    ]);
  });

  test("what an actor did in a span, in order of time", () => {
    const { acts } = asked(csto, "timeline", {
      actor: "UZB",
      from: "2006-01-01",
      to: "2006-12-31",
    });
    expect(acts.map(({ id }) => id)).toEqual(expect.arrayContaining(["uzb.restored"]));
    const precise = acts.map(({ occurredOn }) => occurredOn).filter((day) => !day.startsWith("["));
    expect(precise).toEqual([...precise].sort());
  });
});

describe("NATO: organizations are data", () => {
  test("a year known only as a year is a window", () => {
    expect(asked(nato, "status", { state: "POL", on: "1999-06-01" })).toMatchObject({
      status: "uncertain",
      possible: ["member", "none"],
    });
    expect(asked(nato, "members", { on: "2026-11-23" }).counts).toEqual({ member: 32 });
    expect(asked(nato, "status", { state: "FIN", on: "2023-04-03" }).status).toBe("none");
    expect(asked(nato, "status", { state: "FIN", on: "2023-04-04" }).status).toBe("member");
  });
});

describe("S-53: questions that are refused, naming the field", () => {
  test.each([
    ["members", { on: "1999-02-29" }, "on", "query.day"],
    ["members", { on: "1999" }, "on", "query.day"],
    ["members", { when: "1999-01-01" }, "when", "query.unknown-parameter"],
    ["members", { known: "#999999" }, "known", "query.known-beyond"],
    ["members", { known: "yesterday" }, "known", "query.known"],
    ["members", { "according-to": "nobody" }, "according-to", "query.no-such-source"],
    ["members", { "according-to": "backgrounder,backgrounder" }, "according-to", "query.repeated"],
    [
      "members",
      { "according-to": "backgrounder", "published-by": "2000-01-01" },
      "according-to",
      "query.lens-contradicts",
    ],
    ["members", { lang: "fr" }, "lang", "query.language"],
    ["status", {}, "state", "query.missing"],
    ["status", { state: "uzb" }, "state", "query.state"],
    ["status", { state: "QQQ" }, "state", "query.no-such-state"],
    ["why", { subject: "uzb.restored" }, "subject", "query.subject"],
    ["why", { subject: "act/none" }, "subject", "query.no-such-act"],
    ["why", { subject: "membership/QQQ" }, "subject", "query.no-such-subject"],
    ["why", { subject: "membership/UZB/x" }, "subject", "query.no-such-subject"],
    ["why", { subject: "status/treaty" }, "subject", "query.no-such-subject"],
    ["why", { subject: "status/treaty/UZB/x" }, "subject", "query.no-such-subject"],
    ["why", { subject: "in-force/treaty/x" }, "subject", "query.no-such-subject"],
    ["why", { subject: "provision/t-4/5" }, "subject", "query.no-such-subject"],
    ["why", { subject: "membership/UZB/charter" }, "subject", "query.no-such-subject"],
    ["provision", { id: "t-99" }, "id", "query.no-such-provision"],
    ["diff", { from: "2001-01-01", to: "2000-01-01" }, "from", "query.from-after-to"],
    ["timeline", { kind: "vote" }, "kind", "query.kind"],
    ["timeline", { actor: "QQQ" }, "actor", "query.no-such-actor"],
    ["timeline", { actor: "person/nobody" }, "actor", "query.no-such-actor"],
    ["why", { subject: "source/backgrounder", known: "#0" }, "subject", "query.no-such-source"],
    ["members", { "according-to": "backgrounder, preferred" }, "according-to", "query.source"],
    ["timeline", { from: "2001-01-01", to: "2000-01-01" }, "from", "query.from-after-to"],
  ])("%s %j", (command, params, field, code) => {
    const given = new Map(Object.entries(params).map(([k, v]) => [k, [v]] as const));
    const result = ask(csto, command, given);
    expect(result).toMatchObject({ ok: false, refusal: { field, code } });
  });

  test.each([
    ["backgrouder", "backgrounder"],
    ["csto.prot9", "csto.prot99"],
  ])("a source that is not there, %s, is answered with those like it: %s", (source, like) => {
    const result = ask(csto, "members", new Map([["according-to", [source]]]));
    expect(result).toMatchObject({ ok: false, refusal: { code: "query.no-such-source" } });
    expect(result.ok ? "" : result.refusal.accepted.split(", ")).toContain(like);
  });

  test("an actor of whom nothing is seen through the lens is no stranger", () => {
    const lens = { actor: "UZB", "according-to": "csto.prot99", to: "1990-01-01" };
    expect(asked(csto, "timeline", lens).acts).toEqual([]);
  });

  test("a repeated parameter", () => {
    const result = ask(csto, "members", new Map([["on", ["1999-01-01", "2000-01-01"]]]));
    expect(result).toMatchObject({ ok: false, refusal: { field: "on", code: "query.repeated" } });
  });
});

describe("what is in doubt is told wherever it is told", () => {
  test("a status towards an instrument", () => {
    const answer = asked(csto, "status", { state: "UZB", on: "2007-01-01" });
    expect(answer).toMatchObject({
      instruments: { treaty: "party", charter: "party" },
      doubts: { treaty: "disputed", charter: "disputed" },
    });
    expect(asked(csto, "status", { state: "UZB", on: "2009-01-01" }).doubts).toBeUndefined();
  });

  test("a change of certainty is a change: six stay parties and become disputed", () => {
    const { changes } = asked(csto, "diff", { from: "1999-04-20", to: "1999-04-21" });
    const six = changes.filter(({ before, after }) => before === "party" && after === "party");
    expect(six.map(({ subject }) => subject)).toEqual(
      ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"].map((state) => `membership/${state}`),
    );
    expect(six[0]).toMatchObject({
      certainty: { before: "certain", after: "disputed" },
      possible: { after: ["lapsed", "party"] },
      on: "1999-04-21",
    });
  });

  test("a run of doubt that began before is told with its first day", () => {
    const { changes } = asked(csto, "diff", { from: "1999-04-20", to: "1999-12-31" });
    expect(changes.find(({ subject }) => subject === "membership/ARM")?.on).toBe("1999-04-21");
  });
});

describe("a day that lies ahead", () => {
  test("is answered with the day on which the record ends; today is not", () => {
    const answer = asked(csto, "members", { on: "2099-01-01" });
    expect(answer.lastAct).toMatch(/^202\d-\d\d-\d\d$/);
    expect(asked(csto, "members", { on: "2026-11-23" }).lastAct).toBeUndefined();
    expect(asked(csto, "status", { state: "ARM", on: "2099-01-01" }).lastAct).toBe(answer.lastAct);
  });
});

test("an act of which only the latest day is known stands there in the timeline", () => {
  const { acts } = asked(csto, "timeline", {});
  expect(acts[0]?.occurredOn).toMatch(/^19/);
  const ends = acts.map(({ effectiveOn }) => effectiveOn);
  const undated = ends.indexOf("..");
  if (undated >= 0) expect(ends.slice(undated).every((when) => when === "..")).toBe(true);
});
