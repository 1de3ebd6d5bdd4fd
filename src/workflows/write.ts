/**
 * Carries out the plan of a sync: one append, or a new ledger in the place of the old one.
 *
 * The old ledger is moved aside whole, never deleted. Should another process have filled the empty
 * place before us, the acts of this installation are still carried over into what it made.
 */

import { ok, type Result } from "#base";
import type { Entry, Store } from "#ledger";
import { pen } from "./enter.ts";
import { readEntries } from "./entries.ts";
import type { PortRefusal, Ports } from "./ports.ts";
import { stateOf } from "./state.ts";
import type { SyncPlan } from "./sync.ts";

type Open = {
  readonly ports: Ports;
  readonly org: string;
  readonly purpose: string;
  readonly store: Store;
  readonly held: readonly Entry[];
};

type Written = { readonly store: Store; readonly entries: readonly Entry[] };

const briefWaitMilliseconds = 30_000;

/** Appends behind what is held; on a refusal the store is closed. */
const appended = async (
  store: Store,
  held: readonly Entry[],
  more: readonly Entry[],
): Promise<Result<Written, PortRefusal>> => {
  if (more.length === 0) return ok({ store, entries: held });
  const done = await store.append(held.length, more);
  if (done.ok) return ok({ store, entries: [...held, ...more] });
  await store.close();
  return done;
};

/** What is still missing of a new ledger: all of it, or the installation's acts alone. */
const rest = (
  plan: SyncPlan & { readonly do: "rebuild" },
  found: readonly Entry[],
): readonly Entry[] => {
  if (found.length === 0) return plan.entries;
  const { places, last } = stateOf(found);
  const { carry } = pen(last);
  return plan.own.filter(({ act }) => !places.has(act.id)).map(({ act }) => carry(act));
};

/** Writes a plan. The store given is closed where another takes its place, or on a refusal. */
export const writePlan = async (
  { ports, org, purpose, store, held }: Open,
  plan: SyncPlan,
): Promise<Result<Written, PortRefusal>> => {
  if (plan.do === "append") return appended(store, held, plan.entries);
  await store.close();
  const aside = await ports.setAside(org, ports.now());
  if (!aside.ok) return aside;
  const opened = await ports.openStore(org, "write", purpose, briefWaitMilliseconds);
  if (!opened.ok) return opened;
  const found = await readEntries(opened.value);
  if (!found.ok) throw new Error(`a ledger just made is damaged at ${found.refusal.seq}`);
  const written = await appended(opened.value, found.value, rest(plan, found.value));
  if (!written.ok) return written;
  ports.note({ code: "ledger.rebuilt", org, aside: aside.value, carried: plan.own.length });
  return written;
};
