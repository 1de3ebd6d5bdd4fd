import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries, floor, next, remove, replace, set, type Tree } from "./tree.ts";

const key = fc.integer({ min: -40, max: 40 });
const step = fc.oneof(
  fc.record({ do: fc.constant("set" as const), key, value: fc.nat() }),
  fc.record({ do: fc.constant("remove" as const), key }),
  fc.record({ do: fc.constant("replace" as const), key, width: fc.nat(20), value: fc.nat() }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const onTree = (tree: Tree<number>, one: Step): Tree<number> => {
  if (one.do === "set") return set(tree, one.key, one.value);
  if (one.do === "remove") return remove(tree, one.key);
  return replace(tree, one.key, one.key + one.width, one.width > 0 ? [[one.key, one.value]] : []);
};

const onMap = (map: ReadonlyMap<number, number>, one: Step): ReadonlyMap<number, number> => {
  const made = new Map(map);
  if (one.do === "set") made.set(one.key, one.value);
  else if (one.do === "remove") made.delete(one.key);
  else {
    for (const k of map.keys()) if (k >= one.key && k < one.key + one.width) made.delete(k);
    if (one.width > 0) made.set(one.key, one.value);
  }
  return made;
};

const sorted = (map: ReadonlyMap<number, number>) => [...map].sort(([a], [b]) => a - b);

describe("the persistent tree", () => {
  test("is a sorted map after every change, and every older tree stays whole (seed 20261123)", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const trees: Tree<number>[] = [undefined];
        const maps: ReadonlyMap<number, number>[] = [new Map()];
        for (const one of steps) {
          trees.push(onTree(trees.at(-1), one));
          maps.push(onMap(maps.at(-1) ?? new Map(), one));
        }
        for (const [i, tree] of trees.entries()) {
          expect([...entries(tree)]).toEqual(sorted(maps[i] ?? new Map()));
        }
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  test("finds the last key up to a day and the first after it (seed 20261124)", () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), key, (keys, day) => {
        const tree = keys.reduce<Tree<number>>((t, k) => set(t, k, k), undefined);
        const upTo = keys.filter((k) => k <= day);
        const after = keys.filter((k) => k > day);
        expect(floor(tree, day)?.value).toBe(upTo.length > 0 ? Math.max(...upTo) : undefined);
        expect(next(tree, day)?.value).toBe(after.length > 0 ? Math.min(...after) : undefined);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  test("has one shape whatever the order of insertion", () => {
    const days = Array.from({ length: 500 }, (_, i) => i * 7);
    const early = [...days].reverse().reduce<Tree<number>>((t, k) => set(t, k, k), undefined);
    const late = days.reduce<Tree<number>>((t, k) => set(t, k, k), undefined);
    expect(early).toEqual(late);
  });
});
