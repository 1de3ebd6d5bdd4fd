/**
 * Which norm yields: only by an explicit rule of priority whose scope holds, never by order.
 *
 * Out:  the rule that defeats a norm, or that it may (an unknown scope leaves the norm unknown).
 */

import type { Env } from "./env.ts";
import type { Missing } from "./facts.ts";
import type { Law } from "./law.ts";
import { type Found, found } from "./run.ts";
import type { Defeat } from "./step.ts";
import type { Truth } from "./truth.ts";

export type Defeated = {
  readonly truth: Truth;
  readonly by?: Defeat;
  readonly missing: readonly Missing[];
};

/** @param isLive - Whether a norm is in force for what is judged: one that is not defeats nothing. */
export const defeated = (
  law: Law,
  norm: string,
  env: Env,
  isLive: (norm: string) => boolean,
): Defeated => {
  let open: { readonly by: Defeat; readonly scope: Found } | undefined;
  for (const { norm: rule, tests } of law.norms) {
    if (rule.kind !== "priority" || rule.under !== norm) continue;
    const { scope } = tests;
    if (scope === undefined || !isLive(rule.id) || !isLive(rule.over)) continue;
    const came = found(env, scope, "defeated");
    const by = { norm: rule.over, ground: rule.ground };
    if (came.truth === "true") return { truth: "true", by, missing: [] };
    if (came.truth === "unknown") open ??= { by, scope: came };
  }
  if (open === undefined) return { truth: "false", missing: [] };
  return { truth: "unknown", by: open.by, missing: open.scope.missing };
};
