/**
 * Entry into force as the instrument's own clause computes it, to stand beside the asserted (S-13).
 *
 * In:   a record, an instrument, how many entries are known.
 * Out:  a window, or why none can be computed.
 */

import type { StateId } from "#base";
import { corners } from "./event.ts";
import { type Acts, computedForce, type Dated } from "./life.ts";
import type { Record } from "./record.ts";
import type { Version, Window } from "./version.ts";

export type { Dated };

export type Computed =
  | { readonly window: Window; readonly on: readonly Version[] }
  | { readonly unknown: "no-rule-known" | "deposits-not-confirmed" };

/** The instrument's entry into force as computed; the text may state no rule we know of. */
export const forceAsComputed = (record: Record, instrument: string, size: number): Computed => {
  const about = (id: string) => record.about(`instrument/${id}`, size);
  const acts: Acts = {
    about: (id, kind) => about(id).filter((version) => version.act.kind === kind),
    own: (id, state: StateId) =>
      about(id).filter((version) => version.reading.actors?.includes(state)),
    instrument: (id) => {
      const found = record.pack.instruments.get(id);
      if (found === undefined) throw new Error(`no such instrument in the pack: ${id}`);
      return found;
    },
    knob: () => undefined,
  };
  const rule = acts.instrument(instrument).life.force;
  if ("asserted" in rule) return { unknown: "no-rule-known" };
  const world = { options: {} };
  const dated = computedForce(instrument, acts, world);
  if (dated === undefined) return { unknown: "deposits-not-confirmed" };
  return { window: corners(dated.on, dated.at, world), on: dated.on };
};
