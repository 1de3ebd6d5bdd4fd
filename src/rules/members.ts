/**
 * Who is bound: the members of an organization on a day, and one state's whole life (S-2, S-24).
 *
 * In:   a scene.
 * Out:  rows with status, since, certainty and the acts behind them.
 */

import { isoOf, ok, type Result, refuse } from "#base";
import { type Certainty, isStrict, listed, type Span } from "#record";
import type { MemberRow, MembersAnswer, SpanRow, StatusAnswer } from "./answers.ts";
import { type Refused, readState, unknown } from "./params.ts";
import { actIds, ahead, certaintyOf, dayText, runOf, type Scene, undated } from "./question.ts";

type Towards = Pick<MemberRow, "instruments" | "doubts">;

/** Status towards each instrument of membership for which there is one, and which are in doubt. */
const towards = (scene: Scene, state: string): Towards => {
  const { record, size, on, world } = scene;
  const instruments: { [instrument: string]: string } = {};
  const doubts: { [instrument: string]: Certainty } = {};
  for (const id of world.pack.membership.instruments) {
    const span = record.on(`status/${id}/${state}`, on, size);
    if (span === undefined || (span.value === "none" && span.certainty === "certain")) continue;
    instruments[id] = span.value;
    if (span.certainty !== "certain") doubts[id] = span.certainty;
  }
  return { instruments, ...(Object.keys(doubts).length > 0 && { doubts }) };
};

const rowOf = (scene: Scene, state: string, span: Span): MemberRow => {
  const { record, size, on } = scene;
  const run = runOf(record.spans(`membership/${state}`, size), on) ?? { since: isoOf(on) };
  return {
    state,
    status: span.value,
    ...run,
    ...certaintyOf(span),
    acts: actIds(span),
    ...towards(scene, state),
  };
};

const rank = ["member", "party", "signatory", "suspended", "withdrawing", "uncertain"];

/** The states that have, or may have, one of the five listed statuses. */
export const members = (scene: Scene): MembersAnswer => {
  const { record, size, on, world, shown } = scene;
  const rows: MemberRow[] = [];
  const contested: MemberRow[] = [];
  for (const state of record.states()) {
    const span = record.on(`membership/${state}`, on, size);
    if (span === undefined || !span.possible.some((value) => listed.has(value))) continue;
    const isListed = span.certainty === "uncertain" || listed.has(span.value);
    (isListed ? rows : contested).push(rowOf(scene, state, span));
  }
  const counts: { [status: string]: number } = {};
  for (const status of rank) {
    const count = rows.filter((row) => row.status === status).length;
    if (count > 0) counts[status] = count;
  }
  return {
    org: world.org,
    on: isoOf(on),
    lens: shown,
    counts,
    members: rows,
    ...(contested.length > 0 && { contested }),
    ...undated(scene),
    ...ahead(scene),
  };
};

const spanRows = (scene: Scene, state: string): readonly SpanRow[] => {
  const placed = scene.record.spans(`membership/${state}`, scene.size);
  const first = placed.findIndex(({ span }) => span.possible.join() !== "none");
  if (first < 0) return [];
  const rows: SpanRow[] = [];
  for (const { from, until, span } of placed.slice(first)) {
    const row: SpanRow = {
      status: span.value,
      from: dayText(from),
      ...(until !== undefined && { until: isoOf(until) }),
      ...certaintyOf(span),
      acts: actIds(span),
    };
    const last = rows.at(-1);
    if (last === undefined || !isSameValue(last, row)) rows.push(row);
    else rows[rows.length - 1] = joined(last, row);
  }
  return rows;
};

const isSameValue = (a: SpanRow, b: SpanRow): boolean =>
  a.status === b.status && a.certainty === b.certainty && a.possible?.join() === b.possible?.join();

/** One row of two that follow each other with one value: their evidence differs, the value not. */
const joined = (a: SpanRow, { until, acts }: SpanRow): SpanRow => {
  const { until: _, ...rest } = a;
  const all = [...new Set([...a.acts, ...acts])];
  return { ...rest, ...(until !== undefined && { until }), acts: all };
};

/** A state's status on a day and all its spans. */
export const status = (scene: Scene): Result<StatusAnswer, Refused> => {
  const { record, size, on, world, lens, shown } = scene;
  const read = readState(scene.texts["state"] ?? "");
  if (!read.ok) return read;
  const state = read.value;
  const span = record.on(`membership/${state}`, on, size);
  if (!world.pack.states.has(state) && span === undefined) {
    const accepted = [...world.pack.states.keys()].join(", ");
    return refuse(unknown("state", "query.no-such-state", state, accepted));
  }
  const value = span?.value ?? (isStrict(lens) ? "unknown" : "none");
  const certainty = span === undefined && isStrict(lens) ? "uncertain" : "certain";
  return ok({
    org: world.org,
    state,
    on: isoOf(on),
    lens: shown,
    status: value,
    ...(span === undefined ? { certainty } : certaintyOf(span)),
    ...towards(scene, state),
    spans: spanRows(scene, state),
    ...undated(scene),
    ...ahead(scene),
  });
};
