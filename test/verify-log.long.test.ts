/**
 * A log as large as an organization's in decades: imported, exported, and judged by two verifiers
 * that share nothing, sound and tampered with in more than fifty ways.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { history } from "./log-history.ts";
import { names, tamper } from "./log-tampering.ts";
import { filesOf, writeFiles } from "./log-writer.ts";

const size = 70_000; // Three levels of tiles.
const seed = 70_000;
const hour = 3_600_000;

const here = import.meta.dirname;
const root = mkdtempSync(join(tmpdir(), "foedus-verify-log-long-"));
afterAll(() => rmSync(root, { recursive: true }));
const env = { ...process.env, FOEDUS_DATA: join(root, "data") };

const start = async (command: string, ...args: string[]) => {
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  return { code, out };
};

const foedus = (...args: string[]) =>
  start(process.execPath, join(here, "../src/cli/main.ts"), ...args);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

test(`${size} entries: import and export change no byte; ${names.length} ways of tampering are refused, seed ${seed}`, {
  timeout: hour,
}, async () => {
  const entries = history(size);
  const files = filesOf(entries);
  writeFiles(join(root, "stranger"), files);
  expect(await foedus("import", "log", join(root, "stranger"))).toMatchObject({ code: 0 });
  const sound = join(root, "sound");
  expect(await foedus("export", "log", sound)).toMatchObject({ code: 0 });
  expect(filesBelow(sound).toSorted()).toEqual([...files.keys()].toSorted());
  for (const [name, data] of files) {
    expect(readFileSync(join(sound, name)).equals(data), name).toBe(true);
  }

  const tampered = names.map((name, way) => {
    const folder = join(root, String(way));
    const changes = tamper({ entries, files }, name, seed);
    for (const file of files.keys()) {
      if (changes.has(file)) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      linkSync(join(sound, file), join(folder, file));
    }
    writeFiles(
      folder,
      new Map([...changes].flatMap(([file, data]) => (data ? [[file, data]] : []))),
    );
    return folder;
  });

  const [ours, theirs] = await Promise.all([
    start(process.execPath, join(here, "verify-many.ts"), sound, ...tampered),
    start("python3", "-IS", join(here, "verify-log.py"), sound, ...tampered),
  ]);
  const faulty = names.map((name) => `${name}: 1`);
  const [first, ...others] = [...ours.out.matchAll(/^= (\d+)$/gm)].map(([, code]) => code);
  expect(first).toBe("0");
  expect(others.map((code, way) => `${names[way]}: ${code}`)).toEqual(faulty);

  const [verified, ...lines] = theirs.out.trimEnd().split("\n");
  expect(verified).toContain(`: verified: ${size} entries, `);
  const codes = lines.map((line) => (/^\S+: verified: /.test(line) ? 0 : 1));
  expect(codes.map((code, way) => `${names[way]}: ${code}`)).toEqual(faulty);
});
