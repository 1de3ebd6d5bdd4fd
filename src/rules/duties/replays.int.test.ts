/**
 * Crises and sittings replayed from the shipped record: who asked, on which basis, what was owed
 * under the facts and findings recorded, what stays undetermined for want of a finding, what was done.
 *
 * Not one breach is told: nowhere is the record declared complete, and no authority has found so.
 */

import { describe, expect, test } from "vitest";
import { asked, worldOf } from "../../../test/world.ts";
import type { DutiesAnswer } from "../verdict-answers.ts";

const world = worldOf("csto");

const duties = (situation: string, on: string) => asked(world, "duties", { situation, on });

const findings = ({ missing, readings }: DutiesAnswer): readonly string[] => [
  ...new Set(
    [...missing, ...readings.flatMap((row) => row.missing)].flatMap((one) =>
      "finding" in one ? one.finding : [],
    ),
  ),
];

const states = ({ duties: rows, readings }: DutiesAnswer, norm: string): readonly string[] => [
  ...new Set(
    [...rows, ...readings.flatMap((row) => row.duties)]
      .filter((one) => one.norm === norm)
      .map(({ bearer, truth, state }) => `${bearer} ${truth} ${state}`),
  ),
];

type Replay = {
  readonly name: string;
  readonly situation: string;
  readonly on: string;
  readonly victim: string;
  /** Findings without which article 4 cannot be said to be engaged. */
  readonly wanting: readonly string[];
};

const replays: readonly Replay[] = [
  {
    name: "June 2010, Osh: Kyrgyzstan asks under the treaty of 1992",
    situation: "situation/osh-2010",
    on: "2010-06-14",
    victim: "KGZ",
    wanting: ["aggression"],
  },
  {
    name: "May 2021, Lake Sev: Armenia calls for consultations, not for help",
    situation: "situation/sev-lake",
    on: "2021-05-14",
    victim: "ARM",
    wanting: ["armed-attack"],
  },
  {
    name: "January 2022, Kazakhstan: asked on the 5th, decided on the 6th",
    situation: "situation/kazakhstan-2022",
    on: "2022-01-06",
    victim: "KAZ",
    wanting: ["armed-attack", "attack-origin"],
  },
  {
    name: "September 2022, Armenia: asked, and a mission sent",
    situation: "situation/armenia-2022",
    on: "2022-09-13",
    victim: "ARM",
    wanting: ["armed-attack"],
  },
];

describe.each(replays)("$name", ({ situation, on, victim, wanting }) => {
  const answer = duties(situation, on);

  test("who asked is the one to whom help is owed, if it is", () => {
    expect(answer).toMatchObject({ situation, victim, on });
    const helping = [...answer.duties, ...answer.readings.flatMap((row) => row.duties)].filter(
      ({ norm }) => norm.startsWith("t-4-help"),
    );
    for (const row of helping) {
      expect(row.bearer).not.toBe(victim);
      expect(row.state).not.toBe("breached");
    }
  });

  test("no finding is recorded, so help is undetermined, and the answer names what is wanting", () => {
    expect(findings(answer)).toEqual(expect.arrayContaining([...wanting]));
    const truths = [...answer.duties, ...answer.readings.flatMap((row) => row.duties)]
      .filter(({ norm }) => norm.startsWith("t-4-help"))
      .map(({ truth }) => truth);
    expect(new Set(truths)).not.toContain("met");
  });

  test("nothing is a breach for want of a record (S-19)", () => {
    expect(JSON.stringify(answer.duties)).not.toMatch(/"breached"/);
  });
});

test("May 2021: consultations are owed by every party from the call on", () => {
  const before = states(duties("situation/sev-lake", "2021-05-12"), "t-2-consult");
  const after = states(duties("situation/sev-lake", "2021-05-14"), "t-2-consult");
  expect(before.every((one) => !one.includes(" met "))).toBe(true);
  expect(after).toEqual(expect.arrayContaining([expect.stringMatching(/^RUS met /)]));
});

test("with the findings that were wanting, January 2022 would have been article 4", () => {
  const on = "2022-01-06";
  const by = "council";
  const situation = JSON.stringify({
    id: "kazakhstan-2022",
    on: "2022-01-05",
    victim: "KAZ",
    attacker: "org/unknown",
    acts: [],
    findings: [
      { kind: "armed-attack", value: true, by, on },
      { kind: "attack-origin", value: "external", by, on },
    ],
  });
  const answer = asked(world, "duties", { situation, on });
  expect(states(answer, "t-4-help").filter((one) => one.includes(" met "))).not.toEqual([]);
});

describe("sittings without Armenia", () => {
  const outcomes = (act: string) =>
    asked(world, "check", { act }).readings.map(({ reading, outcome, validity }) => [
      reading["consensus"],
      outcome,
      validity,
    ]);

  test("Minsk, November 2023: not adopted if all must consent, else not to be said", () => {
    expect(outcomes("minsk-2023.decisions")).toEqual([
      ["express-consent", "not-adopted", "without-effect"],
      ["no-objection", "undetermined", "undetermined"],
      ["consent-after-the-event", "undetermined", "undetermined"],
    ]);
  });

  test("Astana, November 2024: limited format; whether anybody objected to it is in no record", () => {
    expect(outcomes("astana-2024.decisions").map(([, outcome]) => outcome)).toEqual([
      "undetermined",
      "undetermined",
      "undetermined",
    ]);
    const [first] = asked(world, "check", { act: "astana-2024.decisions" }).readings;
    expect(first?.form).toBe("limited-format");
    expect(JSON.stringify(first?.missing)).toContain("objection.raised");
  });
});
