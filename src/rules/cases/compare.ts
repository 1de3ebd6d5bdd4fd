/**
 * What a case expects against what came: every expected part must be there, more may be; but where an
 * empty list is expected, there is nothing.
 *
 * Out:  one line for each difference, by the name of the field.
 */

import type { Expected } from "#charter";
import type { Reading } from "../norms/readings.ts";

/** What one reading came to, in the words of an expectation. */
export type Came = {
  readonly reading: Reading;
  readonly shown: { readonly [field: string]: unknown };
};

const lists = new Set([
  ...["compliance", "duties", "notEngaged", "missing", "ignored", "exclusions"],
]);

/** Whether a value holds all that is expected of it. */
const holds = (came: unknown, expected: unknown): boolean => {
  if (typeof expected !== "object" || expected === null) return came === expected;
  if (Array.isArray(expected)) return JSON.stringify(came) === JSON.stringify(expected);
  if (typeof came !== "object" || came === null) return false;
  return Object.entries(expected).every(([key, one]) => holds(Reflect.get(came, key), one));
};

const differences = ({ shown }: Came, expected: Expected): readonly string[] => {
  const { reading: _, ...fields } = expected;
  return Object.entries(fields).flatMap(([field, wanted]) => {
    if (field === "notBearing") return borne(shown["duties"], wanted as readonly unknown[]);
    const came = shown[field];
    if (!lists.has(field)) {
      return holds(came, wanted) ? [] : [line(field, came, wanted)];
    }
    const all = Array.isArray(came) ? came : [];
    if ((wanted as readonly unknown[]).length === 0 && all.length > 0) {
      return [line(field, all, wanted)];
    }
    return (wanted as readonly unknown[])
      .filter((one) => !all.some((other) => holds(other, one)))
      .map((one) => line(field, all, one));
  });
};

/** Duties that somebody bears whom they must not reach. */
const borne = (duties: unknown, wanted: readonly unknown[]): readonly string[] =>
  wanted
    .filter((one) => Array.isArray(duties) && duties.some((duty) => holds(duty, one)))
    .map((one) => line("notBearing", duties, one));

const line = (field: string, came: unknown, wanted: unknown): string =>
  `${field}: ${JSON.stringify(wanted)} in ${JSON.stringify(came)}`;

const isUnder = (reading: Reading, asked: Reading): boolean =>
  Object.entries(asked).every(([axis, option]) => reading[axis] === option);

/** An expectation without a reading holds for all of them; one with a reading must find it. */
export const compare = (came: readonly Came[], expect: readonly Expected[]): readonly string[] =>
  expect.flatMap((expected) => {
    const asked = expected.reading ?? {};
    const found = came.filter(({ reading }) => isUnder(reading, asked));
    if (found.length === 0) return [`reading: ${JSON.stringify(asked)} was not touched`];
    return found.flatMap((one) =>
      differences(one, expected).map((text) => `${JSON.stringify(one.reading)} ${text}`),
    );
  });
