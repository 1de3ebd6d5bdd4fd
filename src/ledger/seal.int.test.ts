/** What is withheld or destroyed leaves every hash as it was. */
import { expect, test } from "vitest";
import { utf8 } from "#base";
import { sha256 } from "#store";
import { isSeal, sealOf, sealsIn } from "./seal.ts";

const salt = new Uint8Array(32).fill(9);
const payload = { salt, bytes: utf8("the lake rises") };

test("a seal is the hash of salt and bytes, and opens for no other", () => {
  const { sealed } = sealOf(payload, sha256);
  expect(sealed).toBe("sha256:f7af9ddab271946d652658f14cf8e6a3a4befb8e9d38dc19a3f599d48497faf5");
  expect(sealOf({ salt, bytes: utf8("the lake falls") }, sha256).sealed).not.toBe(sealed);
  expect(sealOf({ ...payload, salt: new Uint8Array(32) }, sha256).sealed).not.toBe(sealed);
});

test("a salt of another length is a bug", () => {
  expect(() => sealOf({ ...payload, salt: new Uint8Array(31) }, sha256)).toThrow(RangeError);
});

test("seals are found wherever they stand", () => {
  const seal = sealOf(payload, sha256);
  expect(isSeal({ ...seal })).toBe(true);
  expect(isSeal({ sealed: "sha256:AA" })).toBe(false);
  expect(isSeal({ ...seal, more: 1 })).toBe(false);
  expect(sealsIn({ a: [1, { b: { ...seal } }], c: null, d: "sha256:" })).toEqual([seal.sealed]);
});
