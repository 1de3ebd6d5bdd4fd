/** The program itself: its arguments, streams, terminal and exit; one command of each sort. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, foedus as ranHere } from "../../test/command-line.ts";
import { history } from "../../test/log-history.ts";
import { filesOf, writeFiles } from "../../test/log-writer.ts";

const data = mkdtempSync(join(tmpdir(), "foedus-main-"));
const main = join(checkout, "src/cli/main.ts");
const limit = 60_000;

type Outcome = { readonly code: number | null; readonly out: string; readonly error: string };

/** Starts a program, gives it its input, and waits until it is gone. */
const ended = (program: string, argv: readonly string[], input: string | Buffer = "") =>
  new Promise<Outcome>((resolve, reject) => {
    const env = { ...process.env, FOEDUS_DATA: data, COLUMNS: "120", NO_COLOR: "1" };
    const child = spawn(program, argv, { cwd: checkout, env });
    let out = "";
    let error = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      error += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, error }));
    child.stdin.on("error", () => undefined); // A program that reads no input may be gone.
    child.stdin.end(input);
  });

const foedus = (argv: readonly string[], input?: string | Buffer): Promise<Outcome> =>
  ended(process.execPath, [main, ...argv], input);

let first: Outcome;
beforeAll(async () => {
  first = await foedus(["members", "--on", "2021-03-26", "--json"]);
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

test("a reader that finds no ledger fills one and says so on standard error", () => {
  expect(first.code).toBe(0);
  expect(first.error).toMatch(/^foedus: Note: the ledger of csto was filled[^\n]*\n$/);
  expect(JSON.parse(first.out)).toMatchObject({ counts: { member: 6, suspended: 1 } });
});

describe("it says what the commands say when they are run without it", () => {
  test.each([
    [["why", "membership/UZB", "--on", "2007-01-01"], 0],
    [["timeline", "--actor", "UZB", "--csv", "--lang", "ru"], 0],
    [["record", "check", "charters/csto"], 1],
    [["members", "--on", "2021-02-29", "--json"], 2],
    [["why", "\u001b[2J/x"], 2],
  ] as const)("%j ends with %i", { timeout: limit }, async (argv, code) => {
    const found = await foedus(argv);
    expect(found).toEqual(await ranHere(argv, { root: checkout, data, columns: 120 }));
    expect(found.code).toBe(code);
  });
});

test("standard input is a file like others, and what is no text is refused", async () => {
  const { code, out, error } = await foedus(
    ["record", "add", "-"],
    Buffer.from([0x61, 0xff, 0xfe]),
  );
  expect([code, out]).toEqual([2, ""]);
  expect(error).toMatch(/^foedus: [^\n]*UTF-8[^\n]*\n$/);
}, 60_000);

test("a reader that goes away ends the program quietly", async () => {
  const script = `"$0" "$@" | head -c 1; echo "\${PIPESTATUS[0]}"`;
  const argv = ["-c", script, process.execPath, main, "timeline", "--json"];
  expect(await ended("bash", argv)).toEqual({ code: 0, out: "{0\n", error: "" });
}, 60_000);

test("an answer that cannot be written is told in one line", async () => {
  const script = `"$0" "$@" > /dev/full`;
  const argv = ["-c", script, process.execPath, main, "timeline"];
  const { code, error } = await ended("bash", argv);
  expect(code).toBe(2);
  expect(error).toMatch(/^foedus: The answer could not be written: ENOSPC[^\n]*\n$/);
}, 60_000);

test("a file without end is refused for its length", async () => {
  const { code, error } = await foedus(["record", "add", "/dev/zero"]);
  expect(code).toBe(2);
  expect(error).toMatch(/^foedus: file: the file is too large;[^\n]*262144 bytes\n$/);
}, 60_000);

test("a witness that follows a log ends well when it is asked to stop", async () => {
  writeFiles(join(data, "log"), filesOf(history(7)));
  const script = '"$0" "$@" & until [ -f "$LOG/checkpoint" ]; do sleep 0.1; done; kill $!; wait $!';
  const seen = join(data, "seen");
  const argv = [main, "witness", join(data, "log"), seen, "--every", "3600"];
  const run = script.replaceAll("$LOG", seen);
  const { code, out } = await ended("bash", ["-c", run, process.execPath, ...argv]);
  expect([code, out]).toEqual([0, expect.stringContaining("Cosigned: ")]);
}, 60_000);
