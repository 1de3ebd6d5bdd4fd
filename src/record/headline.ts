/**
 * The headline status of a state in an organization, of its statuses towards the instruments (S-2).
 *
 * In:   which instruments make membership, and which of them constitutes the organization.
 * Out:  a rule for fluents: the highest status that applies, and the instruments it rests on.
 */

import type { Pack } from "#charter";
import type { Combine } from "./possible.ts";

/** Statuses towards an instrument or, with `member`, in the organization; the highest first. */
export const statuses = [
  "withdrawing",
  "suspended",
  "member",
  "party",
  "signatory",
  "lapsed",
  "withdrawn",
  "expelled",
  "none",
] as const;
export type Status = (typeof statuses)[number];

/** The statuses with which a state stands in the list of members. */
export const listed: ReadonlySet<string> = new Set(statuses.slice(0, 5));

const rank = new Map<string, number>(statuses.map((status, i) => [status, i]));

export const headline = ({ membership }: Pack): Combine => {
  const constitutive = membership.instruments.indexOf(membership.constitutive);
  return (values) => {
    let best = "none";
    let lanes: number[] = [];
    for (const [i, value] of values.entries()) {
      const status = value === "party" && i === constitutive ? "member" : value;
      const here = rank.get(status) ?? statuses.length;
      const there = rank.get(best) ?? statuses.length;
      if (here < there || lanes.length === 0) {
        best = status;
        lanes = [i];
      } else if (here === there) {
        lanes.push(i);
      }
    }
    return { value: best, lanes };
  };
};

/** A fluent that looks at one lane alone. */
export const single: Combine = ([value]) => ({ value: value ?? "none", lanes: [0] });
