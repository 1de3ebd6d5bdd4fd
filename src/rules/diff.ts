/**
 * What changed between two days, fluent by fluent (S-24).
 *
 * In:   a scene whose texts hold `from` and `to`.
 * Out:  one row for each fluent whose value differs, with the day from which the later one holds.
 */

import { type Day, isoOf, ok, type Result, refuse } from "#base";
import { isStrict } from "#record";
import type { ChangeRow, DiffAnswer } from "./answers.ts";
import { bad, type Refused, readDay } from "./params.ts";
import { actIds, runOf, type Scene, undated } from "./question.ts";

/** Two days in order. */
export const readSpan = (
  from: string | undefined,
  to: string | undefined,
): Result<{ readonly from?: Day; readonly to?: Day }, Refused> => {
  const first = from === undefined ? undefined : readDay("from", from);
  if (first !== undefined && !first.ok) return first;
  const last = to === undefined ? undefined : readDay("to", to);
  if (last !== undefined && !last.ok) return last;
  if (first !== undefined && last !== undefined && first.value > last.value) {
    return refuse(bad("from", "query.from-after-to", `${from} … ${to}`, `${to} … ${from}`));
  }
  return ok({
    ...(first !== undefined && { from: first.value }),
    ...(last !== undefined && { to: last.value }),
  });
};

/** The headline status says what the statuses behind it say; those would only repeat it. */
const isShown = (name: string): boolean => !name.startsWith("status/");

export const diff = (scene: Scene): Result<DiffAnswer, Refused> => {
  const { record, size, texts, world, shown, lens } = scene;
  const span = readSpan(texts["from"], texts["to"]);
  if (!span.ok) return span;
  const { from = 0, to = 0 } = span.value;
  const nothing = isStrict(lens) ? "unknown" : "none";
  const changes = record
    .fluents()
    .filter(isShown)
    .sort()
    .flatMap((subject): readonly ChangeRow[] => {
      const before = record.on(subject, from, size);
      const after = record.on(subject, to, size);
      if (after === undefined || before?.value === after.value) return [];
      const run = runOf(record.spans(subject, size), to);
      return [
        {
          subject,
          before: before?.value ?? nothing,
          after: after.value,
          on: run?.since ?? isoOf(to),
          acts: actIds(after),
        },
      ];
    });
  return ok({
    org: world.org,
    lens: shown,
    from: isoOf(from),
    to: isoOf(to),
    changes,
    ...undated(scene),
  });
};
