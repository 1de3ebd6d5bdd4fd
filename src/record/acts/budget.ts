/**
 * Budgets: scales of contributions, sums adopted, what states were assessed, paid and withheld.
 *
 * Law: S-44 (shares that sum to more than the whole are refused), S-51 (exact decimal strings).
 */

import * as z from "zod";
import { type Kind, type Saying, type Setting, type Subject, told } from "./kind.ts";
import { idsOf, set, statesOf, textOf } from "./settings.ts";
import { money, share, state, year } from "./words.ts";

const group = "budget";
const about: Subject = { types: "any", needs: "budget" };

/** Who bears which share from then on; the value of the scale is the act that set it. */
export const scaleSet: Kind = told({
  kind: "scale.set",
  group,
  fields: {
    shares: z.record(state, share, { error: '{ STATE: "0.5", … }' }).optional(),
    year: year.optional(),
  },
  about,
  begins: ["scale: act"],
  sets: set("budget", ({ id }) => `act/${id}`, "scale"),
});

export const budgetAdopted: Kind = told({
  kind: "budget.adopted",
  group,
  fields: { year: year.optional(), total: money.optional() },
  about,
});

/** For each budget and state, of the year that is named; a lens may show no year, and then none. */
const contribution =
  (value: string) =>
  (saying: Saying): readonly Setting[] => {
    const of = textOf(saying, "year");
    if (of === undefined) return [];
    return idsOf(saying, "budget").flatMap((id) =>
      statesOf(saying).map((one) => ({ fluent: `contribution/${id}/${one}/${of}`, value })),
    );
  };

const fields = { year: year.optional(), amount: money.optional() } as const;

export const contributionAssessed: Kind = told({
  kind: "contribution.assessed",
  group,
  fields,
  needed: ["year"],
  about,
  begins: ["contribution: assessed"],
  sets: contribution("assessed"),
});

export const contributionPaid: Kind = told({
  kind: "contribution.paid",
  group,
  fields,
  needed: ["year"],
  about,
  begins: ["contribution: paid"],
  sets: contribution("paid"),
});

/** A state says that it will not pay, or does not. */
export const contributionWithheld: Kind = told({
  kind: "contribution.withheld",
  group,
  fields,
  needed: ["year"],
  about,
  begins: ["contribution: withheld"],
  sets: contribution("withheld"),
});

export const budgetKinds: readonly Kind[] = [
  scaleSet,
  budgetAdopted,
  contributionAssessed,
  contributionPaid,
  contributionWithheld,
];
