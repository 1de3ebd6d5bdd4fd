/**
 * A condition compiled once into closures; each node is known by its path in the pack.
 *
 * In:   a condition, the path of the node (`t-4-casus/when`), what predicates mean.
 * Out:  a `Test`: run in an environment it gives a truth, and, where asked, its nodes.
 */

import type { Condition } from "#charter";
import { act, finding, judgement } from "./acts.ts";
import { asLeaf, asNode, type Test } from "./env.ts";
import { atMost, compared, member, oneOf, outcome, reading, status, within } from "./leaves.ts";
import { atLeast, negation, quantified, series } from "./logic.ts";
import { setReader } from "./sets.ts";
import { readerOf } from "./values.ts";

/** What a predicate tests: its arguments by name, and its condition, compiled when first called. */
export type Callable = { readonly args: readonly string[]; readonly test: () => Test };

export type Calls = (name: string) => Callable | undefined;

const call = (calls: Calls, name: string, args: Called["args"] = {}): Test => {
  const readers = Object.entries(args).map(([arg, value]) => [arg, readerOf(value)] as const);
  return (env) => {
    const callable = calls(name);
    if (callable === undefined) throw new Error(`a pack was not checked: no predicate ${name}`);
    const names = new Map(readers.map(([arg, read]) => [arg, read(env)]));
    const situation = env.names.get("s");
    if (!names.has("s") && situation !== undefined) names.set("s", situation);
    const inner = { ...env, names, node: env.node };
    const found = callable.test()(inner);
    env.node = inner.node;
    return found;
  };
};

type Called = Extract<Condition, { readonly is: unknown }>["is"];

export const compile = (node: Condition, path: string, calls: Calls): Test => {
  const kidsOf = (of: readonly Condition[], key: string) => ({
    ids: of.map((_, index) => `${path}/${key}/${index}`),
    tests: of.map((kid, index) => compile(kid, `${path}/${key}/${index}`, calls)),
  });
  if ("all" in node) {
    const { ids, tests } = kidsOf(node.all, "all");
    return asNode(path, "all", series(path, tests, ids, "false"));
  }
  if ("any" in node) {
    const { ids, tests } = kidsOf(node.any, "any");
    return asNode(path, "any", series(path, tests, ids, "true"));
  }
  if ("not" in node) {
    return asNode(path, "not", negation(compile(node.not, `${path}/not`, calls)));
  }
  if ("atLeast" in node) {
    const { tests } = kidsOf(node.atLeast.of, "atLeast");
    return asNode(path, "atLeast", atLeast(path, node.atLeast.n, tests));
  }
  if ("some" in node) {
    const { in: set, as, where } = node.some;
    const test = compile(where, `${path}/some`, calls);
    return asNode(path, "some", quantified(path, setReader(set), as, test, "true"));
  }
  if ("every" in node) {
    const { in: set, as, where } = node.every;
    const test = compile(where, `${path}/every`, calls);
    return asNode(path, "every", quantified(path, setReader(set), as, test, "false"));
  }
  if ("is" in node) return asNode(path, "is", call(calls, node.is.name, node.is.args));
  const [op = "", test] = leafOf(node, path, calls);
  return asLeaf(path, op, test);
};

const leafOf = (node: Condition, path: string, calls: Calls): readonly [string, Test] => {
  if ("eq" in node) return ["eq", oneOf(node.eq[0], [node.eq[1]])];
  if ("oneOf" in node) return ["oneOf", oneOf(node.oneOf[0], node.oneOf[1])];
  if ("atMost" in node) return ["atMost", atMost(node.atMost[0], node.atMost[1])];
  if ("member" in node) return ["member", member(node.member[0], node.member[1])];
  if ("before" in node) return ["before", compared(node.before[0], node.before[1], true)];
  if ("onOrAfter" in node) {
    return ["onOrAfter", compared(node.onOrAfter[0], node.onOrAfter[1], false)];
  }
  if ("within" in node) {
    const { date, from, for: length } = node.within;
    return ["within", within(date, from, { plus: [from, length] })];
  }
  if ("status" in node) {
    return ["status", status(node.status.of, node.status.in, node.status.is)];
  }
  if ("act" in node) {
    const { where } = node.act;
    const inner = where === undefined ? undefined : compile(where, `${path}/where`, calls);
    return ["act", act(path, node.act, inner)];
  }
  if ("finding" in node) return ["finding", finding(path, node.finding)];
  if ("outcome" in node) return ["outcome", outcome(node.outcome.of, node.outcome.is)];
  if ("judgement" in node) return ["judgement", judgement(path, node.judgement.id)];
  if ("reading" in node) return ["reading", reading(node.reading.axis, node.reading.is)];
  throw new Error(`no leaf: ${Object.keys(node).join()}`);
};
