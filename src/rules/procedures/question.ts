/**
 * `decide`: what would come of a sitting under each reading.
 */

import { type Day, dayOf, ok, type Result, refuse } from "#base";
import type { Positions } from "#charter";
import type { Record } from "#record";
import { differing, flipsOf, type Turned } from "../norms/flips.ts";
import { lawOf } from "../norms/law.ts";
import { type Choose, type Reading, underReadings } from "../norms/readings.ts";
import { factsOf } from "../norms/recorded.ts";
import type { Run } from "../norms/run.ts";
import { bad, type Refused, unknown } from "../params.ts";
import { optionsOn } from "../verdict/options.ts";
import { electorateOf, procedureOf } from "./electorate.ts";
import { judgeSitting, type SittingJudged, withTurned } from "./judge.ts";
import { withOutcomes } from "./outcome.ts";
import { deedsIn, putSitting } from "./put.ts";

export type DecideReading = SittingJudged & { readonly reading: Reading };

export type DecideFound = {
  readonly body: string;
  readonly day: Day;
  readonly electorate: readonly string[];
  readonly readings: readonly DecideReading[];
  readonly capped: boolean;
  readonly disputed: boolean;
  /** What would change the outcome under one of the readings, by its place. */
  readonly flipsAt: (place: number) => ReturnType<typeof flipsOf>;
};

export const decideIn = (
  record: Record,
  size: number,
  body: string,
  file: Positions,
  on: Day | undefined,
  today: Day,
): Result<DecideFound, Refused> => {
  const { pack } = record;
  const procedure = procedureOf(pack, body);
  if (procedure === undefined) {
    const bodies = [...pack.procedures.values()].flatMap((one) => one.bodies).join(", ");
    const code = pack.bodies.has(body) ? "query.no-procedure" : "query.no-such-body";
    return refuse(unknown("body", code, body, bodies));
  }
  const own = file.on === undefined ? undefined : dayOf(file.on);
  if (file.on !== undefined && own === undefined) {
    return refuse(bad("positions/on", "date.no-such-day", file.on, '"2009-06-14"'));
  }
  const day = on ?? own ?? today;
  const law = lawOf(pack);
  const told = { deeds: deedsIn(file, day), isWholeCase: true };
  const facts = factsOf(record, size, { on: day, told });
  const options = (axis: string) => optionsOn(pack, axis, day);
  const first: Choose = (axis) => options(axis)[0];
  const electorate = electorateOf(facts, { pack, procedure, choose: first }, day);
  const sitting = putSitting(file, procedure, electorate, day);
  if (!sitting.ok) return sitting;
  const under = (choose: Choose, turned?: Turned): SittingJudged => {
    const run: Run = { facts, choose, ignored: new Map(), isFull: false };
    const bench = withOutcomes({ law, record, size, run });
    return judgeSitting(bench, procedure, withTurned(sitting.value, turned));
  };
  const { readings, capped } = underReadings(options, under);
  const all = readings.map(({ reading, answer }) => ({ reading, ...answer }));
  const flipsAt = (place: number) => {
    const { reading = {}, positions = [], ...was } = all[place] ?? {};
    const choose: Choose = (axis) => reading[axis] ?? first(axis);
    const taken = positions.map(({ state, position }) => [state, position] as const);
    return flipsOf(
      new Map(),
      (turned) => differing(worth(was), worth(under(choose, turned))),
      new Map(taken),
    );
  };
  return ok({
    body,
    day,
    electorate: electorate.members.map(({ state }) => state),
    readings: all,
    capped,
    disputed: new Set(all.map(({ validity, outcome }) => `${validity} ${outcome}`)).size > 1,
    flipsAt,
  });
};

const worth = ({ validity, outcome }: Partial<SittingJudged>): ReadonlyMap<string, string> =>
  new Map([
    ["validity", validity ?? ""],
    ["outcome", outcome ?? ""],
  ]);
