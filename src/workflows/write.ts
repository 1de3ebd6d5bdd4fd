/**
 * Carries out the plan of a sync: one append, or a new ledger in the place of the old one.
 *
 * The old ledger is moved aside whole, never deleted. Should another process have filled the empty
 * place before us, the acts of this installation are still carried over into what it made.
 */

import { ok, type Result } from "#base";
import type { Act, Entry, Store } from "#ledger";
import { pen } from "./enter.ts";
import { readEntries } from "./entries.ts";
import type { PortRefusal, Ports } from "./ports.ts";
import { signed } from "./sign.ts";
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

/** Signs and appends behind what is held; on a refusal the store is closed. */
const appended = async (
  place: Pick<Open, "ports" | "org" | "store">,
  held: readonly Entry[],
  acts: readonly Act[],
): Promise<Result<Written, PortRefusal>> => {
  const { store } = place;
  if (acts.length === 0) return ok({ store, entries: held });
  const more = await signed(place, held, acts);
  if (!more.ok) {
    await store.close();
    return more;
  }
  const done = await store.append(held.length, more.value);
  if (done.ok) return ok({ store, entries: [...held, ...more.value] });
  await store.close();
  return done;
};

/** What is still missing of a new ledger: all of it, or the installation's acts alone. */
const rest = (
  plan: SyncPlan & { readonly do: "rebuild" },
  found: readonly Entry[],
): readonly Act[] => {
  if (found.length === 0) return plan.acts;
  const { places, last } = stateOf(found);
  const { carry } = pen(last);
  return plan.own.filter(({ act }) => !places.has(act.id)).map(({ act }) => carry(act));
};

/** Writes a plan. The store given is closed where another takes its place, or on a refusal. */
export const writePlan = async (
  { ports, org, purpose, store, held }: Open,
  plan: SyncPlan,
): Promise<Result<Written, PortRefusal>> => {
  if (plan.do === "append") return appended({ ports, org, store }, held, plan.acts);
  await store.close();
  const aside = await ports.setAside(org, ports.now());
  if (!aside.ok) return aside;
  const opened = await ports.openStore(org, "write", purpose, briefWaitMilliseconds);
  if (!opened.ok) return opened;
  const found = await readEntries(opened.value);
  if (!found.ok) throw new Error(`a ledger just made is damaged at ${found.refusal.seq}`);
  const place = { ports, org, store: opened.value };
  const written = await appended(place, found.value, rest(plan, found.value));
  if (!written.ok) return written;
  ports.note({ code: "ledger.rebuilt", org, aside: aside.value, carried: plan.own.length });
  return written;
};
