/** The commands, run in this process over real files and a real ledger. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, type Outcome, foedus as ranIn } from "../../test/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "foedus-cli-"));
const house = { root: checkout, data: join(folder, "data"), columns: 120 };

const foedus = (argv: readonly string[], input = ""): Promise<Outcome> => ranIn(argv, house, input);

/** What is kept: the entries of each ledger, and the bytes of every other file. */
const kept = (): string => {
  const sum = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    // SQLite's files beside an open ledger come and go.
    if (/-(wal|shm)$/.test(name) || !statSync(path).isFile()) continue;
    sum.update(`${name}\n`).update(name.endsWith(".db") ? entriesOf(path) : readFileSync(path));
  }
  return sum.digest("hex");
};

const entriesOf = (path: string): string => {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare("SELECT seq, id, text FROM entries ORDER BY seq").all();
  database.close();
  return JSON.stringify(rows);
};

const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const act = (id: string, more = ""): string => `sources:
  - { id: local.gazette, title: "Gazette", standing: press, published: "2026-01-01" }
acts:
  - id: ${id}
    kind: statement.made
    about: [membership/ARM]
    actors: [ARM]
    title: { en: "A statement", ru: "Заявление" }
    claims:
      - { id: a, source: local.gazette, confidence: high, says: { occurredOn: "2026-01-01" } }
${more}`;

