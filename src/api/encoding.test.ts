import { describe, expect, test } from "vitest";
import { codingOf } from "./encoding.ts";

describe("RFC 9110, 12.5.3: what a client accepts", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["br", "br"],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["GZIP", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0.9", "gzip"],
    ["br;q=0", "identity"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.0, gzip;q=0.001", "gzip"],
    ["br;q=0.1", "br"],
    ["br;q=0.5, identity", "identity"],
    ["br;q=0.5, identity;q=0.5", "br"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["*, br;q=0", "gzip"],
    ["gzip , br ; q=0", "gzip"],
    ["identity;q=0, br", "br"],
    ["identity;q=0", "identity"],
    ["deflate", "identity"],
    ["br;q=2", "identity"],
    ["br;level=5", "identity"],
    [";;;", "identity"],
  ] as const)("%s gives %s", (header, coding) => {
    expect(codingOf(header)).toBe(coding);
  });
});
