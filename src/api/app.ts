/**
 * The HTTP interface as a function from requests to answers.
 *
 * In:   `AppPorts`: worlds by organization, the renderer of pages, built files, the moment.
 * Out:  a Hono app; `app.request()` asks it without a port.
 * Law:  S-23 (addresses), S-36 (headers), S-53 (strict input).
 *
 * Whatever a handler throws is a mistake of ours: it is reported, and the client is told only that
 * it happened. Errors are problems for programs and pages for people.
 */

import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type Address,
  addressOf,
  languageIn,
  longestAddress,
  only,
  readQuery,
  shown,
} from "./address.ts";
import { assetAnswer, assetFolder } from "./assets.ts";
import { compressed } from "./compress.ts";
import { tagOf } from "./etag.ts";
import { frontDoor, organizationDoor, withoutSlash } from "./front.ts";
import { logAnswer, logFolder } from "./log.ts";
import { openApiDocument, openApiPath } from "./openapi.ts";
import { errorPage, pageAnswer, pageRoutes } from "./pages.ts";
import type { AppPorts } from "./ports.ts";
import { posted } from "./posted.ts";
import { allowed, bug, type Fault, faultOf, problemsPath, problemTable } from "./problem.ts";
import { postedAnswer, questionAnswer } from "./questions.ts";
import { jsonText, jsonType, problemReply, reply } from "./reply.ts";
import { secured } from "./security.ts";

const healthPath = "/health";

/** What programs ask; everything else is for people. */
const isForPrograms = ({ path }: Address): boolean =>
  path.startsWith("/api/") ||
  path.startsWith(assetFolder) ||
  path.startsWith(logFolder) ||
  path === healthPath;

const refused = (
  c: Context,
  ports: AppPorts,
  fault: Fault,
  headers: { readonly [name: string]: string } = {},
): Response =>
  isForPrograms(addressOf(c.req.url))
    ? problemReply(c, fault, headers)
    : errorPage(c, ports, fault, headers);

/** An answer in JSON that takes no parameters but those named. */
const tableReply = (
  c: Context,
  ports: AppPorts,
  names: readonly string[],
  bodyOf: (address: Address) => unknown,
): Response => {
  const address = addressOf(c.req.url);
  const query = readQuery(address);
  const params = query.ok ? only(query.value, names) : query;
  if (!params.ok) return problemReply(c, params.refusal);
  const language = languageIn(address);
  const [asked = language] = params.value.get("lang") ?? [];
  if (asked !== language) {
    return problemReply(c, faultOf("query.language", "lang", shown(asked), "en, ru"));
  }
  const { build, hash } = ports;
  const depends = { build, of: undefined, address, representation: jsonType, today: undefined };
  const text = jsonText(bodyOf(address));
  return reply(c, { type: jsonType, language, tag: tagOf(depends, hash), text });
};

const health = (c: Context, { organizations }: AppPorts): Response => {
  const query = readQuery(addressOf(c.req.url));
  const params = query.ok ? only(query.value, []) : query;
  if (!params.ok) return problemReply(c, params.refusal);
  const heads = [...organizations].map(([org, { head }]) => [org, head] as const);
  const text = jsonText({ status: "ok", organizations: Object.fromEntries(heads) });
  return reply(c, { type: jsonType, language: "en", text });
};

const asset = (c: Context, ports: AppPorts): Response => {
  const { path } = addressOf(c.req.url);
  const found = ports.assets.get(path);
  if (found !== undefined) return assetAnswer(c, found);
  return problemReply(c, faultOf("http.no-such-path", "path", shown(path), ""));
};

type Handler = (c: Context, ports: AppPorts) => Response | Promise<Response>;

const routesOf = (ports: AppPorts): readonly (readonly [path: string, handler: Handler])[] => {
  const document = openApiDocument([...ports.organizations.keys()]);
  return [
    [healthPath, health],
    [openApiPath, (c) => tableReply(c, ports, [], () => document)],
    [
      problemsPath,
      (c) => tableReply(c, ports, ["lang"], (address) => problemTable(languageIn(address))),
    ],
    [
      "/api/v1/:org/:command",
      (c) => questionAnswer(c, ports, c.req.param("org") ?? "", c.req.param("command") ?? ""),
    ],
    [`${assetFolder}*`, asset],
    [`${logFolder}*`, logAnswer],
    ["/", frontDoor],
    ["/:org", organizationDoor],
    ...pageRoutes.map(
      (route) => [route.path, (c: Context) => pageAnswer(c, ports, route)] as const,
    ),
  ];
};

/** The last resort: the page of errors may be what broke. */
const broken = (c: Context, ports: AppPorts, error: unknown): Response => {
  ports.report(error);
  try {
    return refused(c, ports, bug);
  } catch (again) {
    ports.report(again);
    return problemReply(c, bug);
  }
};

const allowedToPost = `${allowed}, POST`;

/** The app for the worlds given. */
export const makeApp = (ports: AppPorts): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.onError((error, c) => broken(c, ports, error));
  app.notFound((c) => {
    const { path } = addressOf(c.req.url);
    return (
      withoutSlash(c, ports) ??
      refused(c, ports, faultOf("http.no-such-path", "path", shown(path), ""))
    );
  });
  app.use(secured);
  app.use(compressed);
  app.use(async (c, next) => {
    const { path, search } = addressOf(c.req.url);
    const length = path.length + search.length;
    if (length <= longestAddress) return next();
    const accepted = `0 … ${longestAddress}`;
    return refused(c, ports, faultOf("http.too-long", "", String(length), accepted));
  });
  for (const spec of posted) {
    const path = `/api/v1/:org/${spec.command}`;
    app.post(path, (c) => postedAnswer(c, ports, spec));
    app.get(path, (c) => questionAnswer(c, ports, c.req.param("org") ?? "", spec.command));
    app.all(path, (c) => {
      const fault = faultOf("http.method", "method", shown(c.req.method), allowedToPost);
      return refused(c, ports, fault, { Allow: allowedToPost });
    });
  }
  for (const [path, handler] of routesOf(ports)) {
    app.get(path, (c) => handler(c, ports));
    app.all(path, (c) => {
      const fault = faultOf("http.method", "method", shown(c.req.method), allowed);
      return refused(c, ports, fault, { Allow: allowed });
    });
  }
  return app;
};
