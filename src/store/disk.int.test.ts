import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

  test("moved out it is whole, its place is free, and put aside it keeps a folder of its own", async () => {
    const writer = await store("write");
    await writer.append(0, entriesFrom(0, 3));
    const held = await here().moveOut("lake");
    expect(held).toMatchObject({ ok: false, refusal: { code: "store.locked" } });
    await writer.close();
    expect(await here().putAside("lake", moment)).toEqual({ ok: true, value: undefined });
    expect((await here().moveOut("lake")).ok).toBe(true);
    const fresh = await store("write");
    expect(fresh.log.name).not.toBe(writer.log.name);
    expect(await fresh.size()).toBe(0);
    const moved = await here().movedOut("lake");
    expect(moved.ok && (await moved.value?.size())).toBe(3);
    if (moved.ok) await moved.value?.close();
    const name = "aside.20280601T120000000Z";
    expect(await here().putAside("lake", moment)).toEqual({ ok: true, value: `lake/${name}` });
    const files = readdirSync(join(root, "data", "lake", name));
    const own = files.filter((file) => !/-(wal|shm)$/.test(file)); // A reader leaves those.
    expect(own.sort()).toEqual(
      ["", ".checkpoint", ".key", ".vkey"].map((end) => `ledger.db${end}`),
    );
    expect(await here().movedOut("lake")).toEqual({ ok: true, value: undefined });
    await fresh.close();
  });

  test.each([[".key"], [".key", ".vkey"], [".key", ".vkey", ".checkpoint"]])(
    "a move cut short after %s goes back when a writer opens",
    async (...ends) => {
      const writer = await store("write");
      await writer.append(0, entriesFrom(0, 3));
      await writer.close();
      const place = join(root, "data", "lake");
      mkdirSync(join(place, "moving"));
      for (const end of ends) {
        renameSync(join(place, `ledger.db${end}`), join(place, "moving", `ledger.db${end}`));
      }
      const again = await store("write");
      expect([await again.size(), again.log.name]).toEqual([3, writer.log.name]);
      await again.close();
      expect(existsSync(join(place, "moving"))).toBe(false);
    },
  );
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
