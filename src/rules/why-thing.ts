/**
 * Why, asked of a thing and not of a value: what an act says and on whose word, what a source is,
 * where a numbered fact of a source stands.
 *
 * In:   the type and id of the thing, a scene.
 * Out:  the same shape as for values.
 */

import { isoOf, ok, type Result, refuse } from "#base";
import { isFounded, type Version } from "#record";
import type { WhyAnswer } from "./answers.ts";
import { againstRows, preferredRow } from "./claim-rows.ts";
import { type Refused, unknown } from "./params.ts";
import { inTime, type Scene, undated } from "./question.ts";

export const whyThing = (
  scene: Scene,
  type: "act" | "source" | "fact",
  id: string,
): Result<WhyAnswer, Refused> => {
  const { record, size } = scene;
  const none = refuse(unknown("subject", `query.no-such-${type}`, `${type}/${id}`, `${type}/ID`));
  if (type === "act") {
    const version = record.act(id, size);
    return version === undefined
      ? none
      : ok(ofActs(scene, `act/${id}`, sayingOf(version), [version]));
  }
  if (type === "source") {
    const source = record.source(id);
    if (source === undefined) return none;
    const { published, ...rest } = source;
    const value = { ...rest, ...(published !== undefined && { published: published.text }) };
    return ok(ofActs(scene, `source/${id}`, value, []));
  }
  const fact = id.toUpperCase();
  const found = inTime(record.acts(size)).flatMap((version) =>
    version.act.mode === "asserted"
      ? version.act.claims
          .filter((claim) => claim.facts?.includes(fact))
          .map((claim) => ({ version, claim }))
      : [],
  );
  const [first] = found;
  if (first === undefined) return none;
  const acts = [...new Set(found.map(({ version }) => version))];
  const { act } = first.version;
  const value = { act: act.id, kind: act.kind, about: act.about ?? [], ...first.claim.says };
  return ok(ofActs(scene, `fact/${id}`, value, acts));
};

const sayingOf = ({ act, reading }: Version): { [field: string]: unknown } => ({
  kind: act.kind,
  ...(act.about !== undefined && { about: act.about }),
  ...(reading.actors !== undefined && { actors: reading.actors }),
  ...(reading.occurred !== undefined && { occurredOn: reading.occurred }),
  ...(reading.effective !== undefined && { effectiveOn: reading.effective }),
  ...reading.fields,
});

const ofActs = (
  scene: Scene,
  subject: string,
  value: unknown,
  acts: readonly Version[],
): WhyAnswer => {
  const { record, size, world, on, shown } = scene;
  const mended = acts.flatMap(({ act }) =>
    record.versions(act.id).flatMap(({ mendedBy, seq, act: { id, ground } }) =>
      mendedBy === undefined || seq >= size
        ? []
        : [
            {
              act: mendedBy,
              mends: id,
              retracted: false,
              ...(ground !== undefined && { ground }),
            },
          ],
    ),
  );
  const clauses = acts.flatMap(({ act }) => act.under?.clause ?? []);
  return {
    org: world.org,
    subject,
    on: isoOf(on),
    lens: shown,
    value,
    certainty: acts.some(({ rivals }) => rivals.length > 0) ? "disputed" : "certain",
    because: acts.filter(isFounded).map((version) => preferredRow(scene, version)),
    against: acts.flatMap((version) => againstRows(scene, version)),
    alsoSaid: [],
    mended,
    grounds: acts.flatMap(({ act }) =>
      act.mode === "asserted" && act.ground !== undefined ? [{ act: act.id, ...act.ground }] : [],
    ),
    clauses: [...new Set(clauses)],
    ...undated(scene),
  };
};
