/**
 * What changed between two days, fluent by fluent (S-24).
 *
 * In:   a scene whose texts hold `from` and `to`.
 * Out:  one row for each fluent that differs in value or certainty, with the day from which the
 *       later one holds.
 */

import { type Day, isoOf, ok, type Result, refuse } from "#base";
import { isStrict, type Placed, type Span, unsetValue } from "#record";
import type { ChangeRow, DiffAnswer } from "./answers.ts";
import { bad, type Refused, readDay } from "./params.ts";
import { actIds, dayText, runOf, type Scene, undated } from "./question.ts";

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

type Worth = Pick<Span, "value" | "certainty" | "possible">;

const isSame = (a: Worth, b: Worth): boolean =>
  a.value === b.value && a.certainty === b.certainty && a.possible.join() === b.possible.join();

/** Since when the value of `day` has been as sure as it is then; for a value that stayed. */
const assuredSince = (spans: readonly Placed[], day: Day, here: Span): string => {
  let found = day;
  for (const { from, span } of spans.filter((placed) => placed.from <= day).toReversed()) {
    if (!isSame(span, here)) break;
    found = from;
  }
  return dayText(found);
};

/** What a fluent is of which nothing is recorded by a day. */
const absent = (subject: string, isStrictly: boolean): Worth => {
  const silent = subject.startsWith("in-force/") ? "not-in-force" : unsetValue(subject);
  const value = isStrictly ? "unknown" : silent;
  return { value, certainty: isStrictly ? "uncertain" : "certain", possible: [value] };
};

const changeOf = (scene: Scene, subject: string, from: Day, to: Day): readonly ChangeRow[] => {
  const { record, size, lens } = scene;
  const before = record.on(subject, from, size) ?? absent(subject, isStrict(lens));
  const after = record.on(subject, to, size);
  if (after === undefined || isSame(before, after)) return [];
  const spans = record.spans(subject, size);
  const since =
    before.value === after.value
      ? assuredSince(spans, to, after)
      : (runOf(spans, to)?.since ?? isoOf(to));
  const possible = {
    ...(before.certainty !== "certain" && { before: before.possible }),
    ...(after.certainty !== "certain" && { after: after.possible }),
  };
  return [
    {
      subject,
      before: before.value,
      after: after.value,
      certainty: { before: before.certainty, after: after.certainty },
      ...(Object.keys(possible).length > 0 && { possible }),
      on: since,
      acts: actIds(after),
    },
  ];
};

/** The headline status says what the statuses behind it say; those would only repeat it. */
const isShown = (name: string): boolean => !name.startsWith("status/");

export const diff = (scene: Scene): Result<DiffAnswer, Refused> => {
  const { record, texts, world, shown } = scene;
  const span = readSpan(texts["from"], texts["to"]);
  if (!span.ok) return span;
  const { from = 0, to = 0 } = span.value;
  const changes = record
    .fluents()
    .filter(isShown)
    .sort()
    .flatMap((subject) => changeOf(scene, subject, from, to));
  return ok({
    org: world.org,
    lens: shown,
    from: isoOf(from),
    to: isoOf(to),
    changes,
    ...undated(scene),
  });
};
