/**
 * `record check`: how many acts the files of a record hold, and what is wrong with them.
 */

import type { Located, Pack } from "#charter";
import { readRecords } from "#record";
import type { Tree } from "./ports.ts";

export type RecordCheck = { readonly acts: number; readonly errors: readonly Located[] };

/** `acts` counts what was written, corrections too; it is 0 where something is wrong. */
export const checkRecords = (files: Tree, pack: Pack): RecordCheck => {
  const read = readRecords(files, pack);
  if (!read.ok) return { acts: 0, errors: read.refusal };
  const program = ["source.registered", "thing.registered", "completeness.declared"];
  const acts = read.value.items.filter(({ act }) => !program.includes(act.kind)).length;
  return { acts, errors: [] };
};
