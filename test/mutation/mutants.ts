/**
 * Small ways in which a condition of a pack may be wrong: a leaf dropped, turned, widened, a day off.
 *
 * In:   a pack.
 * Out:  its mutants, each a pack that differs in one place, by a name that says where and how.
 * Law:  S-33: each of them must break a case of the pack, unless it means the same.
 */

import type { Condition, DayTerm, Norm, Pack } from "#charter";

export type Mutant = { readonly name: string; readonly norm: string; readonly pack: Pack };

type Changed = readonly [how: string, node: Condition];

/** All one-place changes of a condition, the node itself first. */
function* changes(node: Condition, path: string): Generator<Changed> {
  yield* own(node, path);
  for (const [put, kid, at] of kidsOf(node)) {
    for (const [how, changed] of changes(kid, `${path}/${at}`)) yield [how, put(changed)];
  }
}

type Kid = readonly [put: (kid: Condition) => Condition, kid: Condition, at: string];

const listKids = (kids: readonly Condition[], key: string, put: (all: Condition[]) => Condition) =>
  kids.map((kid, n): Kid => [(one) => put(kids.with(n, one)), kid, `${key}/${n}`]);

const kidsOf = (node: Condition): readonly Kid[] => {
  if ("all" in node) return listKids(node.all, "all", (all) => ({ all }));
  if ("any" in node) return listKids(node.any, "any", (any) => ({ any }));
  if ("not" in node) return [[(not) => ({ not }), node.not, "not"]];
  if ("some" in node) {
    const { some } = node;
    return [[(where) => ({ some: { ...some, where } }), some.where, "some"]];
  }
  if ("every" in node) {
    const { every } = node;
    return [[(where) => ({ every: { ...every, where } }), every.where, "every"]];
  }
  if ("act" in node && node.act.where !== undefined) {
    const { act } = node;
    return [[(where) => ({ act: { ...act, where } }), node.act.where, "where"]];
  }
  return [];
};

function* own(node: Condition, path: string): Generator<Changed> {
  if ("all" in node || "any" in node) {
    const kids = "all" in node ? node.all : node.any;
    const make = (of: readonly Condition[]): Condition =>
      "all" in node ? { all: of } : { any: of };
    if (kids.length < 2) return;
    for (const n of kids.keys()) yield [`${path}/${n} dropped`, make(kids.toSpliced(n, 1))];
    yield [`${path} all and any swapped`, "all" in node ? { any: kids } : { all: kids }];
    return;
  }
  if ("not" in node) return;
  if ("some" in node) yield [`${path} some made every`, { every: node.some }];
  else if ("every" in node) yield [`${path} every made some`, { some: node.every }];
  else yield [`${path} turned`, { not: node }];
  yield* widened(node, path);
}

const without = <Of extends object>(of: Of, key: string): Of =>
  Object.fromEntries(Object.entries(of).filter(([name]) => name !== key)) as Of;

function* widened(node: Condition, path: string): Generator<Changed> {
  if ("act" in node) {
    for (const key of ["by", "to", "about", "where"]) {
      if (Object.hasOwn(node.act, key))
        yield [`${path} without ${key}`, { act: without(node.act, key) }];
    }
  }
  if ("finding" in node) {
    const { finding } = node;
    const { value } = finding;
    yield [`${path} without value`, { finding: without(finding, "value") }];
    if (!Array.isArray(value)) return;
    for (const n of value.keys()) {
      yield [
        `${path} without value ${n}`,
        { finding: { ...finding, value: value.toSpliced(n, 1) } },
      ];
    }
  }
  if ("oneOf" in node) {
    const [value, among] = node.oneOf;
    if (among.length < 2) return;
    for (const n of among.keys()) {
      yield [`${path} without ${among[n]}`, { oneOf: [value, among.toSpliced(n, 1)] }];
    }
  }
  if ("atMost" in node)
    yield [`${path} bound turned round`, { atMost: [node.atMost[1], node.atMost[0]] }];
  if ("onOrAfter" in node) {
    const [day, from] = node.onOrAfter;
    yield [`${path} a day later`, { onOrAfter: [day, aDayAfter(from)] }];
    yield [`${path} a day earlier`, { onOrAfter: [aDayAfter(day), from] }];
  }
  if ("before" in node) {
    const [day, until] = node.before;
    yield [`${path} a day later`, { before: [day, aDayAfter(until)] }];
    yield [`${path} a day earlier`, { before: [aDayAfter(day), until] }];
  }
}

const aDayAfter = (day: DayTerm): DayTerm => ({ plus: [day, "P1D"] }) as DayTerm;

/** @example aDayMore("P3D") // => "P4D" */
const aDayMore = (period: string): string => {
  const days = /(\d+)D$/.exec(period)?.[1];
  return days === undefined ? `${period}1D` : period.replace(/\d+D$/, `${Number(days) + 1}D`);
};

const conditionKeys = [
  "when",
  "validWhen",
  "trigger",
  "dischargedBy",
  "endsWhen",
  "unless",
  "scope",
];

const ofNorm = function* (norm: Norm): Generator<readonly [string, Norm]> {
  for (const key of conditionKeys) {
    const node = Reflect.get(norm, key) as Condition | undefined;
    if (node === undefined) continue;
    for (const [how, changed] of changes(node, `${norm.id}/${key}`)) {
      yield [how, { ...norm, [key]: changed } as Norm];
    }
    if (key === "unless" || key === "endsWhen")
      yield [`${norm.id} without ${key}`, without(norm, key)];
  }
  if (norm.kind === "duty") {
    yield [`${norm.id} continuing turned`, { ...norm, continuing: !norm.continuing }];
    const { within } = norm.due;
    if (within !== undefined) {
      const due = { ...norm.due, within: aDayMore(within) };
      yield [`${norm.id} due a day later`, { ...norm, due } as Norm];
    }
    if (norm.due.grace !== undefined) {
      yield [`${norm.id} without grace`, { ...norm, due: without(norm.due, "grace") }];
    }
  }
  if ("bearer" in norm && typeof norm.bearer === "object" && norm.bearer.where !== undefined) {
    yield [`${norm.id} without bearer/where`, { ...norm, bearer: without(norm.bearer, "where") }];
  }
  if ("act" in norm && "oneOf" in norm.act && norm.act.oneOf.length > 1) {
    const { oneOf } = norm.act;
    for (const n of oneOf.keys()) {
      const act = { oneOf: oneOf.toSpliced(n, 1) };
      yield [`${norm.id} without ${oneOf[n]}`, { ...norm, act } as Norm];
    }
  }
  if (norm.kind === "power" && norm.act.about !== undefined) {
    yield [`${norm.id} about anything`, { ...norm, act: without(norm.act, "about") }];
  }
};

export const mutantsOf = function* (pack: Pack): Generator<Mutant> {
  for (const norm of pack.norms.values()) {
    if (norm.retired) continue;
    for (const [name, changed] of ofNorm(norm)) {
      const norms = new Map(pack.norms).set(norm.id, changed);
      yield { name, norm: norm.id, pack: { ...pack, norms } };
    }
  }
  for (const predicate of pack.predicates.values()) {
    for (const [name, when] of changes(predicate.when, `${predicate.id}/when`)) {
      const predicates = new Map(pack.predicates).set(predicate.id, { ...predicate, when });
      yield { name, norm: predicate.id, pack: { ...pack, predicates } };
    }
  }
};