let first: Outcome;
beforeAll(async () => {
  first = await foedus(["members", "--on", "2021-03-26", "--json"]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a reader that finds no ledger fills one and says so on standard error", () => {
  expect(first.code).toBe(0);
  expect(first.error).toMatch(/^foedus: Note: the ledger of csto was filled[^\n]*\n$/);
  expect(JSON.parse(first.out)).toMatchObject({ counts: { member: 6, suspended: 1 } });
});

const questions = [
  { argv: ["members", "--on", "1999-04-21"], shows: "Armenia" },
  { argv: ["status", "UZB", "--on", "2000-01-01"], shows: "lapsed" },
  { argv: ["why", "membership/UZB", "--on", "2007-01-01"], shows: "restoration" },
  { argv: ["diff", "1999-04-20", "1999-04-21"], shows: "membership/AZE" },
  { argv: ["provision", "t-4", "--on", "2010-06-12"], shows: "t-4" },
  { argv: ["timeline", "--actor", "UZB", "--from", "2006-01-01"], shows: "uzb.suspended" },
] as const;
const forms = ["table", "--json", "--csv"] as const;

describe("every question as a table, as JSON and as CSV, in both languages", () => {
  const asked = questions.flatMap(({ argv, shows }) =>
    forms.flatMap((form) =>
      ["en", "ru"].map((lang) => {
        const words: readonly string[] = [...argv, "--lang", lang];
        return { argv: form === "table" ? words : [...words, form], form, lang, shows };
      }),
    ),
  );
  test.each(asked)("$argv", async (item) => {
    const { code, out, error } = await foedus(item.argv);
    expect(error).toBe("");
    expect(code).toBe(0);
    if (item.lang === "en") expect(out).toContain(item.shows);
    if (item.form === "--json") expect(typeof JSON.parse(out)).toBe("object");
    if (item.form === "--csv") expect(out).toMatch(/^\ufeff[^\n]*\r\n/);
    if (item.lang === "ru") expect(out).toMatch(/[а-яё]{3}|"changes"/i);
    if (item.form === "table") {
      const longest = Math.max(...out.split("\n").map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(120);
    }
  });
});

const long = "x".repeat(5_000);
const bad: readonly (readonly string[])[] = [
  ["membres"],
  [""],
  ["--", "nothing"],
  ["members", "extra"],
  ["members", "--onn", "2020-01-01"],
  ["members", "-x"],
  ["members", "--on"],
  ["members", "--on", ""],
  ["members", "--on", "2021-02-29"],
  ["members", "--on", "2021-13-01"],
  ["members", "--on", "21.03.2021"],
  ["members", "--on", "2021"],
  ["members", "--on", "2021-03-26\n"],
  ["members", "--on", long],
  ["members", "--on", "2021-01-01", "--on", "2021-01-01"],
  ["members", "--known", "#-1"],
  ["members", "--known", "#99999999"],
  ["members", "--known", "#1e3"],
  ["members", "--known", "yesterday"],
  ["members", "--known", "2026-12-10T00:00:00+03:00"],
  ["members", "--published-by", "2021-3-1"],
  ["members", "--according-to", ""],
  ["members", "--according-to", "no-such-source"],
  ["members", "--according-to", "backgrounder,backgrounder"],
  ["members", "--according-to", "backgrounder", "--published-by", "1990-01-01"],
  ["members", "--lang", "de"],
  ["members", "--org", "utopia"],
  ["members", "--org", "../csto"],
  ["members", "--org", "csto", "--org", "nato"],
  ["record", "sync", "--csv"],
  ["members", "--csv", "--csv"],
  ["members", "--kind", "sign"],
  ["status"],
  ["status", "uzb"],
  ["status", "XXA"],
  ["status", "UZB", "ARM"],
  ["why"],
  ["why", "membership"],
  ["why", "membership/"],
  ["why", "membership/QQQ"],
  ["why", "act/no.such.act"],
  ["why", "\u001b[2J/x"],
  ["diff", "1999-04-20"],
  ["diff", "1999-04-21", "1999-04-20"],
  ["diff", "1999-04-20", "1999-04-21", "--on", "2000-01-01"],
  ["provision", "t-999"],
  ["timeline", "--kind", "instrument.burned"],
  ["timeline", "--actor", "uzb"],
  ["timeline", "--from", "2010-01-01", "--to", "2009-01-01"],
  ["timeline", "--from", "2010-01-01", "--from", "2011-01-01"],
  ["charter"],
  ["charter", "check"],
  ["charter", "check", "no/such/folder"],
  ["charter", "check", "package.json"],
  ["charter", "check", "charters/csto", "--org", "csto"],
  ["record", "check", "no/such/folder"],
  ["record", "sink"],
  ["record", "sync", "now"],
  ["record", "add"],
  ["record", "add", "no-such-file.yaml"],
  ["record", "add", "charters"],
  ["record", "add", file("broken.yaml", "acts: [")],
  ["record", "add", file("empty.yaml", "")],
  ["record", "add", file("bytes.yaml", Buffer.from([0x61, 0xff, 0xfe]))],
  ["record", "add", file("unknown.yaml", act("local.a", "    colour: red\n"))],
  ["record", "add", file("taken.yaml", act("cst.signed"))],
  ["record", "add", file("day.yaml", act("local.b").replaceAll("2026-01-01", "2026-02-30"))],
  ["completions", "fish"],
  ["serve", "--port", "70000"],
  ["serve", "--port", "http"],
  ["serve", "--port", "1", "--port", "2"],
];

describe("bad input: exit 2, one line, no stack, nothing written", () => {
  let before = "";
  beforeAll(() => {
    before = kept();
  });

  test.each(bad.map((argv) => ({ argv, name: argv.join(" ").slice(0, 70) })))(
    "$name",
    async ({ argv }) => {
      const { code, out, error } = await foedus(argv);
      expect(error).toMatch(/^foedus: [^\n]+\n$/);
      expect(error).not.toMatch(/\bat \S+ \(|\.ts:\d|node:internal|undefined/);
      expect(error).not.toContain("\u001b");
      expect(error.length).toBeLessThan(1_000);
      expect(out).toBe("");
      expect(code).toBe(2);
    },
  );

  test("nothing was written", () => {
    expect(kept()).toBe(before);
  });

  test("with --json the error is one line of JSON", async () => {
    const { code, out, error } = await foedus(["members", "--on", "x", "--json", "--lang", "ru"]);
    expect([code, out]).toEqual([2, ""]);
    expect(error.split("\n").length).toBe(2);
    expect(JSON.parse(error)).toEqual({
      code: "query.day",
      field: "on",
      found: "x",
      accepted: expect.stringContaining("YYYY-MM-DD"),
      message: expect.stringMatching(/^on: такого дня/),
    });
  });
});

describe("checks: the errors are the answer, exit 1 (S-24)", () => {
  test("a sound pack and a sound record", async () => {
    const pack = await foedus(["charter", "check", "charters/csto", "--json"]);
    expect(pack.code).toBe(0);
    expect(JSON.parse(pack.out)).toMatchObject({ pack: "csto", errors: [] });
    const record = await foedus(["record", "check", "records/nato", "--json"]);
    expect(record.code).toBe(0);
    expect(JSON.parse(record.out)).toEqual({ acts: expect.any(Number), errors: [] });
  }, 60_000);

  test("a folder that is no pack", async () => {
    const { code, out, error } = await foedus(["charter", "check", "docs", "--json"]);
    expect([code, error]).toEqual([1, ""]);
    const { errors, pack, hash } = JSON.parse(out);
    expect([pack, hash]).toEqual([null, null]);
    expect(errors[0]).toMatchObject({ line: 1, column: 1, message: expect.any(String) });
  }, 60_000);

  test("for people, a line an error with its place", async () => {
    const { code, out } = await foedus(["record", "check", "charters/csto"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^[\w./-]+:\d+:\d+: /);
  }, 60_000);
});

describe("entering", () => {
  test("sync adds nothing a second time; add enters acts and their sources", async () => {
    const again = await foedus(["record", "sync", "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ org: "csto", entered: 0 });
    const input = act("local.statement");
    const added = await foedus(["record", "add", "-", "--json"], input);
    expect(added.error).toBe("");
    const { added: acts, size } = JSON.parse(added.out);
    expect(acts.map(({ id }: { readonly id: string }) => id)).toContain("local.statement");
    const shown = await foedus(["why", "act/local.statement", "--json"]);
    expect(JSON.parse(shown.out)).toMatchObject({ value: { kind: "statement.made" } });
    const held = await foedus(["record", "sync", "--json"]);
    expect(JSON.parse(held.out)).toMatchObject({ entered: 0, size });
    const twice = await foedus(["record", "add", "-"], input);
    expect([twice.code, twice.out]).toEqual([2, ""]);
    expect(twice.error).toContain("the id is taken already");
  }, 120_000);
});

describe("around it", () => {
  test("help, version, and no words at all", async () => {
    const help = await foedus(["--help"]);
    const none = await foedus([]);
    const version = await foedus(["--version"]);
    expect(help.out).toContain("members");
    expect(none).toEqual(help);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  }, 60_000);

  test.each(["bash", "zsh"])(
    "completions for %s know the packs",
    async (shell) => {
      const { code, out } = await foedus(["completions", shell]);
      expect(code).toBe(0);
      expect(out).toContain("csto:state) printf '%s\\n' ARM AZE");
      expect(out).toContain("nato:state)");
    },
    120_000,
  );
});

describe("verdicts", () => {
  const positions = JSON.stringify({
    on: "2009-06-14",
    positions: {
      ARM: "for",
      KAZ: "for",
      KGZ: "for",
      RUS: "for",
      TJK: "for",
      UZB: { position: "not-participating", statement: "reservations" },
    },
    later: [{ state: "BLR", position: "for", on: "2009-10-20" }],
  });

  test("Ex. 3: the decision of June 2009, its exit, and its receipts run again", async () => {
    const checked = await foedus(["check", "crrf.decision-2009-06", "--json"]);
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out)).toMatchObject(ex3);
    const verified = await foedus(["verify-receipt", file("checked.json", checked.out), "--json"]);
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { holds: true }]);
    const spoilt = checked.out.replaceAll('"reached": 5', '"reached": 6');
    const found = await foedus(["verify-receipt", file("spoilt.json", spoilt)]);
    expect([found.code, found.out]).toEqual([1, expect.stringContaining("hash: the receipt says")]);
  });

  test("decide takes the same positions from a file, and comes to the same", async () => {
    const argv = ["decide", "--body", "council", "--positions", file("positions.json", positions)];
    const decided = await foedus([...argv, "--json"]);
    expect(decided.code).toBe(0);
    const numbers = JSON.parse(decided.out).readings.map((row: { [field: string]: unknown }) => [
      row["outcome"],
      row["needed"],
      row["reached"],
      row["blockedBy"],
    ]);
    expect(numbers).toEqual([
      ["not-adopted", 7, 5, ["BLR", "UZB"]],
      ["adopted", 0, 0, []],
    ]);
    const piped = await foedus(["decide", "--body", "council", "--positions", "-"], positions);
    expect(piped.out).toContain("every member has to count for it");
  });

  test.each([
    { argv: ["check", "no.such"], says: "act: the record" },
    { argv: ["decide", "--body", "council", "--positions", "none.yaml"], says: "positions: " },
    { argv: ["decide", "--body", "council"], says: "positions: this is needed" },
    {
      argv: ["duties", "--situation", "situation/no-such"],
      says: "situation: the record holds no",
    },
    { argv: ["verify-receipt", "-"], says: "file: " },
  ])("$argv is refused in one line", async ({ argv, says }) => {
    const { code, out, error } = await foedus(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(says);
    expect(error.trim().split("\n")).toHaveLength(1);
  });

  test("an act that is effective and no breach exits with 0", async () => {
    expect((await foedus(["check", "crrf.agreement-signed"])).code).toBe(0);
  });
});

/** Ex. 3 of the decisions, as it is written there. */
const ex3 = {
  act: "crrf.decision-2009-06",
  disputed: true,
  readings: [
    {
      reading: { consensus: "express-consent" },
      validity: "without-effect",
      form: "ordinary",
      outcome: "not-adopted",
      forms: [
        {
          form: "limited-format",
          available: false,
          because: "c-12 version 2, in force from 2012-12-19",
        },
      ],
      counts: "consents",
      base: 7,
      needed: 7,
      reached: 5,
      shortBy: 2,
      missing: [],
      blockedBy: ["BLR", "UZB"],
      binds: [],
      laterExpressions: [{ state: "BLR", on: "2009-10-20", effect: "counted", reached: 6 }],
      exclusions: [],
      compliance: [],
      textSeen: "no",
      trace: { decidingNode: "council-consensus/rule/counts-for" },
    },
    {
      reading: { consensus: "no-objection" },
      validity: "effective",
      form: "ordinary",
      outcome: "adopted",
      adoptedOn: "2009-06-14",
      counts: "objections",
      base: 7,
      needed: 0,
      reached: 0,
      shortBy: 0,
      missing: [],
      blockedBy: [],
      binds: ["ARM", "KAZ", "KGZ", "RUS", "TJK"],
      laterExpressions: [{ state: "BLR", on: "2009-10-20", effect: "bound-from" }],
      bindsUnknown: ["UZB"],
      exclusions: [],
      compliance: [],
      textSeen: "no",
      trace: { decidingNode: "council-consensus/rule/blocks" },
    },
  ],
  flags: [{ claim: "b", contradicts: "membership", says: "4 of 6", register: "7 members" }],
};
