/**
 * The members page on one day: who is what, how many, and whom the provision of help bound.
 *
 * In:   the data of the page, a day.
 * Out:  plain rows; the same function on the server and, for the slider, in the browser.
 */
import { always, type Day } from "#base";
import { listed, type SliceValue, valueOn } from "#record";
import { type Piece, type Run, runOf } from "#rules";
import type { Standing } from "#wording";
import type { MembersView } from "./data.ts";

export type Row = SliceValue &
  Partial<Run> & {
    readonly id: string;
    readonly name: string;
    readonly instruments: readonly (SliceValue & { readonly id: string; readonly name: string })[];
  };

export type Roster = {
  readonly members: readonly Row[];
  /** Lapsed, withdrawn, not known; or listed only by a contested claim. */
  readonly others: readonly Row[];
  /** Of which nothing holds that day. */
  readonly without: readonly Row[];
};

const nothing = (value: string): SliceValue => ({ value, certainty: "certain", possible: [value] });

export const statusOn = ({ slice, absent }: MembersView, state: string, day: Day): SliceValue =>
  valueOn(slice, `membership/${state}`, day) ?? nothing(absent);

/** The spans of a fluent as the record gives them, but without acts; what was ever so is no span. */
const pieces = ({ slice }: MembersView, name: string): readonly Piece[] => {
  const rows = slice.fluents[name] ?? [];
  return rows.flatMap(([from], i) => {
    const span = valueOn(slice, name, from);
    return span === undefined || from <= always ? [] : [{ from, until: rows[i + 1]?.[0], span }];
  });
};

const rowOf = (view: MembersView, [id, name]: readonly [string, string], day: Day): Row => ({
  id,
  name,
  ...statusOn(view, id, day),
  ...runOf(pieces(view, `membership/${id}`), day),
  instruments: view.instruments.flatMap(([instrument, title]) => {
    const value = valueOn(view.slice, `status/${instrument}/${id}`, day);
    return value === undefined || value.value === "none"
      ? []
      : [{ ...value, id: instrument, name: title }];
  }),
});

/** A member, or a state that may be one; one that only others call a member is not counted. */
export const isListed = ({ value, certainty, possible }: SliceValue): boolean =>
  certainty === "uncertain" ? possible.some((one) => listed.has(one)) : listed.has(value);

export const rosterOn = (view: MembersView, day: Day): Roster => {
  const rows = view.states.map((state) => rowOf(view, state, day));
  const rest = rows.filter((row) => !isListed(row));
  const isWithout = ({ value, certainty }: Row) => value === "none" && certainty === "certain";
  return {
    members: rows.filter(isListed),
    others: rest.filter((row) => !isWithout(row)),
    without: rest.filter(isWithout),
  };
};

const standings: { readonly [status: string]: Standing } = {
  suspended: "suspended",
  signatory: "signatory",
  uncertain: "uncertain",
};

/** A state that gave notice is bound until it has left. */
export const standingOf = ({ value }: SliceValue): Standing => standings[value] ?? "bound";

const rank = ["member", "party", "signatory", "suspended", "withdrawing", "uncertain"];

/** How many have each status, as `members` counts them. */
export const countsOf = ({ members }: Roster): readonly (readonly [string, number])[] =>
  rank.flatMap((status) => {
    const count = members.filter(({ value }) => value === status).length;
    return count === 0 ? [] : [[status, count] as const];
  });

export type Help = {
  readonly state: "in-force" | "not-in-force" | "open";
  readonly version: string;
  readonly gist: string | undefined;
  readonly note: string | undefined;
  readonly bound: readonly string[];
  readonly suspended: readonly string[];
  /** Of which it is not certain whether they were bound. */
  readonly open: readonly string[];
  readonly disputed: boolean;
};

/** Whom the provision of collective defence bound: the parties to its instrument. */
export const helpOn = (view: MembersView, day: Day): Help | undefined => {
  const { help, slice, states } = view;
  if (help === undefined) return undefined;
  const provision = valueOn(slice, `provision/${help.id}`, day) ?? nothing(view.absent);
  const towards = states.map(([id, name]) => ({
    name,
    ...(valueOn(slice, `status/${help.instrument}/${id}`, day) ?? nothing("none")),
    headline: statusOn(view, id, day).value,
  }));
  const isSuspended = ({ value, headline }: (typeof towards)[number]) =>
    value === "suspended" || headline === "suspended";
  const bound = towards.filter((one) => one.value === "party" && !isSuspended(one));
  const isVersion = /^\d+$/.test(provision.value);
  // Where nothing at all is known of states, that no version was placed says nothing either.
  const isBlind = view.absent === "unknown" && provision.value === "none";
  const isOpen = isBlind || provision.value === "uncertain" || provision.value === "unknown";
  return {
    state: isVersion ? "in-force" : isOpen ? "open" : "not-in-force",
    version: provision.value,
    gist: help.gists[provision.value],
    note: help.notes[provision.value],
    bound: bound.map(({ name }) => name),
    suspended: towards.filter(isSuspended).map(({ name }) => name),
    open: towards.filter(({ value }) => value === "uncertain").map(({ name }) => name),
    disputed: [provision, ...bound].some(({ certainty }) => certainty === "disputed"),
  };
};
