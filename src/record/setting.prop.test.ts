/**
 * Properties of values that acts set by themselves: as the words of docs/explanation/time.md say,
 * found here by walking through every placing of every act; and the order of entry changes nothing.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, isoOf } from "#base";
import type { Act, AssertedAct } from "#ledger";
import { claimed, told } from "#ledger/testing";
import { fold } from "./record.ts";
import { dayIn, inLedger, lakes } from "./testing.ts";

const seed = 20_281_125;
const start = dayIn("2028-01-01");
const days = 7;

type Days = { readonly from: number; readonly to: number };
type Told = Days & {
  readonly state: string | undefined; // undefined: the chair is left
  readonly after: readonly number[];
  readonly rival: (Days & { readonly state: string }) | undefined;
  readonly isUncarried: boolean; // no claim is preferred: the act is there in its rival's world only
};

const window = fc
  .tuple(fc.nat(days - 1), fc.oneof(fc.constant(0), fc.nat(3)))
  .map(([from, length]): Days => ({ from, to: Math.min(from + length, days - 1) }));
const state = fc.constantFrom("XNA", "XNB", "XNC");

const told1 = (place: number): fc.Arbitrary<Told> =>
  fc
    .record({
      days: window,
      state: fc.option(state, { nil: undefined, freq: 4 }),
      after: place === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(place - 1), { maxLength: 1 }),
      rival: fc.option(fc.tuple(window, state), { nil: undefined, freq: 5 }),
      isUncarried: fc.nat(4).map((one) => one === 0),
    })
    .map(({ days: own, rival, isUncarried, ...rest }) => ({
      ...own,
      ...rest,
      isUncarried: isUncarried && rest.state !== undefined && rival !== undefined,
      rival: rival && rest.state !== undefined ? { ...rival[0], state: rival[1] } : undefined,
    }));

const text = ({ from, to }: Days): string =>
  from === to ? isoOf(start + from) : `[${isoOf(start + from)}..${isoOf(start + to)}]`;

const actOf = (one: Told, place: number): AssertedAct => {
  const {
    actors: _,
    under: __,
    ...rest
  } = told(`chair.${place}`, {
    kind: one.state === undefined ? "chair.left" : "chair.assumed",
    about: ["body/council"],
    ...(one.after.length > 0 && { after: one.after.map((other) => `chair.${other}`) }),
    claims: [
      claimed({
        ...(one.isUncarried && { differs: "unverified" as const }),
        says: { occurredOn: text(one), ...(one.state !== undefined && { actors: [one.state] }) },
      }),
      ...(one.rival === undefined
        ? []
        : [
            claimed({
              id: "b",
              differs: "contested",
              says: { occurredOn: text(one.rival), actors: [one.rival.state] },
            }),
          ]),
    ],
    ...(one.rival !== undefined && { ground: { rule: "editor" } }),
    ...(one.isUncarried && { preferred: "none" }),
  });
  return rest;
};

type Placed = { readonly day: number; readonly value: string; readonly after: readonly number[] };

/** Every way to put each act on one day of its window. */
const placings = (acts: readonly Told[]): readonly (readonly number[])[] =>
  acts.reduce<readonly (readonly number[])[]>(
    (rows, { from, to }) =>
      rows.flatMap((row) =>
        Array.from({ length: to - from + 1 }, (_, step) => [...row, from + step]),
      ),
    [[]],
  );

const follows = (
  acts: readonly { readonly after: readonly number[] }[],
  then: number,
  first: number,
): boolean =>
  (acts[then]?.after ?? []).some((other) => other === first || follows(acts, other, first));

/** The placings that keep every `after`; an act that is not there keeps nothing. */
const kept = (acts: readonly Told[]): readonly (readonly number[])[] =>
  placings(acts).filter((row) =>
    acts.every(
      ({ after, isUncarried }, place) =>
        isUncarried || after.every((other) => (row[other] ?? 0) <= (row[place] ?? 0)),
    ),
  );

/** The acts as preferred, and once for each contested claim in place. */
const worlds = (acts: readonly Told[]): readonly (readonly Told[])[] => [
  acts,
  ...acts.flatMap(({ rival }, place) =>
    rival === undefined
      ? []
      : [acts.map((one, n) => (n === place ? { ...one, ...rival, isUncarried: false } : one))],
  ),
];

const history = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => told1(place))))
  // Nobody names an act that may not be there.
  .map((acts) =>
    acts.map((one) => ({ ...one, after: one.after.filter((other) => !acts[other]?.isUncarried) })),
  )
  // Orders that no placing keeps are the oracle's business (test/oracle).
  .filter((acts) => worlds(acts).every((one) => kept(one).length > 0));

/** The values that a day may have, by the words alone. */
const possibleOn = (acts: readonly Told[], day: number): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const row of kept(acts)) {
    const placed = acts.map(
      ({ state: who, after }, place): Placed => ({
        day: row[place] ?? 0,
        value: who ?? "unknown",
        after,
      }),
    );
    const isThere = placed.map(({ day: on }, place) => on <= day && !acts[place]?.isUncarried);
    const last = Math.max(...placed.filter((_, place) => isThere[place]).map((one) => one.day));
    const tied = placed.flatMap((one, place) =>
      isThere[place] && one.day === last ? [place] : [],
    );
    const final = tied.filter((one) => !tied.some((other) => follows(acts, other, one)));
    if (final.length === 0) found.add("unknown");
    for (const place of final) found.add(placed[place]?.value ?? "");
  }
  return found;
};

const expectedOn = (acts: readonly Told[], day: number): string => {
  const [base = new Set<string>(), ...others] = worlds(acts).map((one) => possibleOn(one, day));
  const all = [...new Set([...base, ...others.flatMap((values) => [...values])])].sort();
  const [value = ""] = base;
  if (base.size > 1) return `uncertain: ${all}`;
  if (all.length > 1) return `disputed ${value}: ${all}`;
  return value === "unknown" ? "unknown" : value;
};

const pack = lakes();

const answers = (acts: readonly Act[]) => {
  const record = fold(pack, inLedger(acts));
  return (day: Day, size = acts.length): string => {
    const span = record.on("chair/council", day, size);
    if (span === undefined) return "unknown";
    const { value, certainty, possible } = span;
    if (certainty === "certain" || possible.length === 1) return value;
    return certainty === "uncertain" ? `uncertain: ${possible}` : `disputed ${value}: ${possible}`;
  };
};

const everyDay = Array.from({ length: days + 1 }, (_, place) => place - 1);

describe(`values that acts set by themselves, of random histories with seed ${seed}`, () => {
  test("S-10: each day has the values that some placing gives it", () => {
    fc.assert(
      fc.property(history, (acts) => {
        const answer = answers(acts.map(actOf));
        for (const day of everyDay) {
          expect([day, answer(start + day)]).toEqual([day, expectedOn(acts, day)]);
        }
      }),
      { seed, numRuns: 150 },
    );
  }, 60_000);

  test("S-11: the order of entry changes no answer, and a prefix is what was known then", () => {
    const shuffled = history.chain((acts) => {
      const made = acts.map(actOf);
      return fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }));
    });
    fc.assert(
      fc.property(shuffled, ([acts, others]) => {
        const [answer, other] = [answers(acts), answers(others)];
        const before = acts.map((_, size) => answers(acts.slice(0, size)));
        for (const day of everyDay) {
          expect(other(start + day)).toBe(answer(start + day));
          for (const [size, then] of before.entries()) {
            expect(answer(start + day, size)).toBe(then(start + day));
          }
        }
      }),
      { seed, numRuns: 60 },
    );
  }, 60_000);
});
