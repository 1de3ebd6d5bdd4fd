/**
 * Why a value is so on a day: the acts that make it so, what stands against, what only spoke (S-52).
 *
 * In:   a subject: a fluent (`membership/UZB`, `provision/t-4`), an act, a source, a fact.
 * Out:  claims with their source, standing and confidence; corrections; readings that differ.
 */

import { isoOf, ok, type Result, refuse } from "#base";
import { forceAsComputed, isFounded, isStrict, type Span, unsetValue, type Version } from "#record";
import type { ClaimRow, ReadingRow, WhyAnswer } from "./answers.ts";
import { againstRows, clauseOf, preferredRows } from "./claim-rows.ts";
import { mended } from "./mended.ts";
import { bad, type Refused, unknown } from "./params.ts";
import {
  ahead,
  certaintyOf,
  inTime,
  otherActs,
  restsOf,
  runOf,
  type Scene,
  undated,
  windowText,
} from "./question.ts";
import { addressOf, fluentMeant, forms, isFamily, isKnownSubject, isPlain } from "./subjects.ts";
import { whyNamed, whyThing } from "./why-thing.ts";

export const why = (scene: Scene): Result<WhyAnswer, Refused> => {
  const subject = scene.texts["subject"] ?? "";
  const [type = "", ...rest] = subject.split("/");
  if (rest.length === 0 || rest.some((part) => part === "")) {
    return refuse(bad("subject", "query.subject", subject, forms));
  }
  if (type === "act" || type === "source" || type === "fact") {
    return whyThing(scene, type, rest.join("/"));
  }
  if (isPlain(type)) return whyNamed(scene, subject);
  const name = fluentMeant(subject);
  const span = scene.record.on(name, scene.on, scene.size);
  if (span === undefined && !isKnownSubject(scene, name)) {
    return isFamily(name.slice(0, name.indexOf("/")))
      ? refuse(unknown("subject", "query.no-such-subject", subject, forms))
      : refuse(bad("subject", "query.subject", subject, forms));
  }
  return ok(whyFluent(scene, name, span));
};

const nothing = (scene: Scene, name: string): string => {
  if (isStrict(scene.lens)) return "unknown";
  return name.startsWith("in-force/") ? "not-in-force" : unsetValue(name);
};

const whyFluent = (scene: Scene, name: string, span: Span | undefined): WhyAnswer => {
  const { record, size, on, world, shown, lens } = scene;
  const because = inTime(span?.because ?? []);
  const others = span === undefined ? [] : otherActs(span);
  const about = aboutSubject(scene, name);
  const rests = (span === undefined ? [] : restsOf(span)).flatMap(
    (id) => record.act(id, size) ?? [],
  );
  const silent = inTime([...about, ...rests]).filter(
    (version, i, all) =>
      !because.includes(version) &&
      !others.includes(version) &&
      all.indexOf(version) === i &&
      (rests.includes(version) || version.reading.window.earliest <= on) &&
      isWithoutEffect(version),
  );
  const learned = record.changedAt(name, on, size);
  const isTold = [...because, ...others, ...silent].some(({ seq }) => seq === learned);
  const last =
    learned === undefined || isTold
      ? undefined
      : record.acts(size).find(({ seq, mendedBy }) => seq === learned && mendedBy === undefined);
  const certainty = span === undefined && isStrict(lens) ? "uncertain" : "certain";
  const value = span?.value ?? nothing(scene, name);
  return {
    org: world.org,
    subject: name,
    on: isoOf(on),
    lens: shown,
    value: name.startsWith("provision/") && /^\d+$/.test(value) ? Number(value) : value,
    ...(span === undefined ? { certainty } : certaintyOf(span)),
    ...runOf(record.spans(name, size), on),
    because: because.flatMap((version) => preferredRows(scene, version)),
    against: [
      ...because.flatMap((version) => againstRows(scene, version)).map(givingClaim(span)),
      ...others.flatMap((version) =>
        isFounded(version)
          ? preferredRows(scene, version).map((row) => givingAct(span, version, row))
          : againstRows(scene, version).map(givingClaim(span)),
      ),
    ],
    alsoSaid: [...silent, ...(last === undefined ? [] : [last])].flatMap((version) =>
      preferredRows(scene, version),
    ),
    mended: mended(scene, name, [...because, ...about]),
    grounds: grounds([...because, ...others.filter((version) => !isFounded(version))]),
    clauses: clausesOf(scene, name, because),
    ...computedOf(scene, name),
    ...readingsOf(scene, span),
    ...undated(scene),
    ...ahead(scene),
  };
};

