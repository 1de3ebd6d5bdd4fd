/**
 * The log of an organization below `/log/{org}/`, as C2SP tlog-tiles lays it out.
 *
 * In:   the path; the files of the log, by the port of the organization.
 * Out:  the bytes, with headers for caches: tiles never change, the checkpoint may at any time.
 *
 * At the address itself stands a page of plain text that says how to verify.
 */

import type { Context } from "hono";
import { logGuide } from "#wording";
import { addressOf, languageIn, only, readQuery, shown } from "./address.ts";
import type { AppPorts, Organization } from "./ports.ts";
import { faultOf } from "./problem.ts";
import { problemReply } from "./reply.ts";

export const logFolder = "/log/";

const textType = "text/plain; charset=utf-8";
const bytesType = "application/octet-stream";
const forever = "public, max-age=31536000, immutable";
/** Of a checkpoint a cache may keep what it has for a few seconds, no longer. */
const moment = "public, max-age=5";

const notFound = (c: Context, path: string): Response =>
  problemReply(c, faultOf("http.no-such-path", "path", shown(path), ""));

const fileOf = async (c: Context, { log }: Organization, path: string): Promise<Response> => {
  const bytes = await log.file(path);
  if (bytes === undefined) return notFound(c, addressOf(c.req.url).path);
  const isTile = path.startsWith("tile/");
  const headers = {
    "Content-Type": isTile ? bytesType : textType,
    "Cache-Control": isTile ? forever : moment,
    "Content-Length": String(bytes.length),
    // The files are for anybody's tools, in pages of others too.
    "Access-Control-Allow-Origin": "*",
  };
  return new Response(new Uint8Array(bytes), { status: 200, headers });
};

const guide = (c: Context, { org, pack, head, log }: Organization): Response => {
  const language = languageIn(addressOf(c.req.url));
  const names = pack.names[language];
  const text = logGuide({ org, name: names, vkey: log.vkey, ...head }, language);
  return new Response(text, {
    status: 200,
    headers: { "Content-Type": textType, "Content-Language": language, "Cache-Control": moment },
  });
};

export const logAnswer = async (c: Context, ports: AppPorts): Promise<Response> => {
  const address = addressOf(c.req.url);
  const [org = "", ...steps] = address.path.slice(logFolder.length).split("/");
  const of = ports.organizations.get(org);
  if (of === undefined) {
    const accepted = [...ports.organizations.keys()].join(", ");
    return problemReply(c, faultOf("org.unknown", "org", shown(org), accepted));
  }
  const path = steps.join("/");
  const query = readQuery(address);
  const params = query.ok ? only(query.value, path === "" ? ["lang"] : []) : query;
  if (!params.ok) return problemReply(c, params.refusal);
  return path === "" ? guide(c, of) : fileOf(c, of, path);
};
