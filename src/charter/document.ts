/**
 * One YAML file read strictly into a value of a schema, or the errors with line and column.
 *
 * In:   the file's name and text, a zod schema.
 * Out:  the value and the position of each of its parts; never an exception, whatever the text.
 *
 * A text that is no sound YAML gives one error, its first: what follows a broken line means little.
 */

import { LineCounter } from "yaml";
import type * as z from "zod";
import { type Json, ok, type Result, refuse } from "#base";
import { judge } from "./issues.ts";
import { clip, inOrder, type Located, type Position } from "./located.ts";
import { guard, type Trouble } from "./yaml-guard.ts";
import { type Tree, treeOf } from "./yaml-tree.ts";

export type Document<T> = {
  readonly value: T;
  /** Where the value at a JSON pointer begins, or the nearest value around it. */
  readonly where: (pointer: string) => Position;
  /** Where its key begins. */
  readonly whereKey: (pointer: string) => Position;
};

/** The file as plain values before any schema has judged it. */
export type Raw = Document<Json> & { readonly errors: readonly Located[] };

export const readDocument = <T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): Result<Document<T>, readonly Located[]> => {
  const raw = readRaw(file, text);
  return raw.ok ? judgeRaw(file, raw.value, schema) : raw;
};

/** Plain values under a schema; of two errors at one value the earlier check's stands. */
export const judgeRaw = <T>(
  file: string,
  { value, where, whereKey, errors }: Raw,
  schema: z.ZodType<T>,
): Result<Document<T>, readonly Located[]> => {
  const judged = judge(schema, value);
  if ("value" in judged && errors.length === 0) return ok({ value: judged.value, where, whereKey });
  const already = new Set(errors.map(({ at }) => at));
  const slips = "slips" in judged ? judged.slips : [];
  const located = slips
    .filter(({ at }) => !already.has(at))
    .map(({ place, onKey, ...slip }): Located => {
      return { file, ...(onKey ? whereKey(place) : where(place)), ...slip };
    });
  return refuse(inOrder([...errors, ...located]));
};

/** Strict YAML into plain values; troubles of single values stand in `errors`. */
export const readRaw = (file: string, text: string): Result<Raw, readonly Located[]> => {
  const lines = lineCounter(text);
  const located = (trouble: Trouble, at = ""): Located => {
    const { code, found, accepted } = trouble;
    return { file, ...lines(trouble.offset), at, code, found: clip(found), accepted };
  };
  const trouble = guard(text);
  if (trouble !== undefined) return refuse([located(trouble)]);
  const tree = treeOf(text);
  if (!tree.ok) return refuse([located(tree.refusal)]);
  const { value, troubles } = tree.value;
  const errors = troubles.map((one) => located(one, one.at));
  const where = (at: string) => lines(placeOf(tree.value, at).value);
  const whereKey = (at: string) => {
    const place = placeOf(tree.value, at);
    return lines(place.key ?? place.value);
  };
  return ok({ value, where, whereKey, errors });
};

/** The place at a pointer, or that of the nearest value around it. */
const placeOf = ({ places }: Pick<Tree, "places">, at: string): { value: number; key?: number } => {
  const place = places.get(at);
  if (place !== undefined) return place;
  return at === "" ? { value: 0 } : placeOf({ places }, at.slice(0, at.lastIndexOf("/")));
};

const lineCounter = (text: string): ((offset: number) => Position) => {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    counter.addNewLine(at + 1);
  }
  return (offset) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
};
