/**
 * What a ledger holds, as far as entering more depends on it: ids, versions, sources, things, the pack.
 */

import type { ActId, Instant } from "#base";
import type { Act, Entry } from "#ledger";
import type { HeldAct } from "#record";

export type LedgerState = {
  readonly acts: ReadonlyMap<ActId, HeldAct>;
  readonly sources: ReadonlyMap<string, { readonly seq: number }>;
  readonly things: ReadonlyMap<string, { readonly seq: number }>;
  /** Every entry's own id, those of corrections too, with its place. */
  readonly places: ReadonlyMap<ActId, number>;
  /** The hash of the pack adopted last, and how many adoptions there were. */
  readonly adopted: { readonly hash: string | undefined; readonly count: number };
  readonly last: Instant | undefined;
};

const textField = (act: Act, field: string): string | undefined => {
  if (act.mode !== "performed") return undefined;
  const value = act.fields?.[field];
  return typeof value === "string" ? value : undefined;
};

/** The state after these entries, in order. */
export const stateOf = (entries: readonly Entry[]): LedgerState => {
  const acts = new Map<ActId, HeldAct>();
  const sources = new Map<string, { readonly seq: number }>();
  const things = new Map<string, { readonly seq: number }>();
  const places = new Map<ActId, number>();
  let adopted: LedgerState["adopted"] = { hash: undefined, count: 0 };
  entries.forEach(({ act }, seq) => {
    places.set(act.id, seq);
    const source = act.kind === "source.registered" ? textField(act, "source") : undefined;
    if (source !== undefined) sources.set(source, { seq });
    const thing = act.kind === "thing.registered" ? textField(act, "thing") : undefined;
    if (thing !== undefined) things.set(thing, { seq });
    if (act.kind === "charter.adopted") {
      adopted = { hash: textField(act, "hash"), count: adopted.count + 1 };
    }
    const ended = act.mode === "performed" ? act.supersedes : undefined;
    const held = ended === undefined ? undefined : acts.get(ended.id);
    if (ended === undefined) {
      acts.set(act.id, { seq, version: 1, release: act.release, isGone: false });
    } else if (held !== undefined) {
      const isGone = act.kind === "act.retracted";
      acts.set(ended.id, { ...held, version: ended.version + (isGone ? 0 : 1), isGone });
    }
  });
  return { acts, sources, things, places, adopted, last: entries.at(-1)?.act.recordedAt };
};
