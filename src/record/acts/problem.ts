/**
 * A problem of an act, placed by a JSON pointer into the act; files give it line and column.
 */

import type * as z from "zod";
import type { Json } from "#base";

export type Problem = {
  readonly at: string;
  readonly code: string;
  readonly found: string; // Short JSON text of what was found; empty where nothing was.
  readonly accepted: string; // A form or a list, in no language.
};

const longestShown = 80;
const mostListed = 12;

/** A value as short JSON text, cut by characters. */
export const shown = (value: unknown): string => {
  const text = value === undefined ? "" : JSON.stringify(value);
  if (text.length <= longestShown) return text;
  return `${text.slice(0, longestShown - 1).toWellFormed()}…`;
};

/** Some of what would be accepted; long lists are cut. */
export const choices = (words: Iterable<string>): string => {
  const all = [...words];
  const some = all.slice(0, mostListed).join(" | ");
  return all.length > mostListed ? `${some} | …` : some;
};

export const problem = (at: string, code: string, found: unknown, accepted: string): Problem => ({
  at,
  code,
  found: shown(found),
  accepted,
});

const step = (key: PropertyKey): string =>
  `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** A JSON pointer (RFC 6901). */
export const pointer = (...path: readonly PropertyKey[]): string => path.map(step).join("");

const codes: { readonly [code: string]: string } = {
  invalid_type: "schema.type",
  invalid_value: "schema.value",
  invalid_union: "schema.type",
  too_small: "schema.range",
  too_big: "schema.range",
};

type Issue = z.core.$ZodIssue;

/** Of a union's branches, the one that is wrong only within; else the union as a whole. */
const inner = (issue: Issue): readonly Issue[] | undefined =>
  issue.code === "invalid_union"
    ? issue.errors.find((branch) =>
        branch.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
      )
    : undefined;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((whole, key) => {
    if (typeof whole !== "object" || whole === null || !Object.hasOwn(whole, key)) return undefined;
    return (whole as { readonly [key: PropertyKey]: unknown })[key];
  }, value);

const codeOf = (issue: Issue, value: unknown): string => {
  if (value === undefined) return "schema.missing";
  if (issue.code === "custom") return String(issue.params?.["code"] ?? "schema.form");
  if (issue.code === "invalid_value")
    return typeof value === "string" ? "schema.value" : "schema.type";
  return codes[issue.code] ?? "schema.form";
};

const problemsOf = (
  issue: Issue,
  root: unknown,
  before: readonly PropertyKey[],
): readonly Problem[] => {
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      problem(pointer(...path, key), "schema.unknown-key", key, issue.message),
    );
  }
  const branch = inner(issue);
  if (branch !== undefined) return branch.flatMap((one) => problemsOf(one, root, path));
  const value = valueAt(root, path);
  const found = issue.code === "invalid_key" ? path.at(-1) : value;
  const message = issue.code === "invalid_key" ? issue.issues[0]?.message : undefined;
  return [problem(pointer(...path), codeOf(issue, value), found, message ?? issue.message)];
};

/** What a schema has against a value; pointers begin at the value. */
export const judged = (schema: z.ZodType, value: Json): readonly Problem[] => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => problemsOf(issue, value, []));
};

/** The same problems, seen from further up. */
export const under = (at: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, at: `${at}${one.at}` }));
