import { describe, expect, test } from "vitest";
import { outcomeOf, slips } from "../slips/testing.ts";

describe("a pack whose files contradict each other gives one error where the slip is", () => {
  test.each(slips("check-"))("$file: $rule", (slip) => {
    const { errors, expected } = outcomeOf(slip);
    expect(errors).toEqual([expected]);
  });
});
