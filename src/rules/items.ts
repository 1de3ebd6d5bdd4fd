/**
 * What the items of every list are made of: a value on the day, the acts behind it, what sources
 * state beside each other, and one page of many items.
 *
 * In:   a scene, the name of a fluent or an address.
 * Out:  rows without language; a text in both languages stays in both until `wording` picks one.
 * Law:  S-6 (several sources on one property), S-24, S-51.
 */

import { type Both, type Day, isoOf, some } from "#base";
import type { Claim } from "#ledger";
import { isStrict, type Span, type Version } from "#record";
import type { ListItem, StatedRow, Worth } from "./list-answers.ts";
import { actIds, certaintyOf, inTime, runOf, type Scene } from "./question.ts";

/** An act may have happened by the day asked about. */
const isBegun = ({ on }: Scene, { reading }: Version): boolean => reading.window.earliest <= on;

/** Acts about an address that may have happened by the day, in time. */
export const actsAbout = (scene: Scene, address: string): readonly Version[] =>
  inTime(scene.record.about(address, scene.size)).filter((version) => isBegun(scene, version));

export const ofKind = (versions: readonly Version[], ...kinds: readonly string[]) =>
  versions.filter(({ act }) => kinds.includes(act.kind));

export const idsOf = (versions: readonly Version[]): readonly string[] =>
  versions.map(({ act }) => act.id);

/** The day of an act as its sources give it. */
export const onOf = ({ reading }: Version): string => reading.effective ?? reading.occurred ?? "..";

/** What a field says in one language or in both. */
export const nameIn = (value: unknown): Both | string | undefined => {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const { en, ru } = value as { en?: unknown; ru?: unknown };
  return typeof en === "string" && typeof ru === "string" ? { en, ru } : undefined;
};

export const fieldOf = ({ reading }: Version, field: string): unknown => reading.fields[field];

export const textIn = (version: Version, field: string): string | undefined => {
  const value = fieldOf(version, field);
  return typeof value === "string" ? value : undefined;
};

export const listIn = (version: Version, field: string): readonly string[] | undefined => {
  const value = fieldOf(version, field);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : undefined;
};

/** The span that a fluent has on the day. */
export const spanOf = ({ record, on, size }: Scene, fluent: string): Span | undefined =>
  record.on(fluent, on, size);

/** Whether a value is, or may be, so on the day. */
export const mayBe = (span: Span | undefined, value: string): boolean =>
  span?.possible.includes(value) === true;

/** A value with its days, its certainty and its acts. */
export const worthOf = (scene: Scene, fluent: string, span: Span): Worth => {
  const run = runOf(scene.record.spans(fluent, scene.size), scene.on);
  return {
    value: span.value,
    ...(run?.since !== undefined && run.since !== ".." && { since: run.since }),
    ...(run?.until !== undefined && { until: run.until }),
    ...certaintyOf(span),
    acts: actIds(span),
  };
};

/** Since when a body or a force is there; undefined where sources tell only that it is (S-6). */
export const beingSince = (scene: Scene, address: string, span: Span): string | undefined =>
  span.because.every(({ act }) => act.kind === "source.stated")
    ? undefined
    : worthOf(scene, address, span).since;

/** The claims of an act that the lens shows. */
export const claimsOf = (
  { lens, record }: Pick<Scene, "lens" | "record">,
  { act }: Version,
): readonly Claim[] => {
  if (act.mode !== "asserted") return [];
  const { accordingTo, publishedBy } = lens;
  return act.claims.filter(({ source }) => {
    if (accordingTo !== undefined && isStrict(lens) && !accordingTo.includes(source)) return false;
    const published = record.source(source)?.published?.latest;
    return publishedBy === undefined || (published !== undefined && published <= publishedBy);
  });
};

export const sourcesOf = (scene: Scene, versions: readonly Version[]): readonly string[] => [
  ...new Set(versions.flatMap((version) => claimsOf(scene, version).map(({ source }) => source))),
];

/** An item's acts and the sources that tell of them. */
export const behind = (
  scene: Scene,
  versions: readonly Version[],
): Pick<ListItem, "acts" | "sources"> => {
  const all = inTime([...new Set(versions)]);
  return { acts: idsOf(all), sources: sourcesOf(scene, all) };
};

/** The versions of the acts that stand under some ids. */
export const versionsOf = ({ record, size }: Scene, ids: readonly string[]): readonly Version[] =>
  ids.flatMap((id) => record.act(id, size) ?? []);

/** What sources state of a thing by then, property by property, each on its own (S-6). */
export const statedOf = (scene: Scene, address: string): readonly StatedRow[] =>
  ofKind(actsAbout(scene, address), "source.stated")
    .filter((version) => fieldOf(version, "property") !== undefined)
    .flatMap((version) =>
      claimsOf(scene, version).map((claim): StatedRow => {
        const { says, source, differs } = claim;
        const { property, value, gist, occurredOn, approximate } = {
          ...version.reading.fields,
          occurredOn: version.reading.occurred ?? "..",
          ...says,
        } as { [field: string]: unknown };
        return {
          property: String(property),
          source,
          on: String(occurredOn),
          ...some("value", value as StatedRow["value"]),
          ...(approximate === true && { approximate }),
          ...some("gist", nameIn(gist)),
          act: version.act.id,
          ...some("differs", differs),
        };
      }),
    );

/** The newest day on which a source that tells of some acts was published. */
export const reportedUntil = (scene: Scene, versions: readonly Version[]): string | undefined => {
  let latest: { readonly day: Day; readonly text: string } | undefined;
  for (const source of sourcesOf(scene, versions)) {
    const published = scene.record.source(source)?.published;
    if (published === undefined || published.latest <= (latest?.day ?? Number.NEGATIVE_INFINITY)) {
      continue;
    }
    latest = { day: published.latest, text: published.text };
  }
  return latest?.text;
};

/** A value whose last day has passed without word of what became of it (S-44, S-51). */
export const unknownAfter = (worth: Worth, last: Day, on: Day): Worth => {
  if (on <= last) return worth;
  const { until: _, possible: __, ...rest } = worth;
  return { ...rest, value: "unknown", since: isoOf(last + 1), certainty: "uncertain" };
};
