/**
 * An app over the shipped organizations, without port, clock or disk of its own, for tests.
 *
 * The renderer writes down what it was given, so that a test can read it.
 */

import { createHash } from "node:crypto";
import { type Hash, type Instant, utf8 } from "#base";
import { worldOf } from "../../test/world.ts";
import { makeApp } from "./app.ts";
import { type Assets, assetsOf } from "./assets.ts";
import type { Render } from "./contract.ts";
import type { AppPorts, Organization } from "./ports.ts";

export const sha256: Hash = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

const organization = (org: string): Organization => {
  const { pack, library, anchor } = worldOf(org);
  const head = { size: library.size(), root: "ab".repeat(32) };
  const log = { vkey: "lake.example/log+00000000+AA==", file: async () => undefined };
  return { org, pack, packHash: "sha256:test", library, anchor, head, log };
};

/** Read once; no test writes to them. */
export const organizations: ReadonlyMap<string, Organization> = new Map(
  ["csto", "nato"].map((org) => [org, organization(org)]),
);

export const noon: Instant = "2026-11-23T12:00:00.000Z";

/** Says which page it is, and holds the rest as text; long enough to be compressed. */
export const writtenDown: Render = (request, data) => {
  const { ground: _, ...rest } = data.page === "error" ? data : { ...data, ground: undefined };
  const shown = data.page === "error" ? rest : { ...rest, pack: data.pack.id };
  const json = JSON.stringify({ request, data: shown }).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="${request.language}"><body>${json}</body></html>`;
};

export const script = `console.log(${JSON.stringify("Norland ".repeat(400))});\n`;

export const assets: Assets = await assetsOf(
  new Map([
    ["boot-0a1b2c3d.js", utf8(script)],
    ["icon-0a1b2c3d.svg", utf8("<svg/>")],
  ]),
  sha256,
);

export const portsOf = (over: Partial<AppPorts> = {}): AppPorts => ({
  organizations,
  render: writtenDown,
  assets,
  now: () => noon,
  hash: sha256,
  build: "test",
  report: () => {},
  ...over,
});

export const appOf = (over: Partial<AppPorts> = {}) => makeApp(portsOf(over));

/** What the renderer was given, read back from the page. */
export const readBack = async (
  response: Response,
): Promise<{
  readonly request: { readonly [name: string]: unknown };
  readonly data: { readonly [name: string]: unknown };
}> => JSON.parse(/<body>(.*)<\/body>/s.exec(await response.text())?.[1] ?? "null");
