/**
 * Builders for tests of the record: the League of the Lakes, its life rules, acts of its states.
 *
 * Invented states: Norland (XNA), Esteria (XNB), Westmark (XNC). An act built here is asserted by
 * one source; its id is made of its deed, its states and its day unless the test gives one.
 */

import { type Day, dayOf, type Instant, instantFrom, isoOf } from "#base";
import { type Life, loadPack, type Pack } from "#charter";
import { tinyFiles } from "#charter/testing";
import type { Act, AssertedAct, Entry, PerformedAct } from "#ledger";
import { claimed, done, told, unsigned } from "#ledger/testing";

export const norland = "XNA";
export const esteria = "XNB";
export const westmark = "XNC";

/** A life rule as its file writes it, in JSON. */
export type LifeText = { readonly [K in keyof Life]?: unknown };

/** Signature and accession bind; force is asserted. */
export const plainLife: LifeText = {
  bindsOn: { signature: "act", accession: "act" },
  force: { asserted: true },
};

export type Rules = {
  readonly treaty?: LifeText;
  readonly charter?: LifeText;
  readonly protocol?: LifeText;
  readonly constitutive?: "treaty" | "charter";
  readonly gap?: "ran-on" | "came-back";
  readonly sameDay?: readonly (readonly [first: string, then: string])[];
};

const names = { en: "Lakes", ru: "Озёра" };

const instrumentText = (id: string, life: LifeText | undefined): string =>
  JSON.stringify({
    id,
    kind: id === "treaty" || id === "charter" ? id : "protocol",
    names,
    text: { title: id, date: "2028", seen: "no" },
    authority: "unsourced",
    life: { ...plainLife, ...life },
  });

const provisionText = (instrument: string, id: string, from: readonly string[]): string => {
  const versions = from.map((inForce, place) => ({
    n: place + 1,
    from: { inForce },
    seen: "no",
    confidence: "low",
    gist: names,
  }));
  return JSON.stringify({ instrument, provisions: [{ id, locator: id, versions }] });
};

const option = (id: string, gap: string) => ({
  id,
  gist: names,
  sources: ["lake.gazette"],
  knobs: { gap },
});

/** Packs by their rules: a table of a test asks about the same rules many times. */
const packs = new Map<string, Pack>();
const mostPacks = 100; // Property tests make thousands, each for itself.

/** The League's pack under some life rules; article 1 of the Treaty was amended by the protocol. */
export const lakes = (rules: Rules = {}): Pack => {
  const key = JSON.stringify(rules);
  const pack = packs.get(key) ?? loaded(rules);
  if (packs.size >= mostPacks) packs.clear();
  packs.set(key, pack);
  return pack;
};

const loaded = (rules: Rules): Pack => {
  const { constitutive = "charter", gap = "ran-on", sameDay = [] } = rules;
  const pack = {
    schema: "foedus-pack/0",
    id: "lakes",
    version: "0.1.0",
    names,
    short: names,
    seat: { place: names, timeZone: "Europe/Moscow" },
    languages: ["en", "ru"],
    membership: { instruments: ["treaty", "charter"], constitutive },
    sameDay: sameDay.map(([first, then]) => ({ first, then, authority: "unsourced" })),
    maintainers: ["The Foedus maintainers"],
  };
  const axis = {
    id: "gap",
    question: names,
    touches: ["t-1"],
    displayReading: gap,
    options: [option("ran-on", "continuous"), option("came-back", "revived")],
  };
  const states = [norland, esteria, westmark].map((id) => ({ id, names }));
  const council = { id: "council", names, class: "highest", authority: "unsourced" };
  const from = { inForce: "charter" };
  const staff = { ...council, id: "staff", class: "permanent-working", parent: "council", from };
  const read = loadPack(
    new Map([
      ...tinyFiles,
      ["pack.yaml", JSON.stringify(pack)],
      ["parties.yaml", JSON.stringify({ states })],
      ["instruments/treaty.yaml", instrumentText("treaty", rules.treaty)],
      ["instruments/charter.yaml", instrumentText("charter", rules.charter)],
      ["instruments/protocol.yaml", instrumentText("protocol", rules.protocol)],
      ["instruments/rules.yaml", instrumentText("rules", undefined)],
      ["provisions/treaty.yaml", provisionText("treaty", "t-1", ["treaty", "protocol"])],
      ["provisions/charter.yaml", provisionText("charter", "c-1", ["charter"])],
      ["readings.yaml", JSON.stringify({ axes: [axis] })],
      ["bodies.yaml", JSON.stringify({ bodies: [council, staff] })],
      ["forces.yaml", JSON.stringify({ forces: [] })],
    ]),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

type States = string | readonly string[];
type Build = (states: States, on: string, more?: Partial<AssertedAct>) => AssertedAct;

/** How acts of one kind are built: by whom, on which day (EDTF), and what else the act bears. */
export const acting =
  (kind: string): Build =>
  (states, on, more = {}) => {
    const actors = typeof states === "string" ? [states] : states;
    const { actors: _, ...rest } = told(
      [kind, ...actors, on]
        .join(".")
        .toLowerCase()
        .replace(/[^a-z0-9.-]+/g, "."),
      { kind, claims: [claimed({ says: { occurredOn: on } })], ...more },
    );
    return actors.length === 0 ? rest : { ...rest, actors };
  };

export const signed = acting("instrument.signed");
export const acceded = acting("instrument.acceded");
export const deposited = acting("instrument.deposited");
export const declined = acting("renewal.declined");
export const restored = acting("membership.restored");
export const suspended = acting("membership.suspended");
export const resumed = acting("membership.resumed");
export const expelled = acting("member.expelled");
export const notified = acting("withdrawal.notified");
export const revoked = acting("withdrawal.revoked");
export const frozen = acting("freeze.declared");

/** Entry into force of an instrument for everyone. */
export const entered = (on: string, more?: Partial<AssertedAct>): AssertedAct =>
  acting("instrument.entered-into-force")([], on, more);

export const terminated = (on: string, more?: Partial<AssertedAct>): AssertedAct =>
  acting("instrument.terminated")([], on, more);

/** What makes an act one about another instrument than the Treaty. */
export const about = (...instruments: readonly string[]) => ({
  about: instruments.map((one) => `instrument/${one}`),
});

const firstInstant = Date.UTC(2028, 5, 1, 12);
const minute = 60_000;

/** The instant of the n-th recording. */
export const recordedAt = (n: number): Instant => instantFrom(firstInstant + n * minute);

/** A source, known to the ledger. */
export const registered = (source: string, standing: string, published?: string): PerformedAct => {
  const { actors: _, about: __, under: ___, ...rest } = done(`source.registered-${source}`);
  return {
    ...rest,
    kind: "source.registered",
    by: { person: "office/registrar", capacity: "registrar" },
    fields: {
      source,
      title: source,
      standing,
      ...(published !== undefined && { published }),
    },
  };
};

/** The acts entered one after another, a minute between them. */
export const inLedger = (acts: readonly Act[]): readonly Entry[] =>
  acts.map((act, place) => unsigned({ ...act, recordedAt: recordedAt(place) }));

/** A day that a test writes down. */
export const dayIn = (iso: string): Day => {
  const day = dayOf(iso);
  if (day === undefined) throw new Error(`no such day: ${iso}`);
  return day;
};

/** The same day, so many days later. */
export const later = (iso: string, days: number): string => isoOf(dayIn(iso) + days);
