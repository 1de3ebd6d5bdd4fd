/**
 * A performed act as first entered: it needs nothing beside the act to be read.
 *
 * In:   the act, its place.
 * Out:  its `Version` and `Reading`, both worked out of the act whenever they are looked at.
 *
 * Nearly all acts of a large ledger are such. What is not kept for a million of them is neither
 * moved about by the garbage collector while a ledger opens nor held afterwards.
 */

import type { Day, Json } from "#base";
import type { PerformedAct } from "#ledger";
import { anyDay, type Reading, type Rival, type Version, type Window } from "./version.ts";
import { windowOf } from "./windows.ts";

const nothing: { readonly [field: string]: never } = {};
const none: readonly never[] = [];

/** What a performed act says of itself; it has no claims. */
export class PlainReading implements Reading {
  private readonly act: PerformedAct;

  constructor(act: PerformedAct) {
    this.act = act;
  }

  get window(): Window {
    return windowOf(this.act.effectiveOn ?? this.act.occurredOn) ?? anyDay;
  }

  get received(): Day | undefined {
    const text = this.act.fields?.["receivedOn"];
    const window = typeof text === "string" ? windowOf(text) : undefined;
    return window?.earliest === window?.latest ? window?.earliest : undefined;
  }

  get occurred(): string {
    return this.act.occurredOn;
  }

  get effective(): string | undefined {
    return this.act.effectiveOn;
  }

  get actors(): readonly string[] | undefined {
    return this.act.actors;
  }

  get fields(): { readonly [field: string]: Json } {
    return this.act.fields ?? nothing;
  }

  get claimOf(): { readonly [field: string]: string } {
    return nothing;
  }
}

export class PlainVersion implements Version {
  readonly act: PerformedAct;
  readonly seq: number;
  superseded: number | undefined = undefined;

  constructor(act: PerformedAct, seq: number) {
    this.act = act;
    this.seq = seq;
  }

  get number(): number {
    return 1;
  }

  get mendedBy(): undefined {
    return undefined;
  }

  get earlier(): undefined {
    return undefined;
  }

  get reading(): Reading {
    return new PlainReading(this.act);
  }

  get rivals(): readonly Rival[] {
    return none;
  }
}
