/**
 * The properties that the record is held to, for the gate and for the long tier alike.
 */

import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { isoOf } from "#base";
import { type Entry, readEntry } from "#ledger";
import { fold, isStrict, type Lens, library, type Record } from "#record";
import { anyLens, fluents, historyOf, packOf } from "./histories.ts";
import { type Expected, oracle, TooMany } from "./index.ts";
import { anyDay, askedDays } from "./lives.ts";

/** What the record answers, in the oracle's words. */
export const answerOf = (record: Record, fluent: string, day: number, size: number): Expected => {
  const span = record.on(fluent, day, size);
  if (span !== undefined) {
    const { value, certainty, possible } = span;
    return { value, certainty, possible: [...possible].sort() };
  }
  if (isStrict(record.lens)) {
    return { value: "unknown", certainty: "uncertain", possible: ["unknown"] };
  }
  const value = fluent.startsWith("in-force/") ? "not-in-force" : "none";
  return { value, certainty: "certain", possible: [value] };
};

const question = fc.record({
  fluent: fc.constantFrom(...fluents),
  days: fc.array(anyDay, { minLength: 6, maxLength: 6 }),
});

/** The record's answers are the oracle's, for a known size and a lens. */
export const agrees = (most: number) =>
  fc.property(
    historyOf(most),
    anyLens,
    fc.array(question, { minLength: 3, maxLength: 3 }),
    fc.option(fc.nat(20), { nil: undefined, freq: 2 }),
    (history, lens: Lens, questions, less) => {
      const pack = packOf(history);
      const { entries } = history;
      const record = fold(pack, entries, lens);
      const size = Math.max(0, entries.length - (less ?? 0));
      for (const { fluent, days } of questions) {
        const expected = orSkip(() => oracle(pack, entries, lens, size, fluent, askedDays));
        for (const day of days) {
          const found = { fluent, day: isoOf(day), ...answerOf(record, fluent, day, size) };
          deepEqual(found, { fluent, day: isoOf(day), ...expected(day) });
        }
      }
    },
  );

/** A history with too many placings is not asked about. */
const orSkip = <T>(make: () => T): T => {
  try {
    return make();
  } catch (error) {
    fc.pre(!(error instanceof TooMany));
    throw error;
  }
};

const days = fc.array(anyDay, { minLength: 6, maxLength: 6 });

/** All that a record answers about the fluents on some days. */
const answers = (record: Record, on: readonly number[], size: number) =>
  fluents.flatMap((fluent) =>
    on.map((day) => ({ fluent, day: isoOf(day), ...answerOf(record, fluent, day, size) })),
  );

/** The other acts, claims left aside, that an act names. */
const namedBy = ({ act }: Entry): readonly string[] => [
  ...(act.after ?? []),
  ...(act.mode === "performed" && act.supersedes !== undefined ? [act.supersedes.id] : []),
];

/** Whether none of some entries names another, and no two name the same act. */
const areApart = (entries: readonly Entry[]): boolean => {
  const named = entries.flatMap((entry) => [entry.act.id, ...namedBy(entry)]);
  return new Set(named).size === named.length;
};

/** The entries with those of one instant in another order, where S-11 lets them have one. */
const permuted = (entries: readonly Entry[], places: readonly number[]): readonly Entry[] => {
  const batches = Map.groupBy(entries, ({ act }) => act.recordedAt);
  return [...batches.values()].flatMap((batch) => {
    if (!areApart(batch)) return batch;
    const keyed = batch.map((entry, i) => [places[i] ?? 0, entry] as const);
    return keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry);
  });
};

const atOnce = 4;

/** S-11, first sentence: the order of entries of one instant changes no answer. */
export const forgetsOrder = (most: number) =>
  fc.property(
    historyOf(most, atOnce),
    anyLens,
    days,
    fc.array(fc.nat(), { minLength: atOnce, maxLength: atOnce }),
    (history, lens: Lens, on, places) => {
      const pack = packOf(history);
      const { entries } = history;
      const other = permuted(entries, places);
      const one = answers(fold(pack, entries, lens), on, entries.length);
      deepEqual(answers(fold(pack, other, lens), on, entries.length), one);
    },
  );

/** The texts of the entries, read again, give the same answers. */
export const replays = (most: number) =>
  fc.property(historyOf(most), anyLens, days, (history, lens: Lens, on) => {
    const pack = packOf(history);
    const { entries } = history;
    const again = entries.map(({ text }) => {
      const read = readEntry(text);
      if (!read.ok) throw new Error(JSON.stringify(read.refusal));
      return read.value;
    });
    const one = answers(fold(pack, entries, lens), on, entries.length);
    deepEqual(answers(fold(pack, again, lens), on, entries.length), one);
  });

/** A library grown entry by entry answers as one folded at once, of each size, then and later. */
export const grows = (most: number) =>
  fc.property(historyOf(most), anyLens, days, (history, lens: Lens, on) => {
    const pack = packOf(history);
    const { entries } = history;
    const growing = library(pack);
    const record = growing.under(lens);
    const sizes = [0, ...entries.map((_, place) => place + 1)];
    const then = sizes.map((size) => {
      const entry = entries[size - 1];
      if (entry !== undefined) growing.enter(entry);
      return answers(record, on, size);
    });
    const whole = fold(pack, entries, lens);
    for (const size of sizes) {
      deepEqual(answers(record, on, size), then[size]);
      deepEqual(answers(whole, on, size), then[size]);
      deepEqual(answers(fold(pack, entries.slice(0, size), lens), on, size), then[size]);
    }
  });
