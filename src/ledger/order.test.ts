/** What no entry shows by itself. */
import { describe, expect, test } from "vitest";
import type { Act } from "./envelope.ts";
import { orderOf } from "./order.ts";
import { done, told } from "./testing.ts";

const noon = "2027-05-14T12:00:00.000Z";
const first = told("lake.first", { recordedAt: noon });

describe("S-8: acts in their order", () => {
  test.each<[name: string, next: Act, code: string | undefined]>([
    ["another id at the same moment", told("lake.next", { recordedAt: noon }), undefined],
    ["a moment later", told("lake.next", { recordedAt: "2027-05-14T12:00:00.001Z" }), undefined],
    [
      "a moment earlier",
      told("lake.next", { recordedAt: "2027-05-14T11:59:59.999Z" }),
      "order.moment",
    ],
    ["the same id", told("lake.first", { recordedAt: noon }), "order.id"],
    ["the same id for another kind", done("lake.first", { recordedAt: noon }), "order.id"],
    ["another organization", told("lake.next", { recordedAt: noon, org: "hill" }), "order.org"],
  ])("%s", (_, next, code) => {
    const order = orderOf();
    expect(order(first)).toBeUndefined();
    expect(order(next)?.code).toBe(code);
  });
});
