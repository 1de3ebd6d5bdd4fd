/**
 * Duties under every reading touched: what all share, and what differs (S-50).
 *
 * In:   a record at a size, a case, the day asked about.
 * Out:  the shared part, the parts that differ, what was left aside; flips for whoever asks.
 */

import type { Day } from "#base";
import type { Record } from "#record";
import type { Missing } from "../norms/facts.ts";
import { differing, flipsOf, type Leaves, watcher } from "../norms/flips.ts";
import { lawOf } from "../norms/law.ts";
import { type Choose, type Read, type Reading, underReadings } from "../norms/readings.ts";
import { factsOf } from "../norms/recorded.ts";
import type { Run } from "../norms/run.ts";
import type { Truth } from "../norms/truth.ts";
import type { Watch } from "../verdict/check.ts";
import { optionsOn } from "../verdict/options.ts";
import { type DutyRow, type NotEngaged, type Owed, owedIn } from "./duties.ts";
import { afterOn, type Case } from "./situation.ts";

export type OwedShown = {
  readonly duties: readonly DutyRow[];
  readonly notEngaged: readonly NotEngaged[];
  readonly missing: readonly Missing[];
};

export type FlipsFound = ReturnType<typeof flipsOf>;

export type DutiesFound = OwedShown & {
  readonly readings: readonly (OwedShown & { readonly reading: Reading })[];
  readonly capped: boolean;
  readonly disputed: boolean;
  readonly ignored: readonly { readonly act: string; readonly reason: string }[];
  readonly answers: readonly Read<Owed>[];
  /** What would change the answer under one of the readings, by its place among the answers. */
  readonly flipsAt: (place: number) => FlipsFound;
};

export const dutiesIn = (
  record: Record,
  size: number,
  asked: Case,
  on: Day,
  { isFull = false, saw }: Watch = {},
): DutiesFound => {
  const { pack } = record;
  const facts = factsOf(record, size, { on, told: asked.told });
  const law = lawOf(pack);
  const ignored = new Map<string, string>();
  const ask = { law, record, size, situation: asked.situation };
  const options = (axis: string) => optionsOn(pack, axis, on);
  const leaves: Leaves[] = [];
  const { readings: answers, capped } = underReadings(options, (choose: Choose) => {
    const seen = watcher();
    leaves.push(seen.leaves);
    const watch = (leaf: string, came: Truth): void => {
      seen.saw(leaf, came);
      saw?.(leaf, came);
    };
    return owedIn(ask, { facts, choose, ignored, saw: watch, isFull });
  });
  const flipsAt = (place: number): FlipsFound => {
    const { reading = {}, answer } = answers[place] ?? {};
    const choose: Choose = (axis) => reading[axis] ?? options(axis)[0];
    const was = resultsOf(answer);
    return flipsOf(leaves[place] ?? new Map(), (turned) => {
      const run: Run = { facts, choose, ignored: new Map(), turned, isFull: false };
      return differing(was, resultsOf(owedIn(ask, run)));
    });
  };
  const shared = sharedOf(answers.map(({ answer }) => answer));
  const readings =
    answers.length < 2
      ? []
      : answers.map(({ reading, answer }) => ({ reading, ...restOf(answer, shared) }));
  return {
    ...shared,
    readings,
    capped,
    disputed: readings.some(({ duties, notEngaged }) => duties.length + notEngaged.length > 0),
    ignored: [...[...ignored].map(([act, reason]) => ({ act, reason })), ...afterOn(asked, on)],
    answers,
    flipsAt,
  };
};

const nothing: Owed = { duties: [], notEngaged: [], missing: [], steps: [] };

/** What each norm came to; one that binds some and perhaps others came to two things. */
const resultsOf = ({ duties, notEngaged }: Owed = nothing): ReadonlyMap<string, string> => {
  const results = new Map<string, ReadonlySet<string>>();
  const rows = [...duties, ...notEngaged.map(({ norm }) => ({ norm, truth: "not-met" }))];
  for (const { norm, truth } of rows) {
    results.set(norm, new Set([...(results.get(norm) ?? []), truth]));
  }
  return new Map([...results].sort().map(([norm, all]) => [norm, [...all].sort().join(", ")]));
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const inAll = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  (lists[0] ?? []).filter((one) => lists.every((list) => list.some((other) => same(one, other))));

const sharedOf = (answers: readonly Owed[]): OwedShown => ({
  duties: inAll(answers.map(({ duties }) => duties)),
  notEngaged: inAll(answers.map(({ notEngaged }) => notEngaged)),
  missing: inAll(answers.map(({ missing }) => missing)),
});

const without = <T>(list: readonly T[], shared: readonly T[]): readonly T[] =>
  list.filter((one) => !shared.some((other) => same(one, other)));

const restOf = (answer: Owed, shared: OwedShown): OwedShown => ({
  duties: without(answer.duties, shared.duties),
  notEngaged: without(answer.notEngaged, shared.notEngaged),
  missing: without(answer.missing, shared.missing),
});
