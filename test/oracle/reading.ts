/**
 * The oracle's first step: which acts stand, and what each of them says through a lens.
 *
 * In:   the first entries of a ledger, a lens, and at most one contested claim to be tried.
 * Out:  `Told`, an act with its resolved fields and the window of days it may have been on.
 * Law:  S-6 (claims), S-8 (versions, publication), S-9 (according to a source).
 *
 * Shares nothing with the room `record`: it walks through everything, every time.
 */

import { always, canonicalEntry, type Day, type Json, never, when } from "#base";
import {
  type Act,
  type AssertedAct,
  type Claim,
  type Entry,
  type Fields,
  readEntry,
} from "#ledger";

import { anySignature } from "#ledger/testing";

export type Glass = { readonly publishedBy?: Day; readonly accordingTo?: readonly string[] };

export type Told = {
  readonly id: string;
  readonly kind: string;
  readonly about: readonly string[];
  readonly after: readonly string[];
  readonly says: Fields;
  readonly actors: readonly string[] | undefined;
  readonly first: Day;
  readonly last: Day;
};

/** A contested claim put in place of the preferred one of its act. */
export type Rival = { readonly act: string; readonly claim: string };

type Standing = { readonly act: Act; readonly ended: Set<number>; readonly versions: Act[] };

/** The whole act that a correction carries. */
const rewritten = (next: Json, recordedAt: string): Act => {
  if (next === null || typeof next !== "object") throw new Error("a correction without an act");
  const sig = [anySignature];
  const read = readEntry(canonicalEntry({ act: { ...next, recordedAt }, sig, v: 1 }));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.act;
};

/** The acts as the entries leave them: corrected, without those retracted. */
export const standingActs = (entries: readonly Entry[]): readonly Act[] => {
  const all = new Map<string, Standing>();
  for (const { act } of entries) {
    if (act.mode === "performed" && act.supersedes !== undefined) {
      const old = all.get(act.supersedes.id);
      if (old === undefined) continue;
      old.ended.add(act.supersedes.version);
      const next = act.fields?.["act"];
      if (act.kind === "act.corrected" && next !== undefined) {
        old.versions.push(rewritten(next, act.recordedAt));
      }
    } else all.set(act.id, { act, ended: new Set(), versions: [act] });
  }
  return [...all.values()].flatMap(({ ended, versions }) => {
    const alive = versions.filter((_, place) => !ended.has(place + 1));
    return alive.slice(-1);
  });
};

type Source = { readonly rank: number; readonly published: Day | undefined };

const ranks = [
  "primary-text",
  "official",
  "agency",
  "study",
  "press",
  "encyclopaedia",
  "copy",
  "none",
];

const sourcesOf = (acts: readonly Act[]): ReadonlyMap<string, Source> => {
  const sources = new Map<string, Source>();
  for (const act of acts) {
    if (act.kind !== "source.registered" || act.mode !== "performed") continue;
    const { source, standing, published } = act.fields ?? {};
    const day = typeof published === "string" ? when(published) : undefined;
    sources.set(String(source), {
      rank: ranks.indexOf(String(standing)),
      published: day?.ok ? day.value.latest : undefined,
    });
  }
  return sources;
};

const isStrictGlass = ({ accordingTo }: Glass): boolean =>
  accordingTo !== undefined && !accordingTo.includes("preferred");

/** The claims that the lens lets through, in the order of the file. */
const visible = (
  act: AssertedAct,
  glass: Glass,
  sources: ReadonlyMap<string, Source>,
): readonly Claim[] => {
  const { publishedBy, accordingTo } = glass;
  return act.claims.filter(({ source }) => {
    if (isStrictGlass(glass) && !accordingTo?.includes(source)) return false;
    if (publishedBy === undefined) return true;
    const published = sources.get(source)?.published;
    return published !== undefined && published <= publishedBy;
  });
};

const fills = new Set([undefined, "imprecise", "note", "contested"]);

/** The claims to be asked for a field, the first that says it being believed. */
const askedFor = (
  field: string,
  act: AssertedAct,
  seen: readonly Claim[],
  glass: Glass,
  sources: ReadonlyMap<string, Source>,
): readonly Claim[] => {
  const rank = ({ source }: Claim): number => sources.get(source)?.rank ?? ranks.length - 1;
  const ranked = [...seen].sort((a, b) => rank(a) - rank(b)); // Stable: else the order of the file.
  const { preferred } = act;
  const chosenFor = new Set(typeof preferred === "string" ? [preferred] : Object.values(preferred));
  const chosen = typeof preferred === "string" ? preferred : preferred[field];
  const leading = seen.filter(({ id }) => id === chosen);
  const isHidden = !seen.some(({ id }) => chosenFor.has(id));
  const usual =
    preferred === "none"
      ? []
      : [
          ...leading,
          ...(isHidden ? ranked.slice(0, 1) : []),
          ...ranked.filter(({ id, differs }) => chosenFor.has(id) || fills.has(differs)),
        ];
  return (glass.accordingTo ?? ["preferred"]).flatMap((name) =>
    name === "preferred" ? usual : seen.filter(({ source }) => source === name),
  );
};

