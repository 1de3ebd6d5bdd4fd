import { describe, expect, test } from "vitest";
import { StoreError, worldFault } from "./refusal.ts";

describe("what an open store throws is told to people where the world caused it", () => {
  test("a full disk, in the words of the system", () => {
    const cause = new Error("database or disk is full");
    const error = new StoreError("store.failed", "the entries could not be written", { cause });
    const found = "database or disk is full";
    expect(worldFault(error, "data")).toEqual({ code: "store.failed", path: "data", found });
  });

  test.each([
    ["a store used after it was closed", new StoreError("store.closed", "the store is closed")],
    ["a write to a reader's store", new StoreError("store.read-only", "opened for reading only")],
    ["any other error", new Error("no such thing")],
    ["what is no error", "text"],
  ])("%s is a mistake of ours", (_, error) => {
    expect(worldFault(error, "data")).toBeUndefined();
  });
});
