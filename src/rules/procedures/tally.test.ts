import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effect } from "#charter";
import { leastOf, threshold, told, unitsOf } from "./exact.ts";
import { type Ballot, type Carried, type Rule, tallyOf } from "./tally.ts";

const ballot = (effect: Ballot["effect"], n: number, isPresent: Ballot["isPresent"] = true) => ({
  state: `XN${String.fromCharCode(65 + n)}`,
  effect,
  isPresent,
});

const ballots = (words: string): readonly Ballot[] => {
  const effects: { readonly [letter: string]: Ballot["effect"] } = {
    f: "counts-for",
    b: "blocks",
    i: "ignored",
    o: "open",
    u: "unknown",
  };
  return [...words].map((letter, n) => ballot(effects[letter] ?? "unknown", n));
};

describe("exact shares at every boundary", () => {
  test.each([
    ["2/3", false, 9n, 6n],
    ["2/3", true, 9n, 7n],
    ["2/3", false, 10n, 7n],
    ["1/2", true, 6n, 4n],
    ["1/2", true, 7n, 4n],
    ["1/2", false, 6n, 3n],
    ["1/1", false, 7n, 7n],
    ["3/4", false, 4n, 3n],
    ["72/100", false, 25n, 18n],
    ["2/3", false, 0n, 0n],
  ] as const)("%s (more than: %s) of %i needs %i", (share, isMore, total, least) => {
    expect(leastOf(total, threshold(share, isMore))).toBe(least);
  });

  test("the least number reaches the share and one less does not, for all small fractions", () => {
    for (let whole = 1n; whole <= 12n; whole += 1n) {
      for (let part = 1n; part <= whole; part += 1n) {
        for (let total = 1n; total <= 40n; total += 1n) {
          const at = leastOf(total, threshold(`${part}/${whole}`, false));
          expect(at * whole >= part * total && (at - 1n) * whole < part * total).toBe(true);
          const more = leastOf(total, threshold(`${part}/${whole}`, true));
          expect(more * whole > part * total && (more - 1n) * whole <= part * total).toBe(true);
        }
      }
    }
  });

  test("weights are exact decimals", () => {
    expect(unitsOf("1.5", 2)).toBe(150n);
    expect(unitsOf("0.1", 1) + unitsOf("0.2", 1)).toBe(unitsOf("0.3", 1));
    expect(told(150n, 2, true)).toBe("1.5");
    expect(told(5n, 2, true)).toBe("0.05");
    expect(told(7n, 0, true)).toBe("7");
    expect(told(7n, 0, false)).toBe(7);
  });
});

const consents: Rule = { kind: "consensus", test: "counts-for" };
const objections: Rule = { kind: "consensus", test: "blocks" };
const simple: Rule = { kind: "majority", of: "cast", moreThan: "1/2" };
const absolute: Rule = { kind: "majority", of: "base", moreThan: "1/2" };
const qualified: Rule = { kind: "majority", of: "base", atLeast: "2/3" };
const unanimous: Rule = { kind: "unanimity", of: "cast" };

describe("what carries a decision", () => {
  test.each([
    ["all consent", consents, "ffff", "carried"],
    ["one is passed over, and all must consent", consents, "fffi", "not-carried"],
    ["one may still consent", consents, "fffo", "open"],
    ["one is open, another holds it up", consents, "ffbo", "not-carried"],
    ["one is unknown", consents, "fffu", "unknown"],
    ["one is unknown, another holds it up", consents, "ffbu", "not-carried"],
    ["nobody objects", objections, "fiii", "carried"],
    ["one objects", objections, "fffb", "not-carried"],
    ["one may still object", objections, "fffo", "open"],
    ["nobody is there", consents, "", "not-carried"],
    ["three of five cast", simple, "fffbb", "carried"],
    ["two of four cast", simple, "ffbb", "not-carried"],
    ["two of three cast, three passed over", simple, "ffbiii", "carried"],
    ["nobody votes", simple, "iii", "not-carried"],
    ["three of six of all", absolute, "fffiii", "not-carried"],
    ["four of six of all", absolute, "ffffii", "carried"],
    ["six of nine are two thirds", qualified, "ffffffbbb", "carried"],
    ["five of nine are not", qualified, "fffffbbbb", "not-carried"],
    ["the sixth of nine is unknown", qualified, "fffffubbb", "unknown"],
    ["the sixth of nine is open", qualified, "fffffobbb", "open"],
    ["unknown, but carried anyway", qualified, "ffffffubb", "carried"],
    ["all who vote", unanimous, "ffii", "carried"],
    ["all who vote but one", unanimous, "ffbi", "not-carried"],
  ] as const)("%s", (_name, rule, words, carried) => {
    expect(tallyOf(rule, ballots(words)).carried).toBe(carried);
  });

  test("of those present an absent one is not counted, whatever is made of it", () => {
    const rule: Rule = { kind: "majority", of: "present", atLeast: "2/3" };
    const votes = [ballot("counts-for", 0), ballot("counts-for", 1), ballot("ignored", 2)];
    expect(tallyOf(rule, votes).carried).toBe("carried");
    const more = [...votes, ballot("ignored", 3)];
    expect(tallyOf(rule, more).carried).toBe("not-carried");
    const away = [...votes, ballot("ignored", 3, false)];
    expect(tallyOf(rule, away).carried).toBe("carried");
  });

  test("weights decide, told exactly", () => {
    const weights = { XNA: "10.5", XNB: "4.2", XNC: "0.3" };
    const rule: Rule = { kind: "majority", of: "base", atLeast: "7/10", weights };
    const alone = tallyOf(rule, ballots("fbb"));
    expect(alone.carried).toBe("carried");
    expect([alone.base, alone.needed, alone.reached]).toEqual([150n, 105n, 105n]);
    const more: Rule = { kind: "majority", of: "base", moreThan: "7/10", weights };
    expect(tallyOf(more, ballots("fbb")).carried).toBe("not-carried");
    expect(tallyOf(more, ballots("fbf")).carried).toBe("carried");
  });
});

const rules = [consents, objections, simple, absolute, qualified, unanimous];
const known: readonly Effect[] = ["counts-for", "blocks", "ignored"];
const seed = 20_261_125;

describe(`knowing more never turns a settled tally round (seed ${seed})`, () => {
  const effect = fc.constantFrom<Ballot["effect"]>(...known, "open", "unknown");
  const votes = fc.array(effect, { minLength: 1, maxLength: 7 });

  test("an unknown effect told as any other", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), votes, fc.nat(), (rule, effects, n) => {
        const before = tallyOf(
          rule,
          effects.map((one, at) => ballot(one, at)),
        ).carried;
        if (before === "unknown" || before === "open") return;
        const told = known[n % known.length] ?? "blocks";
        const after = tallyOf(
          rule,
          effects.map((one, at) => ballot(one === "unknown" ? told : one, at)),
        ).carried;
        expect(after).toBe(before);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test("a consent more never takes a carried decision back", () => {
    const worth: { readonly [C in Carried]: number } = {
      "not-carried": 0,
      unknown: 1,
      open: 1,
      carried: 2,
    };
    fc.assert(
      fc.property(fc.constantFrom(...rules), votes, fc.nat(6), (rule, effects, at) => {
        const before = tallyOf(
          rule,
          effects.map((one, n) => ballot(one, n)),
        ).carried;
        const more = effects.map((one, n) =>
          ballot(n === at % effects.length ? "counts-for" : one, n),
        );
        expect(worth[tallyOf(rule, more).carried]).toBeGreaterThanOrEqual(worth[before]);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});