const windowOf = (says: Fields): readonly [Day, Day] => {
  const text = says["effectiveOn"] ?? says["occurredOn"];
  if (typeof text !== "string") return [always, never];
  const day = when(text);
  if (!day.ok) throw new Error(`not a day: ${text}`);
  return [day.value.earliest, day.value.latest];
};

const told = (act: Act, says: Fields): Told => {
  const actors = says["actors"] ?? act.actors;
  const [first, last] = windowOf(says);
  return {
    id: act.id,
    kind: act.kind,
    about: act.about ?? [],
    after: act.after ?? [],
    says,
    actors: Array.isArray(actors) ? actors.map(String) : undefined,
    first,
    last,
  };
};

const performed = (act: Act, { publishedBy, accordingTo }: Glass): Told | undefined => {
  if (act.mode !== "performed") return undefined;
  const isNamed = ["preferred", "ledger"].some((name) => accordingTo?.includes(name));
  if (accordingTo !== undefined && !isNamed) return undefined;
  const recorded = when(act.recordedAt.slice(0, 10));
  if (publishedBy !== undefined && recorded.ok && recorded.value.earliest > publishedBy) {
    return undefined;
  }
  const { occurredOn, effectiveOn, fields } = act;
  return told(act, {
    ...fields,
    occurredOn,
    ...(effectiveOn !== undefined && { effectiveOn }),
  });
};

/** The contested claims that stand against the value shown; a named source is taken at its word. */
const rivalsIn = (
  act: AssertedAct,
  seen: readonly Claim[],
  glass: Glass,
  sources: ReadonlyMap<string, Source>,
): readonly Claim[] => {
  const { accordingTo } = glass;
  if (act.preferred === "none") return [];
  if (seen.some(({ source }) => accordingTo?.includes(source))) return [];
  const { preferred } = act;
  const chosen = new Set(typeof preferred === "string" ? [preferred] : Object.values(preferred));
  const rank = ({ source }: Claim): number => sources.get(source)?.rank ?? ranks.length;
  const isHidden = !seen.some(({ id }) => chosen.has(id));
  const lead = isHidden ? [...seen].sort((a, b) => rank(a) - rank(b))[0] : undefined;
  return seen.filter(
    (claim) => claim.differs === "contested" && claim !== lead && !chosen.has(claim.id),
  );
};

const asserted = (
  act: AssertedAct,
  glass: Glass,
  sources: ReadonlyMap<string, Source>,
):
  | { readonly base: Told | undefined; readonly rivals: readonly (readonly [Rival, Told])[] }
  | undefined => {
  const seen = visible(act, glass, sources);
  if (seen.length === 0) return undefined;
  const says: { [field: string]: Fields[string] } = {};
  for (const field of new Set(seen.flatMap((claim) => Object.keys(claim.says)))) {
    const order = askedFor(field, act, seen, glass, sources);
    const found = order.find((claim) => claim.says[field] !== undefined);
    if (found === undefined) continue;
    says[field] = found.says[field] ?? null;
  }
  const rivals = rivalsIn(act, seen, glass, sources).map((claim) => {
    const rival: Rival = { act: act.id, claim: claim.id };
    return [rival, told(act, { ...says, ...claim.says })] as const;
  });
  const isNamed = seen.some(({ source }) => glass.accordingTo?.includes(source));
  return { base: act.preferred === "none" && !isNamed ? undefined : told(act, says), rivals };
};

/** What the lens shows, and what else each contested claim would make of its act. */
export type Seen = {
  readonly base: readonly Told[];
  readonly rivals: readonly (readonly [Rival, Told])[];
};

export const seenThrough = (entries: readonly Entry[], glass: Glass): Seen => {
  const acts = standingActs(entries);
  const sources = sourcesOf(acts);
  const base: Told[] = [];
  const rivals: (readonly [Rival, Told])[] = [];
  for (const act of acts) {
    if (act.mode === "asserted") {
      const read = asserted(act, glass, sources);
      if (read === undefined) continue;
      if (read.base !== undefined) base.push(read.base);
      rivals.push(...read.rivals);
    } else {
      const read = performed(act, glass);
      if (read !== undefined) base.push(read);
    }
  }
  return { base, rivals };
};

export { isStrictGlass as isStrict };
