/**
 * Where each numbered fact of a source stands in the record (S-25).
 *
 * In:   a scene whose texts hold `source`: one whose numbers are known (`numbered`).
 * Out:  for each fact the acts whose claims carry it, or the source's own field; and what is missing.
 *
 * A claim carries facts of its own source (`facts`) and rows of the editors' research (`rows`), which
 * are the numbers of a source that is the research itself.
 */

import { ok, type Result, refuse } from "#base";
import type { Source } from "#record";
import { claimsOf } from "./items.ts";
import type { CoverageAnswer } from "./list-answers.ts";
import { type Refused, unknown } from "./params.ts";
import { inTime, type Scene, undated } from "./question.ts";

/** `F001`, `F002` ... `F176`. */
const numbersOf = ({ numbered }: Source): readonly string[] => {
  if (numbered === undefined) return [];
  const { from, to } = numbered;
  const prefix = from.replace(/\d+$/, "");
  const width = from.length - prefix.length;
  const first = Number(from.slice(prefix.length));
  const last = Number(to.slice(prefix.length));
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, place) => prefix + String(first + place).padStart(width, "0"),
  );
};

export const coverage = (scene: Scene): Result<CoverageAnswer, Refused> => {
  const { record, size, world, shown, texts } = scene;
  const id = texts["source"] ?? "";
  const numbered = record
    .sources()
    .filter(({ numbered: by, seq }) => by !== undefined && seq < size);
  const source = numbered.find((one) => one.id === id);
  if (source?.numbered === undefined) {
    const accepted = numbered.map((one) => one.id).join(", ");
    return refuse(unknown("source", "query.no-such-source", id.slice(0, 80), accepted));
  }
  const where = new Map<string, string[]>(numbersOf(source).map((fact) => [fact, []]));
  const place = (fact: string, at: string): void => {
    const places = where.get(fact);
    if (places !== undefined && !places.includes(at)) places.push(at);
  };
  for (const [fact, field] of Object.entries(source.facts ?? {}))
    place(fact, `source/${id}#${field}`);
  for (const version of inTime(record.acts(size))) {
    for (const claim of claimsOf(scene, version)) {
      const own = claim.source === id ? (claim.facts ?? []) : [];
      for (const fact of [...own, ...(claim.rows ?? [])]) place(fact, `act/${version.act.id}`);
    }
  }
  const missing = [...where].filter(([, places]) => places.length === 0).map(([fact]) => fact);
  return ok({
    org: world.org,
    lens: shown,
    source: id,
    facts: where.size,
    covered: where.size - missing.length,
    missing,
    where: Object.fromEntries(where),
    ...undated(scene),
  });
};
