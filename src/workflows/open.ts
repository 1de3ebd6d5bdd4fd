/**
 * Opens an organization: its pack, its ledger, and the record folded from it.
 *
 * In:   ports, the organization, whether to read or to write, and what for.
 * Out:  all that a question or a workflow needs; or why there is none.
 * Law:  S-8: a writer first follows the releases. A reader fills a ledger that is missing, as a
 *       writer would, and never writes to one that is there; it says when that one is behind.
 */

import { type Day, ok, type Result, refuse, todayAt } from "#base";
import { inOrder, type Located, type Pack } from "#charter";
import type { Entry, Store } from "#ledger";
import { type Library, library, type RecordFiles, readRecords } from "#record";
import { type Anchor, anchorOf } from "#rules";
import { finishMove, isUnreleased } from "./aside.ts";
import { type DamagedEntry, isDamaged, readEntries } from "./entries.ts";
import { canonicalFollow, followed } from "./followed.ts";
import { type LoadedPack, type PackRefusal, packOf, treeHash } from "./pack.ts";
import type { Mode, PortRefusal, Ports, Tree } from "./ports.ts";
import { type SyncCounts, syncPlan } from "./sync.ts";
import { writePlan } from "./write.ts";

export type OpenRefusal =
  | PackRefusal
  | { readonly code: "records.malformed"; readonly errors: readonly Located[] }
  | { readonly code: "records.edited"; readonly errors: readonly Located[] }
  | DamagedEntry
  | { readonly code: "refused"; readonly refusal: PortRefusal };

/** An organization with its ledger open; whoever opened it closes the store. */
export type Opened = {
  readonly org: string;
  readonly pack: Pack;
  readonly packHash: string;
  readonly library: Library;
  readonly today: Day; // At the seat (S-35).
  readonly anchor: Anchor;
  readonly store: Store;
  readonly entries: readonly Entry[];
  /** What the writer entered to follow the releases; a reader enters nothing. */
  readonly counts: SyncCounts | undefined;
};

/** Two processes that find no ledger: one fills it, the other waits so long for it. */
const fillWaitMilliseconds = 30_000;

type Given = LoadedPack & { readonly ports: Ports; readonly org: string; readonly purpose: string };
type Refused = Result<never, OpenRefusal>;

const outside = (refusal: PortRefusal): Refused => refuse({ code: "refused", refusal });

const refusedAs = (refusal: PortRefusal | DamagedEntry): Refused =>
  isDamaged(refusal) ? refuse(refusal) : outside(refusal);

type Files = { readonly tree: Tree; readonly hash: string };

const filesOf = async ({ ports, org }: Given): Promise<Files> => {
  const tree = (await ports.readTree("records", org)) ?? new Map<string, string>();
  return { tree, hash: treeHash(tree, ports.hash) };
};

/** Opens to write. A ledger of the unreleased format is moved out first. */
const writable = async (
  { ports, org, purpose }: Given,
  wait: number | undefined,
): Promise<Result<Store, PortRefusal>> => {
  const opened = await ports.openStore(org, "write", purpose, wait);
  if (opened.ok || !isUnreleased(opened.refusal)) return opened;
  const moved = await ports.moveOut(org);
  if (!moved.ok) return moved;
  return ports.openStore(org, "write", purpose, wait);
};

type Followed = Pick<Opened, "store" | "entries" | "counts">;

/** A store that is open for writing, brought to follow the files; it is closed on any refusal. */
const follow = async (
  given: Given,
  wait: number | undefined,
): Promise<Result<Followed, OpenRefusal>> => {
  const { ports, org, purpose, pack, hash } = given;
  const files = await filesOf(given);
  const read = readRecords(files.tree, pack);
  if (!read.ok) return refuse({ code: "records.malformed", errors: read.refusal });
  const opened = await writable(given, wait);
  if (!opened.ok) return outside(opened.refusal);
  const store = opened.value;
  const found = await readEntries(store);
  // A move that a crash cut short is finished first; an empty place is to be filled before that.
  const held =
    found.ok && found.value.length > 0
      ? await finishMove({ ports, org, store }, found.value)
      : found;
  if (!held.ok) {
    await store.close();
    return refusedAs(held.refusal);
  }
  const adopting = { version: pack.version, hash };
  const input = { records: read.value, entries: held.value, pack: adopting, now: ports.now() };
  const plan = syncPlan(input);
  if (!plan.ok) {
    await store.close();
    return refuse({ code: "records.edited", errors: plan.refusal });
  }
  const written = await writePlan({ ports, org, purpose, store, held: held.value }, plan.value);
  if (!written.ok) return refusedAs(written.refusal);
  const { entries } = written.value;
  await ports.writeCache(org, followed, canonicalFollow(files.hash, hash, entries));
  return ok({ ...written.value, counts: plan.value.counts });
};

