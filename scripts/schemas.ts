/**
 * Writes the JSON Schemas of a charter pack's files into docs/reference/schemas/ (S-32).
 *
 * Run: node scripts/schemas.ts. A test compares what is committed with what would be written.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "#charter";

const folder = join(import.meta.dirname, "../docs/reference/schemas");

mkdirSync(folder, { recursive: true });
for (const [kind, schema] of jsonSchemas()) {
  writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
