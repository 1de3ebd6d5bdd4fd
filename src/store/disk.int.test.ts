import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entriesFrom } from "#ledger/testing";
import { disk, sha256 } from "./index.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "foedus-disk-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const here = () => disk({ root, data: join(root, "data"), hash: sha256 });

const put = (path: string, text: string | Uint8Array): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};

const moment = "2028-06-01T12:00:00.000Z";

const store = async (mode: "read" | "write", wait = 0) => {
  const opened = await here().openStore("lake", mode, "test", wait);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
};

describe("the files of an organization", () => {
  test("YAML by its path, folders within folders, nothing else", async () => {
    put("records/lake/a.yaml", "acts: []\n");
    put("records/lake/deep/er/b.yml", "x");
    put("records/lake/README.md", "x");
    const tree = await here().readTree("records", "lake");
    expect([...(tree ?? [])].sort()).toEqual([
      ["a.yaml", "acts: []\n"],
      ["deep/er/b.yml", "x"],
    ]);
  });

  test("no such organization, and none by a path of another kind", async () => {
    put("records/lake/a.yaml", "acts: []\n");
    expect(await here().readTree("charters", "lake")).toBeUndefined();
    expect(await here().readTree("records", "../records/lake")).toBeUndefined();
  });

  test("bytes that are no UTF-8 become a character that every reader refuses", async () => {
    put("records/lake/a.yaml", Uint8Array.of(0x61, 0xff, 0x62));
    expect((await here().readTree("records", "lake"))?.get("a.yaml")).toBe("a\uffffb");
  });
});

describe("the ledger of an organization", () => {
  test.skipIf(process.platform !== "linux")(
    "a place that takes no folders is refused",
    async () => {
      const nowhere = disk({ root, data: "/proc/foedus", hash: sha256 });
      const refused = await nowhere.openStore("lake", "write", "test");
      expect(refused).toMatchObject({ ok: false, refusal: { code: "store.not-found" } });
    },
  );

  test("a reader is told that there is none; a writer makes it, folder and all", async () => {
    const missing = await here().openStore("lake", "read", "test");
    expect(missing).toMatchObject({ ok: false, refusal: { code: "store.not-found" } });
    const writer = await store("write");
    await writer.append(0, entriesFrom(0, 3));
    const reader = await store("read");
    expect(await reader.size()).toBe(3);
    await reader.close();
    await writer.close();
  });

  test("a second writer is refused at once, or waits until the first is done", async () => {
    const first = await store("write");
    const refused = await here().openStore("lake", "write", "test");
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "store.locked", pid: process.pid, purpose: "test" },
    });
    const second = store("write", 5_000);
    setTimeout(() => void first.close(), 120);
    await (await second).close();
  });

  test("set aside it is whole under its new name, and its place is free", async () => {
    const writer = await store("write");
    await writer.append(0, entriesFrom(0, 3));
    const held = await here().setAside("lake", moment);
    expect(held).toMatchObject({ ok: false, refusal: { code: "store.locked" } });
    await writer.close();
    const moved = await here().setAside("lake", moment);
    expect(moved).toEqual({ ok: true, value: "lake/ledger.20280601T120000000Z.aside.db" });
    const name = "ledger.20280601T120000000Z.aside.db";
    expect(readdirSync(join(root, "data", "lake")).sort()).toEqual(
      ["", ".checkpoint", ".key", ".vkey"].map((end) => `${name}${end}`),
    );
    const fresh = await store("write");
    expect(fresh.log.name).not.toBe(writer.log.name);
    expect(await fresh.size()).toBe(0);
    await fresh.close();
  });
});

describe("what is kept", () => {
  test("is read back as it was, and undefined where it is not", async () => {
    expect(await here().readCache("lake", "packs/a.json")).toBeUndefined();
    await here().writeCache("lake", "packs/a.json", "{}");
    await here().writeCache("lake", "packs/a.json", "{ }");
    expect(await here().readCache("lake", "packs/a.json")).toBe("{ }");
    expect(readdirSync(join(root, "data", "lake", "packs"))).toEqual(["a.json"]);
  });

  test("a place that cannot be written keeps nothing and says nothing", async () => {
    put("data/lake", "a file, where a folder should be");
    await here().writeCache("lake", "packs/a.json", "{}");
    expect(readFileSync(join(root, "data", "lake"), "utf8")).toContain("a file");
  });
});
