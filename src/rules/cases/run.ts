/**
 * Runs the worked cases of a pack: what each came to, which norms they show, which leaves they saw.
 *
 * In:   a pack.
 * Out:  failures by case; the norms shown as they claim to be; each leaf with the values it took.
 */

import { dayOf } from "#base";
import type { Case, Pack } from "#charter";
import { caseOf } from "../duties/situation.ts";
import { dutiesIn } from "../duties/under-readings.ts";
import type { NormStep } from "../norms/step.ts";
import type { Truth } from "../norms/truth.ts";
import { decideIn } from "../procedures/question.ts";
import { checkVersion } from "../verdict/check.ts";
import { type Came, compare } from "./compare.ts";
import { leavesOf } from "./leaves.ts";
import { recordOf, sizeOf } from "./world.ts";

export type CaseResult = {
  readonly id: string;
  readonly file: string;
  readonly failures: readonly string[];
};

export type CasesRun = {
  readonly cases: readonly CaseResult[];
  readonly norms: { readonly total: number; readonly covered: number };
  readonly leaves: { readonly total: number; readonly covered: number };
  readonly unseen: readonly string[]; // Leaves that were never both true and false.
};

type Saw = (leaf: string, found: Truth) => void;

type Answered = { readonly came: readonly Came[]; readonly steps: readonly NormStep[] };

export const runCases = (pack: Pack): CasesRun => {
  const seen = new Map<string, Set<Truth>>();
  const saw: Saw = (leaf, found) => {
    seen.set(leaf, (seen.get(leaf) ?? new Set()).add(found));
  };
  const cases = pack.cases.map((one) => runCase(pack, one, saw));
  const live = [...pack.norms.values()].filter(({ retired }) => retired !== true);
  const shown = new Set(
    pack.cases.flatMap(({ shows }, n) =>
      cases[n]?.failures.length === 0 ? shows.map(({ norm }) => norm) : [],
    ),
  );
  const needing = live.filter(({ kind }) => kind !== "accounts" && kind !== "immunity");
  const leaves = leavesOf(pack);
  const isCovered = (leaf: string): boolean => {
    const values = seen.get(leaf);
    return values?.has("true") === true && values.has("false");
  };
  const unseen = leaves.filter((leaf) => !isCovered(leaf));
  return {
    cases,
    norms: { total: needing.length, covered: needing.filter(({ id }) => shown.has(id)).length },
    leaves: { total: leaves.length, covered: leaves.length - unseen.length },
    unseen,
  };
};

export const runCase = (pack: Pack, one: Case, saw?: Saw): CaseResult => {
  const { came, steps, refused } = answered(pack, one, saw);
  const shows = one.shows.flatMap(({ norm, result }) => {
    const all = steps.filter((step) => step.norm === norm).map(({ truth }) => truth);
    return all.includes(result) ? [] : [`shows ${norm} ${result}: ${[...new Set(all)].join()}`];
  });
  const failures = refused === undefined ? [...compare(came, one.expect), ...shows] : [refused];
  return { id: one.id, file: one.file, failures };
};

const nothing: Answered = { came: [], steps: [] };

/** A given act that breaks its envelope is a slip of the case, not of ours. */
const answered: typeof answer = (pack, one, saw) => {
  try {
    return answer(pack, one, saw);
  } catch (error) {
    if (error instanceof TypeError) return { ...nothing, refused: error.message };
    throw error;
  }
};

const answer = (
  pack: Pack,
  one: Case,
  saw: Saw | undefined,
): Answered & { readonly refused?: string } => {
  const { ask, given } = one;
  const record = recordOf(pack, given);
  const size = sizeOf(given, one.known);
  const on = dayOf(one.on);
  if (on === undefined) return { ...nothing, refused: `on: ${one.on}` };
  const watch = saw === undefined ? {} : { saw };
  if ("duties" in ask) {
    const isRecorded = (address: string) => record.about(address, size).length > 0;
    const told = caseOf(pack, ask.duties, isRecorded);
    if (!told.ok) return { ...nothing, refused: JSON.stringify(told.refusal) };
    const { answers, ignored } = dutiesIn(record, size, told.value, on, watch);
    return {
      came: answers.map(({ reading, answer: { duties, notEngaged, missing } }) => ({
        reading,
        shown: {
          duties,
          notEngaged: notEngaged.map(({ norm }) => norm),
          missing,
          ignored: ignored.map(({ act }) => act),
        },
      })),
      steps: answers.flatMap(({ answer: { steps } }) => steps),
    };
  }
  if ("check" in ask) {
    const version = record.act(ask.check, size);
    if (version === undefined) return { ...nothing, refused: `no such act: ${ask.check}` };
    const checked = checkVersion({ record, size, on }, version, watch);
    return {
      came: checked.readings.map(({ reading, decision, ...rest }) => ({
        reading,
        shown: { ...decision, ...rest, ignored: checked.ignored.map(({ act }) => act) },
      })),
      steps: checked.readings.flatMap(({ steps }) => steps),
    };
  }
  if ("value" in ask) {
    const span = record.on(ask.value, on, size);
    if (span === undefined) return { ...nothing, refused: `no such value: ${ask.value}` };
    const { value, certainty } = span;
    return { came: [{ reading: {}, shown: { value, certainty } }], steps: [] };
  }
  const { body, file } = ask.decide;
  const decided = decideIn(record, size, body, file, on, on);
  if (!decided.ok) return { ...nothing, refused: JSON.stringify(decided.refusal) };
  const came = decided.value.readings.map(({ reading, ...shown }) => ({ reading, shown }));
  return { came, steps: [] };
};
