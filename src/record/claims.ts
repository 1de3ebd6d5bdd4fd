/**
 * Reads the claims of an act through a lens: which value stands for each field (S-6, S-8, S-9).
 *
 * In:   an act, a lens, the sources registered so far.
 * Out:  a `Reading` and its rivals; undefined when the lens shows no claim of the act at all.
 *
 * In the whole record a field is the preferred claim's; one it is silent on comes from the next by
 * standing, but only from claims marked imprecise, note or contested. Only contested claims are
 * rivals. Under named sources a field is the first named source's that says it.
 *
 * An act of which no claim is preferred (`preferred: none`) has no day and no value in the whole
 * record; its contested claims are rivals of that, and a source that is named still counts.
 */

import type { Json } from "#base";
import { type Act, type AssertedAct, type Claim, noClaim, type PerformedAct } from "#ledger";
import { type Lens, publishedBy, rankOf, type Source } from "./lens.ts";
import { PlainReading } from "./plain.ts";
import { anyDay, noDay, type Reading, type Rival } from "./version.ts";
import { windowOf } from "./windows.ts";

export type Sources = ReadonlyMap<string, Source>;
export type Seen = { readonly reading: Reading; readonly rivals: readonly Rival[] };

const fills = new Set<string | undefined>(["imprecise", "note", "contested"]);

/** What `ledger` says of its own: performed acts, without claims. */
const ownSource = "ledger";

const asText = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

const isStrings = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** A reading of fields that were gathered, with the claim each came from. */
const reading = (act: Act, gathered: ReadonlyMap<string, readonly [Json, string]>): Reading => {
  const claimOf: { [field: string]: string } = {};
  const fields: { [field: string]: Json } = {};
  for (const [field, [value, claim]] of gathered) {
    claimOf[field] = claim;
    fields[field] = value;
  }
  const { occurredOn, effectiveOn, actors, ...rest } = fields;
  const occurred = asText(occurredOn);
  const effective = asText(effectiveOn);
  const received = windowOf(asText(rest["receivedOn"]));
  return {
    window: windowOf(effective) ?? windowOf(occurred) ?? anyDay,
    received: received?.earliest === received?.latest ? received?.earliest : undefined,
    occurred,
    effective,
    actors: isStrings(actors) ? actors : act.actors,
    fields: rest,
    claimOf,
  };
};

const gather = (
  into: Map<string, readonly [Json, string]>,
  claim: Claim,
): Map<string, readonly [Json, string]> => {
  for (const [field, value] of Object.entries(claim.says)) {
    if (!into.has(field)) into.set(field, [value, claim.id]);
  }
  return into;
};

const byStanding = (claims: readonly Claim[], sources: Sources): readonly Claim[] =>
  claims
    .map((claim, place) => ({ claim, place, rank: rankOf(sources.get(claim.source)) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ claim }) => claim);

/** The claim each field is preferred from; under the key `*` the claim preferred for all. */
const preferredBy = ({ preferred }: AssertedAct): ReadonlyMap<string, string> =>
  new Map(typeof preferred === "string" ? [["*", preferred]] : Object.entries(preferred));

/** The whole record, of the claims that may be seen. */
const preferredReading = (
  act: AssertedAct,
  visible: readonly Claim[],
  sources: Sources,
): { readonly base: Map<string, readonly [Json, string]>; readonly main: readonly Claim[] } => {
  const ranked = byStanding(visible, sources);
  const base = new Map<string, readonly [Json, string]>();
  const preferred = preferredBy(act);
  for (const [field, id] of preferred) {
    const claim = visible.find((one) => one.id === id);
    if (claim === undefined) continue;
    if (field === "*") gather(base, claim);
    else if (claim.says[field] !== undefined) base.set(field, [claim.says[field], id]);
  }
  const named = new Set(preferred.values());
  let main = visible.filter((claim) => named.has(claim.id));
  if (main.length === 0) {
    main = ranked.slice(0, 1);
    for (const claim of main) gather(base, claim);
  }
  for (const claim of ranked) {
    if (main.includes(claim) || fills.has(claim.differs)) gather(base, claim);
  }
  return { base, main };
};

