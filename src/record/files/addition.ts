/**
 * What `record add` is given: acts of one installation, the sources and things that they need.
 *
 * In:   one file, YAML or JSON (which is YAML too), and what the ledger already holds.
 * Out:  bodies without a release in the order of entry, sources and things first; or all errors.
 * Law:  S-8: ids of the ledger are never used again; a released act is mended in `records/`.
 */

import { type ActId, ok, type Result, refuse } from "#base";
import { inOrder, type Located, type Pack, readDocument } from "#charter";
import type { Known } from "../acts/refs.ts";
import { type Body, sourceBody, thingBody } from "./body.ts";
import { ownSourceErrors, textErrors } from "./lists.ts";
import { slip } from "./place.ts";
import { listed, type Written } from "./read.ts";
import { bodyOf } from "./records.ts";
import { additionFile, type WrittenAct } from "./schema.ts";
import { isRetracted } from "./versions.ts";

/** An act of the ledger as it stands: its place, its version, its release if it has one. */
export type HeldAct = {
  readonly seq: number;
  readonly version: number;
  readonly release: number | undefined;
  readonly isGone: boolean;
};

/** What the ledger already holds, by id. */
export type Held = {
  readonly pack: Pack;
  readonly acts: ReadonlyMap<ActId, HeldAct>;
  readonly sources: ReadonlyMap<string, { readonly seq: number }>;
  readonly things: ReadonlyMap<string, { readonly seq: number }>;
};

export type Addition = { readonly bodies: readonly Body[] };

const noRelease = (written: Written<{ readonly release?: number | undefined }>) =>
  written.value.release === undefined
    ? []
    : [slip(written, "/release", "add.release", written.value.release, "")];

/** The place of an entry, for an error: `#12`. */
const place = (seq: number): string => `ledger #${seq}`;

/** An id twice within the file. */
const twice = (all: readonly Written<{ readonly id: string }>[]): readonly Located[] =>
  all.flatMap((written, n) => {
    const first = all.findIndex(({ value }) => value.id === written.value.id);
    const line = all[first]?.document.where(all[first].at).line;
    if (first === n) return [];
    return [slip(written, "/id", "id.duplicate", written.value.id, `${written.file}:${line}`)];
  });

/** Whether the ledger lets this act be written: as new, or as a mend of what was added here. */
const heldErrors = (written: Written<WrittenAct>, { acts }: Held): readonly Located[] => {
  const act = written.value;
  const held = acts.get(act.id);
  const mends = isRetracted(act) || act.corrects !== undefined;
  if (held === undefined) {
    if (!mends) return [];
    const code = isRetracted(act) ? "retract.unknown" : "correct.unknown";
    return [slip(written, "/id", code, act.id, "id of an act in the ledger")];
  }
  if (!mends) return [slip(written, "/id", "id.taken", act.id, place(held.seq))];
  if (held.release !== undefined) {
    return [slip(written, "/id", "add.released", act.id, `records: release ${held.release}`)];
  }
  if (held.isGone) return [slip(written, "/id", "act.retracted", act.id, place(held.seq))];
  if (isRetracted(act) || act.corrects?.version === held.version) return [];
  const found = act.corrects?.version;
  return [slip(written, "/corrects/version", "correct.version", found, `${held.version}`)];
};

/** The id of a source or a thing that the ledger has given away already. */
const takenErrors = (
  written: Written<{ readonly id: string }>,
  held: { readonly seq: number } | undefined,
): readonly Located[] =>
  held === undefined ? [] : [slip(written, "/id", "id.taken", written.value.id, place(held.seq))];

const knownWith = (
  held: Held,
  acts: readonly Written<WrittenAct>[],
  sources: readonly Written<{ readonly id: string }>[],
  things: readonly Written<{ readonly id: string }>[],
): Known => {
  const told = acts.filter(({ value }) => !isRetracted(value)).map(({ value }) => value.id);
  const gone = acts.filter(({ value }) => isRetracted(value)).map(({ value }) => value.id);
  const own = new Set(told);
  const taken = new Set(gone);
  const registered = new Set(sources.map(({ value }) => value.id));
  const named = new Set([...held.things.keys(), ...things.map(({ value }) => value.id)]);
  return {
    pack: held.pack,
    sources: { has: (id) => registered.has(id) || held.sources.has(id) },
    things: named,
    acts: {
      has: (id) => !taken.has(id) && (own.has(id) || held.acts.get(id)?.isGone === false),
    },
  };
};

/** Reads and checks one file for `record add`; all of it may be entered, or nothing. */
export const readAddition = (
  file: string,
  text: string,
  held: Held,
): Result<Addition, readonly Located[]> => {
  const document = readDocument(file, text, additionFile);
  if (!document.ok) return document;
  const { value } = document.value;
  const sources = listed(file, document.value, "sources", value.sources ?? []);
  const things = listed(file, document.value, "things", value.things ?? []);
  const acts = listed(file, document.value, "acts", value.acts);
  const known = knownWith(held, acts, sources, things);
  const errors: Located[] = [...twice(sources), ...twice(things), ...twice(acts)];
  const bodies: Body[] = [];
  for (const written of sources) {
    const taken = takenErrors(written, held.sources.get(written.value.id));
    errors.push(...noRelease(written), ...taken, ...ownSourceErrors(written, known));
    bodies.push(sourceBody(written.value, { org: held.pack.id, release: undefined }));
  }
  for (const written of things) {
    const taken = takenErrors(written, held.things.get(written.value.id));
    errors.push(...noRelease(written), ...taken, ...textErrors(written));
    bodies.push(thingBody(written.value, { org: held.pack.id, release: undefined }));
  }
  for (const written of acts) {
    errors.push(...noRelease(written), ...heldErrors(written, held));
    const version = held.acts.get(written.value.id)?.version;
    const made = bodyOf(written, version, known, undefined);
    errors.push(...made.errors);
    if (made.body !== undefined) bodies.push(made.body);
  }
  return errors.length > 0 ? refuse(inOrder(errors)) : ok({ bodies });
};
