/**
 * The silence procedure: a text is adopted at the deadline unless a member has objected by then.
 *
 * In:   an electorate, positions with the time at the seat, a deadline (extended or not).
 * Out:  open until the deadline, then adopted; not adopted once broken in time.
 * Law:  conformance 41, 42: a minute late breaks nothing; a state without a vote breaks nothing.
 *
 * Times are texts of one form at one place, so their order as texts is their order in time. A day
 * without a time lasts to its end.
 */

import { type Day, dayOf, isoOf } from "#base";
import type { Form } from "#charter";
import type { Chooser } from "./choice.ts";
import type { Electorate } from "./electorate.ts";
import type { Decided } from "./shown.ts";
import type { LaterShown, Sitting } from "./sitting.ts";

const endOf = (moment: string): string => (moment.includes("T") ? moment : `${moment}T24:00`);

const dayPart = (moment: string): Day => dayOf(moment.slice(0, 10)) ?? 0;

export const silence = (
  { procedure }: Chooser,
  { id }: Form,
  { members, excluded }: Electorate,
  { stands, on }: Sitting,
  deadline: string,
): Decided => {
  const last = endOf(deadline);
  const objections = members.flatMap(({ state }) => {
    const stand = stands.get(state);
    return stand?.position === "against" ? [{ state, at: stand.at ?? deadline.slice(0, 10) }] : [];
  });
  const inTime = objections.filter(({ at }) => at <= last && dayPart(at) <= on);
  const late = objections.filter(({ at }) => at > last);
  const isOver = on > dayPart(deadline);
  const isBroken = inTime.length > 0;
  const outcome = isBroken ? "not-adopted" : isOver ? "adopted" : "open-for-expression";
  const isAdopted = outcome === "adopted";
  return {
    outcome,
    ...(isAdopted && { adoptedOn: isoOf(dayPart(deadline)) }),
    counts: "objections",
    base: members.length,
    needed: 0,
    reached: inTime.length,
    shortBy: inTime.length,
    missing: [],
    blockedBy: inTime.map(({ state }) => state),
    binds: isAdopted ? members.map(({ state }) => state) : [],
    bindsUnknown: [],
    laterExpressions: late.map(
      ({ state, at }): LaterShown => ({ state, on: at.slice(0, 10), effect: "too-late" }),
    ),
    exclusions: excluded,
    decidingNode: `${procedure.id}/forms/${id}/${isBroken ? "broken" : "deadline"}`,
  };
};
