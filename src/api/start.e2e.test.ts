/** The real program: its start, its end, and those who speak no sound HTTP to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { foedus } from "../../test/command-line.ts";
import { securityHeaders } from "./security.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "foedus-api-"));
const started = new Set<ChildProcess>();

type Env = { readonly [name: string]: string };
type Server = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly errors: () => string;
  readonly ended: Promise<number | null>;
};

const spawned = (env: Env): Server => {
  const child = spawn(process.execPath, ["src/api/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: "0",
      FOEDUS_DATA: join(folder, "data"),
      ...env,
    },
  });
  started.add(child);
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = once(child, "close").then(([code]): number | null => {
    started.delete(child);
    return code;
  });
  return { child, out: () => out, errors: () => errors, ended };
};

const addressLine = /^Foedus is at (http:\/\/127\.0\.0\.1:(\d+)\/)\n$/;

/** A server that has said where it is. */
const running = async (env: Env = {}) => {
  const server = spawned(env);
  await Promise.race([once(server.child.stdout ?? server.child, "data"), server.ended]);
  const [, url = "", port = ""] = addressLine.exec(server.out()) ?? [];
  if (url === "") throw new Error(`no address: ${server.out()}${server.errors()}`);
  return { ...server, url, port: Number(port) };
};

const stopped = async ({ child, ended }: Server): Promise<number | null> => {
  child.kill("SIGTERM");
  return ended;
};

const healthOf = async (url: string): Promise<unknown> => (await fetch(`${url}health`)).json();

const refusesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(false);
    });
    socket.on("error", () => resolve(true));
  });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limit = { timeout: 60_000 };

