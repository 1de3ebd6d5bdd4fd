import { describe, expect, test } from "vitest";
import { outcomeOf, slips } from "../slips/testing.ts";

describe("a file of a pack that breaks its schema gives one error where the slip is", () => {
  test.each(slips("schema-"))("$file: $rule", (slip) => {
    const { errors, expected } = outcomeOf(slip);
    expect(errors).toHaveLength(slip.errors ?? 1);
    expect(errors).toContainEqual(expected);
  });
});