type Base = ReadonlyMap<string, readonly [Json, string]>;

/** The contested claims, each put over what stands without it. */
const rivalsOver = (act: AssertedAct, claims: readonly Claim[], base: Base): readonly Rival[] =>
  claims
    .filter((claim) => claim.differs === "contested")
    .map((claim): Rival => {
      const over = gather(new Map(), claim);
      for (const [field, from] of base) if (!over.has(field)) over.set(field, from);
      return { claim: claim.id, reading: reading(act, over), rests: claim.rests ?? [] };
    });

/** An act that no claim carries: it has no day, and nothing is so unless a contested one is right. */
const uncarriedSeen = (act: AssertedAct, visible: readonly Claim[]): Seen => ({
  reading: { ...reading(act, new Map()), window: noDay },
  rivals: rivalsOver(act, visible, new Map()),
});

const wholeSeen = (act: AssertedAct, visible: readonly Claim[], sources: Sources): Seen => {
  if (act.preferred === noClaim) return uncarriedSeen(act, visible);
  const { base, main } = preferredReading(act, visible, sources);
  const others = visible.filter((claim) => !main.includes(claim));
  return { reading: reading(act, base), rivals: rivalsOver(act, others, base) };
};

const noRivals: readonly Rival[] = [];

const performedSeen = (act: PerformedAct): Seen => ({
  reading: new PlainReading(act),
  rivals: noRivals,
});

/** Under named sources: each field from the first of them that says it. */
const namedSeen = (
  act: Act,
  names: readonly string[],
  visible: readonly Claim[],
  whole: () => Seen,
): Seen | undefined => {
  const gathered = new Map<string, readonly [Json, string]>();
  let rivals: readonly Rival[] = [];
  let seen = false;
  let uncarried: Seen | undefined;
  for (const name of names) {
    if (name === "preferred") {
      if (act.mode === "performed") return performedSeen(act);
      const { reading: all, rivals: others } = whole();
      if (!seen && all.window === noDay) uncarried = { reading: all, rivals: others };
      if (!seen) rivals = others;
      seen = true;
      for (const [field, claim] of Object.entries(all.claimOf)) {
        const value =
          field === "occurredOn"
            ? all.occurred
            : field === "effectiveOn"
              ? all.effective
              : field === "actors"
                ? all.actors
                : all.fields[field];
        if (!gathered.has(field) && value !== undefined) gathered.set(field, [value, claim]);
      }
    } else if (act.mode === "performed") {
      if (name === ownSource) return performedSeen(act);
    } else {
      for (const claim of visible.filter(({ source }) => source === name)) {
        seen = true;
        gather(gathered, claim);
      }
    }
  }
  if (uncarried !== undefined && gathered.size === 0) return uncarried;
  return seen ? { reading: reading(act, gathered), rivals } : undefined;
};

/** What a lens shows of an act; undefined when it shows nothing. */
export const seenThrough = (act: Act, lens: Lens, sources: Sources): Seen | undefined => {
  const { accordingTo, publishedBy: by } = lens;
  if (act.mode === "performed") {
    const shown = by === undefined || (windowOf(act.recordedAt.slice(0, 10))?.latest ?? by) <= by;
    if (!shown) return undefined;
    if (accordingTo === undefined) return performedSeen(act);
    return namedSeen(act, accordingTo, [], () => performedSeen(act));
  }
  const visible =
    by === undefined
      ? act.claims
      : act.claims.filter(({ source }) => publishedBy(sources.get(source), by));
  if (visible.length === 0) return undefined;
  const whole = () => wholeSeen(act, visible, sources);
  return accordingTo === undefined ? whole() : namedSeen(act, accordingTo, visible, whole);
};