describe("S-43, S-8: starting", () => {
  afterEach(async () => {
    for (const child of started) child.kill("SIGKILL");
  });

  test("the first start fills the ledgers, the second adds nothing", limit, async () => {
    const first = await running();
    expect(first.errors()).toMatch(/^foedus: csto: \d+ entries entered/m);
    const health = await healthOf(first.url);
    expect(health).toMatchObject({ status: "ok", organizations: { csto: {}, nato: {} } });
    expect(await stopped(first)).toBe(0);
    const second = await running();
    const nothing = (org: string) => `foedus: ${org}: nothing new to enter\n`;
    expect(second.errors()).toBe(["csto", "isles", "nato"].map(nothing).join(""));
    expect(await healthOf(second.url)).toEqual(health);
    expect(await stopped(second)).toBe(0);
  });

  test("a taken port is refused naming PORT, before anything is entered", limit, async () => {
    const first = await running();
    const data = join(folder, "other");
    const second = spawned({ PORT: String(first.port), FOEDUS_DATA: data });
    expect(await second.ended).toBe(2);
    expect(second.out()).toBe("");
    expect(second.errors()).toMatch(new RegExp(`^foedus: PORT: .*${first.port}.*\n$`));
    expect(existsSync(data)).toBe(false);
  });

  test("a second server on the same ledgers is refused, naming the first", limit, async () => {
    const first = await running();
    const second = spawned({});
    expect(await second.ended).toBe(2);
    expect(second.errors()).toMatch(new RegExp(`^foedus: csto: .*${first.child.pid}.*serve.*\n$`));
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "%s frees the port within a second",
    limit,
    async (signal) => {
      const server = await running();
      const idle = connect(server.port, "127.0.0.1");
      await once(idle, "connect");
      idle.write("GET /health HTTP/1.1\r\nHost: x\r\n"); // Never ended: a request under way.
      idle.on("error", () => {});
      const began = performance.now();
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(await refusesConnections(server.port)).toBe(true);
    },
  );
});

describe("settings that are none", () => {
  test.concurrent.each([
    ["PORT", "http"],
    ["HOST", "203.0.113.7"],
    ["FOEDUS_DATA", ""],
  ])("%s=%j is refused in one line that names it", limit, async (name, value) => {
    const server = spawned({ [name]: value });
    expect(await server.ended).toBe(2);
    expect(server.out()).toBe("");
    expect(server.errors()).toMatch(new RegExp(`^foedus: ${name}: [^\n]+\n$`));
  });
});

describe("a running server", () => {
  let url = "";
  let port = 0;
  let server: Server | undefined;

  beforeAll(async () => {
    const begun = await running();
    server = begun;
    ({ url, port } = begun);
  }, 60_000);
  afterAll(async () => {
    if (server !== undefined) await stopped(server);
  });

  test.each([
    ["members", [], ["--on", "1999-04-21"], "on=1999-04-21"],
    ["status", ["UZB"], ["--lang", "ru"], "state=UZB&lang=ru"],
    ["why", ["act/cst.signed"], [], "subject=act/cst.signed"],
    ["diff", ["1999-04-20", "1999-04-21"], [], "from=1999-04-20&to=1999-04-21"],
    ["provision", ["t-4"], ["--on", "2010-06-12"], "id=t-4&on=2010-06-12"],
    ["timeline", [], ["--kind", "sign", "--known", "#300"], "kind=sign&known=%23300"],
  ] as const)(
    "%s: the very bytes that the command line prints",
    limit,
    async (command, words, flags, query) => {
      const house = { root, data: join(folder, "data") };
      const { out } = await foedus([command, ...words, ...flags, "--json"], house);
      const response = await fetch(`${url}api/v1/csto/${command}?${query}`);
      expect(await response.text()).toBe(out);
    },
  );

  test("its pages are whole, and name day and head in their canonical link", async () => {
    const page = await (await fetch(`${url}csto/members?on=1999-04-21`)).text();
    expect(page).toMatch(/^<!doctype html>\s*<html lang="en">/i);
    expect(page).toMatch(
      /<link rel="canonical" href="\/csto\/members\?on=1999-04-21&amp;known=%23\d+"/,
    );
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? "";
    const sheet = await fetch(new URL(style, url));
    expect(sheet.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(sheet.headers.get("Cache-Control")).toContain("immutable");
  });

  /** What comes back for bytes, whatever they are. */
  const said = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
      let text = "";
      socket.setEncoding("latin1").on("data", (part: string) => {
        text += part;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", reject);
      socket.setTimeout(10_000, () => socket.destroy(new Error("no end")));
    });

  const end = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";

  test.each([
    ["no HTTP", "hello\r\n\r\n", 400],
    ["no such version", `GET / HTTP/9.9\r\n${end}`, 400],
    ["no host", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["a broken host", "GET /health HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", `GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${end}`, 400],
    ["a header without end", `GET /health HTTP/1.1\r\nX: ${"x".repeat(40_000)}\r\n${end}`, 431],
    ["an address of 20 KB", `GET /csto/members?on=${"1".repeat(20_000)} HTTP/1.1\r\n${end}`, 414],
    ["a step out of the folder", `GET /assets/../../package.json HTTP/1.1\r\n${end}`, 404],
    ["the same, written otherwise", `GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\n${end}`, 404],
    ["a backslash", `GET /assets/..\\..\\package.json HTTP/1.1\r\n${end}`, 400],
    ["an address of 100 KB", `GET /csto/members?on=${"1".repeat(100_000)} HTTP/1.1\r\n${end}`, 414],
    ["no method at all", `FOO /csto/members HTTP/1.1\r\n${end}`, 405],
    ["TRACE", `TRACE /csto/members HTTP/1.1\r\n${end}`, 405],
    ["a method of one's own", `PROPFIND /csto/members HTTP/1.1\r\n${end}`, 405],
    ["a body", `POST /api/v1/csto/members HTTP/1.1\r\nContent-Length: 2\r\n${end}{}`, 405],
    ["sound", `GET /health HTTP/1.1\r\n${end}`, 200],
  ])("%s", async (_, bytes, status) => {
    const text = await said(bytes);
    expect(text.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(text).not.toMatch(/node_modules|\.ts\b|\bat \w+ \(|"license"/);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(text.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
    }
  });

  test("after all that it still answers, and said nothing on standard error", async () => {
    expect(await healthOf(url)).toMatchObject({ status: "ok" });
    expect(server?.errors()).not.toMatch(/Error/);
  });
});
