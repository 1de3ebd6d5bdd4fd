/**
 * What every question is asked of: a world, a day, how much of the ledger is known, a lens.
 *
 * In:   parameters as received.
 * Out:  `Scene`, the record to ask, with helpers that give days and acts the shape of answers.
 */

import {
  type ActId,
  always,
  type Day,
  isoOf,
  type Language,
  never,
  ok,
  type Result,
  whenText,
} from "#base";
import type { Pack } from "#charter";
import {
  kinds,
  type Lens,
  type Library,
  type Placed,
  type Record,
  type Span,
  type Version,
} from "#record";
import type { LensShown } from "./answers.ts";
import {
  type Params,
  type Refused,
  readDay,
  readKnown,
  readLanguage,
  readLens,
  single,
  type Texts,
} from "./params.ts";
import type { QuestionSpec } from "./question-table.ts";
import type { Anchor } from "./receipts/anchor.ts";

/** One organization: its law, its acts, and which day it is at its seat. */
export type World = {
  readonly org: string;
  readonly pack: Pack;
  readonly library: Library;
  readonly today: Day;
  readonly anchor: Anchor; // Of receipts: the hashes of pack and ledger.
};

export type Scene = {
  readonly world: World;
  readonly record: Record;
  readonly size: number;
  readonly on: Day;
  readonly lens: Lens;
  readonly language: Language;
  readonly texts: Texts;
  readonly shown: LensShown;
};

export const sceneOf = (
  world: World,
  spec: QuestionSpec,
  params: Params,
): Result<Scene, Refused> => {
  const texts = single(spec, params);
  if (!texts.ok) return texts;
  const { library, today } = world;
  const language = readLanguage(texts.value["lang"]);
  if (!language.ok) return language;
  const { on: onText, known } = texts.value;
  const on = onText === undefined ? ok(today) : readDay("on", onText);
  if (!on.ok) return on;
  const size = readKnown(known, library.size(), library.placeOf);
  if (!size.ok) return size;
  const whole = library.under({});
  const lens = readLens(
    texts.value,
    whole.sources().map(({ id }) => id),
    (id, by) => (whole.source(id)?.published?.latest ?? never) <= by,
  );
  if (!lens.ok) return lens;
  return ok({
    world,
    record: library.under(lens.value),
    size: size.value,
    on: on.value,
    lens: lens.value,
    language: language.value,
    texts: texts.value,
    shown: shownLens(texts.value, lens.value),
  });
};

const shownLens = (texts: Texts, { accordingTo }: Lens): LensShown => {
  const { known } = texts;
  const by = texts["published-by"];
  return {
    ...(known !== undefined && { known }),
    ...(by !== undefined && { "published-by": by }),
    ...(accordingTo !== undefined && { "according-to": accordingTo }),
  };
};

/** Sources that a lens by day of publication leaves out because they bear no day (S-8). */
export const undated = ({ lens, record, size }: Scene): { readonly undated?: readonly string[] } =>
  lens.publishedBy === undefined
    ? {}
    : {
        undated: record
          .sources()
          .filter(({ published, seq }) => published === undefined && seq < size)
          .map(({ id }) => id),
      };

/** What happened, and is no act of the record's own keeping: a source registered, a key enrolled. */
export const isHistory = ({ act }: Version): boolean => kinds.get(act.kind)?.made !== "program";

/** For a day that lies ahead: the day up to which acts are recorded, as EDTF. */
export const ahead = ({ world, record, size, on }: Scene): { readonly lastAct?: string } => {
  if (on <= world.today) return {};
  const days = record
    .acts(size)
    .filter(isHistory)
    .map(({ reading: { window } }) => window.earliest)
    .filter((day) => day > always && day < never);
  const last = days.reduce((a, b) => Math.max(a, b), always);
  return last === always ? {} : { lastAct: isoOf(last) };
};

/** An act of which only the end of its window is known stands at that end. */
const placeOf = ({ reading: { window } }: Version): Day =>
  window.earliest <= always ? window.latest : window.earliest;

const byTime = (a: Version, b: Version): number =>
  placeOf(a) - placeOf(b) ||
  a.reading.window.latest - b.reading.window.latest ||
  (a.act.id < b.act.id ? -1 : 1);

