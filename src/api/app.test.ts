import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ask, sceneOf, specOf } from "#rules";
import { titlesIn, worded } from "#wording";
import { worldOf } from "./questions.ts";
import { securityHeaders } from "./security.ts";
import { appOf, organizations, portsOf, script } from "./testing.ts";

const app = appOf();
const members = "/api/v1/csto/members?on=1999-04-21";

const get = async (path: string, headers: { readonly [name: string]: string } = {}) =>
  app.request(path, { headers });

describe("S-23: the body equals what the command line prints with --json", () => {
  test.each([
    ["csto", "members", { on: "1999-04-21" }],
    ["csto", "members", { on: "1994-06-01", "according-to": "backgrounder", lang: "ru" }],
    ["csto", "status", { state: "UZB" }],
    ["csto", "why", { subject: "membership/UZB", on: "2007-01-01", lang: "ru" }],
    ["csto", "diff", { from: "1999-04-20", to: "1999-04-21" }],
    ["csto", "provision", { id: "t-4", on: "2010-06-12" }],
    ["csto", "timeline", { actor: "UZB", from: "2006-01-01", known: "#300" }],
    ["nato", "members", { "published-by": "2024-01-01" }],
  ] as const)("%s %s %j", async (org, command, params) => {
    const of = organizations.get(org);
    const spec = specOf(command);
    if (of === undefined || spec === undefined) throw new Error("no such question");
    const world = worldOf(of, portsOf());
    const given = new Map(Object.entries(params).map(([name, value]) => [name, [value]] as const));
    const language = "lang" in params ? params.lang : "en";
    const scene = sceneOf(world, spec, given);
    const answer = ask(world, command, given);
    if (!scene.ok || !answer.ok) throw new Error("refused");
    const body = worded(answer.value, world.pack, titlesIn(scene.value, language), language);
    const response = await get(`/api/v1/${org}/${command}?${new URLSearchParams(params)}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("Content-Language")).toBe(language);
    expect(await response.text()).toBe(`${JSON.stringify(body, undefined, 2)}\n`);
  });
});

describe("conditional requests", () => {
  const tagAt = async (path: string, of = app): Promise<string> =>
    (await of.request(path)).headers.get("ETag") ?? "";

  test("a client that has the answer is told so, without a body", async () => {
    const tag = await tagAt(members);
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    for (const header of [tag, tag.slice(2), `"x", ${tag}`, "*"]) {
      const again = await get(members, { "If-None-Match": header });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("ETag")).toBe(tag);
      expect(again.headers.get("Vary")).toBe("Accept-Encoding");
      expect(again.headers.get("Cache-Control")).toBe("no-cache");
    }
    expect((await get(members, { "If-None-Match": '"x"' })).status).toBe(200);
  });

  test("each thing that an answer depends on changes the tag", async () => {
    const csto = organizations.get("csto");
    if (csto === undefined) throw new Error("no csto");
    const withHead = (head: { readonly size: number; readonly root: string }) =>
      appOf({ organizations: new Map([["csto", { ...csto, head }]]) });
    const packs = new Map([["csto", { ...csto, packHash: "sha256:other" }]]);
    const tags = [
      await tagAt(members),
      await tagAt(`${members}&lang=ru`),
      await tagAt("/api/v1/nato/members?on=1999-04-21"),
      await tagAt("/api/v1/csto/members?on=1999-04-22"),
      await tagAt("/csto/members?on=1999-04-21"),
      await tagAt(members, withHead({ ...csto.head, size: 1 })),
      await tagAt(members, withHead({ ...csto.head, root: "cd".repeat(32) })),
      await tagAt(members, appOf({ organizations: packs })),
      await tagAt(members, appOf({ build: "other" })),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("today changes the tag of what is asked of today alone", async () => {
    const tomorrow = appOf({ now: () => "2026-11-24T12:00:00.000Z" });
    const changes = async (path: string) => (await tagAt(path)) !== (await tagAt(path, tomorrow));
    expect(await changes("/api/v1/csto/members")).toBe(true);
    expect(await changes("/api/v1/csto/status?state=UZB")).toBe(true);
    expect(await changes(members)).toBe(false);
    expect(await changes("/api/v1/csto/timeline")).toBe(false);
    expect(await changes("/csto/members?on=1999-04-21")).toBe(true); // The page names today.
  });

  test("the day changes at midnight of the seat, not of Greenwich", async () => {
    const onAt = async (now: string) => {
      const body = await (await appOf({ now: () => now }).request("/api/v1/csto/members")).json();
      return (body as { on: string }).on;
    };
    expect(await onAt("2026-11-23T20:59:59.999Z")).toBe("2026-11-23");
    expect(await onAt("2026-11-23T21:00:00.000Z")).toBe("2026-11-24");
  });

  test("a refusal has no tag and is not kept", async () => {
    const refused = await get("/api/v1/csto/members?on=x", { "If-None-Match": "*" });
    expect(refused.status).toBe(400);
    expect(refused.headers.get("ETag")).toBeNull();
    expect(refused.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("HEAD says what GET would", () => {
  test.each([members, "/csto/members", "/health", "/assets/boot-0a1b2c3d.js", "/nowhere/x"])(
    "%s",
    async (path) => {
      const full = await get(path);
      const head = await app.request(path, { method: "HEAD" });
      expect(await head.text()).toBe("");
      expect(head.status).toBe(full.status);
      expect([...head.headers]).toEqual([...full.headers]);
      expect(head.headers.get("Content-Length")).toBe(
        String((await full.arrayBuffer()).byteLength),
      );
    },
  );
});

describe("compression", () => {
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const)("%s gives the same text and tag, and fewer bytes", async (coding, unpack) => {
    const plain = await get("/csto/timeline");
    const text = await plain.text();
    const packed = await get("/csto/timeline", { "Accept-Encoding": coding });
    expect(packed.headers.get("Content-Encoding")).toBe(coding);
    expect(packed.headers.get("Vary")).toBe("Accept-Encoding");
    expect(packed.headers.get("ETag")).toBe(plain.headers.get("ETag"));
    const bytes = await bytesOf(packed);
    expect(packed.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(unpack(bytes).toString()).toBe(text);
    expect(bytes.length).toBeLessThan(text.length / 3);
  });

  test("what is small goes as it is, and still varies", async () => {
    const small = await get("/health", { "Accept-Encoding": "br" });
    expect(small.headers.get("Content-Encoding")).toBeNull();
    expect(small.headers.get("Vary")).toBe("Accept-Encoding");
  });

  test("long problems are compressed too", async () => {
    const long = await get(`/api/v1/csto/members?on=1&${"x".repeat(1_200)}=1`, {
      "Accept-Encoding": "gzip",
    });
    expect(long.status).toBe(400);
    expect(JSON.parse(gunzipSync(await bytesOf(long)).toString())).toMatchObject({ status: 400 });
  });
});

describe("built files", () => {
  const path = "/assets/boot-0a1b2c3d.js";
  test("are kept for ever, in each coding", async () => {
    for (const [coding, unpack] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const file = await get(path, { "Accept-Encoding": coding });
      expect(file.headers.get("Content-Encoding")).toBe(coding);
      expect(file.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
      expect(file.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
      expect(unpack(Buffer.from(await file.arrayBuffer())).toString()).toBe(script);
    }
    const tag = (await get(path)).headers.get("ETag") ?? "";
    expect((await get(path, { "If-None-Match": tag })).status).toBe(304);
  });

  test("a coding that makes a file longer is not used", async () => {
    const icon = await get("/assets/icon-0a1b2c3d.svg", { "Accept-Encoding": "br, gzip" });
    expect(icon.headers.get("Content-Encoding")).toBeNull();
    expect(await icon.text()).toBe("<svg/>");
  });

  test.each([
    "/assets/",
    "/assets/other.js",
    "/assets/../package.json",
    "/assets/..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/%00",
    "/assets/constructor",
  ])("%s is none", async (wrong) => {
    const response = await get(wrong);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("Apache");
  });
});

describe("the headers of S-36 stand on every answer", () => {
  test.each([
    ["GET", members, 200],
    ["GET", "/csto/members", 200],
    ["GET", "/", 302],
    ["GET", "/csto", 302],
    ["GET", "/csto/", 302],
    ["GET", "/csto/members/", 302],
    ["GET", "/nowhere/", 404],
    ["GET", "//csto/", 404],
    ["GET", "/health", 200],
    ["GET", "/api/v1/openapi.json", 200],
    ["GET", "/assets/boot-0a1b2c3d.js", 200],
    ["GET", "/api/v1/csto/members?on=x", 400],
    ["GET", "/csto/members?on=x", 400],
    ["GET", "/nowhere/else", 404],
    ["GET", "/api/v1/nowhere", 404],
    ["POST", members, 405],
    ["DELETE", "/csto/members", 405],
    ["GET", `/csto/members?on=${"1".repeat(9_000)}`, 414],
  ])("%s %s gives %i", async (method, path, status) => {
    const response = await app.request(path, { method });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(
      Object.fromEntries(
        Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    );
    expect(response.headers.get("Strict-Transport-Security")).toBeNull();
  });

  test("over TLS the name is bound to it", async () => {
    const response = await app.request(`https://foedus.test${members}`);
    expect(response.headers.get("Strict-Transport-Security")).toBe(
      "max-age=31536000; includeSubDomains",
    );
  });
});

test("a slash at the end leads to the page without it", async () => {
  const response = await app.request("/csto/members/?on=1999-04-21");
  expect(response.headers.get("Location")).toBe("/csto/members?on=1999-04-21");
});

test("an address that is too long is not repeated", async () => {
  const html = await (await app.request(`/csto/members?on=${"1".repeat(15_000)}`)).text();
  expect(html.length).toBeLessThan(10_000);
});

test("health names the heads that are served from", async () => {
  const body = await (await get("/health")).json();
  expect(body).toEqual({
    status: "ok",
    organizations: Object.fromEntries([...organizations].map(([org, { head }]) => [org, head])),
  });
});
