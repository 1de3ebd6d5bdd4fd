import { describe, expect, test } from "vitest";
import { settingsOf } from "./settings.ts";

const data = "/kept/here";
const isDatabase = (text: string): boolean => text.startsWith("postgresql://");

describe("the environment sets where a server listens and what it keeps", () => {
  test("nothing set: this machine alone, the usual port and folder", () => {
    const value = { host: "127.0.0.1", port: 4040, data };
    expect(settingsOf({}, data, isDatabase)).toEqual({ ok: true, value });
  });

  test.each([
    ["PORT", "0"],
    ["PORT", "65535"],
    ["HOST", "::1"],
    ["HOST", "0.0.0.0"],
    ["FOEDUS_DATA", "a b"],
    ["DATABASE_URL", "postgresql://foedus@db/foedus"],
  ])("%s=%j is one", (name, value) => {
    expect(settingsOf({ [name]: value }, data, isDatabase).ok).toBe(true);
  });

  test.each([
    ["PORT", "http"],
    ["PORT", ""],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "080"],
    ["PORT", "8080 "],
    ["HOST", ""],
    ["HOST", "a b"],
    ["FOEDUS_DATA", ""],
    ["DATABASE_URL", ""],
    ["DATABASE_URL", "mysql://user:secret@db"],
  ])("%s=%j is none, and the refusal names it", (name, value) => {
    const refusal = expect.stringMatching(new RegExp(`^${name}: [^\n]+$`));
    expect(settingsOf({ [name]: value }, data, isDatabase)).toEqual({ ok: false, refusal });
  });
});
