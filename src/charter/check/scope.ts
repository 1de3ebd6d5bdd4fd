/**
 * Every name in a condition: bound before it is used, of a thing that has that field, and every
 * reference to something that the pack holds. At most three quantifiers within each other.
 *
 * Out:  slips; and in `bound` the names that acts and findings bind for what follows.
 */

import type { Condition, DayTerm, SetTerm, Value } from "../condition.ts";
import type { Ids } from "./ids.ts";
import { type Known, nearest, reference, type Slips, slip } from "./slip.ts";

/** What a name stands for; a state has no fields. */
export type Thing = "state" | "situation" | "act" | "any";

export type Bound = Map<string, Thing>;

/** What the conditions of a pack may name. `args`: of each predicate, in order. */
export type Law = {
  readonly ids: Ids;
  readonly args: ReadonlyMap<string, readonly string[]>;
  readonly options: ReadonlyMap<string, readonly string[]>; // Of each axis.
  readonly makers: ReadonlyMap<string, readonly string[]>; // Of each kind of finding.
};

type Place = {
  readonly file: string;
  readonly law: Law;
  readonly bound: Bound;
  readonly depth: number;
};

const mostNested = 3;

const fieldsOf: { readonly [T in Thing]?: readonly string[] } = {
  state: [],
  situation: ["victim", "attacker", "on"],
};

/** A value: a literal, or a path to something bound. */
export function* checkValue(place: Place, at: string, value: unknown): Slips {
  if (typeof value !== "string" || !value.startsWith("$")) return;
  const [name = "", field] = value.slice(1).split(".");
  const thing = place.bound.get(name);
  if (thing === undefined) {
    const names = new Set([...place.bound.keys()].map((one) => `$${one}`));
    yield slip(place.file, at, "norm.unbound", value, nearest(`$${name}`, names));
    return;
  }
  const fields = fieldsOf[thing];
  if (field === undefined || fields === undefined || fields.includes(field)) return;
  yield slip(place.file, at, "norm.field", value, [`$${name}`, ...fields].join(" | "));
}

const isPath = (value: string): boolean => value.startsWith("$");

export function* checkDayTerm(place: Place, at: string, term: DayTerm): Slips {
  if (typeof term === "object") {
    yield* checkDayTerm(place, `${at}/plus/0`, term.plus[0]);
    return;
  }
  if (isPath(term)) yield* checkValue(place, at, term);
}

export function* checkSet(place: Place, at: string, set: SetTerm): Slips {
  const { ids } = place.law;
  if ("parties" in set) {
    yield* reference(place.file, `${at}/parties`, set.parties, ids.instruments);
  }
  if ("members" in set) yield* reference(place.file, `${at}/members`, set.members, ids.bodies);
  if ("participants" in set) yield* checkValue(place, `${at}/participants`, set.participants);
  if (!("list" in set)) return;
  for (const [index, one] of set.list.entries()) {
    yield* checkValue(place, `${at}/list/${index}`, one);
  }
}

function* each<T>(
  place: Place,
  at: string,
  items: readonly T[],
  check: (place: Place, at: string, item: T) => Slips,
): Slips {
  for (const [index, item] of items.entries()) yield* check(place, `${at}/${index}`, item);
}