/** Says on the side when a ledger is not what the files would make of it. */
const noteDifference = async (given: Given, entries: readonly Entry[]): Promise<void> => {
  const { ports, org, pack, hash } = given;
  const files = await filesOf(given);
  const kept = await ports.readCache(org, followed);
  if (kept === canonicalFollow(files.hash, hash, entries)) return;
  const place = (errors: readonly Located[]): string =>
    inOrder(errors)
      .slice(0, 1)
      .map(({ file, line, code }) => `${file}:${line} ${code}`)
      .join("");
  const read: Result<RecordFiles, readonly Located[]> = readRecords(files.tree, pack);
  if (!read.ok) {
    ports.note({ code: "records.malformed", org, place: place(read.refusal) });
    return;
  }
  const adopting = { version: pack.version, hash };
  const plan = syncPlan({ records: read.value, entries, pack: adopting, now: ports.now() });
  if (!plan.ok) ports.note({ code: "ledger.differs", org, place: place(plan.refusal) });
  else if (plan.value.do === "rebuild") {
    ports.note({ code: "ledger.differs", org, place: place([plan.value.because]) });
  } else if (plan.value.acts.length > 0) {
    ports.note({ code: "ledger.behind", org, missing: plan.value.acts.length });
  } else {
    await ports.writeCache(org, followed, canonicalFollow(files.hash, hash, entries));
  }
};

const reader = async ({ ports, org, purpose }: Given): Promise<Result<Store, PortRefusal>> =>
  ports.openStore(org, "read", purpose);

/** A store that is open for reading, with at least one entry; a missing ledger is filled first. */
const readable = async (given: Given): Promise<Result<Followed, OpenRefusal>> => {
  const { ports, org } = given;
  const opened = await reader(given);
  if (opened.ok && (await opened.value.size()) > 0) {
    const read = await withEntries(opened.value);
    if (read.ok) await noteDifference(given, read.value.entries);
    return read;
  }
  const isMissing =
    opened.ok || opened.refusal.code === "store.not-found" || isUnreleased(opened.refusal);
  if (!isMissing) return outside(opened.refusal);
  // An empty ledger is one that another process is filling, or gave up filling.
  if (opened.ok) await opened.value.close();
  const filled = await follow({ ...given, purpose: "fill" }, fillWaitMilliseconds);
  if (!filled.ok) return filled;
  await filled.value.store.close();
  const entries = filled.value.entries.length;
  if (filled.value.counts?.adopted) ports.note({ code: "ledger.filled", org, entries });
  const again = await reader(given);
  return again.ok ? withEntries(again.value) : outside(again.refusal);
};

/** An open store with its entries; closed where one of them is damaged. */
const withEntries = async (store: Store): Promise<Result<Followed, OpenRefusal>> => {
  const entries = await readEntries(store);
  if (entries.ok) return ok({ store, entries: entries.value, counts: undefined });
  await store.close();
  return entries;
};

/**
 * Opens an organization.
 *
 * @param purpose - What for, in a word that the next writer is told: `serve`, `record add`.
 * @returns All that is needed, with the store open; on a refusal nothing is left open.
 */
export const openOrganization = async (
  ports: Ports,
  org: string,
  mode: Mode,
  purpose: string = mode,
): Promise<Result<Opened, OpenRefusal>> => {
  const loaded = await packOf(ports, org);
  if (!loaded.ok) return loaded;
  const { pack, hash } = loaded.value;
  const given: Given = { ports, org, purpose, pack, hash };
  const made = mode === "write" ? await follow(given, undefined) : await readable(given);
  if (!made.ok) return made;
  const { store, entries, counts } = made.value;
  const today = todayAt(ports.now(), pack.seat.timeZone);
  const acts = library(pack, entries);
  return ok({
    org,
    pack: acts.pack,
    packHash: hash,
    library: acts,
    today,
    anchor: anchorOf(entries, hash, ports.hash),
    store,
    entries,
    counts,
  });
};
