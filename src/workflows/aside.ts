/**
 * A ledger made anew in the place of another: what is the installation's own is carried over, and
 * then the old one is put aside. Whoever opens to write next finishes what a crash cut short.
 *
 * In:   ports, an open store in the place, what it holds.
 * Out:  what it holds now; one note that says where the old ledger lies.
 * Law:  S-8. The old ledger is read for what to carry, so nothing is lost that was entered after a
 *       plan was made.
 */

import { ok, type Result } from "#base";
import { type Act, type Entry, readKeyAct, type Store } from "#ledger";
import { pen } from "./enter.ts";
import { type DamagedEntry, readEntries } from "./entries.ts";
import type { PortRefusal, Ports } from "./ports.ts";
import { signed } from "./sign.ts";
import { stateOf } from "./state.ts";

type Place = { readonly ports: Ports; readonly org: string; readonly store: Store };

/** The format before the first promise (S-20): its ledgers are made anew, and nobody reads them. */
const unreleased = "foedus-ledger/0";

export const isUnreleased = ({ code, ...details }: PortRefusal): boolean =>
  code === "store.format" && details["found"] === unreleased;

/** The acts of no release. A new ledger begins with keys of its own, so those are not carried. */
export const ownOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ act }) => act.release === undefined && readKeyAct(act) === undefined);

/** Signs and appends behind what is held. */
export const appended = async (
  place: Place,
  held: readonly Entry[],
  acts: readonly Act[],
): Promise<Result<readonly Entry[], PortRefusal>> => {
  if (acts.length === 0) return ok(held);
  const more = await signed(place, held, acts);
  if (!more.ok) return more;
  const done = await place.store.append(held.length, more.value);
  return done.ok ? ok([...held, ...more.value]) : done;
};

/** The own acts of the ledger that was moved out; undefined where nobody has to read it. */
const movedActs = async ({
  ports,
  org,
}: Place): Promise<Result<readonly Entry[] | undefined, PortRefusal | DamagedEntry>> => {
  const moved = await ports.movedOut(org);
  if (!moved.ok) return isUnreleased(moved.refusal) ? ok(undefined) : moved;
  if (moved.value === undefined) return ok(undefined);
  const entries = await readEntries(moved.value);
  await moved.value.close();
  return entries.ok ? ok(ownOf(entries.value)) : entries;
};

/** Of these, whatever is not held yet, as it is to be entered behind that. */
const toCarry = (own: readonly Entry[], held: readonly Entry[]): readonly Act[] => {
  if (own.length === 0) return []; // As on almost every opening: what is held need not be read.
  const { places, last } = stateOf(held);
  const { carry } = pen(last);
  return own.filter(({ act }) => !places.has(act.id)).map(({ act }) => carry(act));
};

/** Carries over what the ledger moved out has of its own, and puts that ledger aside. */
export const finishMove = async (
  place: Place,
  held: readonly Entry[],
): Promise<Result<readonly Entry[], PortRefusal | DamagedEntry>> => {
  const { ports, org } = place;
  const own = await movedActs(place);
  if (!own.ok) return own;
  const written = await appended(place, held, toCarry(own.value ?? [], held));
  if (!written.ok) return written;
  const aside = await ports.putAside(org, ports.now());
  if (!aside.ok) return aside;
  if (aside.value === undefined) return written;
  ports.note(
    own.value === undefined
      ? { code: "ledger.renewed", org, aside: aside.value }
      : { code: "ledger.rebuilt", org, aside: aside.value, carried: own.value.length },
  );
  return written;
};
