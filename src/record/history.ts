/**
 * The acts as a lens shows them, version by version, and the look-ups the fold needs.
 *
 * In:   entries in the order of the ledger.
 * Out:  versions by act, by what they are about, by whose they are; the registered sources.
 *
 * A correction or a retraction ends the version it names and changes nothing else: what was known
 * before it stays readable, since every version keeps the places between which it stood.
 */

import type { ActId, Address, Both, Instant, Json } from "#base";
import { when } from "#base";
import type { Aliases } from "#charter";
import type { Act } from "#ledger";
import { seenThrough } from "./claims.ts";
import type { Lens, Source } from "./lens.ts";
import { PlainReading, PlainVersion } from "./plain.ts";
import { stands, type Version } from "./version.ts";

/** A thing as registered: how it is called. Names are editorial, so no lens hides them. */
export type Thing = {
  readonly id: Address;
  readonly names: Both;
  readonly aliases?: Aliases;
  readonly act: ActId;
  readonly seq: number;
};

export type History = {
  readonly lens: Lens;
  readonly recordedAt: Instant[]; // by place
  readonly entered: (Version | undefined)[]; // by place, the version that began there
  readonly versions: Map<ActId, Version>; // the newest; `earlier` leads to those before it
  readonly sources: Map<string, Source>;
  readonly sourceOrder: number[]; // the places at which sources were registered
  readonly things: Map<Address, Thing>;
  readonly about: Map<string, Version[]>; // by address, all versions
  readonly mending: { readonly act: Act; readonly seq: number }[]; // corrections, retractions
  readonly unseen: Map<ActId, readonly Act[]>; // acts of which the lens shows no claim, by version
};

export const history = (lens: Lens): History => ({
  lens,
  recordedAt: [],
  entered: [],
  versions: new Map(),
  sources: new Map(),
  sourceOrder: [],
  things: new Map(),
  about: new Map(),
  mending: [],
  unseen: new Map(),
});

export const sizeOf = ({ recordedAt }: History): number => recordedAt.length;

/** What an entry did to the versions: one may have ended, one may have begun. */
export type Change = {
  readonly ended?: Version | undefined;
  readonly begun?: Version | undefined;
};

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** The version of an act that stands after the first `size` entries. */
export const standing = (of: History, id: ActId, size: number): Version | undefined =>
  versionsOf(of, id).find((version) => stands(version, size));

/** The version of an act that stands now. */
export const newest = ({ versions }: History, id: ActId): Version | undefined => {
  const version = versions.get(id);
  return version?.superseded === undefined ? version : undefined;
};

/** The version that an entry began. */
export const enteredAt = ({ entered }: History, place: number): Version => {
  const version = entered[place];
  if (version === undefined) throw new Error(`entry ${place} began no version`);
  return version;
};

/** All versions of an act, the newest first. */
export const versionsOf = (of: History, id: ActId): readonly Version[] => {
  const all: Version[] = [];
  for (let at = of.versions.get(id); at !== undefined; at = at.earlier) all.push(at);
  return all;
};

/** Enters the next act. */
export const enter = (into: History, act: Act): Change => {
  const seq = into.recordedAt.length;
  into.recordedAt.push(act.recordedAt);
  into.entered.push(undefined);
  if (act.mode === "performed" && act.kind === "source.registered") register(into, act, seq);
  const thing = thingIn(act);
  if (thing !== undefined) into.things.set(thing.id, { ...thing, seq });
  if (act.mode === "performed" && act.supersedes !== undefined) return mend(into, act, seq);
  return begin(into, act, seq, 1, undefined);
};

const register = (into: History, act: Act, seq: number): void => {
  if (act.mode !== "performed" || act.fields === undefined) return;
  const { source, published, ...rest } = act.fields as { readonly [field: string]: Json };
  const day = typeof published === "string" ? when(published) : undefined;
  const registered = { ...rest, id: String(source), act: act.id, seq } as unknown as Source;
  into.sources.set(registered.id, day?.ok ? { ...registered, published: day.value } : registered);
  into.sourceOrder.push(seq);
};

/** The thing that an act registers. */
export const thingIn = (act: Act): Omit<Thing, "seq"> | undefined => {
  if (act.kind !== "thing.registered" || act.mode !== "performed") return undefined;
  const { thing, ...rest } = act.fields ?? {};
  return { ...rest, id: String(thing), act: act.id } as unknown as Thing;
};

const mend = (into: History, act: Act, seq: number): Change => {
  if (act.mode !== "performed" || act.supersedes === undefined) return {};
  into.mending.push({ act, seq });
  const { id, version } = act.supersedes;
  const newest = into.versions.get(id);
  const ended = newest?.superseded === undefined ? newest : undefined;
  if (ended !== undefined) ended.superseded = seq;
  const whole = act.fields?.["act"];
  const begun =
    whole === undefined
      ? {}
      : begin(
          into,
          { ...(whole as unknown as Act), recordedAt: act.recordedAt },
          seq,
          version + 1,
          act.id,
        );
  return { ...(ended && { ended }), ...begun };
};

const begin = (
  into: History,
  act: Act,
  seq: number,
  number: number,
  mendedBy: ActId | undefined,
): Change => {
  const seen = seenThrough(act, into.lens, into.sources);
  if (seen === undefined) {
    into.unseen.set(act.id, [...(into.unseen.get(act.id) ?? []), act]);
    return {};
  }
  const { reading, rivals } = seen;
  const earlier = into.versions.get(act.id);
  const isPlain = earlier === undefined && mendedBy === undefined && act.mode === "performed";
  const begun: Version =
    isPlain && reading instanceof PlainReading
      ? new PlainVersion(act, seq)
      : { act, seq, number, mendedBy, earlier, reading, rivals, superseded: undefined };
  into.versions.set(act.id, begun);
  into.entered[seq] = begun;
  for (const address of act.about ?? []) push(into.about, address, begun);
  return { begun };
};

/** The acts of all entries in order, corrections as they were entered; through the whole record. */
export const entriesOf = function* ({ entered, mending }: History): Generator<Act> {
  let mended = 0;
  for (const [place, version] of entered.entries()) {
    const mend = mending[mended];
    if (mend?.seq === place) {
      mended += 1;
      yield mend.act;
    } else if (version !== undefined) {
      yield version.act;
    }
  }
};

/** How many entries were recorded by an instant: what was known then is that prefix (S-8). */
export const placeOf = ({ recordedAt }: History, known: Instant): number => {
  let low = 0;
  let high = recordedAt.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((recordedAt[middle] ?? "") <= known) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The versions about an address that stand after the first `size` entries, in order of entry. */
export const aboutOf = (of: History, address: string, size: number): readonly Version[] =>
  (of.about.get(address) ?? []).filter((version) => stands(version, size));
