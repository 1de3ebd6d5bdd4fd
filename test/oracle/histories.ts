/**
 * Random histories of the League of the Lakes: life rules, acts with claims, corrections, lenses.
 *
 * Days lie around a leap day and windows are narrow, so that the oracle can walk through them. What
 * is entered is what files may say: claims name registered sources, corrections name what stands.
 */

import fc from "fast-check";
import type { Act, Claim, Difference, Entry, PerformedAct } from "#ledger";
import { unsigned } from "#ledger/testing";
import { lakes, type Rules, recordedAt, registered } from "#record/testing";
import { anyDay, anyRules, someDay } from "./lives.ts";

const states = fc.subarray(["XNA", "XNB", "XNC"], { minLength: 1 });
const sources = ["lake.a", "lake.b", "lake.c", "lake.d"];

const kinds = [
  ["instrument.signed", 6],
  ["instrument.acceded", 3],
  ["instrument.deposited", 4],
  ["instrument.entered-into-force", 6],
  ["instrument.terminated", 1],
  ["instrument.ratified", 1],
  ["renewal.declined", 2],
  ["membership.restored", 2],
  ["membership.suspended", 2],
  ["membership.resumed", 2],
  ["member.expelled", 1],
  ["withdrawal.notified", 3],
  ["withdrawal.revoked", 2],
  ["freeze.declared", 1],
  ["source.stated", 3],
] as const;

const anyKind = fc.oneof(
  ...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) })),
);

const subjects = fc.oneof(
  { weight: 6, arbitrary: fc.constant(["instrument/treaty"]) },
  { weight: 3, arbitrary: fc.constant(["instrument/charter"]) },
  { weight: 2, arbitrary: fc.constant(["instrument/protocol"]) },
  { weight: 2, arbitrary: fc.constant(["instrument/treaty", "instrument/charter"]) },
);

export const fluents = [
  "membership/XNA",
  "membership/XNB",
  "status/treaty/XNA",
  "status/charter/XNA",
  "status/treaty/XNC",
  "in-force/treaty",
  "in-force/charter",
  "in-force/protocol",
  "provision/t-1",
  "provision/c-1",
] as const;

/** One claim before it has an id; `differs` is kept only where the claim is not preferred. */
const claim = fc.record({
  source: fc.constantFrom(...sources),
  differs: fc.constantFrom<Difference>("contested", "contested", "error", "imprecise", "note"),
  on: fc.option(someDay, { nil: undefined, freq: 12 }),
  isEffective: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  actors: fc.option(states, { nil: undefined }),
  declined: fc.option(states, { nil: undefined }),
  receivedOn: fc.option(someDay, { nil: undefined }),
  value: fc.constantFrom("1", "2", "member", "in-force"),
});

