/**
 * `record sync`: what must be entered so that a ledger follows the releases of the files.
 *
 * In:   the record's items in order, the entries of the ledger, the pack that judges, the clock.
 * Out:  the acts to append; or those of a whole new ledger where an open release was changed; or
 *       errors with file and line where a closed one was. They are signed where they are written.
 * Law:  S-8. The entries that carry a release are the items in their order, so a ledger that
 *       followed every release and one filled today hold the same entries.
 */

import { canonicalEntry, type Instant, laterOf, ok, type Result, refuse } from "#base";
import { inOrder, type Located } from "#charter";
import { type Act, type Entry, registrar } from "#ledger";
import type { Body, Item, RecordFiles, ReleaseItem } from "#record";
import { ownOf } from "./aside.ts";
import { adoption, bodyOf, pen } from "./enter.ts";
import { type LedgerState, stateOf } from "./state.ts";

export type Adopting = { readonly version: string; readonly hash: string };

export type SyncInput = {
  readonly records: RecordFiles;
  readonly entries: readonly Entry[];
  readonly pack: Adopting;
  readonly now: Instant;
};

/** How many entries of which kind a sync enters, by release. */
export type SyncCounts = {
  readonly releases: readonly { readonly release: number; readonly entries: number }[];
  readonly acts: number;
  readonly sources: number;
  readonly complete: number;
  readonly corrected: readonly string[]; // ids of the acts that get a new version
  readonly retracted: readonly string[];
  readonly adopted: boolean;
};

export type SyncPlan =
  | { readonly do: "append"; readonly acts: readonly Act[]; readonly counts: SyncCounts }
  | {
      readonly do: "rebuild";
      readonly acts: readonly Act[];
      readonly counts: SyncCounts;
      readonly because: Located; // The first place at which the open release differs.
    };

const same = (a: Body, b: Body): boolean => canonicalEntry(a) === canonicalEntry(b);

const wrong = (item: Omit<Item, "act" | "release">, code: string, found: string): Located => {
  const { file, line, column, at } = item;
  return { file, line, column, at, code, found, accepted: "" };
};

type Difference = { readonly release: number; readonly error: Located };

/** A release whose moment is not the one its entries were made with. */
const movedReleases = (
  { entries, records: { releases } }: SyncInput,
  released: readonly Entry[],
): readonly Difference[] => {
  const before = new Map(entries.map((entry, seq) => [entry, entries[seq - 1]?.act.recordedAt]));
  return releases.flatMap((one) => {
    const first = released.find(({ act }) => act.release === one.release);
    if (first === undefined) return [];
    const previous = before.get(first);
    const due = previous === undefined ? one.recordedAt : laterOf(one.recordedAt, previous);
    if (due === first.act.recordedAt) return [];
    const error = wrong(one, "release.moved", first.act.recordedAt);
    return [{ release: one.release, error: { ...error, at: `${one.at}/recordedAt` } }];
  });
};

/** How the released entries differ from the items that should have made them. */
const differences = (input: SyncInput, released: readonly Entry[]): readonly Difference[] => {
  const { items, releases } = input.records;
  const byId = new Map(items.map((item) => [item.act.id, item]));
  const entered = new Set(released.map(({ act }) => act.release ?? 0));
  const held = new Map(released.map((entry) => [entry.act.id, entry]));
  const found: Difference[] = [...movedReleases(input, released)];
  for (const { act } of released) {
    const item = byId.get(act.id);
    const release = act.release ?? 0;
    const home = releases.find((one) => one.release === release) ?? releases[0];
    if (item === undefined) {
      const place = home ?? { file: "releases.yaml", line: 1, column: 1, at: "" };
      found.push({ release, error: wrong(place, "release.removed", act.id) });
    } else if (!same(item.act, bodyOf(act))) {
      found.push({ release, error: wrong(item, "release.edited", act.id) });
    }
  }
  const latest = Math.max(0, ...entered);
  for (const item of items) {
    if (held.has(item.act.id) || item.release > latest) continue;
    found.push({ release: item.release, error: wrong(item, "release.late", item.act.id) });
  }
  return found.length > 0 ? found : outOfOrder(items, released);
};

/** The same entries in another order: a file was renamed, or its acts were moved. */
const outOfOrder = (items: readonly Item[], released: readonly Entry[]): readonly Difference[] => {
  const place = released.findIndex(({ act }, n) => act.id !== items[n]?.act.id);
  const item = items[place];
  if (item === undefined) return [];
  return [{ release: item.release, error: wrong(item, "release.order-moved", item.act.id) }];
};

