/**
 * Who counts when a body decides: the base, those left out with the clause, those in doubt.
 *
 * Law: S-17: the procedure says whether suspended, withdrawing and signatory states count.
 */

import { type Day, isoOf } from "#base";
import type { Pack, Procedure, SetTerm } from "#charter";
import type { Facts, Missing } from "../norms/facts.ts";
import { type Chooser, chosen, openKnob } from "./choice.ts";

export type Excluded = { readonly state: string; readonly clause: string };

export type Member = {
  readonly state: string;
  readonly isSure: boolean;
  readonly missing: readonly Missing[];
};

export type Electorate = {
  readonly members: readonly Member[];
  readonly excluded: readonly Excluded[];
};

/** The instrument whose parties sit, or the list of states. */
const seatsOf = (facts: Facts, set: SetTerm): string | readonly string[] => {
  if ("parties" in set) return set.parties;
  if ("list" in set) return set.list.map(String);
  const members = "members" in set ? facts.pack.bodies.get(set.members)?.members : undefined;
  return members === undefined || "members" in members ? [] : seatsOf(facts, members);
};

type Counted = "counted" | "excluded" | "unknown" | "outside";

const countedAs = (chooser: Chooser, status: string): Counted => {
  const { suspended, withdrawing, signatory } = chooser.procedure.electorate;
  const word =
    status === "suspended"
      ? chosen(chooser, suspended, "suspended")
      : status === "withdrawing"
        ? chosen(chooser, withdrawing, "withdrawing")
        : status === "signatory"
          ? chosen(chooser, signatory, "signatory")
          : status === "party"
            ? "counted"
            : "outside";
  if (word === "not-counted" || word === "observer") return "excluded";
  return status === "unknown" ? "unknown" : word;
};

export const electorateOf = (facts: Facts, chooser: Chooser, day: Day): Electorate => {
  const { base, excludedBy } = chooser.procedure.electorate;
  const clause = excludedBy === "unsourced" ? "unsourced" : (excludedBy[0] ?? "unsourced");
  const seats = seatsOf(facts, base);
  if (typeof seats !== "string") {
    return { members: seats.map((state) => ({ state, isSure: true, missing: [] })), excluded: [] };
  }
  const members: Member[] = [];
  const excluded: Excluded[] = [];
  for (const [state, possible] of facts.towards(seats, day)) {
    const each = new Set(possible.map((status) => countedAs(chooser, status)));
    const [only] = each;
    if (each.size === 1 && only === "counted") members.push({ state, isSure: true, missing: [] });
    else if (each.size === 1 && only === "excluded") excluded.push({ state, clause });
    else if (each.has("counted") || each.has("unknown")) {
      const missing = missingOf(chooser, state, seats, possible, day);
      members.push({ state, isSure: false, missing: [missing] });
    }
  }
  return { members, excluded };
};

const missingOf = (
  chooser: Chooser,
  state: string,
  instrument: string,
  possible: readonly string[],
  day: Day,
): Missing => {
  const [status] = possible;
  if (possible.length === 1 && status !== "unknown")
    return openKnob(chooser, `electorate/${status}`);
  return { record: `status/${instrument}/${state}`, span: isoOf(day), wouldMake: "counted" };
};

/** The procedure by which a body decides, if the pack knows one. */
export const procedureOf = (pack: Pack, body: unknown): Procedure | undefined =>
  [...pack.procedures.values()].find(({ bodies }) => bodies.some((one) => one === body));
