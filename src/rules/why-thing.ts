/**
 * Why, asked of a thing and not of a value: what an act says and on whose word, what a source is,
 * where a numbered fact stands, who a person or what a relation is.
 *
 * In:   the type and id of the thing, a scene.
 * Out:  the same shape as for values.
 */

import { isoOf, ok, type Result, refuse, some } from "#base";
import type { Claim } from "#ledger";
import { isFounded, type Source, type Version } from "#record";
import type { WhyAnswer } from "./answers.ts";
import { againstRows, preferredRows } from "./claim-rows.ts";

import { type Refused, unknown } from "./params.ts";
import { ahead, inTime, type Scene, undated } from "./question.ts";
import { forms, isNamed } from "./subjects.ts";

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
    if (source === undefined || source.seq >= size) return none;
    return ok(ofActs(scene, `source/${id}`, shownOf(source), []));
  }
  return whyFact(scene, id) ?? none;
};

type Found = { readonly version: Version; readonly claim: Claim };

/** Claims that carry a numbered fact, of a source or of the editors' research. */
const carrying = ({ record, size }: Scene, fact: string): readonly Found[] =>
  inTime(record.acts(size)).flatMap((version) =>
    version.act.mode === "asserted"
      ? version.act.claims
          .filter(({ facts, rows }) => facts?.includes(fact) || rows?.includes(fact))
          .map((claim) => ({ version, claim }))
      : [],
  );

/** A source of which a field of its own carries the fact. */
const owner = ({ record, size }: Scene, fact: string): Source | undefined =>
  record
    .sources()
    .find(({ facts, seq }) => seq < size && facts !== undefined && Object.hasOwn(facts, fact));

/** What a fact is about: a state by its code, where it speaks of one. */
const subjectOf = (about: readonly string[]): string | readonly string[] => {
  const [only = "", ...more] = about.map((address) => address.replace(/^membership\//, ""));
  return more.length === 0 ? only : [only, ...more];
};

/** Where a numbered fact stands, by whom it is said, and what it says (S-25). */
const whyFact = (scene: Scene, id: string): Result<WhyAnswer, Refused> | undefined => {
  const fact = id.toUpperCase();
  const subject = `fact/${id}`;
  const found = carrying(scene, fact);
  const [first] = found;
  if (first === undefined) {
    const source = owner(scene, fact);
    if (source === undefined) return undefined;
    const field = source.facts?.[fact] ?? "";
    const own: unknown = Reflect.get(shownOf(source), field);
    return ok(ofActs(scene, subject, { source: source.id, field, value: own }, []));
  }
  const acts = [...new Set(found.map(({ version }) => version))];
  const { version, claim } = first;
  const { act, reading } = version;
  const by = scene.record.source(claim.source)?.by;
  const property = reading.fields["property"];
  const { property: _, ...says } = claim.says;
  const value = {
    act: act.id,
    kind: property ?? act.kind,
    about: property === undefined ? (act.about ?? []) : subjectOf(act.about ?? []),
    ...(by !== undefined && { by }),
    ...says,
  };
  return ok(ofActs(scene, subject, value, acts));
};

/** A thing that has a name and no value: what it is called, and every act that is about it. */
export const whyNamed = (scene: Scene, address: string): Result<WhyAnswer, Refused> => {
  const { world, record, size, on } = scene;
  if (!isNamed(scene, address)) {
    return refuse(unknown("subject", "query.no-such-subject", address.slice(0, 80), forms));
  }
  const org = address.replace(/^relation\//, "org/");
  const named = world.pack.others.get(org);
  const aliases = record.things(size).find(({ id }) => id === org)?.aliases;
  const acts = inTime(record.about(address, size)).filter(
    ({ reading }) => reading.window.earliest <= on,
  );
  const value = { names: named?.names ?? world.pack.names, ...some("aliases", aliases) };
  return ok(ofActs(scene, address, value, acts));
};

const shownOf = ({ published, seq: _, ...rest }: Source): object => ({
  ...rest,
  ...(published !== undefined && { published: published.text }),
});

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
    because: acts.filter(isFounded).flatMap((version) => preferredRows(scene, version)),
    against: acts.flatMap((version) => againstRows(scene, version)),
    alsoSaid: [],
    mended,
    grounds: acts.flatMap(({ act }) =>
      act.mode === "asserted" && act.ground !== undefined ? [{ act: act.id, ...act.ground }] : [],
    ),
    clauses: [...new Set(clauses)],
    ...undated(scene),
    ...ahead(scene),
  };
};
