/**
 * Every worked case of every shipped pack comes out as it is written, and shows what it says it shows.
 */

import { describe, expect, test } from "vitest";
import { packOf } from "../../../test/world.ts";
import { runCases } from "./run.ts";

describe.each(["csto", "isles", "nato"])("the cases of %s", (org) => {
  const { cases, norms } = runCases(packOf(org));

  test.each(cases.map((one) => [one.id, one] as const))("%s", (_id, { failures }) => {
    expect(failures).toEqual([]);
  });

  test("show every norm", () => {
    expect(norms.covered).toBe(norms.total);
  });
});
