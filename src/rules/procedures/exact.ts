/**
 * Exact numbers of a vote: weights as whole numbers of their smallest unit, shares as fractions.
 *
 * No floating point: two thirds of nine is six, and six of nine is two thirds.
 */

/** Votes in units of the finest weight; `digits` says how many decimals a unit has. */
export type Votes = { readonly digits: number };

const one = /^(\d+)(?:\.(\d+))?$/;

const decimalsOf = (weight: string): number => one.exec(weight)?.[2]?.length ?? 0;

/** How many decimals the finest of some weights has. */
export const digitsOf = (weights: readonly string[]): number =>
  Math.max(0, ...weights.map(decimalsOf));

/** A weight in units. @throws RangeError on no weight: packs are checked on entry, so a bug. */
export const unitsOf = (weight: string, digits: number): bigint => {
  const parts = one.exec(weight);
  if (parts === null) throw new RangeError(`no weight: ${weight}`);
  const [, whole = "0", fraction = ""] = parts;
  return BigInt(whole + fraction.padEnd(digits, "0"));
};

/** Units as they are told: a whole number of votes, or an exact decimal of weights. */
export const told = (units: bigint, digits: number, isWeighted: boolean): number | string => {
  if (!isWeighted) return Number(units);
  if (digits === 0) return units.toString();
  const text = units.toString().padStart(digits + 1, "0");
  const fraction = text.slice(-digits).replace(/0+$/, "");
  const whole = text.slice(0, -digits);
  return fraction === "" ? whole : `${whole}.${fraction}`;
};

export type Threshold = {
  readonly part: bigint;
  readonly whole: bigint;
  readonly isMore: boolean; // More than the share, or at least it.
};

/** @example threshold("2/3", false) // => at least two thirds */
export const threshold = (share: string, isMore: boolean): Threshold => {
  const [part = 1n, whole = 1n] = share.split("/").map(BigInt);
  return { part, whole, isMore };
};

/** The least number of units that reaches a threshold of a total. */
export const leastOf = (total: bigint, { part, whole, isMore }: Threshold): bigint => {
  const exact = part * total;
  if (isMore) return exact / whole + 1n;
  return (exact + whole - 1n) / whole;
};
