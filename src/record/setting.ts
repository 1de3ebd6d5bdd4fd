/**
 * Values that acts set by themselves, from their day on: who chairs, which exercise was held.
 *
 * In:   acts of kinds that say what they set (`acts/`), the fold they stand in.
 * Out:  the fluents they set, each one lane; the same windows, worlds and orders as for statuses.
 * Law:  docs/explanation/time.md, "Values that an act sets by itself"; S-6, S-10, S-13 (bodies).
 *
 * An act that stands alone is put in its lane and the fluent is computed anew from its day on; a
 * lane with contested claims is made anew as a whole, since such lanes are short.
 */

import { kinds } from "./acts/kinds.ts";
import { type LaneEvent, ownEvent, readingIn, type World } from "./event.ts";
import { refresh, type View } from "./fluent.ts";
import { single } from "./headline.ts";
import { add, type Lane, lane } from "./lane.ts";
import { forceEvents } from "./life.ts";
import { contestedTies } from "./links.ts";
import { type Fold, fluentOf } from "./state.ts";
import { noDay, type Reading, type Version } from "./version.ts";
import { forceWorlds, rivalWorlds } from "./worlds.ts";

/** The acts that set one fluent, and its lane as the preferred claims tell it. */
export type Setters = {
  versions: Version[];
  lane: Lane | undefined; // undefined: other claims or other acts have a say in it
};

type Given = { readonly fluent: string; readonly value: string };

const none: readonly never[] = [];

const givenBy = ({ act }: Version, { actors = none, fields }: Reading): readonly Given[] => {
  const sets = kinds.get(act.kind)?.sets;
  if (sets === undefined) return none;
  return sets({ id: act.id, about: act.about ?? none, actors, fields });
};

const noNames: ReadonlySet<string> = new Set();

/** The fluents that some reading of an act sets. */
export const fluentsSetBy = (version: Version): ReadonlySet<string> => {
  if (kinds.get(version.act.kind)?.sets === undefined) return noNames;
  const readings = [version.reading, ...version.rivals.map(({ reading }) => reading)];
  const given = readings.flatMap((reading) => givenBy(version, reading));
  return new Set(given.map(({ fluent }) => fluent));
};

/** Families whose value before the first act is not known, rather than none. */
const unknownAtFirst = new Set(["holder", "chair", "scale"]);

/** Families of which a statement alone tells no beginning. */
const begunByAct = new Set(["body", "force"]);

const familyOf = (name: string): string => name.slice(0, name.indexOf("/"));

/** The value before the first act that sets it. */
export const firstValue = (name: string): string =>
  unknownAtFirst.has(familyOf(name)) ? "unknown" : "none";

/** The value where no act sets it at all: of a body whose founding nobody tells, unknown. */
export const unsetValue = (name: string): string =>
  begunByAct.has(familyOf(name)) ? "unknown" : firstValue(name);

/** The instrument that founds a body, by the pack (S-13). */
export const founding = ({ pack }: Fold, name: string): string | undefined =>
  name.startsWith("body/") ? pack.bodies.get(name.slice(5))?.from?.inForce : undefined;

/** The bodies that an instrument founds. */
export const foundedBy = ({ pack }: Fold, instrument: string): readonly string[] =>
  [...pack.bodies.values()]
    .filter(({ from }) => from?.inForce === instrument)
    .map(({ id }) => `body/${id}`);

/** A body is established while the instrument that founds it is in force. */
const foundingEvents = (fold: Fold, name: string, world: World): readonly LaneEvent[] => {
  const instrument = founding(fold, name);
  if (instrument === undefined) return none;
  return forceEvents(instrument, fold.acts, world).map((event) => ({
    ...event,
    values: [event.values.includes("in-force") ? "established" : "dissolved"],
  }));
};

const eventsIn = (fold: Fold, name: string, versions: readonly Version[], world: World) => [
  ...foundingEvents(fold, name, world),
  ...versions
    .filter((version) => readingIn(world, version).window !== noDay)
    .flatMap((version) =>
      givenBy(version, readingIn(world, version))
        .filter(({ fluent }) => fluent === name)
        .map(({ value }) => ownEvent(value, version, world)),
    ),
];

const worldsOf = (fold: Fold, name: string, versions: readonly Version[]): readonly World[] => {
  const contested = new Set(versions.filter(({ rivals }) => rivals.length > 0));
  for (const one of contestedTies(fold.links, (version) => versions.includes(version))) {
    contested.add(one);
  }
  const instrument = founding(fold, name);
  const founded = instrument === undefined ? none : forceWorlds(fold, [instrument]);
  return [...rivalWorlds(fold, contested), ...founded];
};

/** Computes a fluent anew; false where no act sets it and no instrument founds it. */
export const refreshSet = (fold: Fold, name: string, seq: number): boolean => {
  const setters = fold.setters.get(name);
  const versions = setters?.versions ?? none;
  const views = [fold.base, ...worldsOf(fold, name, versions)].map((world): View => {
    const events = eventsIn(fold, name, versions, world);
    return { world, lanes: [lane(firstValue(name), events)] };
  });
  const isFounded = foundingEvents(fold, name, fold.base).length > 0;
  if (versions.length === 0 && !isFounded) return false;
  refresh(fluentOf(fold, name), seq, { views, combine: single, order: fold.order });
  if (setters !== undefined) {
    const isPlain = views.length === 1 && founding(fold, name) === undefined;
    setters.lane = isPlain ? views[0]?.lanes[0] : undefined;
  }
  return true;
};

const settersOf = (fold: Fold, name: string): Setters => {
  const found = fold.setters.get(name) ?? { versions: [], lane: undefined };
  fold.setters.set(name, found);
  return found;
};

/** Puts an act in a list, or takes it out; the list may be another one then. */
export type Put = (list: Version[], version: Version) => Version[];

/** Adds an act to the setters of each fluent it sets, or takes it away. */
export const indexSetters = (fold: Fold, version: Version, put: Put): void => {
  for (const name of fluentsSetBy(version)) {
    const setters = settersOf(fold, name);
    setters.versions = put(setters.versions, version);
  }
};

/** The quick way: an act without rivals, in lanes that only such acts have made. */
export const foldSetting = (fold: Fold, version: Version, seq: number): boolean => {
  const names = fluentsSetBy(version);
  const isPlain = (name: string): boolean => {
    const setters = fold.setters.get(name);
    return setters?.versions.length !== 0 && setters?.lane !== undefined;
  };
  if (version.rivals.length > 0 || names.size === 0 || ![...names].every(isPlain)) return false;
  for (const { fluent, value } of givenBy(version, version.reading)) {
    const setters = settersOf(fold, fluent);
    const touched = setters.lane;
    if (touched === undefined) throw new Error(`a plain lane is gone: ${fluent}`);
    const event = ownEvent(value, version, fold.base);
    add(touched, event);
    setters.versions.push(version);
    const from = event.window.earliest;
    const lanes = [touched];
    const making = { views: [{ world: fold.base, lanes }], combine: single, order: fold.order };
    refresh(fluentOf(fold, fluent), seq, making, { lanes, from });
  }
  return true;
};
