/**
 * The rows of coverage: what is asked of the record, and what the answer must hold.
 *
 * In:   backgrounder.yaml and dossier.yaml, written from the facts without sight of the records.
 * Out:  rows by the number of the fact or of the dossier's row.
 * Law:  S-25, Ex. 11.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";

const asking = {
  ask: z.array(z.string()).min(1),
  expect: z.record(z.string(), z.json()),
  org: z.enum(["csto", "nato"]).optional(),
  lens: z.literal("none").optional(),
};
const fact = z.strictObject({ fact: z.string().regex(/^F\d{3}$/), ...asking });
const row = z.strictObject({ row: z.string().regex(/^[CN]\d{3}$/), ...asking });
const left = z.strictObject({ row: row.shape.row, left: z.string().min(1) });

export type Row = {
  readonly number: string;
  readonly org: string;
  /** The words of a command line. */
  readonly ask: readonly string[];
  readonly expect: unknown;
};

const read = (file: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, file), "utf8"));

const ofFact = (one: z.infer<typeof fact>): Row => {
  const lens = one.lens === "none" ? [] : ["--according-to", "backgrounder"];
  return {
    number: one.fact,
    org: one.org ?? "csto",
    ask: [...one.ask, ...lens],
    expect: one.expect,
  };
};

const ofDossier = (one: z.infer<typeof row>): Row => {
  const org = one.org ?? (one.row.startsWith("N") ? "nato" : "csto");
  return { number: one.row, org, ask: one.ask, expect: one.expect };
};

const dossier = z.array(z.union([row, left])).parse(read("dossier.yaml"));

/** Of each fact of the backgrounder, what is asked according to it. */
export const factRows: ReadonlyMap<string, readonly Row[]> = Map.groupBy(
  z.array(fact).parse(read("backgrounder.yaml")).map(ofFact),
  ({ number }) => number,
);

/** Of each numbered row of the dossier, what is asked of the whole record. */
export const dossierRows: ReadonlyMap<string, readonly Row[]> = Map.groupBy(
  dossier.flatMap((one) => ("left" in one ? [] : [ofDossier(one)])),
  ({ number }) => number,
);

/** The dossier's rows of which nothing is asked, with the reason. */
export const leftRows: ReadonlyMap<string, string> = new Map(
  dossier.flatMap((one) => ("left" in one ? [[one.row, one.left] as const] : [])),
);
