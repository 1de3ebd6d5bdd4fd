/**
 * What `after` says of days: an act that names another is not placed before it.
 *
 * In:   the versions that stand, whatever fluent they belong to, as they come and go.
 * Out:  the windows of tied acts, narrowed along `after` in both directions, once for the
 *       preferred claims and once for each contested claim among them; whether one act follows
 *       another, by itself or through others.
 * Law:  docs/explanation/time.md, "Acts have windows". If no placing keeps every `after` of a group
 *       of tied acts, none of that group's windows is narrowed.
 *
 * A narrowed window is what all placings leave to an act. Two acts of one group are bound to each
 * other beyond that only by their order, so this loses nothing. An act of one sure day parts groups,
 * since nothing passes through it: a long chain of precise acts costs nothing.
 */

import type { ActId } from "#base";
import type { Change } from "./history.ts";
import { isDay, type Rival, type Version, type Window } from "./version.ts";

export type Links = {
  readonly standing: (id: ActId) => Version | undefined;
  readonly naming: Map<ActId, Set<Version>>; // standing versions, by an act they name in `after`
  readonly base: Map<Version, Window>; // narrowed windows of standing versions
  readonly rivals: Map<Rival, ReadonlyMap<Version, Window>>; // the same if this claim is right
};

export const newLinks = (standing: Links["standing"]): Links => ({
  standing,
  naming: new Map(),
  base: new Map(),
  rivals: new Map(),
});

const none: readonly never[] = [];

const named = ({ standing }: Links, { act }: Version): readonly Version[] =>
  act.after === undefined ? none : act.after.flatMap((id) => standing(id) ?? none);

const neighbours = (links: Links, version: Version): readonly Version[] => [
  ...named(links, version),
  ...(links.naming.get(version.act.id) ?? none),
];

/** Whether the act has one day, whichever claim is right. */
const isFixed = ({ reading, rivals }: Version): boolean =>
  rivals.length === 0 && isDay(reading.window);

/** The acts tied to one by `after`; beyond an act of one sure day only if asked for. */
const groupOf = (links: Links, one: Version, beyondFixed = false): ReadonlySet<Version> => {
  const group = new Set([one]);
  for (const version of group) {
    if (isFixed(version) && !beyondFixed) continue;
    for (const other of neighbours(links, version)) group.add(other);
  }
  return group;
};

/** The windows that every `after` of a group leaves; as they are if one would be left no day. */
const narrowed = (
  links: Links,
  group: ReadonlySet<Version>,
  windowOf: (version: Version) => Window,
): ReadonlyMap<Version, Window> => {
  const found = new Map([...group].map((version) => [version, windowOf(version)]));
  const pairs = pairsOf(links, group);
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const [first, then] of pairs) {
      const a = found.get(first) ?? windowOf(first);
      const b = found.get(then) ?? windowOf(then);
      if (a.earliest > b.latest) return new Map([...group].map((one) => [one, windowOf(one)]));
      if (a.latest <= b.latest && a.earliest <= b.earliest) continue;
      found.set(first, { earliest: a.earliest, latest: Math.min(a.latest, b.latest) });
      found.set(then, { earliest: Math.max(a.earliest, b.earliest), latest: b.latest });
      isDone = false;
    }
  }
  return found;
};

/** Of a group: each act and another that names it, unless the days of both are sure anyway. */
const pairsOf = (links: Links, group: ReadonlySet<Version>) =>
  [...group].flatMap((then) =>
    named(links, then)
      .filter((first) => group.has(first) && !(isFixed(first) && isFixed(then)))
      .map((first) => [first, then] as const),
  );

const narrow = (links: Links, group: ReadonlySet<Version>): void => {
  for (const [version, window] of narrowed(links, group, ({ reading }) => reading.window)) {
    const { earliest, latest } = version.reading.window;
    if (window.earliest === earliest && window.latest === latest) links.base.delete(version);
    else links.base.set(version, window);
  }
  for (const version of group) {
    for (const rival of version.rivals) {
      const windowOf = (one: Version) => (one === version ? rival : one).reading.window;
      links.rivals.set(rival, narrowed(links, group, windowOf));
    }
  }
};

const forget = (links: Links, version: Version): void => {
  for (const id of version.act.after ?? none) {
    const names = links.naming.get(id);
    names?.delete(version);
    if (names?.size === 0) links.naming.delete(id);
  }
  links.base.delete(version);
  for (const rival of version.rivals) links.rivals.delete(rival);
};

const learn = (links: Links, version: Version): void => {
  for (const id of version.act.after ?? none) {
    const names = links.naming.get(id) ?? new Set();
    links.naming.set(id, names.add(version));
  }
};

/** The versions whose days or order may be others once a version has ended or begun. */
export const relink = (links: Links, { ended, begun }: Change): readonly Version[] => {
  const changed = [ended, begun].filter((one) => one !== undefined);
  if (!changed.some((one) => one.act.after !== undefined || links.naming.has(one.act.id))) {
    return none;
  }
  const near = new Set(changed.flatMap((one) => neighbours(links, one)));
  const bridges = changed.filter((one) => named(links, one).length > 0);
  const isBridge = bridges.some((one) => links.naming.has(one.act.id));
  if (ended !== undefined) forget(links, ended);
  if (begun !== undefined) learn(links, begun);
  if (begun !== undefined) near.add(begun);
  if (ended !== undefined) near.delete(ended);
  const moved = new Set<Version>();
  for (const one of near) {
    if (isFixed(one) || moved.has(one)) continue;
    const group = groupOf(links, one);
    narrow(links, group);
    for (const version of group) if (!isFixed(version)) moved.add(version);
  }
  if (!isBridge) return [...moved];
  return [...new Set([...moved, ...[...near].flatMap((one) => [...groupOf(links, one, true)])])];
};

/** Whether `then` comes after `first`, by its own `after` or through acts between them. */
export const follows = (links: Links, then: Version, first: Version): boolean => {
  const from = Math.min(...[first, ...first.rivals].map(({ reading }) => reading.window.earliest));
  const behind = new Set(named(links, then));
  for (const version of behind) {
    if (version === first) return true;
    if (isFixed(version) && version.reading.window.latest < from) continue;
    for (const other of named(links, version)) behind.add(other);
  }
  return false;
};

/** The contested acts on whose claims the days of some acts depend through `after`. */
export const contestedTies = (
  { rivals }: Links,
  isAsked: (version: Version) => boolean,
): readonly Version[] =>
  [...rivals].flatMap(([rival, windows]) => {
    const group = [...windows.keys()];
    return group.some(isAsked) ? group.filter((one) => one.rivals.includes(rival)) : [];
  });
