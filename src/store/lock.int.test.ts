/** The writer's lock between real processes: alive, dead, and several at once. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Child, startChild } from "../../test/child.ts";
import { takeLock } from "./lock.ts";

/** Starting four processes takes a while on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

const writer = new URL("../../test/store-writer.ts", import.meta.url);

describe("S-41: one writer a ledger", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "foedus-lock-"));
    path = join(folder, "ledger.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Starts processes that wait at the lock, lets them go at once, and gathers what they say. */
  const race = async (count: number): Promise<readonly string[]> => {
    const children: readonly Child[] = Array.from({ length: count }, () =>
      startChild(writer, ["race", path]),
    );
    for (const child of children) expect(await child.line()).toBe("ready");
    for (const child of children) child.write("go\n");
    const said = await Promise.all(children.map((child) => child.line()));
    const holder = children[said.indexOf("held")]?.pid;
    for (const child of children) child.end();
    await Promise.all(children.map((child) => child.gone()));
    return said.map((line) => (line === `refused ${holder}` ? "refused" : String(line)));
  };

  const oneOf = (count: number): readonly string[] => ["held", ...Array(count - 1).fill("refused")];

  test("a lock names its holder, and is gone once released", () => {
    const lock = takeLock(path, "record add");
    expect(takeLock(path, "serve")).toEqual({
      ok: false,
      refusal: { pid: process.pid, purpose: "record add" },
    });
    if (lock.ok) lock.value.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(takeLock(path, "serve").ok).toBe(true);
  });

  test("releasing twice does not release the next holder's lock", () => {
    const first = takeLock(path, "serve");
    if (first.ok) first.value.release();
    expect(takeLock(path, "serve").ok).toBe(true);
    if (first.ok) first.value.release();
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  test.each([
    { name: "is empty, as after a loss of power", text: "" },
    { name: "is cut short", text: '{"pid":1,"bir' },
    { name: "names no process", text: '{"pid":-1,"birth":"","purpose":"x","token":"x"}' },
    { name: "names a process that is gone", text: JSON.stringify(gone()) },
    {
      name: "names a pid used again",
      text: JSON.stringify({ ...gone(), pid: process.pid, birth: "before/1" }),
    },
  ])("a lock that $name is taken over", ({ text }) => {
    writeFileSync(`${path}.lock`, text);
    const lock = takeLock(path, "serve");
    expect(lock.ok).toBe(true);
    expect(JSON.parse(readFileSync(`${path}.lock`, "utf8"))).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder)).toEqual(["ledger.db.lock"]);
  });

  test("a guard left by a taker that died is no obstacle", () => {
    writeFileSync(`${path}.lock`, JSON.stringify(gone()));
    writeFileSync(`${path}.lock.take`, JSON.stringify(gone()));
    expect(takeLock(path, "serve").ok).toBe(true);
    expect(readdirSync(folder)).toEqual(["ledger.db.lock"]);
  });

  test("of four processes at a free lock exactly one gets it; the others learn which", async () => {
    expect([...(await race(4))].sort()).toEqual(oneOf(4));
  });

  test("of four processes at a dead one's lock exactly one takes it over", async () => {
    writeFileSync(`${path}.lock`, JSON.stringify(gone()));
    expect([...(await race(4))].sort()).toEqual(oneOf(4));
    expect(readdirSync(folder)).toEqual(["ledger.db.lock"]);
  });
});

/** A holder whose pid no process has: pids end well below it. */
function gone() {
  return { pid: 2 ** 30, birth: "before/1", purpose: "serve", token: "gone" };
}