/** Marks a contested claim with the value that it would give. */
const givingClaim =
  (span: Span | undefined) =>
  (row: ClaimRow): ClaimRow => {
    const gives = (span?.others ?? [])
      .filter(
        ({ world: { rival } }) =>
          rival?.version.act.id === row.act && rival.rival.claim === row.claim,
      )
      .flatMap(({ values }) => values);
    return gives.length > 0 ? { ...row, gives: [...new Set(gives)] } : row;
  };

/** Marks an act that stands behind another value only with that value. */
const givingAct = (span: Span | undefined, version: Version, row: ClaimRow): ClaimRow => {
  const gives = (span?.others ?? [])
    .filter(({ because }) => because.includes(version))
    .flatMap(({ values }) => values);
  return { ...row, gives: [...new Set(gives)] };
};

/** Kinds of act that change no status by themselves; S-52 wants them named all the same. */
const speaking = new Set([
  "freeze.declared",
  "statement.made",
  "instrument.ratified",
  "source.stated",
  "plan.reported",
  "hosting.declined",
  "seat.left-vacant",
]);

const isWithoutEffect = ({ act }: Version): boolean => speaking.has(act.kind);

/** Acts that name the subject, or that a state did about the instruments of its membership. */
const aboutSubject = ({ record, size, world }: Scene, name: string): readonly Version[] => {
  const [type, id = "", state = id] = name.split("/");
  const address = addressOf(name);
  const named = [
    ...record.about(name, size),
    ...(address === name ? [] : record.about(address, size)),
  ];
  const instruments =
    type === "membership" ? world.pack.membership.instruments : type === "status" ? [id] : [];
  const own = instruments
    .flatMap((instrument) => record.about(`instrument/${instrument}`, size))
    .filter(({ reading }) => reading.actors?.includes(state));
  return [...named, ...own];
};

const grounds = (because: readonly Version[]): WhyAnswer["grounds"] =>
  because.flatMap(({ act }) =>
    act.mode === "asserted" && act.ground !== undefined ? [{ act: act.id, ...act.ground }] : [],
  );

/** The provisions on which the acts and the life rules rest. */
const clausesOf = (
  { world: { pack } }: Scene,
  name: string,
  because: readonly Version[],
): readonly string[] => {
  const [type, id = ""] = name.split("/");
  const instruments = because.flatMap(({ act }) =>
    (act.about ?? []).flatMap((address) => pack.instruments.get(address.split("/")[1] ?? "") ?? []),
  );
  const rules = instruments.flatMap(({ authority }) =>
    authority === "unsourced" ? [] : authority,
  );
  const own = type === "provision" ? [id] : [];
  const under = because.flatMap((version) => clauseOf(version) ?? []);
  return [...new Set([...own, ...under, ...rules])];
};

const computedOf = (scene: Scene, name: string): Pick<WhyAnswer, "computed"> => {
  const [type, id = ""] = name.split("/");
  if (type !== "in-force" || !scene.world.pack.instruments.has(id)) return {};
  const computed = forceAsComputed(scene.record, id, scene.size);
  if ("unknown" in computed) return { computed };
  return { computed: { value: windowText(computed.window.earliest, computed.window.latest) } };
};

/** What each reading of the axes touched gives, where they differ. */
const readingsOf = (
  { record, world: { pack } }: Scene,
  span: Span | undefined,
): { readonly readings?: readonly ReadingRow[] } => {
  const shown = record.fold.base.options;
  const rows = [...pack.axes.keys()].flatMap((axis): readonly ReadingRow[] => {
    const differing = (span?.others ?? []).flatMap(({ world, values }): readonly ReadingRow[] => {
      const reading = world.options[axis];
      if (reading === undefined || reading === shown[axis]) return [];
      const [value = "none"] = values;
      const many = values.length > 1 ? { value: "uncertain", possible: values } : { value };
      return [{ axis, reading, ...many }];
    });
    if (differing.length === 0) return [];
    return [{ axis, reading: shown[axis] ?? "", value: span?.value ?? "none" }, ...differing];
  });
  return rows.length > 0 ? { readings: rows } : {};
};
