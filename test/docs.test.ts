/**
 * The reference pages against the code and the data: nothing is missing, nothing is made up.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalEntry, hex, utf8 } from "#base";
import type { Pack } from "#charter";
import { type Act, leafHash } from "#ledger";
import { statuses } from "#record";
import { sha256 } from "#store";
import { wordsOf } from "#wording";
import { codesOf, rowsOf } from "./docs/markdown.ts";
import { entriesOf, packOf, treeOf } from "./world.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

type Organization = { readonly pack: Pack; readonly acts: readonly Act[] };

const organization = (org: string): Organization => {
  const pack = packOf(org);
  return { pack, acts: entriesOf(pack, treeOf("records", org)).map(({ act }) => act) };
};

const csto = organization("csto");
const organizations = [csto, organization("nato")];

describe("docs/reference/json.md names every field of src/rules/answers.ts", () => {
  const page = read("docs/reference/json.md");
  const code = ["src/rules/answers.ts", "src/rules/list-answers.ts", "src/rules/verdict-answers.ts"]
    .map((path) => `${read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")}\n`)
    .join("");
  const types = [...code.matchAll(/^(?:export )?type (\w+)(?:<\w+>)? =([\s\S]*?);\n(?=\n|$)/gm)]
    .map(([, name = "", body = ""]) => ({ name, body }))
    .filter(({ name, body }) => !/^(Answer|Any|Lists)/.test(name) && body.includes("readonly"));

  test("the shapes are found", () => expect(types.length).toBeGreaterThan(15));

  test.each(types)("$name", ({ name, body }) => {
    const fields = [...body.matchAll(/readonly "?([\w-]+)"?(\??):/g)].map(
      ([, field = "", mark = ""]) => `${field}${mark}`,
    );
    const rows = rowsOf(page, name).map(([field = "", form = ""]) => {
      const last = (codesOf(field)[0] ?? "").split(".").at(-1) ?? "";
      return form.includes("optional") ? `${last}?` : last;
    });
    expect(rows).toEqual(fields);
  });
});

describe("docs/reference/ids.md names what is there", () => {
  const page = read("docs/reference/ids.md");
  const ids = {
    Acts: (of: Organization) => of.acts.map(({ id }) => id),
    Instruments: ({ pack }: Organization) => [...pack.instruments.keys()],
    Provisions: ({ pack }: Organization) => [...pack.provisions.keys()],
    Bodies: ({ pack }: Organization) => [...pack.bodies.keys()],
    Forces: ({ pack }: Organization) => [...pack.forces.keys()],
    Axes: ({ pack }: Organization) => [...pack.axes.keys()],
    Sources: ({ acts }: Organization) =>
      acts.flatMap(({ id, kind }) =>
        kind === "source.registered" ? [id.slice("source.registered-".length)] : [],
      ),
  };

  /** `t-1` … `t-11`: all of them; `csto.…`: at least one that begins so. */
  const wanted = (cell: string): readonly string[] => {
    const range = /^`([a-z]+-)(\d+)` … `\1(\d+)`$/.exec(cell);
    const [, prefix = "", first = "", last = ""] = range ?? [];
    if (range === null) return codesOf(cell);
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, n) => `${prefix}${Number(first) + n}`);
  };

  test.each(Object.entries(ids))("%s", (heading, of) => {
    const known = organizations.flatMap(of);
    const cells = rowsOf(page, heading).flatMap(([cell = ""]) =>
      heading === "Provisions" ? cell.split(/, (?=`)/) : [cell],
    );
    const named = cells.flatMap(wanted).filter((id) => id !== "ledger"); // A name for the lens.
    expect(named.length).toBeGreaterThan(1);
    const isThere = (id: string) =>
      id.endsWith("…") ? known.some((one) => one.startsWith(id.slice(0, -1))) : known.includes(id);
    expect(named.filter((id) => !isThere(id))).toEqual([]);
  });

  test("the options of each axis", () => {
    for (const [axis = "", options = ""] of rowsOf(page, "Axes")) {
      const found = csto.pack.axes.get(codesOf(axis)[0] ?? "")?.options;
      expect(codesOf(options)).toEqual([...(found?.keys() ?? [])]);
    }
  });
});

describe("docs/glossary.md", () => {
  const rows = rowsOf(read("docs/glossary.md"));
  const terms = rows.map(([term = ""]) => term);

  test("holds each term once, in order, in both languages and with a meaning", () => {
    expect(terms).toEqual([...new Set(terms)].sort());
    for (const row of rows) expect(row.map((cell) => cell !== "")).toEqual([true, true, true]);
  });

  test("names every status, with the Russian word of the pages", () => {
    const { statuses: words } = wordsOf("ru");
    const russian = new Map(rows.map(([term = "", word = ""]) => [term, word]));
    for (const status of statuses)
      expect([status, russian.get(status)]).toEqual([status, words[status]]);
    for (const word of ["uncertain", "unknown", "disputed"]) expect(terms).toContain(word);
  });
});

describe("docs/decisions", () => {
  test("0001 gives a reason for every package", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json"));
    const packages = Object.keys({ ...dependencies, ...devDependencies }).sort();
    const named = rowsOf(read("docs/decisions/0001-dependencies.md"))
      .flatMap(([cell = ""]) => codesOf(cell))
      .filter((name) => name !== "node" && name !== "tools/node");
    expect([...named].sort()).toEqual(packages);
  });

  test("every page is in the index and says context, choice, cost and status", () => {
    const folder = "docs/decisions";
    const index = read(`${folder}/README.md`);
    for (const name of readdirSync(join(root, folder)).filter((one) => /^\d/.test(one))) {
      const page = read(`${folder}/${name}`);
      expect(index).toContain(`(${name})`);
      for (const part of ["Context", "Choice", "Cost", "Status"]) {
        expect(page, name).toContain(`**${part}.**`);
      }
    }
  });
});

test("the hash that docs/explanation/the-life-of-one-act.md shows is the act's", () => {
  const entries = entriesOf(csto.pack, treeOf("records", "csto"));
  const entry = entries.find(({ act }) => act.id === "uzb.restored");
  const leaf = hex(leafHash(utf8(canonicalEntry(entry?.act)), sha256));
  expect(read("docs/explanation/the-life-of-one-act.md")).toContain(`\`${leaf}\``);
});
