/**
 * When a norm lives: on the days on which a version of a provision that holds it is in force.
 *
 * Law: S-13. Past conduct is judged by the law of its day: a norm that came later does not reach
 * back, and one that has ended still judges what was done under it.
 */

import { type Day, isoOf } from "#base";
import { isStrict, type Record } from "#record";
import { dayText, runsOf } from "../question.ts";
import type { Compiled, Holding } from "./law.ts";

export type LifeWord = "live" | "not-yet" | "ended" | "unknown";

export type Life = {
  readonly life: LifeWord;
  readonly holding: Holding | undefined; // By which version; the first one where none is in force.
  readonly window: {
    readonly from: string;
    readonly until?: string;
    readonly because: readonly string[];
  };
};

const open = "..";

/** @param day - On which what is judged took place. */
export const lifeOf = (record: Record, size: number, { held }: Compiled, day: Day): Life => {
  const [first] = held;
  const none = { from: open, because: [] };
  if (first === undefined) return { life: "unknown", holding: undefined, window: none };
  let isPossible: Holding | undefined;
  for (const holding of held) {
    const span = record.on(`provision/${holding.provision}`, day, size);
    const word = String(holding.version);
    if (span?.value === word)
      return { life: "live", holding, window: windowOf(record, size, holding, day) };
    if (span?.certainty === "uncertain" && span.possible.includes(word)) isPossible ??= holding;
    if (span === undefined && isStrict(record.lens)) isPossible ??= holding;
  }
  if (isPossible !== undefined) return { life: "unknown", holding: isPossible, window: none };
  const window = windowOf(record, size, first, day);
  const hasBegun = window.from !== open && window.from <= isoOf(day);
  return { life: hasBegun ? "ended" : "not-yet", holding: first, window };
};

/** The run of days around or before a day on which that version is in force. */
const windowOf = (
  record: Record,
  size: number,
  { provision, version }: Holding,
  day: Day,
): Life["window"] => {
  const word = String(version);
  const spans = runsOf(record.spans(`provision/${provision}`, size)).filter(
    ({ span }) => span.value === word,
  );
  const here = spans.findLast(({ from }) => from <= day) ?? spans[0];
  if (here === undefined) return { from: open, because: [] };
  const because = here.span.because.map(({ act }) => act.id).toSorted();
  const until = here.until === undefined ? {} : { until: dayText(here.until) };
  return { from: dayText(here.from), ...until, because };
};
