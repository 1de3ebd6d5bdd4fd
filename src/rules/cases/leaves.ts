/**
 * Every leaf of a pack's norms and predicates, by the path that traces name it by.
 */

import type { Condition, Norm, Pack } from "#charter";

const kids = (of: readonly Condition[], path: string): readonly string[] =>
  of.flatMap((kid, index) => leavesIn(kid, `${path}/${index}`));

const leavesIn = (node: Condition, path: string): readonly string[] => {
  if ("all" in node) return kids(node.all, `${path}/all`);
  if ("any" in node) return kids(node.any, `${path}/any`);
  if ("not" in node) return leavesIn(node.not, `${path}/not`);
  if ("atLeast" in node) return kids(node.atLeast.of, `${path}/atLeast`);
  if ("some" in node) return leavesIn(node.some.where, `${path}/some`);
  if ("every" in node) return leavesIn(node.every.where, `${path}/every`);
  if ("is" in node) return [];
  if (!("act" in node) || node.act.where === undefined) return [path];
  return [path, ...leavesIn(node.act.where, `${path}/where`)];
};

const keys = ["when", "validWhen", "trigger", "dischargedBy", "endsWhen", "unless", "scope"];

const leavesOfNorm = (norm: Norm): readonly string[] =>
  keys.flatMap((key) => {
    const node = Reflect.get(norm, key) as Condition | undefined;
    return node === undefined ? [] : leavesIn(node, `${norm.id}/${key}`);
  });

export const leavesOf = ({ norms, predicates }: Pack): readonly string[] => [
  ...[...norms.values()].flatMap(leavesOfNorm),
  ...[...predicates.values()].flatMap(({ id, when }) => leavesIn(when, `${id}/when`)),
];
