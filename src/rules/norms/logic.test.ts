import { describe, expect, test } from "vitest";
import { tinyPack } from "#charter/testing";
import { fold } from "#record";
import type { Test } from "./env.ts";
import { atLeast, quantified, series } from "./logic.ts";
import { underReadings } from "./readings.ts";
import { factsOf } from "./recorded.ts";
import { envOf } from "./run.ts";
import type { Truth } from "./truth.ts";

const record = fold(tinyPack(), []);
const facts = factsOf(record, 0, { on: 0 });
const env = () => envOf({ facts, choose: () => undefined, ignored: new Map(), isFull: false }, []);

const gap = { record: "gap", span: "", wouldMake: "met" };
const words: { readonly [letter: string]: Truth } = { t: "true", f: "false", u: "unknown" };

/** A test that keeps the promise: what is missing is told only where the result is unknown. */
const of =
  (letter: string): Test =>
  (run) => {
    const truth = words[letter] ?? "unknown";
    if (truth === "unknown") run.missing.push(gap);
    run.node = letter;
    return truth;
  };

const each = (letters: string) => [...letters].map(of);
const ids = (letters: string) => [...letters];

describe("S-1: Kleene's tables, decided early, and nothing missing where the result is settled", () => {
  test.each([
    ["tt", "true", "true"],
    ["tf", "false", "true"],
    ["ff", "false", "false"],
    ["tu", "unknown", "true"],
    ["fu", "false", "unknown"],
    ["uf", "false", "unknown"],
    ["ut", "unknown", "true"],
    ["uu", "unknown", "unknown"],
  ] as const)("%s: all %s, any %s", (letters, all, any) => {
    for (const [decides, wanted] of [
      ["false", all],
      ["true", any],
    ] as const) {
      const run = env();
      expect(series("x", each(letters), ids(letters), decides)(run)).toBe(wanted);
      expect(run.missing.length > 0).toBe(wanted === "unknown");
    }
  });

  test.each([
    ["ttf", 2, "true"],
    ["tfu", 2, "unknown"],
    ["ffu", 2, "false"],
    ["tuu", 1, "true"],
    ["uuf", 3, "false"],
  ] as const)("%s: at least %i is %s", (letters, n, wanted) => {
    const run = env();
    expect(atLeast("x", n, each(letters))(run)).toBe(wanted);
    expect(run.missing.length > 0).toBe(wanted === "unknown");
  });

  test.each([
    ["an empty set", [], "t", "false", "true"],
    ["a sure member", ["t"], "f", "false", "false"],
    ["a doubtful member for whom it does not hold", ["u"], "f", "false", "unknown"],
    ["a doubtful member for whom it holds", ["u"], "t", "unknown", "true"],
  ] as const)("%s", (_name, seats, letter, some, every) => {
    const set = () =>
      seats.map((truth, n) => ({
        state: `XN${n}`,
        truth: words[truth] ?? "unknown",
        because: gap,
      }));
    expect(quantified("x", set, "m", of(letter), "true")(env())).toBe(some);
    expect(quantified("x", set, "m", of(letter), "false")(env())).toBe(every);
  });
});

describe("S-15: one answer for each combination touched, and for no others", () => {
  const options = (axis: string) => (axis === "a" ? ["a1", "a2"] : ["b1", "b2", "b3"]);

  test("an axis asked for under one option of another does not multiply the rest", () => {
    const { readings, capped } = underReadings(options, (choose) =>
      choose("a") === "a1" ? "settled" : choose("b"),
    );
    expect(readings).toEqual([
      { reading: { a: "a1" }, answer: "settled" },
      { reading: { a: "a2", b: "b1" }, answer: "b1" },
      { reading: { a: "a2", b: "b2" }, answer: "b2" },
      { reading: { a: "a2", b: "b3" }, answer: "b3" },
    ]);
    expect(capped).toBe(false);
  });

  test("none touched: one answer; more than sixteen: the cap is told", () => {
    expect(underReadings(options, () => 1).readings).toEqual([{ reading: {}, answer: 1 }]);
    const many = underReadings(
      () => ["x", "y", "z"],
      (choose) => ["a", "b", "c"].map(choose).join(""),
    );
    expect([many.readings.length, many.capped]).toEqual([16, true]);
  });
});
