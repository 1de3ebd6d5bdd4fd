/**
 * The ways in: `/` leads to the first organization, `/{org}` to its members.
 *
 * Only `/` looks at `Accept-Language`; from there on the language is in the address (S-23).
 */

import type { Context } from "hono";
import type { Language } from "#base";
import { addressOf, languageIn, only, readQuery } from "./address.ts";
import { errorPage } from "./pages.ts";
import type { AppPorts } from "./ports.ts";
import { faultOf } from "./problem.ts";
import { noOrganization } from "./questions.ts";

/** The first of our languages in the order of the client's preference; English where none is. */
export const preferredLanguage = (header: string | undefined): Language => {
  const wishes = (header ?? "").split(",").flatMap((part) => {
    const [, tag = "", q = "1"] =
      /^\s*([a-z]{1,8}|\*)(?:-[\w-]*)?\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(part) ?? [];
    const weight = Number(q);
    return weight > 0 ? [{ tag: tag.toLowerCase(), weight }] : [];
  });
  const best = wishes
    .filter(({ tag }) => tag === "ru" || tag === "en")
    .reduce((a, b) => (b.weight > a.weight ? b : a), { tag: "en", weight: 0 });
  return best.tag === "ru" ? "ru" : "en";
};

const moved = (c: Context, to: string, headers: { readonly [name: string]: string } = {}) =>
  c.body(null, 302, {
    Location: to,
    "Content-Length": "0",
    "Cache-Control": "no-store",
    ...headers,
  });

const withLanguage = (path: string, language: Language): string =>
  language === "en" ? path : `${path}?lang=${language}`;

export const frontDoor = (c: Context, ports: AppPorts): Response => {
  const address = addressOf(c.req.url);
  const query = readQuery(address);
  const params = query.ok ? only(query.value, ["lang"]) : query;
  if (!params.ok) return errorPage(c, ports, params.refusal);
  const asked = params.value.get("lang")?.[0];
  const language = asked === undefined ? undefined : languageIn(address);
  if (asked !== undefined && asked !== language) {
    return errorPage(c, ports, faultOf("query.language", "lang", asked, "en, ru"));
  }
  const [first = ""] = ports.organizations.keys();
  const chosen = language ?? preferredLanguage(c.req.header("Accept-Language"));
  return moved(c, withLanguage(`/${first}`, chosen), { Vary: "Accept-Language" });
};

/** An address that ends in a slash leads to the page without it; undefined: it is no page of ours. */
export const withoutSlash = (c: Context, { organizations }: AppPorts): Response | undefined => {
  const { path, search } = addressOf(c.req.url);
  const [, org = ""] = /^\/([^/]+)\/(?:.*\/)?$/.exec(path) ?? [];
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  if (!isRead || !organizations.has(org)) return undefined;
  return moved(c, `${path.replace(/\/+$/, "")}${search}`);
};

/** The members page judges the query. */
export const organizationDoor = (c: Context, ports: AppPorts): Response => {
  const org = c.req.param("org") ?? "";
  if (!ports.organizations.has(org)) return errorPage(c, ports, noOrganization(ports, org));
  return moved(c, `/${org}/members${addressOf(c.req.url).search}`);
};