/** Ids that the files bring and that this installation has already used for acts of its own. */
const takenIds = (items: readonly Item[], own: readonly Entry[], state: LedgerState) => {
  const ids = new Set(own.map(({ act }) => act.id));
  return items
    .filter(({ act }) => ids.has(act.id))
    .map((item) => ({
      ...wrong(item, "id.taken", item.act.id),
      accepted: `ledger #${state.places.get(item.act.id)}`,
    }));
};

const countsOf = (items: readonly Item[], adopted: boolean): SyncCounts => {
  const ofKind = (kind: string) => items.filter(({ act }) => act.kind === kind);
  const mended = (kind: string) =>
    ofKind(kind).flatMap(({ act }) => (act.mode === "performed" ? (act.supersedes?.id ?? []) : []));
  const numbers = [...new Set(items.map(({ release }) => release))];
  return {
    releases: numbers.map((release) => ({
      release,
      entries: items.filter((item) => item.release === release).length,
    })),
    acts: items.filter(({ act }) => act.mode === "asserted").length,
    sources: ofKind("source.registered").length,
    complete: ofKind("completeness.declared").length,
    corrected: mended("act.corrected"),
    retracted: mended("act.retracted"),
    adopted,
  };
};

const momentOf = (releases: readonly ReleaseItem[]): ((release: number) => Instant) => {
  const moments = new Map(releases.map(({ release, recordedAt }) => [release, recordedAt]));
  return (release) => {
    const moment = moments.get(release);
    if (moment === undefined) throw new Error(`release ${release} is not in the list`);
    return moment;
  };
};

/** Appends what is missing, and the adoption of the pack where another one judged before. */
const append = ({ records, pack, now }: SyncInput, state: LedgerState): SyncPlan => {
  const missing = records.items.filter(({ act }) => !state.places.has(act.id));
  const moment = momentOf(records.releases);
  const { write } = pen(state.last);
  const acts = missing.map(({ act, release }) => write(act, moment(release)));
  const adopted = state.adopted.hash !== pack.hash;
  if (adopted) acts.push(write(adoption(records.org, pack, state.adopted.count + 1), now));
  return { do: "append", acts, counts: countsOf(missing, adopted) };
};

/** The registrar can sign his own acts for a new ledger, but nobody else's. */
const isByOthers = ({ act }: Entry): boolean =>
  act.mode === "performed" && act.by.person !== registrar.person;

/** A ledger made anew: the releases, and between them, by their moments, the installation's acts. */
const rebuild = (input: SyncInput, own: readonly Entry[], because: Located): SyncPlan => {
  const { records, pack, now } = input;
  const moment = momentOf(records.releases);
  const { write, carry } = pen(undefined);
  const acts: Act[] = [];
  let next = 0;
  const carryUntil = (end: Instant | undefined): void => {
    for (let one = own[next]; one !== undefined; one = own[next]) {
      if (end !== undefined && one.act.recordedAt >= end) return;
      acts.push(carry(one.act));
      next += 1;
    }
  };
  for (const { act, release } of records.items) {
    carryUntil(moment(release));
    acts.push(write(act, moment(release)));
  }
  carryUntil(undefined);
  const { adopted } = stateOf(own);
  const isNew = adopted.hash !== pack.hash;
  if (isNew) acts.push(write(adoption(records.org, pack, adopted.count + 1), now));
  const counts = countsOf(records.items, isNew);
  return { do: "rebuild", acts, counts, because };
};

/**
 * What a ledger needs to follow the files.
 *
 * @returns `append` with no acts when it follows them already; errors `release.edited`,
 *   `release.removed`, `release.late`, `release.moved`, `release.order-moved` where a closed
 *   release was changed in place, `release.signed-by-others` where an open one was and acts of
 *   others stand behind it, `id.taken` where a file uses an id of this installation.
 */
export const syncPlan = (input: SyncInput): Result<SyncPlan, readonly Located[]> => {
  const { records, entries } = input;
  const state = stateOf(entries);
  const released = entries.filter(({ act }) => act.release !== undefined);
  const own = ownOf(entries);
  const taken = takenIds(records.items, own, state);
  if (taken.length > 0) return refuse(inOrder(taken));
  const found = differences(input, released);
  const open = new Set(records.releases.flatMap((one) => (one.open ? one.release : [])));
  const closed = found.filter(({ release }) => !open.has(release));
  if (closed.length > 0) return refuse(inOrder(closed.map(({ error }) => error)));
  const [because] = inOrder(found.map(({ error }) => error));
  if (because === undefined) return ok(append(input, state));
  const others = own.find(isByOthers);
  if (others !== undefined) {
    return refuse([{ ...because, code: "release.signed-by-others", found: others.act.id }]);
  }
  return ok(rebuild(input, own, because));
};
