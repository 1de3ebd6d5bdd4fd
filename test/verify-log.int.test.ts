/**
 * Two verifiers that share nothing judge the same logs: `foedus verify`, and verify-log.py, written
 * from the public formats alone. Both accept what is sound and refuse more than fifty ways of tampering.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { history, stranger } from "./log-history.ts";
import { type Changes, names, tamper } from "./log-tampering.ts";
import { filesOf, logKey, vkey, writeFiles } from "./log-writer.ts";

const seed = 20261125;
const slow = 60_000; // Alone some two seconds; on a machine in use a process may wait long.
const here = import.meta.dirname;
const python = spawnSync("python3", ["--version"]).status === 0;
if (!python) console.log("No Python 3 on this machine: the independent verifier is left out.");

const root = mkdtempSync(join(tmpdir(), "foedus-verify-log-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files, under a name that is its own. */
const folder = (name: string, files: Changes): string => {
  const path = join(root, name.replaceAll(/\W/g, "-"));
  writeFiles(path, new Map([...files].flatMap(([file, data]) => (data ? [[file, data]] : []))));
  return path;
};

const entries = history(259); // A full tile, one that is not, and a level above them.
const files = filesOf(entries);
const tile = files.get("tile/0/000") ?? Buffer.alloc(0);
const keys = filesOf(entries.slice(0, 7));

const sound = [
  folder("a history of keys", files),
  folder("no entry at all", filesOf([])),
  folder("the first key alone", filesOf(entries.slice(0, 1))),
  folder("one full tile", filesOf(entries.slice(0, 256))),
  folder(
    "a narrower tile of before",
    new Map([...files, ["tile/0/000.p/2", tile.subarray(0, 64)]]),
  ),
];
const tampered = names.map((name) =>
  folder(name, new Map([...files, ...tamper({ entries, files }, name, seed)])),
);
const codes = [...sound.map(() => 0), ...tampered.map(() => 1)];

test(`foedus verify accepts ${sound.length} logs and refuses ${names.length}, seed ${seed}`, {
  timeout: slow,
}, () => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(here, "verify-many.ts"), ...sound, ...tampered],
    { encoding: "utf8", env: { ...process.env, FOEDUS_DATA: join(root, "data") } },
  );
  expect([...stdout.matchAll(/^= (\d+)$/gm)].map(([, code]) => Number(code))).toEqual(codes);
});

/** With the standard library alone: `-I` and `-S` leave out what else a machine has. */
const run = (...args: string[]) =>
  spawnSync("python3", ["-IS", join(here, "verify-log.py"), ...args], { encoding: "utf8" });

describe.runIf(python)("verify-log.py, which shares nothing with it", { timeout: slow }, () => {
  test(`accepts and refuses the same, a line for each, seed ${seed}`, () => {
    const { status, stdout, stderr } = run(...sound, ...tampered);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => (/^\S+: verified: /.test(line) ? 0 : 1))).toEqual(codes);
    expect(stderr).toBe("");
    expect(status).toBe(1);
  });

  const strict: readonly (readonly [string, Changes, string])[] = [
    ["a file more", new Map([...keys, ["readme", tile]]), "readme: does not belong"],
    [
      "a wider tile",
      new Map([...keys, ["tile/0/000.p/8", tile]]),
      "tile/0/000.p/8: does not belong",
    ],
    [
      "a wrong tile of before",
      new Map([...files, ["tile/0/000.p/2", tile.subarray(1, 65)]]),
      "tile/0/000.p/2: not a beginning",
    ],
  ];

  test("refuses files that no reader of the log needs", () => {
    const { stdout } = run(...strict.map(([name, changes]) => folder(name, changes)));
    const faults = stdout.trimEnd().split("\n");
    expect(faults).toEqual(strict.map(([, , fault]) => expect.stringContaining(`: ${fault}`)));
  });

  test("tells what it verified: a sample if asked to, and always what is signed on keys", () => {
    const { status, stdout } = run(folder("keys", keys), "--key", vkey(logKey), "--sample", "0");
    expect(stdout).toMatch(
      /^verified: 7 entries, root [0-9a-f]{64}, 8 signatures checked, key loc/,
    );
    expect(status).toBe(0);
  });

  test("refuses another key than the one that came another way, and a link", () => {
    const path = folder("keys", keys);
    expect(run(path, "--key", vkey(stranger)).stdout).toMatch(/^log\.vkey: another key than/);
    symlinkSync(join(path, "checkpoint"), join(path, "linked"));
    expect(run(path)).toMatchObject({ status: 1, stdout: "linked: neither a file nor a folder\n" });
  });

  test("exits with 2 when it is not used as it is meant", () => {
    expect(run(join(root, "nowhere")).status).toBe(2);
    expect(run(root, "--sample", "-1").status).toBe(2);
  });
});
