/**
 * Result: the value that was asked for, or the reason why the law or the input says no.
 *
 * A refusal is a value with a stable code; only a mistake of our own is thrown.
 */

/** Look at `ok` first: it tells which of the two fields is there. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

/** The answer was found. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** The answer is no, and `refusal` says why. */
export const refuse = <E>(refusal: E): Result<never, E> => ({ ok: false, refusal });

/**
 * Ends a `switch` that names every case: the compiler complains here when a case is forgotten.
 *
 * @throws Error always, since a value that the types exclude is a bug.
 */
export const assertNever = (value: never): never => {
  throw new Error(`a case that the types exclude: ${String(value)}`);
};
