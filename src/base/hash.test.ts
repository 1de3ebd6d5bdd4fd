import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, hex, utf8 } from "./hash.ts";

describe("bytes", () => {
  test("of a text in two scripts", () => {
    expect(hex(utf8("дa"))).toBe("d0b461");
    expect(hex(utf8("😂"))).toBe("f09f9882");
    expect(hex(utf8(""))).toBe("");
  });

  test("a lone surrogate has none", () => {
    expect(() => utf8("\ud83d")).toThrow(TypeError);
  });

  test("hexadecimal is read back as it was written, as Buffer does", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(hex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
        expect(fromHex(hex(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each(["0", "0g", "AB", "0x00", " 00", "00\n", "f".repeat(1_000_001)])(
    "%# is no hexadecimal of ours",
    (text) => expect(fromHex(text)).toBeUndefined(),
  );
});
