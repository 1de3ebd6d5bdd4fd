/**
 * The other ways to read a record: each contested claim, each reading, each computed force.
 *
 * In:   a fold, the instruments that a fluent rests on.
 * Out:  worlds beside the one of the preferred claims and displayed readings; one change in each.
 * Law:  S-6 (contested claims), S-13 (computed entry into force), S-15 (readings).
 */

import { corners, type World } from "./event.ts";
import { binds, computedForce, forceOf, kinds } from "./life.ts";
import { contestedTies } from "./links.ts";
import { type Fold, instrumentsOf } from "./state.ts";
import { isDay, type Version } from "./version.ts";

/** The worlds of some contested claims, one for each. */
export const rivalWorlds = ({ base }: Fold, versions: Iterable<Version>): readonly World[] =>
  [...versions].flatMap((version) =>
    version.rivals.map((rival): World => ({ ...base, rival: { version, rival } })),
  );

/** The worlds in which an entry into force, asserted for one day, is computed for another. */
const computedWorlds = ({ base, acts }: Fold, ids: Iterable<string>): readonly World[] =>
  [...ids].flatMap((id): readonly World[] => {
    const computed = computedForce(id, acts, base);
    if (computed === undefined || acts.about(id, kinds.force).length === 0) return [];
    const there = corners(computed.on, computed.at, base);
    const asserted = forceOf(id, acts, base);
    const here = asserted && corners(asserted.on, asserted.at, base);
    if (here === undefined || !isDay(here) || !isDay(there)) return [];
    return here.earliest === there.earliest ? [] : [{ ...base, computed: id }];
  });

/** The worlds of the other options of the axes by which gaps between terms are read. */
const gapWorlds = ({ base, acts, pack }: Fold, instruments: Iterable<string>): readonly World[] => {
  const gaps = [...instruments].map((id) => acts.instrument(id).life.prolongation?.gap);
  const axes = new Set(gaps.flatMap((gap) => (typeof gap === "object" ? [gap.axis] : [])));
  return [...axes].flatMap((axis) =>
    [...(pack.axes.get(axis)?.options.keys() ?? [])]
      .filter((id) => id !== base.options[axis])
      .map((id): World => ({ ...base, options: { ...base.options, [axis]: id } })),
  );
};

/** Some instruments and those at which their life rules look. */
const lookedAt = ({ acts }: Fold, some: readonly string[]): ReadonlySet<string> => {
  const all = new Set(some);
  for (const id of all) {
    const { force, prolongation } = acts.instrument(id).life;
    if ("with" in force) all.add(force.with);
    if (prolongation !== undefined) all.add(prolongation.by);
  }
  return all;
};

/** Whether the act is one of those by whose number the instrument enters into force. */
export const counts = (fold: Fold, id: string, version: Version): boolean => {
  const { life } = fold.acts.instrument(id);
  return "deposits" in life.force && binds(life, version) !== "no";
};

const isWhole = (fold: Fold, id: string, version: Version): boolean => {
  const { kind } = version.act;
  return kind === kinds.force || kind === kinds.terminated || counts(fold, id, version);
};

const contestedAbout = (fold: Fold, id: string): Iterable<Version> => fold.contested.get(id) ?? [];

/** Worlds that may give a state's events towards an instrument another day or value. */
export const statusWorlds = (
  fold: Fold,
  instrument: string,
  own: readonly Version[],
): readonly World[] => {
  const ids = lookedAt(fold, [instrument]);
  const contested = new Set(own.filter(({ rivals }) => rivals.length > 0));
  for (const id of ids) {
    for (const version of contestedAbout(fold, id)) {
      if (id !== instrument || isWhole(fold, id, version)) contested.add(version);
    }
  }
  const matters = (version: Version): boolean =>
    own.includes(version) ||
    instrumentsOf(version).some(
      (id) => ids.has(id) && (id !== instrument || isWhole(fold, id, version)),
    );
  for (const version of contestedTies(fold.links, matters)) contested.add(version);
  const worlds = rivalWorlds(fold, contested);
  return [...worlds, ...gapWorlds(fold, [instrument]), ...computedWorlds(fold, ids)];
};

/** Worlds that may give the force of some instruments another day. */
export const forceWorlds = (fold: Fold, instruments: readonly string[]): readonly World[] => {
  const ids = lookedAt(fold, instruments);
  const contested = new Set([...ids].flatMap((id) => [...contestedAbout(fold, id)]));
  const matters = (version: Version): boolean => instrumentsOf(version).some((id) => ids.has(id));
  for (const version of contestedTies(fold.links, matters)) contested.add(version);
  return [...rivalWorlds(fold, contested), ...gapWorlds(fold, ids), ...computedWorlds(fold, ids)];
};
