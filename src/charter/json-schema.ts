/**
 * JSON Schema 2020-12 of each file of a pack, made from the schemas that the loader uses (S-32).
 *
 * Out:  one schema a file, by the name it is published under, each with `$id` and version.
 *
 * They say what a file alone can say. What holds between files (references, unique ids, the order
 * of versions) and which days are real, only the loader checks.
 */

import * as z from "zod";
import { type FileKind, schemas, schemaVersion } from "./schema/index.ts";

const titles: { readonly [K in FileKind]: string } = {
  pack: "pack.yaml",
  parties: "parties.yaml",
  instrument: "instruments/<id>.yaml",
  provisions: "provisions/<instrument>.yaml",
  readings: "readings.yaml",
  bodies: "bodies.yaml",
  forces: "forces.yaml",
  vocab: "vocab/<language>.yaml",
  procedures: "procedures.yaml",
  predicates: "predicates.yaml",
  acts: "acts.yaml",
  cases: "cases/<name>.yaml",
};

export type JsonSchema = { readonly [keyword: string]: unknown };

export const jsonSchemas = (): ReadonlyMap<FileKind, JsonSchema> =>
  new Map((Object.keys(titles) as FileKind[]).map((kind) => [kind, jsonSchema(kind)]));

const jsonSchema = (kind: FileKind): JsonSchema => {
  const made = z.toJSONSchema(schemas[kind], {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "throw",
  });
  const { $schema, ...rest } = made;
  const id = `urn:foedus:schema:${schemaVersion}:${kind}`;
  const title = `${titles[kind]} (${schemaVersion})`;
  return { $schema, $id: id, title, ...rest };
};
