/**
 * Mutants that mean the same as the pack, each with the reason.
 */

type Reasons = { readonly [mutant: string]: string };

export const equivalents: { readonly [org in "csto" | "isles" | "nato"]: Reasons } = {
  csto: {
    "t-4-help-v1/trigger/all/0 without value":
      "Only names the finding; that it says yes, the call of t-4-aggression asks beside it.",
  },
  isles: {},
  nato: {
    "nat-5-assist/trigger/all/1 without value":
      "Only names the finding; that it says yes, the call of nat-5-attack asks beside it.",
  },
};
