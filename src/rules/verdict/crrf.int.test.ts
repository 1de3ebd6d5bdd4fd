/**
 * Ex. 3: the decision of June 2009 on the rapid reaction forces, judged from the shipped record; the
 * Agreement beside it, judged apart (S-16); the sessions without Armenia.
 */

import { describe, expect, test } from "vitest";
import { dayOf } from "#base";
import { worldOf } from "../../../test/world.ts";
import { checkVersion } from "./check.ts";

const { library } = worldOf("csto");
const record = library.under({});

const check = (id: string, on = "2026-11-23") => {
  const size = record.size();
  const version = record.act(id, size);
  if (version === undefined) throw new Error(`no such act: ${id}`);
  return checkVersion({ record, size, on: dayOf(on) ?? 0 }, version);
};

const forms = [
  {
    form: "limited-format",
    available: false,
    because: "c-12 version 2, in force from 2012-12-19",
  },
];

describe("Ex. 3: the decision of June 2009", () => {
  const { readings, disputed, flags } = check("crrf.decision-2009-06");

  test("two readings held in 2009, and they differ", () => {
    expect(readings.map(({ reading }) => reading)).toEqual([
      { consensus: "express-consent" },
      { consensus: "no-objection" },
    ]);
    expect(disputed).toBe(true);
  });

  test("express consent: five of seven, two short, the consent of October still one short", () => {
    const [{ validity, missing, compliance, textSeen, decision } = {}] = readings;
    expect({ validity, missing, compliance, textSeen }).toEqual({
      validity: "without-effect",
      missing: [],
      compliance: [],
      textSeen: "no",
    });
    expect(decision).toMatchObject({
      outcome: "not-adopted",
      form: "ordinary",
      forms,
      counts: "consents",
      base: 7,
      needed: 7,
      reached: 5,
      shortBy: 2,
      blockedBy: ["BLR", "UZB"],
      binds: [],
      laterExpressions: [{ state: "BLR", on: "2009-10-20", effect: "counted", reached: 6 }],
      exclusions: [],
      decidingNode: "council-consensus/rule/counts-for",
    });
    expect(decision).not.toHaveProperty("adoptedOn");
  });

  test("no objection: adopted on the day, Belarus bound from its consent, Uzbekistan unknown", () => {
    const [, { validity, decision } = {}] = readings;
    expect(validity).toBe("effective");
    expect(decision).toMatchObject({
      outcome: "adopted",
      adoptedOn: "2009-06-14",
      forms,
      counts: "objections",
      base: 7,
      needed: 0,
      reached: 0,
      shortBy: 0,
      blockedBy: [],
      binds: ["ARM", "KAZ", "KGZ", "RUS", "TJK"],
      bindsUnknown: ["UZB"],
      laterExpressions: [{ state: "BLR", on: "2009-10-20", effect: "bound-from" }],
      exclusions: [],
      decidingNode: "council-consensus/rule/blocks",
    });
  });

  test("before October Belarus, too, is only perhaps bound", () => {
    const early = check("crrf.decision-2009-06", "2009-10-19").readings;
    expect(early[0]?.decision?.laterExpressions).toEqual([]);
    expect(early[1]?.decision?.bindsUnknown).toEqual(["BLR", "UZB"]);
  });

  test("S-44: the backgrounder's count contradicts the register", () => {
    expect(flags).toEqual([
      { claim: "b", contradicts: "membership", says: "4 of 6", register: "7 members" },
    ]);
  });
});

describe("S-16: the Agreement is judged apart, by its own life rule", () => {
  test("a signature is effective whatever consensus needs", () => {
    const { readings, disputed } = check("crrf.agreement-signed");
    expect(readings.map(({ reading, validity }) => [reading, validity])).toEqual([
      [{}, "effective"],
    ]);
    expect(readings[0]?.decidingNode).toBe("crrf-agreement/life/bindsOn/signature");
    expect(disputed).toBe(false);
  });
});

describe("S-19: of a sitting of which only one absence is told, the rest is unknown", () => {
  test("Minsk 2023, in the ordinary form", () => {
    const { readings } = check("minsk-2023.decisions");
    expect(readings.map(({ reading, validity }) => [reading["consensus"], validity])).toEqual([
      ["express-consent", "without-effect"],
      ["no-objection", "undetermined"],
      ["consent-after-the-event", "undetermined"],
    ]);
    const [express, free] = readings;
    expect(express?.decision?.blockedBy).toEqual(["ARM"]);
    expect(express?.decision?.exclusions).toEqual([{ state: "UZB", clause: "c-20" }]);
    expect(free?.missing).toContainEqual({
      record: "position.taken/BLR",
      span: "2023-11-23",
      wouldMake: "counted",
    });
  });

  test("Astana 2024, in limited format: that nobody objected to it stands in no record either", () => {
    const { readings, disputed } = check("astana-2024.decisions");
    expect(readings.map(({ validity, decision }) => [decision?.form, validity])).toEqual([
      ["limited-format", "undetermined"],
      ["limited-format", "undetermined"],
      ["limited-format", "undetermined"],
    ]);
    expect(disputed).toBe(false);
    expect(readings[0]?.missing).toContainEqual({
      record: "objection.raised",
      span: "2024-11-28/2026-11-23",
      wouldMake: "adopted",
    });
  });
});
