/**
 * The engine agrees with every point of the conformance suite; and a point that demands something else fails.
 */

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPoints } from "../../../scripts/conformance/read.ts";
import { type Point, runPoint } from "./point.ts";

const { base, points } = readPoints(join(import.meta.dirname, "../../../conformance"));

describe("every point of the conformance suite", () => {
  test.each([...points])("%s", (_name, point) => {
    expect(runPoint(base, point)).toEqual([]);
  });
});

describe("a point that is wrong fails", () => {
  const changed = (name: string, from: string, to: string): Point => {
    const point = points.get(name) ?? { files: new Map(), refused: new Map() };
    const text = point.files.get("cases/point.yaml") ?? "";
    expect(text).toContain(from);
    return {
      ...point,
      files: new Map(point.files).set("cases/point.yaml", text.replace(from, to)),
    };
  };

  test.each([
    ["01-non-retroactivity", "result: breach", "result: complies"],
    ["18-the-last-day-of-a-term", "value: lapsed", "value: party"],
    ["42-silence-and-no-vote", "base: 3", "base: 4"],
    ["53-denied-admission", "blockedBy: [XND]", "blockedBy: []"],
  ])("%s with %s made %s", (name, from, to) => {
    expect(runPoint(base, changed(name, from, to))).toHaveLength(1);
  });

  test("so does a spoilt pack that is refused for another reason, or loads", () => {
    const point = points.get("18-the-last-day-of-a-term") ?? {
      files: new Map(),
      refused: new Map(),
    };
    const [spoilt = new Map<string, string>()] = point.refused.values();
    const as = (code: string, files: ReadonlyMap<string, string>) =>
      runPoint(base, { ...point, refused: new Map([[code, files]]) });
    expect(as("knob.missing", spoilt)).toEqual(["refused knob.missing: schema.missing"]);
    expect(as("schema.missing", new Map())).toEqual(["refused schema.missing: loaded"]);
  });
});
