/**
 * What a pack's norms may cost at the most, known before any of them runs.
 *
 * A leaf costs 1, a node the sum of its parts, a quantifier its part once for each member of its
 * set. A set counts as many states as the pack has, a list as many as it names. A call costs what
 * its predicate costs, which is counted once, so that doubling calls cannot make the check slow.
 */

import type { Condition, SetTerm } from "../condition.ts";
import type { Bearer, Norm, Predicate } from "../norm.ts";

/** At 0.4 million traced nodes a second, a whole pack is judged within ten seconds at the worst. */
export const mostCost = 4_000_000;

export type Costs = {
  readonly states: number;
  readonly predicates: ReadonlyMap<string, Condition>;
  readonly known: Map<string, number>;
};

export const costsOf = (
  states: number,
  predicates: readonly Predicate[],
  norms: readonly Norm[],
): Costs => ({
  states: Math.max(states, 1),
  predicates: new Map([
    ...predicates.map(({ id, when }) => [id, when] as const),
    ...norms.flatMap((norm) => (norm.kind === "qualifies" ? [[norm.id, norm.when] as const] : [])),
  ]),
  known: new Map(),
});

const sizeOf = ({ states }: Costs, set: SetTerm): number =>
  "list" in set ? set.list.length : states;

const sum = (costs: Costs, nodes: readonly Condition[]): number =>
  nodes.reduce((total, node) => total + costOf(costs, node), 1);

export const costOf = (costs: Costs, node: Condition): number => {
  if ("all" in node) return sum(costs, node.all);
  if ("any" in node) return sum(costs, node.any);
  if ("not" in node) return 1 + costOf(costs, node.not);
  if ("atLeast" in node) return sum(costs, node.atLeast.of);
  if ("some" in node) return 1 + sizeOf(costs, node.some.in) * costOf(costs, node.some.where);
  if ("every" in node) return 1 + sizeOf(costs, node.every.in) * costOf(costs, node.every.where);
  if ("member" in node) return sizeOf(costs, node.member[1]);
  if ("act" in node) return 1 + (node.act.where === undefined ? 0 : costOf(costs, node.act.where));
  if (!("is" in node)) return 1;
  const { name } = node.is;
  const known = costs.known.get(name);
  if (known !== undefined) return known;
  costs.known.set(name, Number.POSITIVE_INFINITY); // A circle has no bound; it is told elsewhere.
  const body = costs.predicates.get(name);
  const found = body === undefined ? 1 : 1 + costOf(costs, body);
  costs.known.set(name, found);
  return found;
};

const times = (costs: Costs, bearer: Bearer): number => {
  if (typeof bearer !== "object") return 1;
  const { in: set, where } = bearer;
  return sizeOf(costs, set) * (1 + (where === undefined ? 0 : costOf(costs, where)));
};

/** All conditions of a norm, by the key that they stand under. */
export const conditionsOf = (norm: Norm): readonly (readonly [string, Condition])[] => {
  const pairs = (of: { readonly [key: string]: Condition | undefined }) =>
    Object.entries(of).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const]));
  switch (norm.kind) {
    case "qualifies":
    case "permission":
      return pairs({ when: norm.when });
    case "power":
      return pairs({ validWhen: norm.validWhen });
    case "duty": {
      const { trigger, dischargedBy, endsWhen } = norm;
      return pairs({ trigger, dischargedBy, endsWhen });
    }
    case "prohibition":
      return pairs({ when: norm.when, unless: norm.unless });
    case "priority":
      return pairs({ scope: norm.scope });
    case "immunity":
    case "accounts":
      return [];
  }
};

/** Who bears or holds a norm, by the key that it stands under. */
export const bearersOf = (norm: Norm): readonly (readonly [string, Bearer])[] => {
  switch (norm.kind) {
    case "duty":
    case "prohibition":
      return [["bearer", norm.bearer]];
    case "power":
    case "permission":
      return [["holder", norm.holder]];
    case "immunity":
      return [
        ["holder", norm.holder],
        ["from", norm.from],
      ];
    default:
      return [];
  }
};

export const costOfNorm = (costs: Costs, norm: Norm): number => {
  const once = conditionsOf(norm).reduce((total, [, node]) => total + costOf(costs, node), 1);
  return bearersOf(norm).reduce((total, [, bearer]) => total * times(costs, bearer), once);
};