/** Versions in order of their days, then of their ids. */
export const inTime = (versions: readonly Version[]): readonly Version[] =>
  [...versions].sort(byTime);

/** Acts on which contested claims rest that give another value. */
export const restsOf = ({ others }: Span): readonly ActId[] =>
  others.flatMap(({ world }) => world.rival?.rival.rests ?? []);

/** The acts that would give another value, beside those that give the preferred one. */
export const otherActs = ({ because, others }: Span): readonly Version[] =>
  inTime([...new Set(others.flatMap((other) => other.because))]).filter(
    (version) => !because.includes(version),
  );

/** The acts behind a value: what makes it so, then what speaks for another. */
export const actIds = (span: Span): readonly ActId[] => {
  const behind = inTime([...span.because, ...otherActs(span)]).map(({ act }) => act.id);
  return [...new Set([...behind, ...restsOf(span)])];
};

/** `possible` only where there is more than one. */
export const certaintyOf = ({ certainty, possible }: Span) =>
  certainty === "certain" ? { certainty } : { certainty, possible };

/** Spans that follow each other with one value as one, whatever the doubt about it. */
export const runsOf = (spans: readonly Placed[]): readonly Placed[] => {
  const runs: Placed[] = [];
  for (const placed of spans) {
    const last = runs.at(-1);
    if (last !== undefined && last.span.value === placed.span.value) {
      runs[runs.length - 1] = { ...last, until: placed.until };
    } else runs.push(placed);
  }
  return runs;
};

/** A run of spans around a day that have one value: since when, until when. */
export type Run = { readonly since: string; readonly until?: string };

type Worth = Pick<Span, "value" | "certainty" | "possible">;

/** A span without the acts behind it, as a slice in a browser holds it. */
export type Piece = Pick<Placed, "from" | "until"> & { readonly span: Worth };

const isSame = (a: Worth, b: Worth): boolean =>
  a.certainty === "uncertain"
    ? b.certainty === "uncertain" && a.possible.join() === b.possible.join()
    : b.certainty !== "uncertain" && a.value === b.value;

/** Since when and until when the value of a day holds, as EDTF texts; windows stay windows. */
export const runOf = (spans: readonly Piece[], day: Day): Run | undefined => {
  const at = spans.findLastIndex(({ from }) => from <= day);
  const here = spans[at];
  if (here === undefined) return undefined;
  let first = at;
  while (first > 0 && isSame(here.span, spans[first - 1]?.span ?? here.span)) first -= 1;
  let last = at;
  while (last + 1 < spans.length && isSame(here.span, spans[last + 1]?.span ?? here.span))
    last += 1;
  const from = spans[first]?.from ?? here.from;
  const until = spans[last]?.until;
  const isOpen = here.span.certainty === "uncertain";
  if (isOpen) return { since: bracket(from, until ?? never) };
  const since = windowText(edge(spans, first - 1, here.span.value, -1) ?? from, from);
  if (until === undefined) return { since };
  return { since, until: windowText(until, edge(spans, last + 1, here.span.value, 1) ?? until) };
};

/** How far uncertain spans in which the value is possible reach before or after a run. */
const edge = (
  spans: readonly Piece[],
  start: number,
  value: string,
  step: 1 | -1,
): Day | undefined => {
  let found: Day | undefined;
  for (let i = start; ; i += step) {
    const placed = spans[i];
    if (placed === undefined || placed.span.certainty !== "uncertain") return found;
    if (!placed.span.possible.includes(value)) return found;
    found = step === -1 ? placed.from : (placed.until ?? never);
  }
};

/** An uncertain span as the window it is: one day somewhere inside. */
const bracket = (from: Day, until: Day): string =>
  `[${from <= always ? "" : isoOf(from)}..${until >= never ? "" : isoOf(until)}]`;

/** A window as text; one without a bound that can be written is the two dots of an open end. */
export const windowText = (earliest: Day, latest: Day): string =>
  earliest >= never || (earliest <= always && (latest >= never || latest <= always))
    ? ".."
    : whenText(earliest, latest);

/** A first day as text: two dots where the span has no beginning that the record knows. */
export const dayText = (day: Day): string => (day <= always || day >= never ? ".." : isoOf(day));
