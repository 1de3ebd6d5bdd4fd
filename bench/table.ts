/**
 * How results are printed: tables in Markdown, and each goal with its ratio and whether it is met.
 */
import type { Figure } from "./rows.ts";

/** A goal of the bench: what was found, what was aimed at. */
export type Goal = {
  readonly id: string;
  readonly what: string;
  readonly found: string;
  readonly met: boolean | undefined; // undefined: not measured here
};

/** Three figures, no more: the machine is noisier than that. */
export const short = (value: number): string =>
  value >= 100 ? `${Math.round(value)}` : value.toPrecision(3).replace(/\.?0+$/, "");

export const nanoseconds = (value: number): string =>
  value >= 1e6
    ? `${short(value / 1e6)} ms`
    : value >= 1e3
      ? `${short(value / 1e3)} us`
      : `${short(value)} ns`;

/** "1.2 us [1.1 us..1.4 us]" */
export const spread = ({ median, least, most }: Figure, unit: (value: number) => string): string =>
  `${unit(median)} [${unit(least)}..${unit(most)}]`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const verdict = ({ met }: Goal): string =>
  met === undefined ? "not measured" : met ? "met" : "**not met**";

export const goalTable = (goals: readonly Goal[]): string =>
  table(
    ["goal", "what", "found", "verdict"],
    goals.map((goal) => [goal.id, goal.what, goal.found, verdict(goal)]),
  );

/** A goal that a ratio or a figure be at most, or at least, a limit. */
export const atMost = (id: string, what: string, found: number, limit: number): Goal => ({
  id,
  what: `${what} <= ${limit}`,
  found: short(found),
  met: found <= limit,
});

export const atLeast = (id: string, what: string, found: number, limit: number): Goal => ({
  id,
  what: `${what} >= ${limit}`,
  found: short(found),
  met: found >= limit,
});
