/**
 * Builders of acts and entries for tests, about the invented state of Norland (XNA).
 */

import { type Entry, writeEntry } from "./entry.ts";
import type { Act, AssertedAct, Claim, PerformedAct } from "./envelope.ts";
import { base64 } from "./log/base64.ts";
import type { ActSignature } from "./signature.ts";

/** One claim by one source; what is given replaces the default. */
export const claimed = (more: Partial<Claim> = {}): Claim => ({
  id: "a",
  source: "lake.gazette",
  confidence: "high",
  says: { occurredOn: "2027-03-01" },
  ...more,
});

/** An act that one source tells of. */
export const told = (id: string, more: Partial<AssertedAct> = {}): AssertedAct => ({
  id,
  org: "lake",
  kind: "instrument.signed",
  mode: "asserted",
  actors: ["XNA"],
  about: ["instrument/treaty"],
  under: { clause: "t-11", basis: "inferred" },
  recordedAt: "2027-05-14T18:03:11.204Z",
  release: 1,
  claims: [claimed()],
  preferred: "a",
  ...more,
});

/** An act done before the program. */
export const done = (id: string, more: Partial<PerformedAct> = {}): PerformedAct => ({
  id,
  org: "lake",
  kind: "consultation.invoked",
  mode: "performed",
  actors: ["XNA"],
  by: { person: "person/norland-rep-1", capacity: "representative" },
  occurredOn: "2027-05-14",
  recordedAt: "2027-05-14T18:03:11.204Z",
  fields: { basis: "threat" },
  ...more,
});

/** A signature of the right form, which verifies for nobody. */
export const anySignature: ActSignature = {
  alg: "ed25519",
  key: "registrar-1",
  value: base64(new Uint8Array(64)),
};

/** The entry of an act, for tests in which nobody asks who signed it. */
export const unsigned = (act: Act): Entry => writeEntry(act, [anySignature]);

/** The entry of an act told by one source, of some 400 bytes. */
export const entryOf = (id: string, more: Partial<AssertedAct> = {}): Entry =>
  unsigned(told(id, { title: { en: "Norland signs", ru: "Норландия подписывает" }, ...more }));

/** Entries with the ids `lake.<from>` to `lake.<from + count - 1>`. */
export const entriesFrom = (from: number, count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, place) => entryOf(`lake.${from + place}`));
