/**
 * S-48: `decide` on the Council of the CSTO, from the shipped pack and record.
 */

import { describe, expect, test } from "vitest";
import { dayOf } from "#base";
import type { Positions } from "#charter";
import { worldOf } from "../../../test/world.ts";
import { decideIn } from "./question.ts";

const { library, today } = worldOf("csto");
const record = library.under({});

const decide = (file: Positions, body = "council", on?: string) =>
  decideIn(record, record.size(), body, file, on === undefined ? undefined : dayOf(on), today);

const decided = (file: Positions) => {
  const found = decide(file);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
};

const five = { BLR: "for", KAZ: "for", KGZ: "for", RUS: "for", TJK: "for" } as const;
const november: Positions = { on: "2024-11-28", positions: { ...five, ARM: "absent" } };

const outcomes = (file: Positions) =>
  decided(file).readings.map(({ reading, outcome }) => [reading["consensus"], outcome]);

describe("November 2024, Armenia absent and not objecting", () => {
  test("the ordinary form, under each of three readings", () => {
    expect(outcomes(november)).toEqual([
      ["express-consent", "not-adopted"],
      ["no-objection", "adopted"],
      ["consent-after-the-event", "undetermined"],
    ]);
    expect(decided(november).disputed).toBe(true);
    expect(decided(november).readings[2]?.missing).toEqual([
      {
        knob: "council-consensus/laterExpression/window",
        text: "Charter of the Collective Security Treaty Organization",
      },
    ]);
  });

  test("limited format is available and adopted under all, binding those who took part", () => {
    for (const { forms } of decided(november).readings) {
      expect(forms).toEqual([
        {
          form: "limited-format",
          available: true,
          because: "c-12 version 2, in force from 2012-12-19",
          outcome: "adopted",
          binds: ["BLR", "KAZ", "KGZ", "RUS", "TJK"],
        },
      ]);
    }
    const chosen = decided({ ...november, form: "limited-format" });
    expect(chosen.disputed).toBe(false);
    expect(chosen.readings.map(({ form, outcome }) => [form, outcome])).toEqual([
      ["limited-format", "adopted"],
      ["limited-format", "adopted"],
      ["limited-format", "adopted"],
    ]);
    expect(chosen.readings[0]?.forms.map(({ form }) => form)).toEqual(["ordinary"]);
  });

  test("an objection to the form, not to the text, stops it", () => {
    const stopped = decided({ ...november, form: "limited-format", formObjections: ["ARM"] });
    expect(stopped.readings.map(({ outcome }) => outcome)).toEqual([
      "not-adopted",
      "not-adopted",
      "not-adopted",
    ]);
  });

  test("with Armenia's later consent: adopted that day where consent after the event counts", () => {
    const late = {
      ...november,
      later: [{ state: "ARM", position: "for", on: "2025-01-15" }],
    } as const;
    expect(outcomes(late)).toEqual([
      ["express-consent", "undetermined"],
      ["no-objection", "adopted"],
      ["consent-after-the-event", "adopted"],
    ]);
    const { readings } = decided(late);
    expect(readings[0]?.missing).toMatchObject([
      { knob: "council-consensus/laterExpression/completes" },
    ]);
    expect(readings[2]).toMatchObject({ adoptedOn: "2025-01-15" });
  });

  test("the electorate is taken from the record, the suspended state is shown with its clause", () => {
    const { electorate, readings } = decided(november);
    expect(electorate).toEqual(["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]);
    expect(readings[0]?.exclusions).toEqual([{ state: "UZB", clause: "c-20" }]);
  });
});

describe("June 2009 as a file (Ex. 2)", () => {
  const file: Positions = {
    on: "2009-06-14",
    positions: {
      ...five,
      ARM: "for",
      BLR: "absent",
      UZB: { position: "not-participating", statement: "reservations" },
    },
    later: [{ state: "BLR", position: "for", on: "2009-10-20" }],
  };

  test("gives what the record gives", () => {
    expect(decided(file)).toMatchObject({
      electorate: ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"],
      readings: [
        { outcome: "not-adopted", needed: 7, reached: 5, shortBy: 2, blockedBy: ["BLR", "UZB"] },
        { outcome: "adopted", adoptedOn: "2009-06-14", needed: 0, bindsUnknown: ["UZB"] },
      ],
    });
  });

  test("a position for with a statement hangs on what a reservation is worth (S-18)", () => {
    const all = { ...five, ARM: "for", BLR: "for" } as const;
    const reserved: Positions = {
      on: "2009-06-14",
      positions: { ...all, UZB: { position: "for", statement: "reservations" } },
    };
    expect(outcomes(reserved)).toEqual([
      ["express-consent", "undetermined"],
      ["no-objection", "undetermined"],
    ]);
    expect(decided(reserved).readings[0]?.missing).toMatchObject([
      { knob: "council-consensus/reservation" },
    ]);
  });
});

describe("S-17, S-42: what no sitting can be is refused, naming the place", () => {
  const refused = (file: Positions, body?: string) => {
    const found = decide(file, body);
    return found.ok ? undefined : found.refusal;
  };

  test.each([
    [
      "a state outside the electorate",
      { positions: { GEO: "for" } },
      "positions/positions/GEO",
      "decide.outside",
    ],
    [
      "a later expression before the sitting",
      {
        on: "2009-06-14",
        positions: {},
        later: [{ state: "BLR", position: "for", on: "2009-06-13" }],
      },
      "positions/later/0/on",
      "decide.later-before",
    ],
    [
      "a form that the procedure lacks",
      { positions: {}, form: "acclamation" },
      "positions/form",
      "decide.no-such-form",
    ],
    [
      "a day that the calendar lacks",
      { on: "2009-02-30", positions: {} },
      "positions/on",
      "date.no-such-day",
    ],
  ] as const)("%s", (_name, file, field, code) => {
    expect(refused(file as Positions)).toMatchObject({ kind: "bad", field, code });
  });

  test("the clause stands beside those who may vote", () => {
    expect(refused({ on: "2026-01-01", positions: { GEO: "for" } })?.accepted).toBe(
      "c-12: ARM | BLR | KAZ | KGZ | RUS | TJK",
    );
  });

  test("a suspended state is no bad input", () => {
    expect(refused({ on: "2026-01-01", positions: { UZB: "against" } })).toBeUndefined();
  });

  test.each([
    ["secretariat", "query.no-procedure"],
    ["senate", "query.no-such-body"],
  ])("a body without a procedure: %s", (body, code) => {
    expect(refused({ positions: {} }, body)).toMatchObject({
      kind: "unknown",
      field: "body",
      code,
    });
  });
});
