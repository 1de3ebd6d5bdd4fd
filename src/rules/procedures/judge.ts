/**
 * One sitting under one reading: the form it speaks of, all other forms beside it.
 *
 * In:   a bench, a procedure, a sitting.
 * Out:  what `check` and `decide` share (S-48).
 */

import type { Outcome, Procedure, Validity } from "#charter";
import type { Bench } from "../norms/bench.ts";
import type { Turned } from "../norms/flips.ts";
import type { DecisionFields, PositionRow } from "../verdict-answers.ts";
import type { Chooser } from "./choice.ts";
import { castsOf, decide } from "./decide.ts";
import { electorateOf } from "./electorate.ts";
import { decideUnder, type FormShown, formsOf } from "./forms.ts";
import type { Decided } from "./shown.ts";
import type { Sitting, Stand } from "./sitting.ts";

export const ordinary = "ordinary";

export type SittingJudged = Decided & {
  readonly validity: Validity;
  readonly form: string;
  readonly forms: readonly FormShown[];
  readonly textSeen: "full" | "part" | "no";
  readonly electorate: readonly string[];
  readonly positions: readonly PositionRow[];
  readonly clauses: readonly string[]; // On which the procedure rests.
};

/** What is told of a decision beside validity and reasons (S-48). */
export const decisionFields = (judged: SittingJudged): DecisionFields => {
  const { outcome, adoptedOn, form, forms, counts, base, needed, reached, shortBy } = judged;
  const { blockedBy, binds, bindsUnknown, laterExpressions, exclusions } = judged;
  const { positions, clauses } = judged;
  return {
    form,
    outcome,
    ...(adoptedOn !== undefined && { adoptedOn }),
    forms,
    counts,
    base,
    needed,
    reached,
    shortBy,
    blockedBy,
    binds,
    bindsUnknown,
    laterExpressions,
    exclusions,
    positions,
    clauses,
  };
};

const validities: { readonly [O in Outcome]: Validity } = {
  adopted: "effective",
  "adopted-between-signatories": "effective",
  "open-for-expression": "pending",
  "not-adopted": "without-effect",
  lapsed: "without-effect",
  undetermined: "undetermined",
};

/** The sitting with some positions taken as others, to see what would change. */
export const withTurned = (sitting: Sitting, turned: Turned | undefined): Sitting => {
  if (turned === undefined || turned.positions.size === 0) return sitting;
  const taken = [...turned.positions].map(([state, position]): [string, Stand] => [
    state,
    { position },
  ]);
  return { ...sitting, stands: new Map([...sitting.stands, ...taken]) };
};

export const judgeSitting = (
  bench: Bench,
  procedure: Procedure,
  sitting: Sitting,
): SittingJudged => {
  const { record, run } = bench;
  const chooser: Chooser = { pack: record.pack, procedure, choose: run.choose };
  const electorate = electorateOf(run.facts, chooser, sitting.day);
  const forms = formsOf(bench, chooser, electorate, sitting);
  const form = procedure.forms.find(({ id }) => id === sitting.form);
  const plain = decide(chooser, electorate, sitting);
  const under =
    form === undefined ? undefined : decideUnder(bench, chooser, form, electorate, sitting);
  const isAvailable = forms.some((one) => one.form === form?.id && one.available);
  const decided: Decided =
    form === undefined || under === undefined || !isAvailable ? plain : under;
  const isSpecial = decided === under && form !== undefined;
  return {
    ...decided,
    validity: validities[decided.outcome],
    form: isSpecial ? form.id : ordinary,
    forms: decided === under ? withOrdinary(forms, form?.id, plain) : forms,
    textSeen: seenOf(bench, procedure, sitting),
    electorate: electorate.members.map(({ state }) => state),
    positions: castsOf(chooser, sitting, electorate).map(({ state, position, effect }) => ({
      state,
      position,
      ...(!isSpecial && { effect }),
    })),
    clauses: procedure.authority === "unsourced" ? [] : procedure.authority,
  };
};

/** Where a special form was chosen, the ordinary one stands among the others. */
const withOrdinary = (
  forms: readonly FormShown[],
  chosen: string | undefined,
  { outcome, binds }: Decided,
): readonly FormShown[] => [
  {
    form: ordinary,
    available: true,
    because: ordinary,
    outcome,
    ...(outcome === "adopted" && { binds }),
  },
  ...forms.filter(({ form }) => form !== chosen),
];

const order = ["full", "part", "no"] as const;

/** The least seen of the texts that the procedure rests on, as they stood on the day. */
const seenOf = ({ record, size }: Bench, { authority }: Procedure, { day }: Sitting) => {
  const provisions = authority === "unsourced" ? [] : authority;
  const seen = provisions.map((id) => {
    const versions = record.pack.provisions.get(id)?.versions ?? [];
    const word = record.on(`provision/${id}`, day, size)?.value;
    return (versions.find(({ n }) => String(n) === word) ?? versions[0])?.seen ?? "no";
  });
  return order[Math.max(0, ...seen.map((one) => order.indexOf(one)))] ?? "no";
};
