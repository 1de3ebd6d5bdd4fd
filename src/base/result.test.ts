import { describe, expect, test } from "vitest";
import { assertNever, ok, type Result, refuse } from "./result.ts";
import { languages } from "./text.ts";

describe("a result is a value or a refusal, never both", () => {
  const half = (whole: number): Result<number, "odd"> =>
    whole % 2 === 0 ? ok(whole / 2) : refuse("odd");

  test("an answer", () => expect(half(4)).toEqual({ ok: true, value: 2 }));
  test("a refusal", () => expect(half(3)).toEqual({ ok: false, refusal: "odd" }));
});

test("a case that the types exclude is a bug, and says which", () => {
  const forgotten = (value: "known"): string => (value === "known" ? "said" : assertNever(value));
  expect(forgotten("known")).toBe("said");
  expect(() => forgotten(JSON.parse('"new"'))).toThrow("a case that the types exclude: new");
});

test("there are two languages", () => expect(languages).toEqual(["en", "ru"]));
