/**
 * Random life rules, and random days around a leap day, for the histories of the oracle.
 */

import fc from "fast-check";
import { isoOf } from "#base";
import { dayIn, type LifeText, type Rules } from "#record/testing";

const firstDay = dayIn("2028-02-18");
const lastOffset = 24;

/** The first and the last day that is asked about. */
export const askedDays = [firstDay - 3, firstDay + 60] as const;

export const anyDay = fc.integer({ min: askedDays[0], max: askedDays[1] });

const someDate = fc.integer({ min: 0, max: lastOffset }).map((offset) => isoOf(firstDay + offset));

const window = fc
  .tuple(fc.integer({ min: 0, max: lastOffset }), fc.integer({ min: 1, max: 3 }))
  .map(([from, more]) => `[${isoOf(firstDay + from)}..${isoOf(firstDay + from + more)}]`);

export const someDay = fc.oneof(
  { weight: 5, arbitrary: someDate },
  { weight: 1, arbitrary: window },
);

const binding = fc.constantFrom("act", "act", "own-deposit", "never");
const length = fc.constantFrom("P4D", "P9D", "P2W", "P1M");
const bindsOn = fc.record({ signature: binding, accession: binding });
const deposits = fc.record(
  { deposits: fc.integer({ min: 1, max: 2 }), plus: fc.constantFrom("P2D", "P1M") },
  { requiredKeys: ["deposits"] },
);
const forces = fc.oneof(
  fc.constant({ asserted: true }),
  deposits,
  someDate.map((on) => ({ on, source: "The text itself" })),
);
const term = fc.record({
  from: fc.constant("force"),
  length,
  lastDay: fc.constantFrom("anniversary", "day-before-anniversary"),
});
const withdrawal = fc.record({
  notice: fc.constantFrom("P3D", "P6D", "P1M"),
  countedFrom: fc.constantFrom("receipt", "sending"),
});

/** What may become of a term: nothing, renewal, prolongation by the protocol. */
const ending = (gaps: readonly unknown[]): fc.Arbitrary<LifeText> =>
  fc.oneof(
    fc.constant({}),
    term.map((one) => ({ term: one })),
    fc.tuple(term, fc.constantFrom("P1D", "P3D", "P2W")).map(([one, before]) => ({
      term: one,
      renewal: { length: one.length, unlessDeclined: { before } },
    })),
    fc.tuple(term, fc.constantFrom(...gaps)).map(([one, gap]) => ({
      term: one,
      prolongation: { by: "protocol", length: one.length, renewal: "automatic", gap },
    })),
  );

const life = (force: fc.Arbitrary<unknown>, end: fc.Arbitrary<LifeText>): fc.Arbitrary<LifeText> =>
  fc
    .tuple(bindsOn, force, end, fc.option(withdrawal, { nil: undefined }))
    .map(([binds, begins, ends, leaves]) => ({
      bindsOn: binds,
      force: begins,
      ...ends,
      ...(leaves !== undefined && { withdrawal: leaves }),
    }));

const order: readonly (readonly [string, string])[] = [
  ["membership.suspended", "membership.resumed"],
  ["withdrawal.notified", "withdrawal.revoked"],
  ["instrument.entered-into-force", "instrument.terminated"],
];

export const anyRules: fc.Arbitrary<Rules> = fc.record({
  treaty: life(forces, ending(["continuous", "revived", { axis: "gap" }, { axis: "gap" }])),
  charter: life(fc.oneof(forces, fc.constant({ with: "treaty" })), ending(["continuous"])),
  protocol: life(fc.oneof(forces, fc.constant({ with: "treaty" })), fc.constant({})).map(
    ({ withdrawal: _, ...rest }) => rest,
  ),
  constitutive: fc.constantFrom("treaty", "charter"),
  gap: fc.constantFrom("ran-on", "came-back"),
  sameDay: fc.subarray([...order]),
});
