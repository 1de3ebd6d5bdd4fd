/**
 * A server for work on the pages: sources as they are, a reload after each save, no store.
 *
 * In:   PORT (4040), charters/ and records/ of this checkout, read once at start.
 * Out:  the same app as `npm start`, with the renderer taken from Vite at each request. The policy
 *       of contents is left out, as Vite talks to the browser in ways that it forbids.
 */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createServer as createVite, isRunnableDevEnvironment, type Plugin } from "vite";
import { makeApp, type Organization } from "#api";
import type { Render } from "#api/contract";
import { instantFrom } from "#base";
import { sha256 } from "#store";
import { worldOf } from "../test/world.ts";

const host = "127.0.0.1";
const port = Number(process.env["PORT"] ?? 4040);

const organizationOf = (org: string): Organization => {
  const { pack, library, anchor } = worldOf(org);
  const head = { size: library.size(), root: "0".repeat(64) };
  const log = { vkey: "", file: async () => undefined }; // No store, so no log.
  return { org, pack, packHash: "", library, anchor, head, log };
};

/** Pages are drawn on the server, so a change in one of them is a reload and no update in place. */
const reloadPages: Plugin = {
  name: "foedus-reload-pages",
  hotUpdate: {
    handler() {
      if (this.environment.name !== "ssr") return undefined;
      vite.environments["client"]?.hot.send({ type: "full-reload" });
      return [];
    },
  },
};

const server = createServer();
const vite = await createVite({
  plugins: [reloadPages],
  server: { middlewareMode: true, hmr: { server } },
});

const readRender = async (): Promise<Render> => {
  const { ssr } = vite.environments;
  if (ssr === undefined || !isRunnableDevEnvironment(ssr)) throw new Error("no runner for pages");
  const { render } = await ssr.runner.import<{ render: Render }>("/web/pages/render.tsx");
  return render;
};

const organizations = new Map(["csto", "nato"].map((org) => [org, organizationOf(org)]));

const answer = async (request: Request): Promise<Response> => {
  const render = await readRender();
  const app = makeApp({
    ...{ organizations, render, assets: new Map(), hash: sha256, build: String(Date.now()) },
    now: () => instantFrom(Date.now()),
    report,
  });
  const { status, headers, body } = await app.fetch(request);
  const open = new Headers(headers);
  open.delete("Content-Security-Policy");
  return new Response(body, { status, headers: open });
};

const report = (error: unknown): void =>
  void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);

const errorHandler = (error: unknown): Response => {
  report(error);
  return new Response(String(error), { status: 500 });
};

const listener = getRequestListener(answer, { overrideGlobalObjects: false, errorHandler });
server.on("request", (request, response) => {
  vite.middlewares(request, response, () => void listener(request, response));
});
server.listen(port, host, () =>
  process.stdout.write(`Foedus (dev) is at http://${host}:${port}/\n`),
);
