/** Reliability 37: whatever breaks behind a route, the client learns that it broke and no more. */
import { describe, expect, test, vi } from "vitest";
import type { AppPorts } from "./ports.ts";
import { securityHeaders } from "./security.ts";
import { appOf, assets, organizations, writtenDown } from "./testing.ts";

const secret = "SELECT secret FROM /var/keys/ledger.db";
const breaks = (): never => {
  throw new Error(secret);
};

/** A table of which every use breaks, once the app stands. */
const broken = <V>(table: ReadonlyMap<string, V>): ReadonlyMap<string, V> => {
  let stands = false;
  queueMicrotask(() => {
    stands = true;
  });
  return new Proxy(table, {
    get: (target, name) => {
      if (stands) breaks();
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
};

const injected: { readonly [name: string]: () => Partial<AppPorts> } = {
  clock: () => ({ now: breaks }),
  hash: () => ({ hash: breaks }),
  organizations: () => ({ organizations: broken(organizations) }),
  assets: () => ({ assets: broken(assets) }),
  renderer: () => ({
    render: (request, data) => (data.page === "error" ? writtenDown(request, data) : breaks()),
  }),
  "renderer, of errors too": () => ({ render: breaks }),
};

describe.each([
  ["clock", "/api/v1/csto/members"],
  ["clock", "/api/v1/csto/status?state=UZB"],
  ["clock", "/api/v1/csto/why?subject=membership/UZB"],
  ["clock", "/api/v1/csto/diff?from=2001-01-01&to=2001-01-02"],
  ["clock", "/api/v1/csto/provision?id=t-4"],
  ["clock", "/api/v1/csto/timeline"],
  ["clock", "/csto/members"],
  ["hash", "/api/v1/openapi.json"],
  ["hash", "/api/v1/problems"],
  ["organizations", "/health"],
  ["organizations", "/"],
  ["organizations", "/csto"],
  ["organizations", "/api/v1/csto/members"],
  ["assets", "/assets/boot-0a1b2c3d.js"],
  ["renderer", "/csto/members"],
  ["renderer", "/csto/status/UZB"],
  ["renderer", "/csto/why?subject=membership/UZB"],
  ["renderer", "/csto/diff"],
  ["renderer", "/csto/provision/t-4"],
  ["renderer", "/csto/timeline"],
  ["renderer, of errors too", "/csto/members"],
  ["renderer, of errors too", "/nowhere/x"],
  ["renderer, of errors too", "/csto/members?on=x"],
])("a fault of the %s behind %s", (what, path) => {
  test.each(["GET", "HEAD"])("%s", async (method) => {
    const report = vi.fn();
    const app = appOf({ ...injected[what]?.(), report });
    await Promise.resolve();
    const response = await app.request(path, { method });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toMatch(/SELECT|secret|keys|ledger\.db|Error|\bat /);
    if (method === "GET") expect(text).toContain("http.bug");
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers.get(name)).toBe(value);
    }
    expect(report).toHaveBeenCalledWith(new Error(secret));
  });
});
