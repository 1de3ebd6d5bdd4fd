/**
 * Properties of spans: patches and trees together are a plain table of days for every size, on both
 * sides of the step from the one to the other.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lay, noSpans, type Spans, valueAt, valuesAt } from "./spans.ts";

const first = -12;
const last = 12; // The days looked at; a change without an upper bound reaches beyond.

const change = fc
  .record({
    from: fc.integer({ min: first, max: last }),
    width: fc.integer({ min: 1, max: 8 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
    step: fc.integer({ min: 0, max: 2 }), // How many entries lie between it and the one before.
  })
  .map(({ from, width, cuts, step }) => {
    const inside = cuts.filter((cut) => cut < width).sort((a, b) => a - b);
    return { days: [from, ...inside.map((cut) => from + cut)], until: from + width, step };
  });

type Table = ReadonlyMap<number, string>; // By day.

describe("spans as known at each size (S-12)", () => {
  test("are a table of days for each size, of few changes and of many (seed 20261125)", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const spans: Spans<string> = noSpans();
        const tables: Table[] = [new Map()]; // By size.
        for (const [i, { days, until, step }] of changes.entries()) {
          const size = Math.max(1, tables.length - 1 + step);
          while (tables.length <= size) tables.push(tables.at(-1) ?? new Map());
          const table = new Map(tables[size]);
          lay(
            spans,
            size,
            days[0] ?? 0,
            until,
            days.map((day, n) => [day, `${i} ${n}`] as const),
          );
          for (const [n, day] of days.entries()) {
            for (let at = day; at < until; at += 1) table.set(at, `${i} ${n}`);
          }
          tables[size] = table;
        }
        for (const [size, table] of tables.entries()) {
          const all = valuesAt(spans, size);
          for (let day = first; day <= last + 8; day += 1) {
            const value = table.get(day);
            if (value === undefined) continue; // Before the first value; the record never asks.
            expect(valueAt(spans, day, size)).toBe(value);
            expect(all.findLast(([from]) => from <= day)?.[1]).toBe(value);
          }
          expect(all.map(([from]) => from)).toEqual(
            all.map(([from]) => from).sort((a, b) => a - b),
          );
        }
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
