/**
 * What an act without effect draws along, and what would cure it.
 *
 * In:   an act, how it is judged, the readings under which it has no effect.
 * Out:  every later act that rests on it, with the act on which each rests at once; for each of
 *       those readings the consents or the condition that would give the act its effect.
 * Law:  S-48 (a consent expressed later), charter-language (validity of institutional acts).
 *
 * A cure is tried, not promised: the act is judged again with it, and `makes` says what came.
 */

import type { Choose } from "../norms/readings.ts";
import type { Truth } from "../norms/truth.ts";
import type { CureRow, RestRow } from "../verdict-answers.ts";
import type { CheckReading, Court, Ground } from "./check.ts";

/** Acts that only speak of another, or mend it, rest on nothing. */
const speaking: ReadonlySet<string> = new Set([
  "statement.made",
  "source.stated",
  "consent.expressed-later",
  "position.taken",
  "objection.raised",
  "finding.recorded",
]);

/** Later acts that are about an act, and acts about those, nearest first. */
export const restingOn = ({ record, size }: Ground, id: string): readonly RestRow[] => {
  const rests = new Map<string, RestRow>();
  const queue = [id];
  for (const on of queue) {
    const ids = record
      .about(`act/${on}`, size)
      .flatMap(({ act }) => (speaking.has(act.kind) || act.id === id ? [] : act.id));
    for (const act of ids.toSorted()) {
      if (rests.has(act)) continue;
      rests.set(act, { act, on });
      queue.push(act);
    }
  }
  return [...rests.values()];
};

/** For each reading without effect, the act judged again with what it lacks. */
export const curesOf = (
  court: Court,
  readings: readonly CheckReading[],
  first: Choose,
): readonly CureRow[] =>
  readings.flatMap(({ reading, decision, decidingNode }) => {
    const choose: Choose = (axis) => reading[axis] ?? first(axis);
    const run = { choose, ignored: new Map<string, string>(), isFull: false };
    if (decision !== undefined) {
      const by = decision.blockedBy;
      if (by.length === 0) return [];
      return { reading, by, makes: court.under({ ...run, consents: by }).validity };
    }
    const leaves = new Map<string, Truth>([[decidingNode, "true"]]);
    const { validity } = court.under({ ...run, turned: { leaves, positions: new Map() } });
    return { reading, by: [], node: decidingNode, makes: validity };
  });
