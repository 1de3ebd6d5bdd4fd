/**
 * What a path in a condition leads to, and what a judgement is of.
 */

import { describe, expect, test } from "vitest";
import type { Json } from "#base";
import type { Condition } from "#charter";
import { tinyPack } from "#charter/testing";
import { fold } from "#record";
import { compile } from "./compile.ts";
import type { Deed } from "./facts.ts";
import { factsOf } from "./recorded.ts";
import { envOf } from "./run.ts";

const at = (day: number) => ({ earliest: day, latest: day });

const deed = (
  id: string,
  deeds: string,
  about: readonly string[],
  fields: Deed["fields"],
): Deed => ({
  id,
  seq: 0,
  kind: deeds,
  deeds: [deeds],
  by: ["org/un"],
  to: [],
  about,
  occurred: at(10),
  effective: at(10),
  occurredOn: "1970-01-11",
  recordedAt: "",
  claim: undefined,
  isPerformed: true,
  fields,
});

const sent = deed("sent", "deploy", ["force/lancers", "situation/lake"], {
  strength: 900,
  task: "guard",
  bounds: { most: 900, tasks: ["guard", "escort"], until: "1970-01-11" },
});

const judged = (about: string, value: Json) =>
  deed("judged", "find", [about], { finding: "judgement", id: "grave", value });

const findings = new Map([
  ["judgement", { kind: "judgement", by: ["org/un"], authority: "unsourced" } as const],
]);
const record = fold({ ...tinyPack(), findings }, []);

const truthOf = (node: Condition, ...found: readonly Deed[]) => {
  const told = { deeds: [sent, ...found], isWholeCase: true };
  const facts = factsOf(record, 0, { on: 20, told });
  const run = { facts, choose: () => undefined, ignored: new Map(), isFull: false };
  return compile(node, "x", () => undefined)(envOf(run, [["act", sent]]));
};

describe("a path leads to a field, a field of a field, a list, or what an act is about", () => {
  test.each<readonly [Condition, string]>([
    [{ eq: ["$act.task", "guard"] }, "true"],
    [{ eq: ["$act.force", "force/lancers"] }, "true"],
    [{ eq: ["$act.situation", "situation/sea"] }, "false"],
    [{ eq: ["$act.office", "office/chair"] }, "unknown"],
    [{ oneOf: ["$act.task", ["$act.bounds.tasks"]] }, "true"],
    [{ oneOf: ["escape", ["$act.bounds.tasks"]] }, "false"],
    [{ oneOf: ["$act.task", ["$act.bounds.places"]] }, "unknown"],
    [{ eq: ["$act.bounds.tasks", "guard"] }, "unknown"], // A list is no single thing.
    [{ onOrAfter: ["$act.bounds.until", "$act.occurredOn"] }, "true"],
    [{ before: ["$act.bounds.until", "$act.occurredOn"] }, "false"],
  ])("%j is %s", (node, truth) => {
    expect(truthOf(node)).toBe(truth);
  });
});

describe("at most: both sides of the edge, and nothing but whole numbers", () => {
  test.each<readonly [Condition, string]>([
    [{ atMost: ["$act.strength", "$act.bounds.most"] }, "true"],
    [{ atMost: ["$act.strength", 899] }, "false"],
    [{ atMost: ["$act.strength", "$act.bounds.least"] }, "unknown"],
    [{ atMost: ["$act.task", 900] }, "unknown"],
  ])("%j is %s", (node, truth) => {
    expect(truthOf(node)).toBe(truth);
  });
});

describe("a judgement is of what it names", () => {
  const node: Condition = { judgement: { id: "grave", text: { en: "Grave.", ru: "Тяжкое." } } };

  test.each([
    ["act/sent", true, "true"],
    ["act/sent", false, "false"],
    ["act/another", true, "unknown"],
  ] as const)("about %s it says %s: %s", (about, value, truth) => {
    expect(truthOf(node, judged(about, value))).toBe(truth);
  });
});
