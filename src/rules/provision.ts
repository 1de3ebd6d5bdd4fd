/**
 * What a provision said on a day: which version was in force, and how it was amended (S-13, S-24).
 *
 * In:   a scene whose texts hold `id`.
 * Out:  version, gist (filled in by `wording`), amendments so far, and the days of all versions.
 */

import { always, isoOf, ok, type Result, refuse, whenText } from "#base";
import type { ProvisionAnswer, VersionRow } from "./answers.ts";
import { type Refused, unknown } from "./params.ts";
import { actIds, ahead, certaintyOf, runsOf, type Scene, undated } from "./question.ts";

const isVersion = (value: string): boolean => /^\d+$/.test(value);

export const provision = (scene: Scene): Result<ProvisionAnswer, Refused> => {
  const { record, size, on, world, shown, texts } = scene;
  const found = world.pack.provisions.get(texts["id"] ?? "");
  if (found === undefined) {
    const accepted = [...world.pack.provisions.keys()].join(", ");
    return refuse(unknown("id", "query.no-such-provision", texts["id"] ?? "", accepted));
  }
  const name = `provision/${found.id}`;
  const span = record.on(name, on, size);
  const value = span?.value ?? "none";
  const version = isVersion(value) ? Number(value) : null;
  const isOpen = value === "unknown" || value === "uncertain";
  const inForce = isOpen ? null : version !== null;
  const placed = record.spans(name, size);
  const runs = runsOf(placed).filter(({ span: one }) => isVersion(one.value));
  const versions = runs.map(
    ({ from, until, span: { value: n } }): VersionRow => ({
      n: Number(n),
      ...(from > always && { from: whenText(from, from) }),
      ...(until !== undefined && { until: isoOf(until) }),
    }),
  );
  const amended = runs.flatMap(({ from, span: one }) =>
    Number(one.value) > 1 && from <= on && from > always
      ? [{ by: actIds(one)[0] ?? "", on: isoOf(from) }]
      : [],
  );
  const text = found.versions.find(({ n }) => n === version);
  return ok({
    org: world.org,
    id: found.id,
    cite: { instrument: found.instrument, locator: found.locator },
    on: isoOf(on),
    lens: shown,
    version,
    inForce,
    ...(span === undefined ? { certainty: "certain" as const } : certaintyOf(span)),
    textSeen: text?.seen ?? "no",
    ...(text !== undefined && { confidence: text.confidence }),
    gist: null,
    amended,
    versions,
    ...undated(scene),
    ...ahead(scene),
  });
};
