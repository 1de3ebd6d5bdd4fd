/**
 * The slips: small ways to spoil the tiny pack, each with the one error it must give and the text
 * that must stand at the error's line and column. The rows are the YAML files beside this one.
 */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { loadPack } from "../load.ts";
import type { Located } from "../located.ts";
import { patched, tinyDeeds, tinyFiles } from "../testing.ts";
import { lawFiles } from "../testing-law.ts";

const row = z.strictObject({
  rule: z.string(),
  was: z.string(),
  now: z.string(),
  error: z.string(),
  errors: z.int().optional(), // A key renamed is a key too many and a key too few.
  points: z.string(), // What stands at the error; its first occurrence in the file.
  accepted: z.string().optional(),
});

/** `law`: in the tiny pack with norms in it. */
export type Slip = z.infer<typeof row> & { readonly file: string; readonly law: boolean };

const table = z.record(z.string(), z.array(row));

/** All rows whose table's name begins with `prefix`, in the order of the files. */
export const slips = (prefix: string): readonly Slip[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.startsWith(prefix) && name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const read = parse(readFileSync(`${import.meta.dirname}/${name}`, "utf8"));
      const law = name.includes("-law-");
      return Object.entries(table.parse(read)).flatMap(([file, rows]) =>
        rows.map((one) => ({ ...one, file, law })),
      );
    });

/** The tiny pack with the slip in it. */
export const spoilt = ({ file, was, now, law }: Slip): ReadonlyMap<string, string> =>
  patched(law ? lawFiles : tinyFiles, file, was, now);

type Seen = Pick<Located, "file" | "line" | "column" | "code"> & { readonly accepted?: string };

const seen = ({ file, line, column, code, accepted }: Located, whole: boolean): Seen => ({
  ...{ file, line, column, code },
  ...(whole && { accepted }),
});

/** The errors that a slip gives, and the one it should give. */
export const outcomeOf = (
  slip: Slip,
): { readonly errors: readonly Seen[]; readonly expected: Seen } => {
  const { file, error: code, points, accepted } = slip;
  const files = spoilt(slip);
  const loaded = loadPack(files, tinyDeeds);
  const before = (files.get(file) ?? "").split(points)[0]?.split("\n") ?? [];
  const place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const errors = loaded.ok ? [] : loaded.refusal;
  return {
    errors: errors.map((one) => seen(one, accepted !== undefined)),
    expected: { ...place, code, ...(accepted !== undefined && { accepted }) },
  };
};
