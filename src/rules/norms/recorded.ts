/**
 * Facts from the record, and from the acts that a question brings along.
 *
 * In:   a record at a size, a day; the acts of a file, if any.
 * Out:  `Facts`.
 * Law:  S-19. The world is closed for an act where the record declares the kind complete over the
 *       whole span; where the question is about acts done in the program itself, of which none goes
 *       by unrecorded; and in a wholly hypothetical case (S-50), where the file's acts are all there
 *       are. Statuses come from the record always.
 */

import { type Day, type Json, when } from "#base";
import type { Pack } from "#charter";
import { isStrict, kindOf, type Record, type Span, type Version } from "#record";
import type { Deed, Facts } from "./facts.ts";
import { isAbout } from "./values.ts";

/** What a file tells beside the record. */
export type Told = {
  readonly deeds: readonly Deed[];
  readonly isWholeCase: boolean;
};

export const nothingTold: Told = { deeds: [], isWholeCase: false };

/** The deed of a kind, and the core deed of one that the pack specialises. */
export const deedsOf = (pack: Pack, kind: string): readonly string[] => {
  const special = pack.acts.get(kind);
  const core = kindOf(special?.is ?? kind)?.deed;
  return [...(special === undefined ? [] : [special.deed]), ...(core === undefined ? [] : [core])];
};

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** An act of the record, as norms see it. */
export const deedOf = (pack: Pack, version: Version): Deed => {
  const { act, reading, seq } = version;
  const occurred = when(reading.occurred ?? "");
  const window = occurred.ok
    ? { earliest: occurred.value.earliest, latest: occurred.value.latest }
    : reading.window;
  const claim = reading.claimOf["occurredOn"] ?? Object.values(reading.claimOf)[0];
  return {
    id: act.id,
    seq,
    kind: act.kind,
    deeds: deedsOf(pack, act.kind),
    by: reading.actors,
    to: act.addressees ?? [],
    about: act.about ?? [],
    occurred: window,
    effective: reading.window,
    occurredOn: textOf(reading.occurred) ?? "",
    recordedAt: act.recordedAt,
    claim,
    isPerformed: act.mode === "performed",
    fields: reading.fields,
  };
};

const inTime = (a: Deed, b: Deed): number =>
  a.occurred.earliest - b.occurred.earliest ||
  a.occurred.latest - b.occurred.latest ||
  (a.id < b.id ? -1 : 1);

type Complete = {
  readonly kinds: readonly string[];
  readonly about: readonly string[];
  readonly from: Day;
  readonly until: Day; // The last day.
};

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

const completeIn = (record: Record, size: number): readonly Complete[] =>
  record.acts(size).flatMap(({ act, reading: { fields } }) => {
    if (act.kind !== "completeness.declared") return [];
    const span = when(textOf(fields["span"]) ?? "");
    if (!span.ok) return [];
    const { earliest: from, latest: until } = span.value;
    return [{ kinds: strings(fields["kinds"]), about: strings(fields["about"]), from, until }];
  });

/** Under `disputed` the preferred value stands; under `uncertain` every one that is possible. */
const wordsOf = (span: Span): readonly string[] =>
  span.certainty === "disputed" ? [span.value] : span.possible;

export type Ask = {
  readonly on: Day;
  readonly day?: Day; // Of what is judged; the day asked about where it is not said.
  readonly told?: Told;
};

/** One answer asks who is bound over and over, for every bearer and every trial of a flip. */
const kept = (towards: Facts["towards"]): Facts["towards"] => {
  const known = new Map<string, ReturnType<Facts["towards"]>>();
  return (instrument, day) => {
    const key = `${instrument} ${day}`;
    const found = known.get(key) ?? towards(instrument, day);
    known.set(key, found);
    return found;
  };
};

export const factsOf = (record: Record, size: number, ask: Ask): Facts => {
  const { on, day = on, told = nothingTold } = ask;
  const { pack } = record;
  const silent = isStrict(record.lens) ? "unknown" : "none";
  const recorded = told.isWholeCase
    ? []
    : record.acts(size).map((version) => deedOf(pack, version));
  const all = [...recorded, ...told.deeds].sort(inTime);
  const byDeed = new Map<string, Deed[]>();
  for (const deed of all) {
    for (const name of deed.deeds) byDeed.set(name, [...(byDeed.get(name) ?? []), deed]);
  }
  const byId = new Map(all.map((deed) => [deed.id, deed]));
  const complete = told.isWholeCase ? [] : completeIn(record, size);
  const isOwn = (address: string): boolean => {
    const acts = all.filter(
      (deed) => deed.seq !== undefined && deed.about.some((one) => isAbout(one, address)),
    );
    return acts.length > 0 && acts.every((deed) => deed.isPerformed);
  };
  return {
    pack,
    on,
    day,
    acts: (deed) => byDeed.get(deed) ?? [],
    act: (id) => byId.get(id),
    statusOf: (state, towards, day) => {
      const name = towards === pack.id ? `membership/${state}` : `status/${towards}/${state}`;
      const span = record.on(name, day, size);
      return span === undefined ? [silent] : wordsOf(span);
    },
    towards: kept((instrument, day) =>
      record
        .towards(instrument, day, size)
        .map(({ state, value, certainty }): readonly [string, readonly string[]] => {
          if (certainty !== "uncertain") return [state, [value]];
          const span = record.on(`status/${instrument}/${state}`, day, size);
          return [state, span === undefined ? [value] : wordsOf(span)];
        })
        .filter(([, words]) => words.some((word) => word !== "none"))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    isClosed: (kind, about, from) =>
      told.isWholeCase ||
      about.some((address) => byId.get(address.replace(/^act\//, ""))?.isPerformed === true) ||
      about.some(isOwn) ||
      complete.some(
        (line) =>
          line.kinds.includes(kind) &&
          line.from <= from &&
          line.until >= on &&
          about.some((address) => line.about.includes(address)),
      ),
    isWholeCase: told.isWholeCase,
  };
};
