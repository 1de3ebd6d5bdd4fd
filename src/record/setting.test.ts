/**
 * Values that an act sets by itself: one lane a fluent, windows, order, contested claims, statements.
 */

import { describe, expect, test } from "vitest";
import type { AssertedAct } from "#ledger";
import { claimed, told } from "#ledger/testing";
import { fold } from "./record.ts";
import {
  about,
  dayIn,
  entered,
  inLedger,
  lakes,
  registered,
  signed,
  terminated,
} from "./testing.ts";

type Says = { readonly [field: string]: never } | object;

/** An act about a thing, told by one claim and the more that are given. */
const act = (
  id: string,
  kind: string,
  thing: string,
  says: Says,
  more: Partial<AssertedAct> = {},
): AssertedAct => {
  const {
    actors: _,
    under: __,
    ...rest
  } = told(id, {
    kind,
    about: [thing],
    claims: [claimed({ says: { ...says } })],
    ...more,
  });
  return rest;
};

const chair = (id: string, on: string, state: string, more: Partial<AssertedAct> = {}) =>
  act(id, "chair.assumed", "body/council", { occurredOn: on, actors: [state] }, more);

const stated = (thing: string, on: string, says: Says) =>
  act(`stated.${thing.replaceAll("/", ".").toLowerCase()}`, "source.stated", thing, {
    occurredOn: on,
    ...says,
  });

const on = (acts: readonly AssertedAct[], fluent: string, day: string, lens = {}) => {
  const entries = inLedger([registered("lake.gazette", "official"), ...acts]);
  const record = fold(lakes(), entries, lens);
  const span = record.on(fluent, dayIn(day), entries.length);
  if (span === undefined) return undefined;
  const { value, certainty, possible } = span;
  return certainty === "certain" ? value : `${value}, ${certainty}: ${possible.join(" ")}`;
};

const first = chair("c.1", "2028-01-10", "XNA");
const vague = chair("c.2", "[2028-03-01..2028-03-31]", "XNB");

describe("a value holds from the day of the act that sets it until the next", () => {
  test.each([
    ["before anybody told who chairs", "2028-01-09", "unknown, uncertain: unknown"],
    ["the day itself", "2028-01-10", "XNA"],
    ["the day before a window", "2028-02-29", "XNA"],
    ["within the window", "2028-03-01", "uncertain, uncertain: XNA XNB"],
    ["its last day but one", "2028-03-30", "uncertain, uncertain: XNA XNB"],
    ["its last day", "2028-03-31", "XNB"],
  ])("%s, %s: %s", (_, day, expected) => {
    expect(on([first, vague], "chair/council", day)).toBe(expected);
    expect(on([vague, first], "chair/council", day)).toBe(expected);
  });

  test.each([
    ["not ordered", {}, "uncertain, uncertain: XNA XNB"],
    ["ordered by after", { after: ["c.1"] }, "XNB"],
  ])("two acts of one day, %s", (_, more, expected) => {
    const second = chair("c.2", "2028-01-10", "XNB", more);
    expect(on([first, second], "chair/council", "2028-01-10")).toBe(expected);
  });

  test("after the chair was left nobody is known to chair", () => {
    const left = act("c.9", "chair.left", "body/council", { occurredOn: "2028-06-01" });
    expect(on([first, left], "chair/council", "2028-05-31")).toBe("XNA");
    expect(on([first, left], "chair/council", "2028-06-01")).toBe("unknown, uncertain: unknown");
  });
});

describe("contested claims (S-6)", () => {
  const rival = (says: Says) => ({
    claims: [
      claimed({ says: { occurredOn: "2028-01-10", actors: ["XNA"] } }),
      claimed({ id: "b", differs: "contested", says: { ...says } }),
    ],
    preferred: "a",
    ground: { rule: "editor" as const },
  });
  test.each([
    ["another day", { occurredOn: "2028-01-20" }, "2028-01-15", "XNA, disputed: XNA unknown"],
    ["another day, once both agree", { occurredOn: "2028-01-20" }, "2028-01-20", "XNA"],
    ["another actor", { actors: ["XNB"] }, "2028-01-10", "XNA, disputed: XNA XNB"],
  ])("%s on %s", (_, says, day, expected) => {
    expect(on([chair("c.1", "", "XNA", rival(says))], "chair/council", day)).toBe(expected);
  });

  const mayBe = (differs: "contested" | "unverified") =>
    act(
      "p.2",
      "plan.delivered",
      "plan/bridge",
      {},
      {
        after: ["p.1"],
        claims: [claimed({ differs, says: { occurredOn: "2028-03-01" } })],
        preferred: "none",
        ground: { rule: "editor" },
      },
    );
  const announced = act("p.1", "plan.announced", "plan/bridge", { occurredOn: "2028-01-01" });
  test.each([
    ["contested", "2028-02-29", "announced"],
    ["contested", "2028-03-01", "announced, disputed: announced delivered"],
    ["unverified", "2028-03-01", "announced"],
  ] as const)("an act of which no claim is preferred, %s, on %s: %s", (differs, day, expected) => {
    expect(on([announced, mayBe(differs)], "plan/bridge", day)).toBe(expected);
    expect(on([mayBe(differs), announced], "plan/bridge", day)).toBe(expected);
  });

  test("who asks by the source of such a claim is told that it happened", () => {
    const lens = { accordingTo: ["lake.gazette"] };
    const acts = [announced, mayBe("contested")];
    expect(on(acts, "plan/bridge", "2028-03-01", lens)).toBe("delivered");
  });

  test("a claim may set the value of another fluent: contested there, and none here", () => {
    const paid = act(
      "p.1",
      "contribution.paid",
      "budget/lakes",
      {},
      {
        claims: [
          claimed({ says: { occurredOn: "2028-02-01", actors: ["XNA"], year: "2028" } }),
          claimed({ id: "b", differs: "contested", says: { year: "2027" } }),
        ],
        preferred: "a",
        ground: { rule: "editor" },
      },
    );
    const ask = (year: string) => on([paid], `contribution/lakes/XNA/${year}`, "2028-02-01");
    expect(ask("2028")).toBe("paid, disputed: none paid");
    expect(ask("2027")).toBe("none, disputed: none paid");
  });
});