const draft = fc.record({
  kind: anyKind,
  about: subjects,
  stated: fc.constantFrom(...fluents),
  actors: fc.option(states, { nil: undefined, freq: 6 }),
  claims: fc.oneof(
    { weight: 3, arbitrary: fc.array(claim, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(claim, { minLength: 2, maxLength: 3 }) },
  ),
  isPerformed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  after: fc.option(fc.nat(11), { nil: undefined, freq: 3 }),
});
type Draft = typeof draft extends fc.Arbitrary<infer One> ? One : never;
type ClaimDraft = Draft["claims"][number];

const saysOf = (kind: string, one: ClaimDraft): Claim["says"] => ({
  ...(one.on !== undefined && { [one.isEffective ? "effectiveOn" : "occurredOn"]: one.on }),
  ...(one.actors !== undefined &&
    !isForAll(kind, one.actors) &&
    one.declined === undefined && { actors: one.actors }),
  ...(kind === "instrument.signed" && one.declined !== undefined && { declined: one.declined }),
  ...(kind === "withdrawal.notified" &&
    one.receivedOn !== undefined && { receivedOn: one.receivedOn }),
  ...(kind === "source.stated" && { value: one.value }),
});

const isForAll = (kind: string, names: readonly string[] | undefined): boolean =>
  kind === "source.stated" ||
  (kind === "instrument.entered-into-force" && (names?.length ?? 0) > 1) ||
  kind === "instrument.terminated";

type Earlier = readonly (readonly [string, Draft])[];

const windowsOf = ({ claims }: Draft): readonly (readonly [string, string])[] =>
  claims.map(({ on = "[0001..9999]" }) => {
    const [from = on, to = from] = on.replace(/[[\]]/g, "").split("..");
    return [from, to];
  });

/**
 * The earlier act that a draft names in `after`, of whatever instrument. Their windows may overlap, so
 * long as whichever claims are right there are days that keep the order.
 */
const mayFollow = (one: Draft, earlier: Earlier): string | undefined => {
  const [id, other] = earlier[one.after ?? -1] ?? [];
  if (other === undefined) return undefined;
  const isPossible = windowsOf(one).every(([, until]) =>
    windowsOf(other).every(([from]) => from <= until),
  );
  return isPossible ? id : undefined;
};

/** Of one act in five no claim is preferred: how its first differs was drawn and is not needed. */
const isUncarried = ({ claims }: Draft): boolean => claims[0]?.differs === "note";

/** Where no claim is preferred, none can be contested. */
const differsIn = (one: Draft, { differs }: ClaimDraft): Difference =>
  isUncarried(one) && differs === "contested" ? "unverified" : differs;

/** An act of a draft; `earlier` are the acts that it may name in `after`. */
const actOf = (id: string, one: Draft, earlier: Earlier): Act => {
  const { kind, claims, actors } = one;
  const named = mayFollow(one, earlier);
  const common = {
    id,
    org: "lakes",
    kind,
    about: kind === "source.stated" ? [one.stated] : one.about,
    recordedAt: recordedAt(0),
    ...(actors !== undefined && !isForAll(kind, actors) && { actors }),
    ...(named !== undefined && { after: [named] }),
  };
  const [main] = claims;
  if (one.isPerformed && main?.on !== undefined) {
    const { occurredOn: _, effectiveOn: __, actors: ___, ...fields } = saysOf(kind, main);
    return {
      ...common,
      mode: "performed",
      by: { person: "person/lake-rep-1", capacity: "representative" },
      occurredOn: main.on,
      fields,
    };
  }
  const all = claims.map(
    (each, place): Claim => ({
      id: ["a", "b", "c"][place] ?? "d",
      source: each.source,
      confidence: "medium",
      says: saysOf(kind, each),
      ...((place > 0 || isUncarried(one)) && { differs: differsIn(one, each) }),
    }),
  );
  return {
    ...common,
    mode: "asserted",
    claims: all,
    preferred: isUncarried(one) ? "none" : "a",
    ...((all.length > 1 || isUncarried(one)) && {
      ground: { rule: "editor" as const, en: "So.", ru: "Так." },
    }),
  };
};

const registrar = { person: "office/registrar", capacity: "registrar" };

/** A later entry about an act that stands: a new version of it, or its end. */
const mending = (act: Act, version: number, next: Act | undefined): PerformedAct => {
  const verb = next === undefined ? "act.retracted" : "act.corrected";
  const { recordedAt: _, ...whole } = next ?? act;
  return {
    id: next === undefined ? `${verb}-${act.id}` : `${verb}-${act.id}-${version + 1}`,
    org: "lakes",
    kind: verb,
    mode: "performed",
    by: registrar,
    occurredOn: "2028-06-01",
    recordedAt: recordedAt(0),
    supersedes: { id: act.id, version },
    ground: { rule: "new-source" },
    ...(next !== undefined && { fields: { act: JSON.parse(JSON.stringify(whole)) } }),
  };
};

export type History = { readonly rules: Rules; readonly entries: readonly Entry[] };

const published = fc.option(someDay, { nil: undefined, freq: 5 });
const standing = fc.constantFrom("primary-text", "official", "press", "none");

/** `steps` of recordings at one instant: 1 gives each its own, more gives batches. */
export const historyOf = (most: number, batch = 1): fc.Arbitrary<History> =>
  fc
    .record({
      rules: anyRules,
      sources: fc.tuple(...sources.map(() => fc.tuple(standing, published))),
      drafts: fc.array(draft, { minLength: 1, maxLength: most }),
      order: fc.array(fc.nat(100), { minLength: most, maxLength: most }),
      mends: fc.array(
        fc.record({ of: fc.nat(11), to: fc.option(draft, { nil: undefined, freq: 3 }) }),
        { maxLength: 3 },
      ),
    })
    .map(({ rules, sources: known, drafts, order: places, mends }) => {
      const ids = drafts.map((_, place) => `lake.act-${place}`);
      const pairs = drafts.map((one, place) => [ids[place] ?? "", one] as const);
      const acts = pairs.map(([id, one], place) => actOf(id, one, pairs.slice(0, place)));
      const shuffled = acts
        .map((act, place) => [places[place] ?? 0, act] as const)
        .sort(([a], [b]) => a - b)
        .map(([, act]) => act);
      const all: Act[] = sources.map((source, place) => {
        const [rank = "none", on] = known[place] ?? [];
        return registered(source, rank, on);
      });
      all.push(...shuffled);
      const versions = new Map<string, number>();
      for (const { of, to } of mends) {
        const place = of % acts.length;
        const act = acts[place];
        const version = versions.get(act?.id ?? "") ?? 1;
        if (act === undefined || version === 0) continue;
        const next =
          to &&
          actOf(act.id, { ...to, isPerformed: act.mode === "performed" }, pairs.slice(0, place));
        if (next !== undefined && next.mode !== act.mode) continue;
        all.push(mending(act, version, next));
        versions.set(act.id, next === undefined ? 0 : version + 1);
      }
      const entries = all.map((act, place) =>
        unsigned({ ...act, recordedAt: recordedAt(Math.floor(place / batch)) }),
      );
      return { rules, entries };
    });

export const packOf = ({ rules }: History) => lakes(rules);

export const anyLens = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: anyDay.map((publishedBy) => ({ publishedBy })) },
  { weight: 1, arbitrary: fc.constantFrom(...sources).map((one) => ({ accordingTo: [one] })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...sources).map((one) => ({ accordingTo: [one, "preferred"] })),
  },
);
