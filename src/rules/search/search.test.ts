/** What is found of the lakes: by forms of words, on a day, through a lens, known by an entry. */

import { describe, expect, test } from "vitest";
import { library } from "#record";
import { inLedger } from "#record/testing";
import type { SearchAnswer } from "../list-answers.ts";
import { asking, lakeActs, lakeWorld } from "../testing.ts";

const world = lakeWorld();

const searched = (asked: { readonly [name: string]: string }, of = world): SearchAnswer => {
  const answer = asking(of, "search", asked);
  if (typeof answer === "string") throw new Error(answer);
  return answer as SearchAnswer;
};

const found = (asked: { readonly [name: string]: string }, of = world): readonly string[] =>
  searched(asked, of).items.map(({ address }) => address);

describe("a word is found in any of its forms, in both languages", () => {
  test.each([
    ["storm", "exercise/storm"],
    ["storms'", "exercise/storm"],
    ["шторма", "exercise/storm"],
    ["ШТОРМОМ", "exercise/storm"],
    ["norland", "membership/XNA"],
    ["Норландией", "membership/XNA"],
    ["counc", "body/council"],
    ["plans dam", "plan/dam"],
    ["плану dam", "plan/dam"],
    ["наполовину построен", "act/p.ferry-told"],
    ["custom lakes", "act/f.decided"],
    ["gazette", "source/lake.gazette"],
  ])("%s: %s", (q, address) => {
    expect(found({ q, per: "200" })).toContain(address);
  });

  test("a name stands before what only tells of it", () => {
    expect(found({ q: "storm" })[0]).toBe("exercise/storm");
  });

  test("every word must be there, and only the last may be begun", () => {
    expect(found({ q: "storm dam" })).toEqual([]);
    expect(found({ q: "counc norland" })).toEqual([]);
  });

  test("what nothing holds is named, with words like it", () => {
    expect(searched({ q: "strom" }).nearest).toEqual([{ word: "strom", like: ["storm"] }]);
    expect(searched({ q: "zzzzzz" }).nearest).toEqual([{ word: "zzzzzz", like: [] }]);
  });

  test("without a word nothing is found", () => {
    expect(searched({ q: " … " })).toMatchObject({ items: [], total: 0 });
  });
});

describe("only what is so on the day, through the lens, by the entry is found", () => {
  test.each([
    { name: "on its day", asked: { on: "2028-04-10" }, is: true },
    { name: "the day before", asked: { on: "2028-04-09" }, is: false },
    { name: "of its kind", asked: { kind: "act" }, is: true },
    { name: "of another kind", asked: { kind: "situation" }, is: false },
    { name: "known", asked: { known: `#${lakeActs.length}` }, is: true },
    { name: "not yet known", asked: { known: "#2" }, is: false },
    { name: "by its source", asked: { "according-to": "lake.gazette" }, is: true },
    { name: "by another source", asked: { "according-to": "lake.memo" }, is: false },
  ])("$name", ({ asked, is }) => {
    const addresses = found({ q: "assistance", per: "200", ...asked });
    expect(addresses.includes("act/f.asked")).toBe(is);
  });

  test("words like one are taken from there too", () => {
    expect(searched({ q: "asistance", on: "2027-01-01" }).nearest).toEqual([
      { word: "asistance", like: [] },
    ]);
  });

  test("what was known before is found the same after more has entered", () => {
    const entries = inLedger(lakeActs);
    const half = Math.floor(entries.length / 2);
    const growing = library(world.pack, entries.slice(0, half));
    const of = { ...world, library: growing };
    const queries = ["lake", "norland", "2028", "flood", "council"];
    const before = queries.map((q) => searched({ q, known: `#${half}` }, of));
    for (const entry of entries.slice(half)) growing.enter(entry);
    expect(queries.map((q) => searched({ q, known: `#${half}` }, of))).toEqual(before);
    expect(queries.map((q) => found({ q }, of))).toEqual(queries.map((q) => found({ q })));
  });
});

describe("pages and refusals", () => {
  test("twenty results, and then the next", () => {
    const all = found({ q: "2028", per: "200" });
    expect(searched({ q: "2028" }).page).toMatchObject({ number: 1, per: 20 });
    expect([...found({ q: "2028" }), ...found({ q: "2028", page: "2" })]).toEqual(all.slice(0, 40));
  });

  test.each([
    [{}, "q query.missing"],
    [{ q: "word ".repeat(3) + [..."abcdefghijklmnop"].join(" ") }, "q query.words"],
    [{ q: "lake", kind: "acts" }, "kind query.word"],
    [{ q: "lake", page: "9" }, "page query.number"],
  ])("%o: %s", (asked: { [name: string]: string }, refusal) => {
    expect(asking(world, "search", asked)).toBe(refusal);
  });
});
