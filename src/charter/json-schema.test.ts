import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readRaw } from "./document.ts";
import { kindOf } from "./files.ts";
import { jsonSchemas } from "./json-schema.ts";
import { loadPack } from "./load.ts";
import { type Slip, slips, spoilt } from "./slips/testing.ts";
import { tinyFiles } from "./testing.ts";
import { lawFiles } from "./testing-law.ts";

const house = join(import.meta.dirname, "../..");
const made = jsonSchemas();
const ajv = new Ajv2020({ strict: true, allErrors: true });
const validators = new Map([...made].map(([kind, schema]) => [kind, ajv.compile(schema)]));

/** What the published schema says of a file's values; undefined where the YAML itself is unsound. */
const accepts = (file: string, text: string): boolean | undefined => {
  const kind = kindOf(file);
  const raw = readRaw(file, text);
  if (!raw.ok || raw.value.errors.length > 0) return undefined;
  return kind !== undefined && validators.get(kind)?.(raw.value.value);
};

const shipped = (org: string): ReadonlyMap<string, string> => {
  const folder = join(house, "charters", org);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
};

describe("S-32: the published JSON Schema judges as the loader does", () => {
  test.each([...tinyFiles, ...lawFiles])("%s of the tiny packs is accepted", (file, text) => {
    expect(accepts(file, text)).toBe(true);
  });

  test.each(slips("schema-"))("refused: $file: $rule", (slip: Slip) => {
    // A date without quotes is a matter of YAML: as a value it is the same text.
    expect(accepts(slip.file, spoilt(slip).get(slip.file) ?? "") ?? false).toBe(false);
  });

  test.each(slips("check-"))("left to the loader: $file: $rule", (slip: Slip) => {
    expect(accepts(slip.file, spoilt(slip).get(slip.file) ?? "") ?? true).toBe(true);
  });

  test.each([...made])("docs/reference/schemas/%s.json is current", (kind, schema) => {
    const committed = readFileSync(join(house, `docs/reference/schemas/${kind}.json`), "utf8");
    expect(JSON.parse(committed), "run: node scripts/schemas.ts").toEqual(schema);
  });
});

const orgs = readdirSync(join(house, "charters"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("every shipped pack", () => {
  test.each(orgs)("%s loads, and its files fit the schemas", (org) => {
    const files = shipped(org);
    expect(loadPack(files)).toMatchObject({ ok: true, value: { id: org } });
    for (const [file, text] of files) expect(accepts(file, text), file).toBe(true);
  });
});