/** A whole condition. */
export function* checkCondition(place: Place, at: string, node: Condition): Slips {
  const { file, law } = place;
  if ("all" in node) return yield* each(place, `${at}/all`, node.all, checkCondition);
  if ("any" in node) return yield* each(place, `${at}/any`, node.any, checkCondition);
  if ("not" in node) return yield* checkCondition(place, `${at}/not`, node.not);
  if ("atLeast" in node) {
    const { n, of } = node.atLeast;
    if (n > of.length) yield slip(file, `${at}/atLeast/n`, "schema.range", n, `<= ${of.length}`);
    return yield* each(place, `${at}/atLeast/of`, of, checkCondition);
  }
  if ("some" in node) return yield* checkQuantified(place, `${at}/some`, node.some);
  if ("every" in node) return yield* checkQuantified(place, `${at}/every`, node.every);
  if ("eq" in node) return yield* each<Value>(place, `${at}/eq`, node.eq, checkValue);
  if ("oneOf" in node) {
    yield* checkValue(place, `${at}/oneOf/0`, node.oneOf[0]);
    return yield* each<Value>(place, `${at}/oneOf/1`, node.oneOf[1], checkValue);
  }
  if ("atMost" in node) return yield* each<Value>(place, `${at}/atMost`, node.atMost, checkValue);
  if ("member" in node) {
    yield* checkValue(place, `${at}/member/0`, node.member[0]);
    return yield* checkSet(place, `${at}/member/1`, node.member[1]);
  }
  if ("before" in node) return yield* each(place, `${at}/before`, node.before, checkDayTerm);
  if ("onOrAfter" in node) {
    return yield* each(place, `${at}/onOrAfter`, node.onOrAfter, checkDayTerm);
  }
  if ("within" in node) {
    yield* checkDayTerm(place, `${at}/within/date`, node.within.date);
    return yield* checkDayTerm(place, `${at}/within/from`, node.within.from);
  }
  if ("status" in node) {
    yield* checkValue(place, `${at}/status/of`, node.status.of);
    return yield* reference(file, `${at}/status/in`, node.status.in, law.ids.statusTowards);
  }
  if ("act" in node) return yield* checkAct(place, `${at}/act`, node.act);
  if ("finding" in node) return yield* checkFinding(place, `${at}/finding`, node.finding);
  if ("outcome" in node) return yield* checkValue(place, `${at}/outcome/of`, node.outcome.of);
  if ("is" in node) return yield* checkCall(place, `${at}/is`, node.is);
  if ("judgement" in node) {
    return yield* reference(file, `${at}/judgement`, "judgement", law.ids.findings);
  }
  const { axis, is } = node.reading;
  yield* reference(file, `${at}/reading/axis`, axis, law.ids.axes);
  const options = law.options.get(axis);
  const known: Known = { ids: new Set(options), complete: options !== undefined };
  for (const [index, option] of is.entries()) {
    yield* reference(file, `${at}/reading/is/${index}`, option, known);
  }
}

type Of<Key extends string> = Extract<Condition, { readonly [K in Key]: unknown }>[Key];

function* checkQuantified(place: Place, at: string, { in: set, as, where }: Of<"some">): Slips {
  yield* checkSet(place, `${at}/in`, set);
  const depth = place.depth + 1;
  if (depth > mostNested) {
    yield slip(place.file, at, "norm.nesting", depth, `<= ${mostNested}`);
    return;
  }
  const bound: Bound = new Map(place.bound).set(as, "state");
  yield* checkCondition({ ...place, bound, depth }, `${at}/where`, where);
}

function* checkAct(place: Place, at: string, leaf: Of<"act">): Slips {
  const { file, law, bound } = place;
  yield* reference(file, `${at}/deed`, leaf.deed, law.ids.deeds);
  for (const key of ["by", "to", "about"] as const) {
    if (leaf[key] !== undefined) yield* checkValue(place, `${at}/${key}`, leaf[key]);
  }
  if (leaf.as !== undefined) bound.set(leaf.as, "act");
  if (leaf.where !== undefined) yield* checkCondition(place, `${at}/where`, leaf.where);
}

function* checkFinding(place: Place, at: string, leaf: Of<"finding">): Slips {
  const { file, law, bound } = place;
  yield* reference(file, `${at}/kind`, leaf.kind, law.ids.findings);
  yield* checkValue(place, `${at}/about`, leaf.about);
  if (Array.isArray(leaf.value)) {
    yield* each<Value>(place, `${at}/value`, leaf.value as readonly Value[], checkValue);
  } else yield* checkValue(place, `${at}/value`, leaf.value);
  const makers = law.makers.get(leaf.kind);
  const known: Known = { ids: new Set(makers), complete: makers !== undefined };
  for (const [index, by] of (leaf.by ?? []).entries()) {
    yield* reference(file, `${at}/by/${index}`, by, known);
  }
  if (leaf.as !== undefined) bound.set(leaf.as, "act");
}

function* checkCall(place: Place, at: string, { name, args = {} }: Of<"is">): Slips {
  const { file, law } = place;
  yield* reference(file, `${at}/name`, name, law.ids.predicates);
  const wanted = law.args.get(name);
  for (const [arg, value] of Object.entries(args)) {
    if (wanted !== undefined && !wanted.includes(arg)) {
      const accepted = `{ ${wanted.join(", ")} }`;
      yield slip(file, `${at}/args/${arg}`, "schema.unknown-key", arg, accepted);
    } else yield* checkValue(place, `${at}/args/${arg}`, value);
  }
  for (const arg of wanted ?? []) {
    if (Object.hasOwn(args, arg)) continue;
    yield slip(file, at, "schema.missing", undefined, `{ args: { ${arg} } }`);
  }
}

/** A place to begin at, with what the norm or predicate has bound. */
export const placeOf = (file: string, law: Law, bound: Bound): Place => ({
  file,
  law,
  bound,
  depth: 0,
});
