/**
 * Findings: what a named authority characterises, and as what (S-1, S-49).
 *
 * The core kinds are closed; a pack may specialise `judgement` alone. Who may make which is the
 * pack's, and a finding by somebody else is entered all the same: the rules pass it over and say so.
 */

import * as z from "zod";
import type { Fields } from "#ledger";
import { type Kind, told } from "./kind.ts";
import { type Problem, problem } from "./problem.ts";
import { id, oneOf, state } from "./words.ts";

/** The values that each kind of finding may have. */
export const findings = {
  "armed-attack": [true, false],
  "attack-origin": ["external", "internal", "mixed"],
  "in-treaty-area": [true, false],
  threat: [true, false],
  "directed-against": ["none"], // Or a state.
  "attack-ended": [true, false],
  judgement: [true, false], // Or a word of the pack's.
} as const;

export type FindingKind = keyof typeof findings;

const findingKinds = Object.keys(findings) as [FindingKind, ...FindingKind[]];
const valueForm = "true | false | word | STATE";

export const findingRecorded: Kind = told({
  kind: "finding.recorded",
  group: "crisis",
  fields: {
    finding: oneOf(findingKinds).optional(),
    value: z.union([z.boolean(), id, state], { error: valueForm }).optional(),
    // Which judgement: the id that a norm names.
    id: id.optional(),
    class: id.optional(),
  },
  needed: ["finding", "value"],
  about: { types: "any" },
});

const isState = (value: unknown): boolean => typeof value === "string" && /^[A-Z]/.test(value);

const isOpen = (finding: string, value: unknown): boolean =>
  finding === "directed-against"
    ? isState(value)
    : finding === "judgement" && typeof value === "string" && !isState(value);

/** What in a finding does not go together: its kind and its value, its kind and its id. */
export const findingProblems = ({ finding, value, id: named }: Fields): readonly Problem[] => {
  if (typeof finding !== "string" || !Object.hasOwn(findings, finding)) return [];
  const words: readonly unknown[] = findings[finding as FindingKind];
  const open = { "directed-against": " | STATE", judgement: " | word" } as const;
  const more = Object.entries(open).find(([kind]) => kind === finding)?.[1] ?? "";
  const found: Problem[] = [];
  if (value === undefined) {
    found.push(problem("/value", "schema.missing", undefined, `${words.join(" | ")}${more}`));
  } else if (!words.includes(value) && !isOpen(finding, value)) {
    found.push(problem("/value", "finding.value", value, `${words.join(" | ")}${more}`));
  }
  const isJudgement = finding === "judgement";
  if (isJudgement && named === undefined) {
    found.push(problem("/id", "schema.missing", undefined, "id of a judgement"));
  }
  if (!isJudgement && named !== undefined) {
    found.push(problem("/id", "finding.id", named, "finding: judgement"));
  }
  return found;
};
