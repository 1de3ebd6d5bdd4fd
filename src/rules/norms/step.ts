/**
 * Level 1 of a trace: for each norm considered what it came to, where it stands, what decided.
 *
 * Law: charter-language, "Explanation trace". "Would hold but is defeated" and "did not hold" differ.
 */

import type { Node } from "./env.ts";
import type { Compiled } from "./law.ts";
import type { Life } from "./life.ts";
import type { Result } from "./truth.ts";

export type Defeat = { readonly norm: string; readonly ground: string };

export type Cite = {
  readonly instrument: string;
  readonly locator: string;
  readonly version: number;
  readonly seen: "full" | "part" | "no";
};

export type NormStep = {
  readonly norm: string;
  readonly provision: string;
  readonly cite: Cite;
  readonly kind: string;
  readonly bearer?: string;
  readonly truth: Result;
  readonly life: Life["life"];
  readonly window: Life["window"];
  readonly wouldHold: boolean;
  readonly defeatedBy?: Defeat;
  readonly decidingNode?: string;
  readonly tree?: Node;
};

/** What a step adds to the norm and its life. */
export type Came = {
  readonly truth: Result;
  readonly wouldHold: boolean;
  readonly bearer?: string;
  readonly defeatedBy?: Defeat;
  readonly decidingNode?: string;
  readonly tree?: Node;
};

export const stepOf = (
  { norm }: Compiled,
  { life, holding, window }: Life,
  came: Came,
): NormStep => {
  if (holding === undefined) throw new Error(`a pack was not checked: no version holds ${norm.id}`);
  const { provision, instrument, locator, version, seen } = holding;
  return {
    norm: norm.id,
    provision,
    cite: { instrument, locator, version, seen: norm.text === "not-seen" ? "no" : seen },
    kind: norm.kind,
    life,
    window,
    ...came,
  };
};

const order = ["full", "part", "no"] as const;

/** The least seen of the texts that an answer relies on. */
export const leastSeen = (steps: readonly NormStep[]): "full" | "part" | "no" =>
  order[Math.max(0, ...steps.map(({ cite }) => order.indexOf(cite.seen)))] ?? "full";
