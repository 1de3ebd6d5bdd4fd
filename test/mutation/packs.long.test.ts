/**
 * S-33: every mutant of a shipped pack breaks one of its cases. What means the same is listed with the
 * reason, and is at most three of a hundred.
 */

import { describe, expect, test } from "vitest";
import type { Case, Pack } from "#charter";
import { runCase } from "#rules";
import { packOf } from "../world.ts";
import { equivalents } from "./equivalents.ts";
import { mutantsOf } from "./mutants.ts";

/** The cases that look at a leaf of a norm or predicate at all. */
const watching = (pack: Pack): ReadonlyMap<string, readonly Case[]> => {
  const cases = new Map<string, Set<Case>>();
  for (const one of pack.cases) {
    const looked = new Set<string>(one.shows.map(({ norm }) => norm));
    runCase(pack, one, (leaf) => looked.add(leaf.slice(0, leaf.indexOf("/"))));
    for (const name of looked) cases.set(name, (cases.get(name) ?? new Set()).add(one));
  }
  return new Map([...cases].map(([name, all]) => [name, [...all]]));
};

const most = 0.03;

describe.each(["csto", "isles", "nato"] as const)("every mutant of %s", (org) => {
  const pack = packOf(org);
  const cases = watching(pack);
  const all = [...mutantsOf(pack)];

  test("breaks a case, unless it means the same", () => {
    const lives = (mutant: Pack, under: readonly Case[]): boolean =>
      under.every((one) => runCase(mutant, one).failures.length === 0);
    // The cases that look at it first: most mutants die there, and only the rest need all others.
    const living = all
      .filter(({ norm, pack: mutant }) => lives(mutant, cases.get(norm) ?? []))
      .filter(({ pack: mutant }) => lives(mutant, pack.cases))
      .map(({ name }) => name);
    expect(living.toSorted()).toEqual(Object.keys(equivalents[org]).toSorted());
  });

  test("at most three of a hundred mean the same", () => {
    expect(Object.keys(equivalents[org]).length / all.length).toBeLessThanOrEqual(most);
  });
});
