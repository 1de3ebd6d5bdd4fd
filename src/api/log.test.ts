/** The log over HTTP: files, types, caches, and what is refused. */
import { describe, expect, test } from "vitest";
import { hex } from "#base";
import { leafHash, vkeyText, writeEntry } from "#ledger";
import { anySignature, told } from "#ledger/testing";
import { type LogStore, logFiles } from "#workflows";
import { appOf, organizations, sha256 } from "./testing.ts";

/** A store of 300 entries, as far as the files of a log ask for it. */
const entries = Array.from({ length: 300 }, (_, n) =>
  writeEntry(told(`lake.${n}`), [anySignature]),
);
const leaves = entries.map(({ text }) => leafHash(new TextEncoder().encode(text), sha256));
const log = {
  name: "lake.example/log",
  id: "00000000",
  type: 1,
  publicKey: new Uint8Array(32),
} as const;
const root = Buffer.alloc(32, 1).toString("base64");
const signature = Buffer.alloc(68, 2).toString("base64");
const checkpoint = `${log.name}\n300\n${root}\n\n— ${log.name} ${signature}\n`;
const store: LogStore = {
  log,
  read: async (from, limit) => entries.slice(from, from + limit).map(({ text }) => text),
  leaves: async (from, limit) => leaves.slice(from, from + limit),
  checkpoint: async () => checkpoint,
};

const csto = organizations.get("csto");
if (csto === undefined) throw new Error("the shipped organizations hold csto");
const served = { vkey: vkeyText(log), file: logFiles(store, sha256) };
const app = appOf({ organizations: new Map([["csto", { ...csto, log: served }]]) });
const get = (path: string, method = "GET") => app.request(path, { method });

describe("/log/{org}/", () => {
  test("gives the checkpoint as it was signed, for a few seconds", async () => {
    const response = await get("/log/csto/checkpoint");
    expect([response.status, await response.text()]).toEqual([200, checkpoint]);
    expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=5");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test.each([
    ["tile/0/000", 8_192],
    ["tile/0/001.p/44", 44 * 32],
    ["tile/0/001.p/7", 7 * 32],
    ["tile/1/000.p/1", 32],
  ])("gives %s for ever", async (path, length) => {
    const response = await get(`/log/csto/${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.status, bytes.length]).toEqual([200, length]);
    expect(response.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(response.headers.get("Cache-Control")).toContain("immutable");
    if (path === "tile/0/001.p/7") expect(hex(bytes.slice(0, 32))).toBe(hex(leaves[256] ?? bytes));
  });

  test("gives the key, and says how to verify in both languages", async () => {
    expect(await (await get("/log/csto/log.vkey")).text()).toBe(`${served.vkey}\n`);
    const english = await get("/log/csto/");
    expect(await english.text()).toContain("To verify");
    const russian = await get("/log/csto/?lang=ru");
    expect(await russian.text()).toContain("Как проверить");
    expect(russian.headers.get("Content-Language")).toBe("ru");
  });

  test.each([
    ["/log/csto/tile/0/002", 404],
    ["/log/csto/tile/0/001", 404],
    ["/log/csto/tile/0/000.p/0", 404],
    ["/log/csto/tile/entries/x000/000", 404],
    ["/log/csto/ledger.db.key", 404],
    ["/log/csto/..%2fledger.db.key", 404],
    ["/log/none/checkpoint", 404],
    ["/log/csto/checkpoint?x=1", 400],
  ])("%s is refused as a problem", async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  test("is only read", async () => {
    expect((await get("/log/csto/checkpoint", "POST")).status).toBe(405);
    expect((await get("/log/csto/checkpoint", "HEAD")).status).toBe(200);
  });
});
