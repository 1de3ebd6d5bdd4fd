/**
 * Whether an answer holds what is expected of it: every key given, at whatever depth, and no more.
 *
 * In:   what is expected, what was found, the names of things.
 * Out:  the places at which they part; none if the answer holds it all.
 *
 * - An object must have each key given. Each element of a list must be matched by some element
 *   found; a single value counts as a list of one, and a text in two languages as either of them.
 * - A text may be a glob (`*2021-03-26*`) or name a thing (`exercise/~Frontier-2019`).
 * - `somewhere: [...]` asks for leaves at any depth below: values, or keys such as a state's code.
 */
import type { Names } from "./names.ts";

export type Miss = { readonly at: string; readonly expected: unknown; readonly found: unknown };

type Mapping = { readonly [key: string]: unknown };

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const glob = (text: string): RegExp =>
  new RegExp(`^${text.split("*").map(RegExp.escape).join(".*")}$`, "su");

const isText = (expected: string, found: unknown, names: Names): boolean => {
  if (isMapping(found) && "en" in found) {
    return [found["en"], found["ru"]].some((one) => isText(expected, one, names));
  }
  if (typeof found !== "string") return false;
  if (names.isPattern(expected)) return names.means(expected, found);
  return expected === found || (expected.includes("*") && glob(expected).test(found));
};

const isLeaf = (expected: unknown, found: unknown, names: Names): boolean =>
  typeof expected === "string" ? isText(expected, found, names) : Object.is(expected, found);

const leavesOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (!isMapping(value)) return [value];
  return Object.entries(value).flatMap(([key, one]) => [key, ...leavesOf(one)]);
};

/** What was asked stands in the answer too; it proves nothing. */
const told = (value: unknown): unknown => {
  if (!isMapping(value)) return value;
  const { org: _, on: __, lens: ___, subject: ____, ...rest } = value;
  return "lens" in value ? rest : value;
};

const somewhere = (wanted: unknown, found: unknown, at: string, names: Names): readonly Miss[] => {
  const leaves = leavesOf(told(found));
  return [wanted]
    .flat()
    .filter((one) => !leaves.some((leaf) => isLeaf(one, leaf, names)))
    .map((expected) => ({ at: `${at}/somewhere`, expected, found }));
};

export const missesOf = (
  expected: unknown,
  found: unknown,
  names: Names,
  at = "",
): readonly Miss[] => {
  if (Array.isArray(expected)) {
    const all = Array.isArray(found) ? found : [found];
    return expected.flatMap((one, place) =>
      all.some((element) => missesOf(one, element, names).length === 0)
        ? []
        : [{ at: `${at}/${place}`, expected: one, found }],
    );
  }
  if (Array.isArray(found) && found.length === 1 && !isMapping(expected)) {
    return missesOf(expected, found[0], names, at);
  }
  if (!isMapping(expected)) {
    return isLeaf(expected, found, names) ? [] : [{ at, expected, found }];
  }
  if (!isMapping(found)) return [{ at, expected, found }];
  return Object.entries(expected).flatMap(([key, one]) =>
    key === "somewhere"
      ? somewhere(one, found, at, names)
      : missesOf(one, found[key], names, `${at}/${key}`),
  );
};
