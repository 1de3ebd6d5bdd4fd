import { describe, expect, test } from "vitest";
import { actIdOf, isAddress, isId, isStateId } from "./id.ts";

const uuid = "0192f0c4-7d1e-7c3a-9b6e-2f1d5c8a4e10";

describe("S-7: ids", () => {
  test.each([
    "crrf.council-decision",
    "cst.protocol-1999",
    "c-9",
    "t-1",
    "1",
    "a",
    `position.taken-${uuid}`,
    "a".repeat(120),
  ])("%s is one", (text) => expect(isId(text)).toBe(true));

  test.each(["", "-a", ".a", "A", "aB", "a_b", "a b", "a/b", "a\n", "é", "а", "a".repeat(121)])(
    "%j is none",
    (text) => expect(isId(text)).toBe(false),
  );
});

describe("S-7, S-45: states", () => {
  test.each(["UZB", "XNA", "XZZ"])("%s has the form", (text) => expect(isStateId(text)).toBe(true));
  test.each(["", "uzb", "UZ", "UZBE", "U1B", "UZB\n", "ÜZB", "УЗБ"])("%j has not", (text) =>
    expect(isStateId(text)).toBe(false),
  );
});

describe("S-7: addresses", () => {
  test.each([
    "act/cst.signed",
    "org/un",
    "person/p-1",
    "instrument/treaty",
    "membership/UZB",
    "status/treaty/UZB",
    "fact/f167",
  ])("%s is one", (text) => expect(isAddress(text)).toBe(true));

  test.each([
    "",
    "act",
    "act/",
    "/act",
    "act//x",
    "act/x/",
    "Act/x",
    "1/x",
    "act/X",
    "act/UZBE",
    "act/x y",
    "act/../x",
    "act/x\n",
    `act/${"a/".repeat(1_000_000)}a`,
  ])("%# is none", (text) => expect(isAddress(text)).toBe(false));
});

describe("S-7: the id of a performed act", () => {
  test("is the kind and a UUID", () => {
    expect(actIdOf("position.taken", uuid)).toBe(`position.taken-${uuid}`);
  });
  test.each([
    { name: "capitals in the UUID", kind: "position.taken", tail: uuid.toUpperCase() },
    { name: "no UUID", kind: "position.taken", tail: "1" },
    { name: "no kind", kind: "", tail: uuid },
    { name: "no such kind", kind: "Position Taken", tail: uuid },
    { name: "a kind without end", kind: "a".repeat(100), tail: uuid },
  ])("$name is a bug", ({ kind, tail }) => {
    expect(() => actIdOf(kind, tail)).toThrow(RangeError);
  });
});
