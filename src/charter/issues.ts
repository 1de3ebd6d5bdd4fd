/**
 * What zod found wrong, as errors of ours: one error a slip, with a code that stays.
 *
 * A schema's own message is taken as the `accepted` of the error (see `schema/words.ts`); where a
 * schema has none, it is made from the issue. Of a union's branches the one that fits best speaks;
 * if none fits better than the others, the union speaks as a whole.
 */

import type * as z from "zod";
import type { Json } from "#base";
import { found, pointer } from "./located.ts";

type Issue = z.core.$ZodIssue;

/** An error without its line yet: `at` is where it is, `onKey` whether the key is meant. */
export type Slip = {
  readonly at: string;
  readonly place: string; // Pointer of the value whose position is shown.
  readonly onKey: boolean;
  readonly code: string;
  readonly found: string;
  readonly accepted: string;
};

/** All slips of a value under a schema, or the value as the schema gives it. */
export const judge = <T>(
  schema: z.ZodType<T>,
  value: Json,
): { readonly value: T } | { readonly slips: readonly Slip[] } => {
  const parsed = schema.safeParse(value, { error: accepted });
  if (parsed.success) return { value: parsed.data };
  return { slips: parsed.error.issues.flatMap((issue) => slipsOf(issue, value, [])) };
};

/** What an issue would accept, where the schema itself does not say. */
const accepted = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return String(issue["expected"]);
    case "invalid_value":
      return (issue["values"] as readonly unknown[]).map(String).join(" | ");
    case "unrecognized_keys":
      return keysOf(issue.inst);
    case "too_small":
      return `${issue["inclusive"] === false ? ">" : ">="} ${issue["minimum"]}`;
    case "too_big":
      return `${issue["inclusive"] === false ? "<" : "<="} ${issue["maximum"]}`;
    case "invalid_format":
      return String(issue["pattern"] ?? issue["format"]);
    default:
      return "";
  }
};

const keysOf = (schema: unknown): string => {
  const shape = (schema as z.ZodObject | undefined)?.shape;
  return shape === undefined ? "" : `{ ${Object.keys(shape).join(", ")} }`;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as { readonly [key: PropertyKey]: unknown })[key]
        : undefined,
    value,
  );

const slipsOf = (issue: Issue, root: Json, before: readonly PropertyKey[]): readonly Slip[] => {
  const path = [...before, ...issue.path];
  const value = valueAt(root, path);
  const at = pointer(path);
  if (value === undefined) {
    const place = pointer(path.slice(0, -1));
    const code = "schema.missing";
    return [{ at, place, onKey: false, code, found: "", accepted: issue.message }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const place = pointer([...path, key]);
      const code = "schema.unknown-key";
      return { at: place, place, onKey: true, code, found: key, accepted: issue.message };
    });
  }
  const best = issue.code === "invalid_union" ? bestBranch(issue.errors) : undefined;
  if (best !== undefined) return best.flatMap((inner) => slipsOf(inner, root, path));
  const code = codeOf(issue, value);
  const inner = issue.code === "invalid_key" ? issue.issues[0]?.message : undefined;
  return [
    {
      at,
      place: at,
      onKey: issue.code === "invalid_key",
      code,
      found: issue.code === "invalid_key" ? String(path.at(-1)) : found(value),
      accepted: wanted(inner || issue.message, value, issue),
    },
  ];
};

/** A number where a text is wanted is nearly always a year without quotes. */
const wanted = (message: string, value: unknown, issue: Issue): string =>
  issue.code === "invalid_type" &&
  issue.expected === "string" &&
  typeof value === "number" &&
  (message === "text" || message === "string" || message === "")
    ? `"${value}" (quoted)`
    : message;

const isRoot = (issue: Issue): boolean =>
  issue.path.length === 0 && issue.code !== "unrecognized_keys";

/**
 * The one branch that is wrong only within, and in fewer places than every other; a branch that
 * knows the keys written stands before all that do not.
 */
const bestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined => {
  const within = branches.filter((issues) => issues.length > 0 && !issues.some(isRoot));
  const count = (issues: readonly Issue[]): number =>
    issues.reduce((n, i) => n + (i.code === "unrecognized_keys" ? i.keys.length : 1), 0);
  const rank = (issues: readonly Issue[]): readonly [number, number] => [
    issues.filter((i) => i.code === "unrecognized_keys" && i.path.length === 0).length,
    count(issues),
  ];
  const compare = (a: readonly Issue[], b: readonly Issue[]): number => {
    const [strangeA, wrongA] = rank(a);
    const [strangeB, wrongB] = rank(b);
    return strangeA - strangeB || wrongA - wrongB;
  };
  const [best, next] = within.toSorted(compare);
  if (best === undefined) return branches.find(hasBest);
  return next === undefined || compare(best, next) < 0 ? best : undefined;
};

/** A union within a union that knows which of its own branches is meant. */
const hasBest = ([issue]: readonly Issue[]): boolean =>
  issue?.code === "invalid_union" && bestBranch(issue.errors) !== undefined;

const codeOf = (issue: Issue, value: unknown): string => {
  switch (issue.code) {
    case "invalid_type":
      return "schema.type";
    case "invalid_value":
      return typeof issue.values[0] === typeof value ? "schema.value" : "schema.type";
    case "too_small":
    case "too_big":
    case "not_multiple_of":
      return "schema.range";
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
      return "schema.form";
    case "invalid_union": {
      if (issue.errors.length === 0)
        return typeof value === "string" ? "schema.value" : "schema.type";
      const roots = issue.errors.flat().filter(isRoot);
      const codes = roots.map((inner) => codeOf(inner, value));
      return codes.find((code) => code !== "schema.type") ?? "schema.type";
    }
    case "custom":
      return String(issue.params?.["code"] ?? "schema.form");
    default:
      return "schema.form";
  }
};
