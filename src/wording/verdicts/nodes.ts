/**
 * A node of a trace in words: a leaf of a norm, a rule or a choice of a procedure, a life rule.
 *
 * In:   the path of a node (`t-4-casus/when/all/2`, `council-consensus/rule/counts-for`), the pack.
 * Out:  one phrase; a path that the pack does not know stands for itself.
 */

import type { Condition, DayTerm, Norm, Pack, Procedure, SetTerm, Value } from "#charter";
import { kindOf } from "#record";
import type { Tongue } from "../table.ts";
import { citeOf, kindName, nameOf, wordsOf } from "../titles.ts";
import type { Place, VerdictWords } from "./words.ts";

/** How one language says nodes of one pack. */
export type NodeSay = {
  readonly tongue: Tongue;
  readonly words: VerdictWords;
  readonly list: (names: readonly string[]) => string;
  /** A state, a body, anybody else by the pack's name. */
  readonly name: (who: string) => string;
};

export const nodeSay = (tongue: Tongue, words: VerdictWords): NodeSay => {
  const { pack, language } = tongue;
  const name = (who: string): string =>
    nameOf(pack.bodies.has(who) ? `body/${who}` : who, pack, language);
  return { tongue, words, name, list: (names) => names.join(", ") };
};

const authorities: readonly string[] = ["victim", "each-party"];

/** Who may find: a body, a party to the situation, anybody with an address. */
export const authorityText = (who: string, { words, name }: NodeSay): string => {
  if (who === "victim") return words.variables["s.victim"];
  return authorities.includes(who) ? words.variables.other : name(who);
};

const isPlace = (word: string, words: VerdictWords): word is Place =>
  Object.hasOwn(words.nodes.places, word);

export const valueText = (value: Value, say: NodeSay): string => {
  const { words, name } = say;
  if (typeof value !== "string") return words.values[String(value)] ?? String(value);
  if (!value.startsWith("$")) return words.values[value] ?? name(value);
  const path = value.slice(1);
  const { variables } = words;
  const known = Object.entries(variables).find(([key]) => key === path);
  if (known !== undefined) return known[1];
  return /^m\b/.test(path) ? variables.bearer : /^[a-z]$/.test(path) ? variables.other : path;
};

const setText = (set: SetTerm, say: NodeSay): string => {
  const { nodes } = say.words;
  if ("parties" in set) return nodes.parties(say.name(`instrument/${set.parties}`));
  if ("members" in set) return nodes.members(say.name(set.members));
  if ("participants" in set) return nodes.participants;
  return say.list(set.list.map((one) => valueText(one, say)));
};

const dayText = (term: DayTerm, say: NodeSay): string =>
  typeof term === "string"
    ? term.startsWith("$")
      ? term.slice(1)
      : term
    : `${dayText(term.plus[0], say)} + ${term.plus[1]}`;

/** A deed by the name of the kind that it is stored as. */
export const deedText = (deed: string, { tongue: { pack, language } }: NodeSay): string => {
  const special = [...pack.acts.values()].find((one) => one.deed === deed);
  return kindName(kindOf(special?.is ?? deed)?.kind ?? deed, language);
};

/** A kind of finding: the core ones are ours to name, a pack names its own. */
export const findingName = (kind: string, { words, tongue }: NodeSay): string =>
  words.findings[kind] ?? tongue.pack.vocab[tongue.language].get(kind) ?? kind;

/** One condition in a phrase; what has parts says only how they hang together. */
export const conditionText = (node: Condition, say: NodeSay): string => {
  const { nodes } = say.words;
  const { language, pack } = say.tongue;
  const value = (one: Value): string => valueText(one, say);
  if ("finding" in node) {
    const { kind, value: wanted, by = [] } = node.finding;
    const all = wanted === undefined ? [] : [wanted].flat();
    const makers = by.map((one) => authorityText(one, say));
    return nodes.finding(findingName(kind, say), say.list(all.map(value)), say.list(makers));
  }
  if ("act" in node) {
    const { deed, by, to } = node.act;
    const who = by === undefined ? "" : value(by);
    return nodes.act(deedText(deed, say), who, to === undefined ? "" : value(to));
  }
  if ("status" in node) {
    const { of, in: towards, is } = node.status;
    const where = towards === pack.id ? pack.names[language] : say.name(`instrument/${towards}`);
    return nodes.status(value(of), where, say.list(is.map((one) => say.words.statuses[one])));
  }
  if ("eq" in node) return nodes.is(value(node.eq[0]), value(node.eq[1]));
  if ("oneOf" in node)
    return nodes.belongs(value(node.oneOf[0]), say.list(node.oneOf[1].map(value)));
  if ("member" in node) return nodes.belongs(value(node.member[0]), setText(node.member[1], say));
  if ("before" in node)
    return nodes.before(dayText(node.before[0], say), dayText(node.before[1], say));
  if ("onOrAfter" in node) {
    return nodes.onOrAfter(dayText(node.onOrAfter[0], say), dayText(node.onOrAfter[1], say));
  }
  if ("within" in node) {
    const { date, from, for: length } = node.within;
    return nodes.within(dayText(date, say), dayText(from, say), length);
  }
  if ("outcome" in node) {
    const { of, is } = node.outcome;
    return nodes.outcome(value(of), say.list(is.map((one) => say.words.outcomes[one])));
  }
  if ("judgement" in node) return nodes.judgement(node.judgement.text[language]);
  if ("reading" in node) {
    const { axis, is } = node.reading;
    const options = is.map((id) => optionText(axis, id, say));
    return say.list(options);
  }
  if ("is" in node) return nodes.predicate(node.is.name);
  if ("not" in node) return nodes.not(conditionText(node.not, say));
  if ("some" in node) return nodes.some;
  if ("every" in node) return nodes.every;
  return "all" in node ? nodes.all : nodes.any;
};

