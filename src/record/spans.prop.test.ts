/**
 * Properties of spans: patches and trees together are a plain table of days for every size, on both
 * sides of the step from the one to the other.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfRun, lay, newSheet, nothing, runsOf, valueAt } from "./spans.ts";

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

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
type Table = ReadonlyMap<number, number>; // By day.

const rows = 3;

/** What lies on each day for each size, told day by day. */
const tablesOf = (changes: readonly (readonly [Change, size: number])[]): readonly Table[] => {
  const tables: Table[] = [new Map()];
  for (const [i, [{ days, until }, size]] of changes.entries()) {
    while (tables.length <= size) tables.push(tables.at(-1) ?? new Map());
    const table = new Map(tables[size]);
    for (const [n, day] of days.entries()) {
      for (let at = day; at < until; at += 1) table.set(at, 10 * i + n);
    }
    tables[size] = table;
  }
  return tables;
};

/** The first day after one on which another value lies, if none begins on that day itself. */
const endIn = (table: Table, day: number): number | undefined => {
  if (table.get(day - 1) !== table.get(day)) return undefined;
  let end = day;
  while (table.get(end) === table.get(day)) end += 1;
  return end;
};

describe("spans as known at each size (S-12)", () => {
  test("are a table of days for each size, of few changes and of many (seed 20261125)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { maxLength: 40 }), { minLength: rows, maxLength: rows }),
        (all) => {
          const sheet = newSheet();
          const sized = all.map((changes) => {
            let size = 1;
            return changes.map((one) => {
              size += one.step;
              return [one, size] as const;
            });
          });
          // In turns, so that rows move about in the sheet.
          for (let i = 0; i < 40; i += 1) {
            for (const [row, changes] of sized.entries()) {
              const [one, size] = changes[i] ?? [];
              if (one === undefined || size === undefined) continue;
              const values = one.days.map((day, n) => [day, 10 * i + n] as const);
              lay(sheet, row, size, one.days[0] ?? 0, one.until, values);
            }
          }
          for (const [row, changes] of sized.entries()) {
            const tables = tablesOf(changes);
            for (const [size, table] of tables.entries()) {
              const runs = runsOf(sheet, row, size);
              for (let day = first; day <= last + 8; day += 1) {
                const value = table.get(day);
                if (value === undefined) continue; // Before the first value; nobody asks.
                expect(valueAt(sheet, row, day, size)).toBe(value);
                expect(runs.findLast(([from]) => from <= day)?.[1]).toBe(value);
                if (size < tables.length - 1 || !isWithin(table, day)) continue;
                expect(endOfRun(sheet, row, day)).toBe(endIn(table, day));
              }
              const days = runs.map(([from]) => from);
              expect(days).toEqual([...days].sort((a, b) => a - b));
            }
            expect(valueAt(sheet, row, first, 0)).toBe(nothing);
          }
        },
      ),
      { seed: 20261125, numRuns: 150 },
    );
  });
});

/** Whether values lie on all days from the one before `day` to one with another value. */
const isWithin = (table: Table, day: number): boolean =>
  table.has(day - 1) && table.has(endIn(table, day) ?? day);
