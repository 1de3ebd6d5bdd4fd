/**
 * A positions file as a sitting of a body (S-17, S-42, S-48).
 *
 * In:   the file, already of the right form; the procedure; the electorate of the day.
 * Out:  a sitting, or a refusal that names the place.
 *
 * Every member not named is absent. Who is outside the electorate takes no position; a suspended
 * state may be named and is shown among the exclusions.
 */

import { type Day, dayOf, isoOf, ok, type Result, refuse } from "#base";
import type { Positions, Procedure } from "#charter";
import type { Deed } from "../norms/facts.ts";
import { bad, type Refused } from "../params.ts";
import type { Electorate } from "./electorate.ts";
import { ordinary } from "./judge.ts";
import type { Sitting, Stand } from "./sitting.ts";

export const proposalId = "proposal";

const standOf = (told: Positions["positions"][string]): Stand => {
  if (typeof told === "string") return { position: told };
  const { position, statement, at } = told;
  return {
    position,
    ...(statement !== undefined && { statement }),
    ...(at !== undefined && { at }),
  };
};

const fieldsOf = ({ positions }: Positions): Deed["fields"] => ({
  positions: Object.fromEntries(
    Object.entries(positions).map(([state, told]) => [state, standOf(told).position]),
  ),
});

const deed = (kind: string, name: string, id: string, day: Day): Deed => ({
  id,
  seq: undefined,
  kind,
  deeds: [name],
  by: undefined,
  to: [],
  about: [],
  occurred: { earliest: day, latest: day },
  effective: { earliest: day, latest: day },
  occurredOn: isoOf(day),
  recordedAt: "",
  claim: undefined,
  isPerformed: true,
  fields: {},
});

/** The decision that the file puts, and the objections to its form, as acts. */
export const deedsIn = (file: Positions, day: Day): readonly Deed[] => [
  { ...deed("decision.put", "put-decision", proposalId, day), fields: fieldsOf(file) },
  ...(file.formObjections ?? []).map((state, n) => ({
    ...deed("objection.raised", "object", `file.objection-${n + 1}`, day),
    by: [state],
    about: [`act/${proposalId}`],
    fields: { to: "form" },
  })),
];

export const putSitting = (
  file: Positions,
  procedure: Procedure,
  { members, excluded }: Electorate,
  day: Day,
): Result<Sitting, Refused> => {
  const inside = members.map(({ state }) => state);
  const known = new Set([...inside, ...excluded.map(({ state }) => state)]);
  const [clause = ""] = procedure.authority === "unsourced" ? [] : procedure.authority;
  const outside = (at: string, state: string): Refused =>
    bad(`positions${at}`, "decide.outside", state, `${clause}: ${inside.join(" | ")}`);
  for (const state of Object.keys(file.positions)) {
    if (!known.has(state)) return refuse(outside(`/positions/${state}`, state));
  }
  for (const [n, state] of (file.formObjections ?? []).entries()) {
    if (!known.has(state)) return refuse(outside(`/formObjections/${n}`, state));
  }
  for (const [n, { state, on }] of (file.later ?? []).entries()) {
    if (!known.has(state)) return refuse(outside(`/later/${n}/state`, state));
    const when = dayOf(on);
    const at = `positions/later/${n}/on`;
    if (when === undefined) return refuse(bad(at, "date.no-such-day", on, '"2009-10-20"'));
    if (when < day) return refuse(bad(at, "decide.later-before", on, `>= ${isoOf(day)}`));
  }
  const forms = [ordinary, ...procedure.forms.map(({ id }) => id)];
  if (file.form !== undefined && !forms.includes(file.form)) {
    return refuse(bad("positions/form", "decide.no-such-form", file.form, forms.join(" | ")));
  }
  const deadline = file.extendedTo ?? file.deadline;
  const later = (file.later ?? []).map(({ state, position, on }) => ({
    state,
    position,
    on: dayOf(on) ?? day,
  }));
  const [proposal] = deedsIn(file, day);
  if (proposal === undefined) throw new Error("a file puts a decision");
  return ok({
    id: proposalId,
    day,
    on: Math.max(day, ...later.map(({ on }) => on), lastDay(file)),
    stands: new Map(Object.entries(file.positions).map(([state, told]) => [state, standOf(told)])),
    others: "absent",
    later,
    ...(file.form !== undefined && { form: file.form }),
    ...(deadline !== undefined && { deadline }),
    proposal,
  });
};

/** The last day of which the file tells: a silence that it shows unbroken has ended after it. */
const lastDay = ({ deadline, extendedTo }: Positions): Day => {
  const last = extendedTo ?? deadline;
  return last === undefined ? 0 : (dayOf(last.slice(0, 10)) ?? 0) + 1;
};
