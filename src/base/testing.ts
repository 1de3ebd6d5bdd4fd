/**
 * Short ways to say a value in a test; each throws when the text is not what it should be.
 */

import { always, type Day, dayOf, isoOf, never } from "./day.ts";
import type { Result } from "./result.ts";
import { type When, when } from "./when.ts";

/** The value, where a refusal would be a fault of the test. */
export const accepted = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
};

/** The refusal, where a value would be a fault of the test. */
export const refusalOf = <T, E>(result: Result<T, E>): E => {
  if (!result.ok) return result.refusal;
  throw new Error(`accepted: ${JSON.stringify(result.value)}`);
};

/** A day that the test knows to be one. */
export const day = (iso: string): Day => {
  const found = dayOf(iso);
  if (found === undefined) throw new Error(`no such day: ${iso}`);
  return found;
};

/** A date that the test knows to be one. */
export const date = (text: string): When => accepted(when(text));

/** A bound in words, for tables. */
export const shown = (bound: Day): string => {
  if (bound === always) return "always";
  return bound === never ? "never" : isoOf(bound);
};