/** The gist of an option of an axis; its id where it has none. */
export const optionText = (axis: string, option: string, { tongue }: NodeSay): string =>
  tongue.pack.axes.get(axis)?.options.get(option)?.gist[tongue.language] ?? option;

const childOf = (
  node: Condition,
  step: string,
  index: string | undefined,
): Condition | undefined => {
  if (step === "not" && "not" in node) return node.not;
  if (step === "some" && "some" in node) return node.some.where;
  if (step === "every" && "every" in node) return node.every.where;
  if (step === "where" && "act" in node) return node.act.where;
  const n = Number(index);
  if (step === "all" && "all" in node) return node.all[n];
  if (step === "any" && "any" in node) return node.any[n];
  return step === "atLeast" && "atLeast" in node ? node.atLeast.of[n] : undefined;
};

/** The condition at a path, with how often it was denied on the way. */
const walk = (
  node: Condition | undefined,
  steps: readonly string[],
): { readonly node: Condition; readonly isDenied: boolean } | undefined => {
  let at = node;
  let isDenied = false;
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i] ?? "";
    if (at === undefined) return undefined;
    const isNumbered = step === "all" || step === "any" || step === "atLeast";
    at = childOf(at, step, steps[i + 1]);
    if (isNumbered) i += 1;
    if (step === "not") isDenied = !isDenied;
  }
  return at === undefined ? undefined : { node: at, isDenied };
};

const conditionIn = (
  norm: Norm | { readonly when: Condition },
  key: string,
): Condition | undefined => {
  if (key !== "bearer") return Reflect.get(norm, key) as Condition | undefined;
  const bearer: unknown = Reflect.get(norm, "bearer") ?? Reflect.get(norm, "holder");
  return typeof bearer === "object" && bearer !== null
    ? (Reflect.get(bearer, "where") as Condition | undefined)
    : undefined;
};

const normNode = (
  norm: Norm | { readonly when: Condition },
  [key = "", ...steps]: readonly string[],
  say: NodeSay,
): string | undefined => {
  const { places } = say.words.nodes;
  const found = walk(conditionIn(norm, key), steps);
  const isPart = found !== undefined && (steps.length > 0 || !isPlace(key, say.words));
  if (isPart) {
    const text = conditionText(found.node, say);
    return found.isDenied ? say.words.nodes.not(text) : text;
  }
  return isPlace(key, say.words) ? places[key] : undefined;
};

const procedureNode = (
  { forms, rule: ordinary }: Procedure,
  [key = "", ...steps]: readonly string[],
  say: NodeSay,
): string | undefined => {
  const { words, tongue } = say;
  const { nodes } = words;
  const { positions, forms: formNames } = wordsOf(tongue.language).lists;
  const [first = "", last = ""] = steps;
  switch (key) {
    case "rule":
      if (first === "counts-for" || first === "blocks") return nodes.consensus[first];
      return ordinary.kind === "majority" ? nodes.majority : nodes.unanimity;
    case "positions":
      return nodes.position(positions[first as keyof typeof positions] ?? first);
    case "forms": {
      const name = formNames[first as keyof typeof formNames] ?? first;
      if (isPlace(last, words)) return nodes.places[last];
      const needs = walk(forms.find(({ id }) => id === first)?.needs, steps.slice(2));
      if (needs === undefined || steps.length < 3) return nodes.form(name);
      return conditionText(needs.node, say);
    }
    case "laterExpression":
      return isPlace(first, words) ? nodes.places[first] : undefined;
    default:
      return isPlace(key, words) ? nodes.places[key] : undefined;
  }
};

export const nodeText = (id: string, say: NodeSay): string => {
  const { pack } = say.tongue;
  const [owner = "", ...steps] = id.split("/");
  const norm = pack.norms.get(owner) ?? pack.predicates.get(owner);
  const procedure = pack.procedures.get(owner);
  const instrument = pack.instruments.get(owner);
  if (norm !== undefined) return normNode(norm, steps, say) ?? id;
  if (procedure !== undefined) return procedureNode(procedure, steps, say) ?? id;
  if (instrument !== undefined && steps[0] === "life") {
    const { lifeRule, lifeRules } = say.words.nodes;
    const path = steps.slice(1).join("/");
    return lifeRule(say.name(`instrument/${owner}`), lifeRules[path] ?? path);
  }
  return isPlace(owner, say.words) ? say.words.nodes.places[owner] : id;
};

/** The clause on which a node stands: the provision of its norm, or the procedure's first. */
export const clausesOf = (id: string, pack: Pack): readonly string[] => {
  const [owner = ""] = id.split("/");
  const procedure = pack.procedures.get(owner);
  if (procedure !== undefined) {
    return procedure.authority === "unsourced" ? [] : procedure.authority;
  }
  const held = [...pack.provisions.values()].find(({ versions }) =>
    versions.some(({ norms }) => norms.includes(owner)),
  );
  return held === undefined ? [] : [held.id];
};

/** A norm by its clause and its id: "Collective Security Treaty, article 4 (t-4-help)". */
export const normText = (norm: string, { tongue: { pack, language } }: NodeSay): string => {
  const [clause] = clausesOf(norm, pack);
  return clause === undefined ? norm : `${citeOf(clause, pack, language)} (${norm})`;
};
