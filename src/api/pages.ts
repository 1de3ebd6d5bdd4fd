/**
 * `/{org}/{page}`: the same questions as pages, for people, complete without script (S-21, S-23).
 *
 * In:   a request. A form sends its empty fields too, so here an empty value is none at all.
 * Out:  a document made by `render`; a refusal is a page as well.
 */

import type { Context } from "hono";
import { dayOf, isoOf, type Language, ok, type Result, refuse } from "#base";
import type { Pack } from "#charter";
import { isList, type Params, questions, type Refused, type World } from "#rules";
import { plainLine, refusalText } from "#wording";
import {
  type Address,
  addressOf,
  languageIn,
  longestAddress,
  readQuery,
  shown,
} from "./address.ts";
import type { ErrorData, Ground, PageAddress, PageData, PageRequest } from "./contract.ts";
import { tagOf } from "./etag.ts";
import { itemsAPage } from "./list-page.ts";
import { bareGround, pageData, type QuestionPage } from "./page-data.ts";
import type { AppPorts, Organization } from "./ports.ts";
import { type Fault, statusOf } from "./problem.ts";
import { noOrganization, worldOf } from "./questions.ts";
import { ifNamed, pageReply, pageType, reply } from "./reply.ts";
import { decideParams } from "./verdict-page.ts";

/** A page, and which words of its question stand in the path. */
export type PageRoute = {
  readonly page: QuestionPage;
  readonly path: string;
  readonly inPath: readonly string[];
};

export const pageRoutes: readonly PageRoute[] = [
  { page: "members", path: "/:org/members", inPath: [] },
  { page: "status", path: "/:org/status/:state", inPath: ["state"] },
  { page: "why", path: "/:org/why", inPath: [] },
  { page: "diff", path: "/:org/diff", inPath: [] },
  { page: "provision", path: "/:org/provision/:id", inPath: ["id"] },
  { page: "timeline", path: "/:org/timeline", inPath: [] },
  { page: "check", path: "/:org/check/:act", inPath: ["act"] },
  { page: "decide", path: "/:org/decide", inPath: [] },
  { page: "duties", path: "/:org/duties", inPath: [] },
  ...questions
    .filter(({ command }) => isList(command) || command === "coverage")
    .map(({ command }): PageRoute => ({ page: command, path: `/:org/${command}`, inPath: [] })),
];

/** Without what is empty; a parameter that came twice stays, so that it is refused. */
const filled = (params: Params): Params =>
  new Map([...params].filter(([, values]) => values.length > 1 || values[0] !== ""));

const addressShown = ({ path }: Address, params: Params): PageAddress => ({
  path,
  query: Object.fromEntries([...params].map(([name, [value = ""]]) => [name, value])),
});

const hostOf = (c: Context): string => new URL(c.req.url).host;

const requestOf = (
  c: Context,
  { organizations }: AppPorts,
  language: Language,
  address: PageAddress,
): PageRequest => ({
  language,
  address,
  host: hostOf(c),
  organizations: [...organizations.values()].map(({ org, pack: { short } }) => ({
    id: org,
    ...short,
  })),
});

/** The query as far as it can be read, without what was refused: links from the page then work. */
const mended = (address: Address, fault: Fault): PageAddress => {
  if (address.path.length + address.search.length > longestAddress) return { path: "/", query: {} };
  const all = [...new URLSearchParams(address.search)].filter(
    ([name, value]) => name !== fault.field && value !== "",
  );
  return { path: address.path, query: Object.fromEntries(all.reverse()) };
};

const errorData = (fault: Fault, language: Language, ground: Ground | undefined): ErrorData => {
  const { code, field, found, accepted } = fault;
  return {
    page: "error",
    status: statusOf(fault),
    code,
    message: refusalText({ code, field, found, accepted }, language),
    ...(field !== "" && { field: plainLine(field) }),
    ...(found !== "" && { found: plainLine(found) }),
    ...(accepted !== "" && { accepted }),
    ...(ground !== undefined && { ground }),
  };
};

/** A refusal as a page. */
export const errorPage = (
  c: Context,
  ports: AppPorts,
  fault: Fault,
  headers: { readonly [name: string]: string } = {},
  ground?: Ground,
): Response => {
  const address = addressOf(c.req.url);
  const language = languageIn(address);
  const request = requestOf(c, ports, language, mended(address, fault));
  const html = ports.render(request, errorData(fault, language, ground));
  return pageReply(c, statusOf(fault), language, html, headers);
};

