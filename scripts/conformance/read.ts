/**
 * Reads the conformance suite from its folder.
 *
 * Out:  the base pack and the points, by the names of their folders, in order.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Point, Texts } from "../../src/rules/cases/point.ts";

const textsBelow = (folder: string): Texts =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".yaml"))
      .sort()
      .map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
  );

const spoilt = /^refused\/([a-z.-]+)\/(.+)$/;

const pointIn = (folder: string): Point => {
  const files = new Map<string, string>();
  const refused = new Map<string, Map<string, string>>();
  for (const [path, text] of textsBelow(folder)) {
    const [, code = "", inner = ""] = spoilt.exec(path) ?? [];
    if (code === "") files.set(path === "point.yaml" ? "cases/point.yaml" : path, text);
    else refused.set(code, (refused.get(code) ?? new Map<string, string>()).set(inner, text));
  }
  return { files, refused };
};

export const readPoints = (
  folder: string,
): { readonly base: Texts; readonly points: ReadonlyMap<string, Point> } => ({
  base: textsBelow(join(folder, "base")),
  points: new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
      .map(({ name }) => name)
      .sort()
      .map((name) => [name, pointIn(join(folder, name))]),
  ),
});
