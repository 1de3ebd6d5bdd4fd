/**
 * One run of a condition: what names stand for, what is missing, which node decided, the trace.
 *
 * Every test keeps one promise: it leaves `missing` as it found it unless its result is unknown. So
 * what is told as missing is what an unknown result hangs on, and nothing else.
 */

import type { Outcome } from "#charter";
import type { Deed, Facts, Missing, Situation } from "./facts.ts";
import type { Truth } from "./truth.ts";

export type Thing = string | number | boolean | Deed | Situation;

export type Evidence = {
  readonly act: string;
  readonly seq: number | null;
  readonly leaf: string;
  readonly claim?: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
};

/** A node of a level-2 trace. */
export type Node = {
  readonly id: string;
  readonly op: string;
  readonly holds: Truth;
  readonly vacuous?: true;
  readonly skipped?: "not-needed";
  readonly left?: unknown;
  readonly right?: unknown;
  readonly bound?: { readonly [name: string]: string };
  readonly evidence?: readonly Evidence[];
  readonly kids?: readonly Node[];
};

/** What a leaf may say of itself in a trace. */
export type Detail = {
  vacuous?: true;
  left?: unknown;
  right?: unknown;
  bound?: { [name: string]: string };
  evidence?: Evidence[];
};

export type Env = {
  readonly facts: Facts;
  readonly names: Map<string, Thing | undefined>;
  /** Acts that this run is about, for names bound by more than one act (`instances.ts`). */
  readonly pinned: Map<string, Deed>;
  /** The option of an axis in this reading; asking touches the axis. */
  readonly option: (axis: string) => string | undefined;
  /** What came of a decision in this reading, if that can be said. */
  readonly outcomeOf: (decision: string) => Outcome | undefined;
  readonly missing: Missing[];
  readonly ignored: Map<string, string>; // Acts left aside, each with the reason.
  readonly flipped: ReadonlyMap<string, Truth>; // Leaves turned, to see what would change.
  readonly saw: ((leaf: string, found: Truth) => void) | undefined; // For coverage and flips.
  wouldMake: string; // What becomes true once this run's condition is met.
  provision: string | undefined; // Under which the norm stands: what a suspension may touch.
  node: string; // The node that decided last.
  kids: Node[] | undefined; // Nodes of the trace; undefined: nobody asked for one.
  detail: Detail;
};

export type Test = (env: Env) => Truth;

/** Runs a test as a node of the trace; without a trace it is the test itself. */
export const asNode =
  (id: string, op: string, test: Test): Test =>
  (env) => {
    if (env.kids === undefined) return test(env);
    const outer = env.kids;
    const before = env.detail;
    env.kids = [];
    env.detail = {};
    const holds = test(env);
    const kids = env.kids.length > 0 ? { kids: env.kids } : {};
    outer.push({ id, op, holds, ...env.detail, ...kids });
    env.kids = outer;
    env.detail = before;
    return holds;
  };

/** A leaf decides by itself; it may have been turned to see what that would change. */
export const asLeaf = (id: string, op: string, test: Test): Test =>
  asNode(id, op, (env) => {
    const found = env.flipped.get(id) ?? test(env);
    env.node = id;
    env.saw?.(id, found);
    return found;
  });

export const evidenceOf = (deed: Deed, leaf: string): Evidence => ({
  act: deed.id,
  seq: deed.seq ?? null,
  leaf,
  ...(deed.claim !== undefined && { claim: deed.claim }),
  occurredOn: deed.occurredOn,
  recordedAt: deed.recordedAt,
});

/** Tells a node of the trace on which act it rests. */
export const rests = (env: Env, deed: Deed, leaf: string): void => {
  if (env.kids === undefined) return;
  env.detail.evidence = [...(env.detail.evidence ?? []), evidenceOf(deed, leaf)];
};
