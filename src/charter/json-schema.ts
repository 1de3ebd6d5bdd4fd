/**
 * JSON Schema 2020-12 of each file of a pack, made from the schemas that the loader uses (S-32).
 *
 * Out:  one schema a file of a pack or of a question, by the name it is published under, each with `$id` and version.
 *
 * They say what a file alone can say. What holds between files (references, unique ids, the order
 * of versions) and which days are real, only the loader checks.
 */

import * as z from "zod";
import { positionsFile, situationFile } from "./schema/asked.ts";
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

/** The files that questions bring along; no pack holds one. */
const asked = {
  positions: { title: "a positions file, for decide", schema: positionsFile },
  situation: { title: "a situation file, for duties", schema: situationFile },
} as const;

export const jsonSchemas = (): ReadonlyMap<FileKind | keyof typeof asked, JsonSchema> =>
  new Map([
    ...(Object.keys(titles) as FileKind[]).map(
      (kind) => [kind, jsonSchema(kind, titles[kind], schemas[kind])] as const,
    ),
    ...Object.entries(asked).map(
      ([kind, { title, schema }]) =>
        [kind as keyof typeof asked, jsonSchema(kind, title, schema)] as const,
    ),
  ]);

const jsonSchema = (kind: string, file: string, schema: z.ZodType): JsonSchema => {
  const made = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "throw",
  });
  const { $schema, ...rest } = made;
  const id = `urn:foedus:schema:${schemaVersion}:${kind}`;
  const title = `${file} (${schemaVersion})`;
  return { $schema, $id: id, title, ...rest };
};
