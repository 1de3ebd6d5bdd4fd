/** `verify`, `export log`, `import log`, `backup`, `restore`, over a real ledger on a disk. */
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkout, type Outcome, foedus as ranIn } from "../../test/command-line.ts";

// Alone each takes a second or less; on a machine in use more.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "foedus-logs-"));
const foedus = (argv: readonly string[], data = "data"): Promise<Outcome> =>
  ranIn(argv, { root: checkout, data: join(folder, data) });
const at = (name: string): string => join(folder, name);
const told = (outcome: Outcome) => JSON.parse(outcome.out);

let verified: Outcome;
beforeAll(async () => {
  verified = await foedus(["verify", "--json"]);
  await foedus(["export", "log", at("log")]);
  await foedus(["backup", at("csto.backup")]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("verify", () => {
  test("says of a ledger: origin, key, size, root, signatures, nothing wrong", () => {
    expect(verified.code).toBe(0);
    const { origin, vkey, size, root, signatures, errors } = told(verified);
    expect(origin).toMatch(/^localhost\/log\/csto\/[0-9a-f]{8}$/);
    expect(vkey.startsWith(`${origin}+`)).toBe(true);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
    expect([signatures, errors]).toEqual([size, []]);
  });

  test("says the same of an export, and for people in two lines", async () => {
    expect(told(await foedus(["verify", at("log"), "--json"]))).toEqual(told(verified));
    const { out } = await foedus(["verify", at("log"), "--lang", "ru"]);
    expect(out).toMatch(/^Журнал localhost\S+ цел: .*\nlocalhost\/log\/csto\S+\n$/);
  });

  test("answers no, and names file and entry, where an export was touched", async () => {
    const path = at("log/tile/entries/001");
    const bytes = readFileSync(path);
    const spoilt = Buffer.from(bytes);
    spoilt[100] = (spoilt[100] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    const found = await foedus(["verify", at("log"), "--json"]);
    writeFileSync(path, bytes);
    expect(found.code).toBe(1);
    expect(told(found).errors).toMatchObject([{ code: "log.tile", path: "tile/0/001", seq: 256 }]);
  });

  test("answers no for a folder that is none", async () => {
    const found = await foedus(["verify", at("nothing")]);
    expect([found.code, found.out]).toEqual([1, "log.vkey: the file is not there.\n"]);
  });
});

describe("export log", () => {
  test("again changes no file that is right, and mends one that is not", async () => {
    const [right, wrong] = [at("log/tile/0/000"), at("log/tile/0/001")];
    const before = statSync(right).mtimeMs;
    const bytes = readFileSync(wrong);
    writeFileSync(wrong, "cut off");
    const done = await foedus(["export", "log", at("log"), "--json"]);
    expect(done.code).toBe(0);
    expect(statSync(right).mtimeMs).toBe(before);
    expect(readFileSync(wrong)).toEqual(bytes);
    const { size, root } = told(verified);
    expect(told(done)).toMatchObject({ dir: at("log"), size, root });
  });

  test("leaves another log alone", async () => {
    const done = await foedus(["export", "log", at("log"), "--org", "nato"]);
    expect(done.code).toBe(2);
    expect(done.error).toContain("stands another log");
  });

  test("says where nothing can be written", async () => {
    writeFileSync(at("file"), "");
    const done = await foedus(["export", "log", at("file")]);
    expect([done.code, done.error]).toEqual([
      2,
      `foedus: Nothing can be written to ${at("file")}.\n`,
    ]);
  });
});

describe("backup and restore", () => {
  test("the restored ledger is the same log, and goes on with the keys", async () => {
    const { origin, size, root } = told(verified);
    const done = await foedus(["restore", at("csto.backup"), "--json"], "restored");
    expect(done).toMatchObject({ code: 0, error: "" });
    expect(told(done)).toEqual({ org: "csto", origin, size, root });
    const again = await foedus(["verify", "--json"], "restored");
    expect(told(again)).toEqual(told(verified));
    const sync = await foedus(["record", "sync"], "restored");
    expect([sync.code, sync.error]).toMatchObject([2, expect.stringContaining("ledger.db.key")]);
    for (const key of ["ledger.db.key", "registrar.key"]) {
      writeFileSync(at(`restored/csto/${key}`), readFileSync(at(`data/csto/${key}`)));
    }
    expect((await foedus(["record", "sync"], "restored")).code).toBe(0);
  });

  test.each<[name: string, argv: readonly string[], data: string, said: string]>([
    ["a backup over a file", ["backup", "csto.backup"], "data", "written over nothing"],
    ["a backup of nothing", ["backup", "none.backup", "--org", "none"], "data", "no ledger"],
    ["a restore over a ledger", ["restore", "csto.backup"], "data", "Move it aside first"],
    [
      "a restore of another's",
      ["restore", "csto.backup", "--org", "nato"],
      "empty",
      "that of csto",
    ],
    ["a restore of no backup", ["restore", "log/checkpoint"], "empty", "no ledger of this program"],
    [
      "a restore of a ledger that is none",
      ["restore", "data/csto/ledger.db"],
      "empty",
      "no backup",
    ],
    ["a restore of nothing", ["restore", "nothing"], "empty", "no ledger at"],
  ])("%s is refused", async (_, [command = "", file = "", ...more], data, said) => {
    const done = await foedus([command, at(file), ...more], data);
    expect(done.code).toBe(2);
    expect(done.error).toContain(said);
  });

  test("a backup with one bit flipped is refused", async () => {
    const bytes = readFileSync(at("csto.backup"));
    const place = bytes.lastIndexOf('"id":"uzb.restored"') + 9;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(at("bad.backup"), bytes);
    const done = await foedus(["restore", at("bad.backup")], "empty");
    expect(done.code).toBe(2);
    expect(done.error).toMatch(/entry \d+ is not what was entered/);
    expect(existsSync(at("empty/csto/ledger.db"))).toBe(false);
  });

  test("an old backup beside a newer checkpoint is refused: it would make a second history", async () => {
    const acts = `sources:
  - { id: local.gazette, title: "Gazette", standing: press }
acts:
  - id: local.one
    kind: statement.made
    about: [membership/ARM]
    actors: [ARM]
    claims:
      - { id: a, source: local.gazette, confidence: low, says: { occurredOn: "2026-01-01" } }
`;
    writeFileSync(at("acts.yaml"), acts);
    expect(await foedus(["record", "add", at("acts.yaml")], "restored")).toMatchObject({ code: 0 });
    renameSync(at("restored/csto/ledger.db"), at("lost.db"));
    for (const end of ["-wal", "-shm"])
      rmSync(at(`restored/csto/ledger.db${end}`), { force: true });
    const lost = await foedus(["verify"], "restored");
    expect([lost.code, lost.error]).toMatchObject([2, expect.stringContaining("has lost entries")]);
    const done = await foedus(["restore", at("csto.backup")], "restored");
    expect(done.code).toBe(2);
    expect(done.error).toContain("a second history");
  });
});

describe("import log", () => {
  test("makes a ledger of an export, which reads and proves, but does not sign", async () => {
    const { origin, size, root } = told(verified);
    const done = await foedus(["import", "log", at("log"), "--json"], "imported");
    expect(told(done)).toEqual({ org: "csto", origin, size, root });
    expect(told(await foedus(["verify", "--json"], "imported"))).toEqual(told(verified));
    const members = ["members", "--on", "2021-03-26", "--json"];
    expect((await foedus(members, "imported")).out).toBe((await foedus(members)).out);
    expect((await foedus(["record", "sync"], "imported")).error).toContain("ledger.db.key");
  });

  test("of another organization's log makes nothing", async () => {
    const done = await foedus(["import", "log", at("log"), "--org", "nato"], "empty");
    expect([done.code, done.error]).toEqual([
      2,
      `foedus: The ledger ${at("log")} is that of csto.\n`,
    ]);
  });

  test("of a touched log makes nothing", async () => {
    const path = at("log/checkpoint");
    const bytes = readFileSync(path);
    writeFileSync(path, `${bytes}x`);
    const done = await foedus(["import", "log", at("log")], "empty");
    writeFileSync(path, bytes);
    expect(done.code).toBe(1);
    expect(existsSync(at("empty/csto/ledger.db"))).toBe(false);
  });
});
