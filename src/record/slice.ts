/**
 * A slice: the timelines of some fluents as whole numbers and short words, for a browser (S-22).
 *
 * In:   fluents of a record; in the browser the same numbers, read back from the page.
 * Out:  `Slice`, and `valueOn`, the one function that answers from it on both sides.
 */

import { always, type Day } from "#base";
import type { Record } from "./record.ts";
import type { Certainty } from "./span.ts";

/** [first day, index of the value, "d" or "u" when not certain, then the other possible values]. */
export type Row = readonly [Day, number, ("d" | "u")?, ...number[]];

export type Slice = {
  readonly slice: string; // what it is a slice for
  readonly size: number; // of the ledger it was cut from
  readonly values: readonly string[];
  readonly fluents: { readonly [name: string]: readonly Row[] };
  readonly marks: readonly Day[]; // the days on which something changes, in order
};

export type SliceValue = {
  readonly value: string;
  readonly certainty: Certainty;
  readonly possible: readonly string[];
};

const marksOf = { certain: undefined, disputed: "d", uncertain: "u" } as const;

/** Cuts the fluents `name -> fluent` out of a record as known at `size`. */
export const cut = (
  slice: string,
  record: Record,
  size: number,
  names: ReadonlyMap<string, string>,
): Slice => {
  const values: string[] = [];
  const indexOf = (value: string): number => {
    const found = values.indexOf(value);
    return found >= 0 ? found : values.push(value) - 1;
  };
  const marks = new Set<Day>();
  const fluents: { [name: string]: readonly Row[] } = {};
  for (const [name, fluent] of names) {
    fluents[name] = record.spans(fluent, size).map(({ from, span }): Row => {
      if (from > always) marks.add(from);
      const mark = marksOf[span.certainty];
      const value = indexOf(span.value);
      if (mark === undefined) return [from, value];
      const others = span.possible.filter((other) => other !== span.value).map(indexOf);
      return [from, value, mark, ...others];
    });
  }
  return { slice, size, values, fluents, marks: [...marks].sort((a, b) => a - b) };
};

/** The last row whose first day is not after `day`: one binary search. */
const rowOn = (rows: readonly Row[], day: Day): Row | undefined => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.[0] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
};

/** What a fluent of the slice is on a day; undefined: the slice does not hold it. */
export const valueOn = (slice: Slice, name: string, day: Day): SliceValue | undefined => {
  const row = rowOn(slice.fluents[name] ?? [], day);
  if (row === undefined) return undefined;
  const [, index, mark, ...others] = row;
  const value = slice.values[index] ?? "none";
  if (mark === undefined) return { value, certainty: "certain", possible: [value] };
  const rest = others.map((other) => slice.values[other] ?? "none");
  return mark === "u"
    ? { value, certainty: "uncertain", possible: rest.sort() }
    : { value, certainty: "disputed", possible: [value, ...rest].sort() };
};
