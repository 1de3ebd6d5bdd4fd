/**
 * Carries out the plan of a sync: one append, or a new ledger in the place of the old one.
 *
 * The old ledger is moved out whole, never deleted. Should another process have filled the empty
 * place before us, or have entered something before that, the acts of this installation are still
 * carried over (`aside.ts`).
 */

import { ok, type Result } from "#base";
import type { Entry, Store } from "#ledger";
import { appended, finishMove } from "./aside.ts";
import { type DamagedEntry, readEntries } from "./entries.ts";
import type { PortRefusal, Ports } from "./ports.ts";
import type { SyncPlan } from "./sync.ts";

type Open = {
  readonly ports: Ports;
  readonly org: string;
  readonly purpose: string;
  readonly store: Store;
  readonly held: readonly Entry[];
};

type Written = { readonly store: Store; readonly entries: readonly Entry[] };
type Refusal = PortRefusal | DamagedEntry;

const briefWaitMilliseconds = 30_000;

/** Appends and finishes; on a refusal the store is closed. */
const entered = async (
  place: Pick<Open, "ports" | "org" | "store">,
  held: readonly Entry[],
  { acts }: SyncPlan,
): Promise<Result<Written, Refusal>> => {
  const written = await appended(place, held, acts);
  const finished = written.ok ? await finishMove(place, written.value) : written;
  if (finished.ok) return ok({ store: place.store, entries: finished.value });
  await place.store.close();
  return finished;
};

/** Writes a plan. The store given is closed where another takes its place, or on a refusal. */
export const writePlan = async (
  { ports, org, purpose, store, held }: Open,
  plan: SyncPlan,
): Promise<Result<Written, Refusal>> => {
  if (plan.do === "append") return entered({ ports, org, store }, held, plan);
  await store.close();
  const moved = await ports.moveOut(org);
  if (!moved.ok) return moved;
  const opened = await ports.openStore(org, "write", purpose, briefWaitMilliseconds);
  if (!opened.ok) return opened;
  const found = await readEntries(opened.value);
  if (!found.ok) throw new Error(`a ledger just made is damaged at ${found.refusal.seq}`);
  const rest = found.value.length === 0 ? plan : { ...plan, acts: [] };
  return entered({ ports, org, store: opened.value }, found.value, rest);
};