describe("corrections, and what was known before them", () => {
  test("a retraction takes the value away, from its place on", () => {
    const entries = inLedger([
      first,
      {
        ...registered("x", "official"),
        id: "act.retracted-c.1",
        kind: "act.retracted",
        supersedes: { id: "c.1", version: 1 },
        fields: {},
      },
    ]);
    const record = fold(lakes(), entries);
    const day = dayIn("2028-01-10");
    expect(record.on("chair/council", day, 1)?.value).toBe("XNA");
    expect(record.on("chair/council", day, 2)?.value).toBe("unknown");
  });
});

describe("statements of sources (S-6)", () => {
  const says = stated("chair/council", "2028-02-01", { value: "XNB" });
  const size = stated("body/council", "2028-02-01", { property: "number-of-members", value: 9 });
  const sort = stated("body/council", "2028-02-01", { property: "class", value: "highest" });
  const other = stated("chair/council", "2028-02-01", { property: "class", value: "highest" });
  const unknown = "unknown, uncertain: unknown";
  test.each([
    ["founds a value where nothing else does", [says], "chair/council", "2028-02-01", "XNB"],
    ["founds none before its day", [says], "chair/council", "2028-01-31", unknown],
    ["founds none beside an act", [says, first], "chair/council", "2028-02-01", "XNA"],
    ["on a property founds none", [size], "body/council", "2028-02-01", undefined],
    [
      "of a class founds that the body is there",
      [sort],
      "body/council",
      "2028-02-01",
      "established",
    ],
    ["of a class tells nothing before", [sort], "body/council", "2028-01-31", unknown],
    ["of a class of anything else founds none", [other], "chair/council", "2028-02-01", undefined],
  ])("one %s", (_, acts, fluent, day, expected) => {
    expect(on(acts, fluent, day)).toBe(expected);
  });
});

describe("bodies (S-13)", () => {
  const inForce = [
    signed(["XNA", "XNB"], "2027-01-01", about("charter")),
    entered("2027-05-01", about("charter")),
  ];
  const dissolved = act("b.1", "body.dissolved", "body/staff", { occurredOn: "2028-05-01" });
  test.each([
    ["is none before the instrument that founds it", inForce, "2027-04-30", "none"],
    ["is established with it", inForce, "2027-05-01", "established"],
    ["is dissolved by an act of its own", [...inForce, dissolved], "2028-05-01", "dissolved"],
    [
      "is dissolved with the instrument",
      [...inForce, terminated("2028-03-01", about("charter"))],
      "2028-03-01",
      "dissolved",
    ],
  ])("a body %s", (_, acts, day, expected) => {
    expect(on(acts, "body/staff", day)).toBe(expected);
  });

  test("a body of which nobody tells when it was founded is unknown once something is said of it", () => {
    expect(on([stated("body/council", "2028", {})], "body/council", "2028-06-01")).toBe(
      "unknown, uncertain: unknown",
    );
  });
});

test("a lens that shows no act leaves nothing to tell", () => {
  expect(on([first], "chair/council", "2028-01-10", { accordingTo: ["other"] })).toBeUndefined();
  expect(on([first], "chair/council", "2028-01-10", { accordingTo: ["lake.gazette"] })).toBe("XNA");
});

describe("of an act with a contested claim", () => {
  const sources = [
    registered("lake.gazette", "official", "2028-06-01"),
    registered("old", "press", "2028-01-01"),
  ];
  const contested = act(
    "c.9",
    "chair.assumed",
    "body/council",
    {},
    {
      claims: [
        claimed({ says: { occurredOn: "2028-02-01", actors: ["XNA"] } }),
        claimed({
          id: "b",
          source: "old",
          differs: "contested",
          says: { occurredOn: "2028-03-01", actors: ["XNA"] },
        }),
      ],
      ground: { rule: "higher-standing" },
    },
  );
  test.each([
    ["the whole record disputes it", {}, "2028-02-15", "XNA, disputed: XNA unknown"],
    ["one source named disputes nothing", { accordingTo: ["lake.gazette"] }, "2028-02-15", "XNA"],
    ["nor does a second", { accordingTo: ["lake.gazette", "old"] }, "2028-02-15", "XNA"],
    ["its preferred claim hidden", { publishedBy: dayIn("2028-05-01") }, "2028-02-29", "unknown"],
    ["the next takes its place", { publishedBy: dayIn("2028-05-01") }, "2028-03-01", "XNA"],
  ])("%s", (_, lens, day, expected) => {
    const span = fold(lakes(), inLedger([...sources, contested]), lens).on(
      "chair/council",
      dayIn(day),
      3,
    );
    const { value, certainty, possible } = span ?? {};
    const dispute = certainty === "disputed" ? `, disputed: ${possible?.join(" ")}` : "";
    expect(`${value}${dispute}`).toBe(expected);
  });
});
