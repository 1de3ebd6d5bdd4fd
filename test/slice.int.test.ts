/** S-22: the same function answers from a slice and from the index, on every day of change. */
import { describe, expect, test } from "vitest";
import { cut, valueOn } from "#record";
import { worldOf } from "./world.ts";

describe.each(["csto", "nato"])("a slice of %s", (org) => {
  const { library } = worldOf(org);
  const record = library.under({});
  const names = new Map(record.states().map((state) => [state, `membership/${state}`] as const));
  const slice = JSON.parse(JSON.stringify(cut("members", record, record.size(), names)));

  test("answers as the index does, the day before, the day and the day after each mark", () => {
    expect(slice.marks.length).toBeGreaterThan(5);
    for (const mark of slice.marks) {
      for (const day of [mark - 1, mark, mark + 1]) {
        for (const [state, fluent] of names) {
          const span = record.on(fluent, day, record.size());
          const { value, certainty, possible } = valueOn(slice, state, day) ?? {};
          expect({ state, day, value, certainty, possible }).toEqual({
            state,
            day,
            value: span?.value,
            certainty: span?.certainty,
            possible: span?.possible,
          });
        }
      }
    }
  });

  test("names its own marks in order, and what it does not hold it does not know", () => {
    expect(slice.marks).toEqual([...new Set(slice.marks)].sort((a, b) => Number(a) - Number(b)));
    expect(valueOn(slice, "QQQ", 0)).toBeUndefined();
  });
});
