/** `witness` and `verify --key`, over logs in folders and behind an address. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openCheckpoint, readVkey, type VerifierKey } from "#ledger";
import { sha256, verifyEd25519 } from "#store";
import { checkout, type Outcome, foedus as ranIn } from "../../test/command-line.ts";
import { history, second, stated, stranger } from "../../test/log-history.ts";
import { entry, filesOf, logKey, vkey, writeFiles } from "../../test/log-writer.ts";

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "foedus-witness-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const foedus = (...argv: readonly string[]): Promise<Outcome> =>
  ranIn(argv, { root: checkout, data: at("data") });
const told = ({ out }: Outcome) => JSON.parse(out);
const textIn = (name: string): string => readFileSync(at(name), "utf8");

const entries = history(300);
const show = (shown: readonly Buffer[], name = "log"): void => {
  rmSync(at(name), { recursive: true, force: true });
  writeFiles(at(name), filesOf(shown));
};
const keyIn = (text: string): VerifierKey => {
  const key = readVkey(text.trimEnd(), sha256);
  if (!key.ok) throw new Error(key.refusal.code);
  return key.value;
};
const witness = (...more: readonly string[]): Promise<Outcome> =>
  foedus("witness", at("log"), at("seen"), "--once", ...more);

beforeEach(() => {
  rmSync(at("seen"), { recursive: true, force: true });
  show(entries.slice(0, 20));
});

describe("a log that continues", () => {
  test("is cosigned each time, in the form that anybody's tools read", async () => {
    const first = await witness("--json", "--name", "witness.example/alfa");
    expect(first.code).toBe(0);
    expect(first.error).toContain("compare it with one that came another way");
    expect(told(first)).toMatchObject({ size: 20, cosigned: true, by: "witness.example/alfa" });
    show(entries);
    const next = await witness("--key", vkey(logKey));
    expect(next).toMatchObject({ code: 0, error: "" });
    expect(next.out).toMatch(/^Cosigned: the log localhost\/log\/test, 300 entries; root /);
    const own = keyIn(textIn("seen/witness.vkey"));
    const means = { hash: sha256, verify: verifyEd25519, witnesses: [own] };
    const opened = openCheckpoint(textIn("seen/checkpoint"), keyIn(vkey(logKey)), means);
    expect(opened).toMatchObject({ ok: true, value: { size: 300 } });
    if (opened.ok) expect(opened.value.note.verified.map(({ key }) => key.type)).toEqual([1, 4]);
  });

  test("is copied if asked, and the copy verifies like any log", async () => {
    await witness("--copy");
    show(entries);
    expect((await witness("--copy")).code).toBe(0);
    const copy = await foedus("verify", at("seen"), "--json");
    expect([copy.code, told(copy).size]).toEqual([0, 300]);
    // A tile of the copy that went bad on our own disk accuses nobody, and is mended.
    writeFileSync(at("seen/tile/0/000"), "gone");
    show([...entries, entry(stated(300), second)]);
    expect((await witness("--copy")).code).toBe(0);
    expect((await foedus("verify", at("seen"))).code).toBe(0);
  });

  test("but holds an act that nobody may have signed is not cosigned at first sight", async () => {
    show([...entries.slice(0, 20), entry(stated(20), stranger)]);
    const found = await witness("--json");
    expect([found.code, told(found).errors[0].code]).toEqual([1, "log.signature"]);
    expect((await foedus("verify", at("seen"))).out).toContain("checkpoint: the file is not there");
  });
});

describe("two histories", () => {
  test.each<[name: string, shown: readonly Buffer[], is: string]>([
    ["another entry", entries.with(9, entry(stated(900), second)), "forked"],
    ["as many, but others", entries.slice(0, 20).with(9, entry(stated(900), second)), "forked"],
    ["fewer", entries.slice(0, 19), "rolled-back"],
  ])(
    "%s: an alarm with both checkpoints, which stands until it is looked into",
    async (_, shown, is) => {
      await witness();
      const before = textIn("seen/checkpoint");
      show(shown);
      const found = await witness();
      expect([found.code, found.out.startsWith("ALARM: ")]).toEqual([1, true]);
      const alarm = JSON.parse(textIn("seen/alarm.json"));
      expect(alarm).toMatchObject({
        is,
        log: vkey(logKey),
        seen: before,
        shown: textIn("log/checkpoint"),
      });
      expect(textIn("seen/checkpoint")).toBe(before);
      show(entries);
      const again = await witness("--lang", "ru");
      expect([again.code, again.out]).toEqual([1, expect.stringContaining("лежит тревога")]);
    },
  );
});

describe("bad input", () => {
  test.each<[name: string, argv: readonly string[], said: string]>([
    ["a key that is none", ["--key", "x"], "no line of a verifier key (vkey.form)"],
    ["another key than before", ["--key", vkey(stranger)], "This folder follows another log"],
    ["another name than before", ["--name", "bravo"], "a name is given once"],
    ["a name that is none", ["--name", "a b"], "has no space"],
    ["no number of seconds", ["--every", "0"], "1 … 86400"],
    ["a flag twice", ["--key", "a", "--key", "b"], "--key"],
  ])("%s is refused", async (_, argv, said) => {
    await witness("--name", "alfa");
    const done = await witness(...argv);
    expect([done.code, done.error]).toEqual([2, expect.stringContaining(said)]);
  });

  test("a checkpoint of its own that is damaged is not passed over", async () => {
    await witness();
    writeFileSync(at("seen/checkpoint"), textIn("seen/checkpoint").replace("20", "19"));
    const done = await witness();
    expect([done.code, done.error]).toEqual([2, expect.stringContaining("is damaged")]);
  });
});

test("verify --key refuses a log under another key", async () => {
  expect((await foedus("verify", at("log"), "--key", vkey(logKey))).code).toBe(0);
  const other = await foedus("verify", at("log"), "--key", vkey(stranger), "--json");
  expect([other.code, told(other).errors[0].code]).toEqual([1, "log.other-key"]);
});

test("a log is read by its address too; one that does not answer is bad input, no alarm", async () => {
  const files = filesOf(entries);
  const server = createServer((request, response) => {
    const bytes = files.get((request.url ?? "").replace("/log/", ""));
    response.statusCode = bytes === undefined ? 404 : 200;
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/log`;
  expect((await foedus("verify", address)).code).toBe(0);
  expect((await foedus("witness", address, at("seen"), "--once", "--copy")).code).toBe(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const gone = await foedus("witness", address, at("seen"), "--once");
  expect([gone.code, gone.error]).toEqual([2, expect.stringContaining("could not be asked")]);
});
