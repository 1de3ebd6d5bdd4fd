/**
 * The world of the benches: invented states, many instruments, acts as the ledger keeps them.
 *
 * In:   a shape (how many instruments, states, versions a key) and the seed that is part of it.
 * Out:  a pack in memory, the facts in order of entry, and the same facts as canonical entries.
 *
 * A key is one state towards one instrument: it accedes, is suspended, resumed, suspended, and so
 * on, on distinct days. Every fifth act is entered up to thirty years late, so what was so on a day
 * and what was known by then differ.
 */
import { type Day, dayOf, instantFrom, isoOf } from "#base";
import { type Instrument, loadPack, type Pack } from "#charter";
import { unsigned } from "#ledger/testing";
import { randomFrom } from "./random.ts";

export type Shape = {
  readonly instruments: number;
  readonly states: number;
  readonly versions: number; // acts a key
  readonly order: "mixed" | "late" | "early" | "random"; // of entry; "late": in order of days
};

/** Two hundred states with five acts each, for as many instruments as make the number of acts. */
export const fiveVersions = (acts: number): Shape => ({
  instruments: acts / 1_000,
  states: 200,
  versions: 5,
  order: "mixed",
});

/** What an act makes of its key: 0 stands for nothing yet. */
export const words = ["none", "party", "suspended"] as const;

export type Fact = {
  readonly instrument: number;
  readonly state: number;
  readonly number: number; // among the acts of its key: 0 is the accession
  readonly day: Day;
};

/** Index of the word that holds from the fact's day on. */
export const wordOf = ({ number }: Fact): number => (number % 2 === 0 ? 1 : 2);

/** The first day of the world, on which every instrument enters into force. */
export const dayZero = dayOf("1750-01-01") ?? 0;

const orgId = "lakes";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** XNA to XZZ, the codes of invented states. */
export const stateOf = (state: number): string =>
  `X${letters[13 + Math.floor(state / 26)]}${letters[state % 26]}`;

export const instrumentOf = (instrument: number): string => `i${instrument}`;

const files = (states: number): ReadonlyMap<string, string> => {
  const both = (text: string): string => `{ en: "${text}", ru: "${text}" }`;
  const parties = Array.from({ length: states }, (_, state) => {
    const id = stateOf(state);
    return `  - { id: ${id}, names: ${both(id)}, forms: { en: ["${id}"], ru: ["${id}"] } }\n`;
  });
  return new Map([
    [
      "pack.yaml",
      `schema: foedus-pack/0
id: ${orgId}
version: "0.1.0"
names: ${both("League of the Lakes")}
short: ${both("LL")}
seat: { place: ${both("Norhaven")}, timeZone: Europe/Moscow }
languages: [en, ru]
membership: { instruments: [i0], constitutive: i0 }
sameDay: []
maintainers: ["The Foedus maintainers"]
disputedTerritory: []
`,
    ],
    ["parties.yaml", `states:\n${parties.join("")}others: []\n`],
    [
      "instruments/i0.yaml",
      `id: i0
kind: treaty
names: ${both("Lake Treaty")}
text: { title: "Treaty on the Lakes", date: "1750", seen: no }
authority: unsourced
life:
  bindsOn: { signature: act, accession: act }
  force: { asserted: true }
`,
    ],
    [
      "bodies.yaml",
      `bodies: [{ id: council, names: ${both("Council")}, class: highest, authority: unsourced }]\n`,
    ],
    ["forces.yaml", "forces: []\n"],
    ["readings.yaml", "axes: []\n"],
    ["vocab/en.yaml", "terms: {}\n"],
    ["vocab/ru.yaml", "terms: {}\n"],
  ]);
};

/** One instrument is read from text as every pack is; the others are its like. */
export const packOf = ({ instruments, states }: Shape): Pack => {
  const loaded = loadPack(files(states));
  if (!loaded.ok) throw new Error(`the pack of the bench: ${JSON.stringify(loaded.refusal)}`);
  const first = loaded.value.instruments.get("i0");
  if (first === undefined) throw new Error("the pack of the bench lacks its instrument");
  const all = new Map<string, Instrument>();
  for (let i = 0; i < instruments; i += 1) {
    all.set(instrumentOf(i), { ...first, id: instrumentOf(i) });
  }
  return { ...loaded.value, instruments: all };
};

const seed = 20_261_123;
const latestEntry = 11_000; // Days by which an act is entered late at most.

/** How far apart the acts of a key lie: five acts fill about thirty years. */
const gapOf = (shape: Shape): number => (shape.versions > 100 ? 1 : 2_000);

/** The facts in order of entry. The fact at place p is the act at place `instruments + p`. */
export const factsOf = (shape: Shape): readonly Fact[] => {
  const { instruments, states, versions, order } = shape;
  const random = randomFrom(seed);
  const gap = gapOf(shape);
  const facts: Fact[] = [];
  for (let number = 0; number < versions; number += 1) {
    for (let instrument = 0; instrument < instruments; instrument += 1) {
      for (let state = 0; state < states; state += 1) {
        const day = dayZero + 1 + number * gap + Math.floor(random() * gap);
        facts.push({ instrument, state, number, day });
      }
    }
  }
  const rank = {
    mixed: ({ day }: Fact) => day + (random() < 0.2 ? Math.floor(random() * latestEntry) : 0),
    late: ({ day }: Fact) => day,
    early: ({ day }: Fact) => -day,
    random: () => random(),
  }[order];
  const ranked = facts.map((fact) => ({ fact, rank: rank(fact) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ fact }) => fact);
};

const firstMoment = Date.UTC(2026, 10, 23);
const by = { person: "office/registrar", capacity: "registrar" } as const;

/** The canonical texts of the ledger in order: an entry into force each, then the facts. */
export const textsOf = function* (shape: Shape, facts: readonly Fact[]): Generator<string> {
  let place = 0;
  const text = (kind: string, instrument: number, day: Day, state?: number): string => {
    const written = unsigned({
      id: `act-${place.toString(36)}`,
      org: orgId,
      kind,
      mode: "performed",
      by,
      occurredOn: isoOf(day),
      recordedAt: instantFrom(firstMoment + place * 1_000),
      about: [`instrument/${instrumentOf(instrument)}`],
      ...(state !== undefined && { actors: [stateOf(state)] }),
    });
    place += 1;
    return written.text;
  };
  for (let i = 0; i < shape.instruments; i += 1) {
    yield text("instrument.entered-into-force", i, dayZero);
  }
  for (const { instrument, state, number, day } of facts) {
    const again = number % 2 === 1 ? "membership.suspended" : "membership.resumed";
    yield text(number === 0 ? "instrument.acceded" : again, instrument, day, state);
  }
};
