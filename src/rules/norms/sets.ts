/**
 * Who belongs to a set, each with its own truth: parties, members of a body, who took part, a list.
 *
 * Law: S-2: the parties to an instrument are those with `party` or `withdrawing`, and a suspended
 * state for what its suspension does not touch. What a suspension touches is the pack's to say; where
 * it says `unknown`, whether the state belongs is unknown.
 */

import { type Day, isoOf } from "#base";
import type { SetTerm } from "#charter";
import type { Env, Thing } from "./env.ts";
import type { Facts, Seat } from "./facts.ts";
import type { Truth } from "./truth.ts";
import { plainOf, readerOf } from "./values.ts";

export type ReadSet = (env: Env) => readonly Seat[];

export const setReader = (set: SetTerm): ReadSet => {
  if ("list" in set) {
    const readers = set.list.map(readerOf);
    return (env) =>
      readers.flatMap((read) => {
        const one = read(env);
        return one === undefined ? [] : [{ state: String(plainOf(one)), truth: "true" }];
      });
  }
  if ("parties" in set) {
    return ({ facts, provision }) => partiesOf(facts, set.parties, facts.day, provision);
  }
  if ("members" in set) return (env) => membersOf(env, set.members);
  const read = readerOf(set.participants);
  return (env) => participantsOf(read(env));
};

/** The parties to an instrument on a day, for a norm of a provision. */
export const partiesOf = (
  facts: Facts,
  instrument: string,
  day: Day,
  provision?: string,
): readonly Seat[] =>
  facts.towards(instrument, day).flatMap(([state, possible]): readonly Seat[] => {
    const each = possible.map((status) => belongs(facts, instrument, status, provision));
    if (each.every((one) => one === "false")) return [];
    if (each.every((one) => one === "true")) return [{ state, truth: "true" }];
    const because =
      possible.length === 1 && possible[0] === "suspended"
        ? {
            knob: `${instrument}/life/suspension/touches`,
            text: facts.pack.instruments.get(instrument)?.text.title ?? instrument,
          }
        : { record: `status/${instrument}/${state}`, span: isoOf(day), wouldMake: "party" };
    return [{ state, truth: "unknown", because }];
  });

const belongs = (
  { pack }: Facts,
  instrument: string,
  status: string,
  provision: string | undefined,
): Truth => {
  if (status === "party" || status === "withdrawing") return "true";
  if (status === "unknown") return "unknown";
  if (status !== "suspended") return "false";
  const touches = pack.instruments.get(instrument)?.life.suspension?.touches.value ?? "unknown";
  if (touches === "none") return "true";
  if (touches === "all") return "false";
  if (touches === "unknown" || provision === undefined) return "unknown";
  return touches.includes(provision) ? "false" : "true";
};

const membersOf = (env: Env, body: string): readonly Seat[] => {
  const set = env.facts.pack.bodies.get(body)?.members;
  return set === undefined || "members" in set ? [] : setReader(set)(env);
};

/** Who took part in a sitting: everybody whose position is neither absent nor not-participating. */
const participantsOf = (thing: Thing | undefined): readonly Seat[] => {
  if (typeof thing !== "object" || !("fields" in thing)) return [];
  const positions = thing.fields["positions"];
  if (typeof positions !== "object" || positions === null || Array.isArray(positions)) return [];
  return Object.entries(positions).flatMap(([state, stand]): readonly Seat[] => {
    const word =
      typeof stand === "object" && stand !== null ? Reflect.get(stand, "position") : stand;
    return word === "absent" || word === "not-participating" ? [] : [{ state, truth: "true" }];
  });
};

/** Whether a state is in a set that has been read. */
export const seatIn = (seats: readonly Seat[], state: string): Seat =>
  seats.find((seat) => seat.state === state) ?? { state, truth: "false" };