const bad = (code: string, field: string, found: string, accepted: string): Refused => ({
  code,
  kind: "bad",
  field,
  found: shown(found),
  accepted,
});

/** The part of the timeline; elsewhere there is no such parameter. */
const readPart = (page: QuestionPage, params: Params): Result<[Params, number], Refused> => {
  const values = params.get("page");
  if (page !== "timeline" || values === undefined) return ok([params, 1]);
  const [value = "", ...more] = values;
  if (more.length > 0) {
    return refuse(bad("query.repeated", "page", values.join(" | "), "page, once"));
  }
  if (!/^[1-9]\d{0,5}$/.test(value)) return refuse(bad("http.part", "page", value, "1, 2, 3"));
  return ok([new Map([...params].filter(([name]) => name !== "page")), Number(value)]);
};

/** The words in the path join the query, which must not say them again. */
const withPath = (c: Context, { inPath }: PageRoute, params: Params): Result<Params, Refused> => {
  const said = inPath.find((name) => params.has(name));
  if (said !== undefined) {
    return refuse(bad("query.unknown-parameter", said, said, addressOf(c.req.url).path));
  }
  return ok(
    new Map([...inPath.map((name) => [name, [c.req.param(name) ?? ""]] as const), ...params]),
  );
};

/** Asked for nothing yet: differences are those of today, search is a form; lists have pages. */
const withDays = (page: QuestionPage, params: Params, today: string, pack: Pack): Params => {
  if (page === "decide") return decideParams(params, pack);
  if (page === "search" && !params.has("q")) return new Map([["q", [""]], ...params]);
  if (isList(page) && !params.has("per")) return new Map([...params, ["per", [itemsAPage]]]);
  if (page !== "diff") return params;
  const [to = today] = params.get("to") ?? [];
  const day = dayOf(to);
  const from = params.get("from") ?? [day === undefined ? to : isoOf(day - 1)];
  return new Map([...params, ["from", from], ["to", params.get("to") ?? [to]]]);
};

type Asked = { readonly params: Params; readonly query: Params; readonly part: number };

const readAsked = (
  c: Context,
  route: PageRoute,
  { today, pack }: World,
): Result<Asked, Refused> => {
  const read = readQuery(addressOf(c.req.url));
  if (!read.ok) return read;
  const query = filled(read.value);
  const part = readPart(route.page, query);
  if (!part.ok) return part;
  const [rest, number] = part.value;
  const params = withPath(c, route, rest);
  if (!params.ok) return params;
  return ok({
    params: withDays(route.page, params.value, isoOf(today), pack),
    query,
    part: number,
  });
};

const answered = (
  c: Context,
  ports: AppPorts,
  route: PageRoute,
  of: Organization,
): Result<Response, Refused> => {
  const address = addressOf(c.req.url);
  const language = languageIn(address);
  const world = worldOf(of, ports);
  const asked = readAsked(c, route, world);
  if (!asked.ok) return asked;
  // Every page names today, so every tag does.
  const { today } = world;
  const depends = {
    build: ports.build,
    of,
    address,
    representation: `${pageType} ${hostOf(c)}`,
    today,
  };
  const tag = tagOf(depends, ports.hash);
  const had = ifNamed(c, language, tag);
  if (had !== undefined) return ok(had);
  const { params, query, part } = asked.value;
  const data = pageData(of, world, route.page, params, part, language);
  if (!data.ok) return data;
  const page: PageData = data.value;
  const text = ports.render(requestOf(c, ports, language, addressShown(address, query)), page);
  return ok(reply(c, { type: pageType, language, tag, text }));
};

/** Answers a request for a page. */
export const pageAnswer = (c: Context, ports: AppPorts, route: PageRoute): Response => {
  const org = c.req.param("org") ?? "";
  const of = ports.organizations.get(org);
  if (of === undefined) return errorPage(c, ports, noOrganization(ports, org));
  const answer = answered(c, ports, route, of);
  if (answer.ok) return answer.value;
  return errorPage(c, ports, answer.refusal, {}, bareGround(of, worldOf(of, ports)));
};
