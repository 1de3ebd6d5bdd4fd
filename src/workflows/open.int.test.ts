import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tinyFiles } from "#charter/testing";
import { disk, sha256 } from "#store";
import { type Note, openOrganization, type Ports, type Tree } from "./index.ts";
import { recordOf } from "./testing.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "foedus-open-"));
  put("charters", tinyFiles);
  put("records", recordOf(2));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (dir: string, tree: Tree): void => {
  for (const [path, text] of tree) {
    const file = join(root, dir, "lakes", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

const world = (): Ports & { readonly notes: Note[] } => {
  const notes: Note[] = [];
  return {
    ...disk({ root, data: join(root, "data"), hash: sha256 }),
    hash: sha256,
    now: () => "2028-09-01T22:30:00.000Z",
    note: (note) => notes.push(note),
    notes,
  };
};

const read = async (ports = world()) => {
  const opened = await openOrganization(ports, "lakes", "read");
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await opened.value.store.close();
  return opened.value;
};

describe("an organization on a disk", () => {
  test("the first question fills the ledger, the next one reads it; today is the seat's", async () => {
    const ports = world();
    const first = await read(ports);
    expect(first.entries).toHaveLength(7);
    expect(first.today).toBe(Date.UTC(2028, 8, 2) / 86_400_000);
    const again = await read(ports);
    expect(again.entries.map(({ text }) => text)).toEqual(first.entries.map(({ text }) => text));
    expect(ports.notes.map(({ code }) => code)).toEqual(["ledger.filled"]);
  });

  test("of several that find no ledger, one fills it and the others wait", async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => read()));
    const texts = all.map(({ entries }) => entries.map(({ text }) => text).join("\n"));
    expect(new Set(texts).size).toBe(1);
    expect(all[0]?.entries).toHaveLength(7);
  });

  test("an unknown organization, a malformed pack, a malformed record leave nothing behind", async () => {
    const refusal = async (org: string) => {
      const opened = await openOrganization(world(), org, "read");
      return opened.ok ? undefined : opened.refusal.code;
    };
    expect(await refusal("seas")).toBe("org.unknown");
    expect(await refusal("../lakes")).toBe("org.unknown");
    put("records", new Map([["acts.yaml", "acts: none\n"]]));
    expect(await refusal("lakes")).toBe("records.malformed");
    expect(readdirSync(join(root, "data", "lakes"))).not.toContain("ledger.db");
    put("charters", new Map([["bodies.yaml", "bodies: none\n"]]));
    expect(await refusal("lakes")).toBe("pack.malformed");
  });

  test("a kept pack that was tampered with is made anew", async () => {
    const { packHash } = await read();
    const packs = join(root, "data", "lakes", "packs");
    const [name = ""] = readdirSync(packs);
    writeFileSync(join(packs, name), "{}");
    expect((await read()).packHash).toBe(packHash);
  });

  test("a writer beside a writer is refused, naming the process and what it does", async () => {
    const serving = await openOrganization(world(), "lakes", "write", "serve");
    if (!serving.ok) throw new Error(JSON.stringify(serving.refusal));
    const second = await openOrganization(world(), "lakes", "write", "record add");
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        code: "refused",
        refusal: { code: "store.locked", pid: process.pid, purpose: "serve" },
      },
    });
    expect((await read()).entries).toHaveLength(7);
    await serving.value.store.close();
  });
});
