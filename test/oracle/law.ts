/**
 * The oracle's third step: when an instrument enters into force, and when its terms end.
 *
 * Law: docs/explanation/time.md, "The events of a state's status"; the life rules of the pack.
 */

import { type Day, plus } from "#base";
import type { Life, Pack } from "#charter";
import type { Placing } from "./placing.ts";
import type { Told } from "./reading.ts";

/** One way to read everything: the acts as said, which gap holds, and whose force is computed. */
export type World = {
  readonly pack: Pack;
  readonly acts: readonly Told[];
  readonly options: { readonly [axis: string]: string };
  readonly computed?: string;
};

export const lifeOf = (world: World, instrument: string): Life => {
  const found = world.pack.instruments.get(instrument);
  if (found === undefined) throw new Error(`no instrument ${instrument}`);
  return found.life;
};

export const concerns = (act: Told, instrument: string): boolean =>
  act.about.includes(`instrument/${instrument}`);

export const dayIn = (placing: Placing, act: Told): Day => {
  const day = placing.get(act.id);
  if (day === undefined) throw new Error(`${act.id} was not placed`);
  return day;
};

/** Whether an act of this kind binds whoever did it, once the instrument is in force. */
export const binds = ({ bindsOn }: Life, kind: string): boolean => {
  const { signature, accession } = bindsOn;
  if (kind === "instrument.signed") return signature.value === "act";
  if (kind === "instrument.acceded") return accession.value === "act";
  if (kind !== "instrument.deposited") return false;
  return signature.value === "own-deposit" || accession.value === "own-deposit";
};

export const isState = (actor: string): boolean => /^[A-Z]{3}$/.test(actor);

/** A day, and all acts from which it is reckoned. */
export type Entered = { readonly day: Day; readonly acts: readonly string[] };

/** Entry into force as asserted: the earliest of the acts that name no state. */
export const assertedForce = (
  world: World,
  instrument: string,
  placing: Placing,
): Entered | undefined => {
  const acts = world.acts.filter(
    (act) =>
      act.kind === "instrument.entered-into-force" &&
      concerns(act, instrument) &&
      !(act.actors ?? []).some(isState),
  );
  if (acts.length === 0) return undefined;
  const day = Math.min(...acts.map((act) => dayIn(placing, act)));
  return { day, acts: acts.map(({ id }) => id) };
};

/** Entry into force as the life rule computes it. */
export const computedForce = (
  world: World,
  instrument: string,
  placing: Placing,
): Entered | undefined => {
  const life = lifeOf(world, instrument);
  const { force } = life;
  if ("asserted" in force) return undefined;
  if ("on" in force) return { day: force.on.day, acts: [] };
  if ("with" in force) return forceOf(world, force.with, placing);
  const days = world.acts
    .filter((act) => concerns(act, instrument) && binds(life, act.kind))
    .map((act) => ({ day: dayIn(placing, act), id: act.id }))
    .sort((a, b) => a.day - b.day);
  const nth = days[force.deposits - 1];
  if (nth === undefined) return undefined;
  const day = force.plus === undefined ? nth.day : plus(nth.day, force.plus);
  return { day, acts: days.map(({ id }) => id) };
};

export const forceOf = (
  world: World,
  instrument: string,
  placing: Placing,
): Entered | undefined => {
  if (world.computed === instrument) return computedForce(world, instrument, placing);
  return assertedForce(world, instrument, placing) ?? computedForce(world, instrument, placing);
};

/** `n` times a period, part by part. */
const times = (length: string, n: number): string =>
  length.replace(/\d+/g, (count) => String(Number(count) * n));

/** The first day outside the n-th term. */
export const endOfTerm = (entered: Day, life: Life, n: number): Day => {
  if (life.term === undefined) throw new Error("no term");
  const anniversary = plus(entered, times(life.term.length, n));
  return life.term.lastDay === "anniversary" ? anniversary + 1 : anniversary;
};

/** The end of the term that an act of declining still reaches. */
export const endAfterDeclining = (entered: Day, life: Life, declined: Day): Day => {
  if (life.renewal === undefined) throw new Error("no renewal");
  const earliest = plus(declined, life.renewal.unlessDeclined.before);
  for (let n = 1; n < 400; n += 1) {
    const end = endOfTerm(entered, life, n);
    if (earliest <= end) return end;
  }
  throw new Error("no term reached in 400");
};

/** How the gap before a late prolongation is read in this world. */
export const gapIn = (world: World, life: Life): string => {
  const gap = life.prolongation?.gap;
  if (gap === undefined || typeof gap === "string") return gap ?? "continuous";
  const axis = world.pack.axes.get(gap.axis);
  const option = axis?.options.get(world.options[gap.axis] ?? axis.displayReading);
  return option?.knobs["gap"] ?? "continuous";
};
