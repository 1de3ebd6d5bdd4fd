/**
 * The acts in order of their days, filtered by kind, actor and span (S-24).
 *
 * In:   a scene whose texts may hold `kind`, `actor`, `from`, `to`.
 * Out:  rows; an act whose window touches the span asked for is in it.
 */

import { always, isoOf, never, ok, type Result, refuse } from "#base";
import { isFounded, type Version } from "#record";
import type { ActRow, TimelineAnswer } from "./answers.ts";
import { readSpan } from "./diff.ts";
import { type Refused, readActor, readKind, unknown } from "./params.ts";
import { inTime, isHistory, type Scene, undated, windowText } from "./question.ts";

export const rowOf = ({ act, reading }: Version): ActRow => {
  const { earliest, latest } = reading.window;
  const claim =
    act.mode === "asserted"
      ? (act.claims.find(({ id }) => id === reading.claimOf["occurredOn"]) ?? act.claims[0])
      : undefined;
  return {
    id: act.id,
    kind: act.kind,
    occurredOn: reading.occurred ?? "..",
    effectiveOn: reading.effective ?? windowText(earliest, latest),
    actors: reading.actors ?? [],
    about: act.about ?? [],
    title: "",
    confidence: claim?.confidence ?? "high",
  };
};

/** A state of the pack, a thing that it names, or whoever does an act of the ledger, seen or not. */
const isKnownActor = ({ world: { pack, library } }: Scene, actor: string): boolean => {
  if (pack.states.has(actor) || pack.others.has(actor)) return true;
  const whole = library.under({});
  return whole.acts(whole.size()).some(({ reading }) => reading.actors?.includes(actor));
};

export const timeline = (scene: Scene): Result<TimelineAnswer, Refused> => {
  const { record, size, texts, world, shown } = scene;
  const kind = texts["kind"] === undefined ? undefined : readKind(texts["kind"]);
  if (kind !== undefined && !kind.ok) return kind;
  const actor = texts["actor"] === undefined ? undefined : readActor(texts["actor"]);
  if (actor !== undefined && !actor.ok) return actor;
  if (actor !== undefined && !isKnownActor(scene, actor.value)) {
    const accepted = [...world.pack.states.keys()].join(", ");
    return refuse(unknown("actor", "query.no-such-actor", actor.value, accepted));
  }
  const span = readSpan(texts["from"], texts["to"]);
  if (!span.ok) return span;
  const { from = always, to = never } = span.value;
  const acts = inTime(record.acts(size)).filter((version) => {
    const { act, reading } = version;
    if (!isFounded(version)) return false;
    // Acts of the record's own keeping show only when asked for.
    if (kind === undefined ? !isHistory(version) : act.kind !== kind.value) return false;
    if (actor !== undefined && !reading.actors?.includes(actor.value)) return false;
    return reading.window.earliest <= to && reading.window.latest >= from;
  });
  return ok({
    org: world.org,
    lens: shown,
    ...(span.value.from !== undefined && { from: isoOf(span.value.from) }),
    ...(span.value.to !== undefined && { to: isoOf(span.value.to) }),
    acts: acts.map(rowOf),
    ...undated(scene),
  });
};
