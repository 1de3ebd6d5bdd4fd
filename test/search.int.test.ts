/**
 * Search over the CSTO's record: forms of words in both languages, and a why for every result.
 */
import { describe, expect, test } from "vitest";
import { asked, worldOf } from "./world.ts";

const csto = worldOf("csto");

const search = (q: string, more: { readonly [name: string]: string } = {}) =>
  asked(csto, "search", { q, ...more });

const addresses = (q: string, more = {}) => search(q, more).items.map(({ address }) => address);

describe("the first results", () => {
  test.each([
    ["Казахстан", "membership/KAZ"],
    ["Казахстане", "membership/KAZ"],
    ["Казахстаном", "membership/KAZ"],
    ["Kazakhstan's", "membership/KAZ"],
    ["КСОР", "force/crrf"],
    ["CRRF", "force/crrf"],
    ["ситуационный центр", "plan/situation-centre"],
    ["situation centre", "plan/situation-centre"],
    ["Рубеж-2021", "exercise/frontier-2021"],
    ["Border 2010", "exercise/frontier-2010"],
    ["Бордюжей", "person/bordyuzha"],
    ["Устава", "instrument/charter"],
    ["Minsk Dialogue", "source/backgrounder"],
  ])("%s: %s", (q, address) => {
    expect(addresses(q).slice(0, 5)).toContain(address);
  });

  test.each([
    ["учениями Казахстане", "act/exercise.search-2022.held"],
    ["exercises Kyrgyzstan 2025", "act/exercise.frontier-2025.held"],
    ["единой противовоздушной обороны", "act/air-defence.announced"],
    ["Armenia freeze", "act/arm.freeze-declared"],
    ["Арменией заморожено", "act/arm.freeze-declared"],
    ["armed attacks help", "provision/t-4"],
  ])("%s: %s", (q, address) => {
    expect(addresses(q, { per: "50" })).toContain(address);
  });
});

test("every result opens: why answers on its day, in each kind", () => {
  const kinds = new Set<string>();
  const words = ["организации", "2021", "russia", "collective", "exercise", "decision", "person"];
  for (const q of [...words, "contributions", "office", "nato", "central asia", "treaty"]) {
    for (const { address, kind, opens, acts } of search(q, { per: "60" }).items) {
      kinds.add(kind);
      const why = asked(csto, "why", { subject: address, on: opens });
      expect([address, why.on]).toEqual([address, opens]);
      if (kind === "act") expect(acts).toEqual([address.slice("act/".length)]);
    }
  }
  expect(kinds.size).toBeGreaterThan(12);
});

test("nothing is found before its day, nor what the lens leaves out", () => {
  expect(addresses("freeze", { on: "2024-02-21" })).toEqual([]);
  expect(addresses("freeze", { "published-by": "2021-03-26" })).toEqual([]);
  for (const { sources } of search("CRRF", { "according-to": "backgrounder", per: "50" }).items) {
    expect(sources.every((source) => source === "backgrounder")).toBe(true);
  }
});
