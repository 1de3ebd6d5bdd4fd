import { describe, expect, test } from "vitest";
import { canonicalEntry, readCanonicalEntry, readJson } from "./canonical.ts";
import { when } from "./when.ts";

/** A small generator (mulberry32), so that a failure can be run again by its seed. */
const chances = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const textOf = (pieces: readonly string[], chance: (below: number) => number): string =>
  Array.from({ length: chance(14) }, () => pieces[chance(pieces.length)]).join("");

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const inputs = 1_000_000;

describe.each([1, 2])("a million hostile texts, seed %d", (seed) => {
  test("JSON: a value or a refusal, and JSON.parse agrees", () => {
    const pieces = [
      ...'{}[],:"\\ \n-+.eE019',
      ...['"a"', '"b":', '"a":1', "[]", "true", "null", "\\u0061", "\\ud800", "1e400", "\u0000"],
    ];
    const chance = chances(seed);
    for (let input = 0; input < inputs; input += 1) {
      const text = textOf(pieces, chance);
      const freely = readJson(text);
      const strictly = readCanonicalEntry(text);
      // Text that is not JSON may be refused for something that comes before.
      const agreed = isJson(text)
        ? freely.ok || freely.refusal.code !== "entry.not-json"
        : !freely.ok;
      const kept = !strictly.ok || (freely.ok && canonicalEntry(strictly.value) === text);
      if (!agreed || !kept) expect({ text, freely, strictly }).toBe("consistent");
    }
  });

  test("dates: a window in order, or a refusal", () => {
    const pieces = [
      ..."0123456789-/.[]?~ ",
      ...["1992", "-05", "-02-29", "-15", "..", "1900", "[1992..", "/.."],
    ];
    const chance = chances(seed);
    for (let input = 0; input < inputs; input += 1) {
      const text = textOf(pieces, chance);
      const found = when(text);
      if (found.ok && found.value.earliest > found.value.latest) expect(text).toBe("in order");
    }
  });
});
