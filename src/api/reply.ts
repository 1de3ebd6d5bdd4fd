/**
 * How an answer leaves: headers for caches, the tag, `304` where the client has it already; and how
 * a refusal leaves, as a problem for programs or as a page for people.
 */

import type { Context } from "hono";
import type { Language } from "#base";
import { type Address, addressOf, languageIn, longestAddress, shown } from "./address.ts";
import { isNamed } from "./etag.ts";
import { type Fault, problemOf, problemType, type Status, statusOf } from "./problem.ts";

export const jsonType = "application/json";
export const pageType = "text/html; charset=utf-8";

/** As the command line prints it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

export type Reply = {
  readonly type: string;
  readonly language: Language;
  readonly tag?: string;
  readonly text: string;
};

const cacheHeaders = (language: Language, tag: string | undefined): { [name: string]: string } => ({
  // Kept, but asked for again each time: the ledger may have grown, or the day changed.
  "Cache-Control": tag === undefined ? "no-store" : "no-cache",
  "Content-Language": language,
  ...(tag !== undefined && { ETag: tag }),
});

const unchanged = (language: Language, tag: string): Response =>
  new Response(null, {
    status: 304,
    headers: { ...cacheHeaders(language, tag), Vary: "Accept-Encoding" },
  });

/** `304` where the request names the tag itself; for `*` the answer must first be known to exist. */
export const ifNamed = (c: Context, language: Language, tag: string): Response | undefined => {
  const header = c.req.header("If-None-Match");
  if (header?.trim() === "*" || !isNamed(header, tag)) return undefined;
  return unchanged(language, tag);
};

export const reply = (c: Context, { type, language, tag, text }: Reply): Response => {
  if (tag !== undefined && isNamed(c.req.header("If-None-Match"), tag)) {
    return unchanged(language, tag);
  }
  return c.body(text, 200, { "Content-Type": type, ...cacheHeaders(language, tag) });
};

/** An address that was refused for its length is not repeated whole. */
const instanceOf = ({ path, search }: Address): string =>
  path.length + search.length > longestAddress ? shown(path) : `${path}${search}`;

export const problemReply = (
  c: Context,
  fault: Fault,
  headers: { readonly [name: string]: string } = {},
): Response => {
  const address = addressOf(c.req.url);
  const language = languageIn(address);
  const text = jsonText(problemOf(fault, instanceOf(address), language));
  const type = { "Content-Type": problemType };
  return c.body(text, statusOf(fault), {
    ...type,
    ...cacheHeaders(language, undefined),
    ...headers,
  });
};

export const pageReply = (
  c: Context,
  status: Status,
  language: Language,
  text: string,
  headers: { readonly [name: string]: string } = {},
): Response => {
  const type = { "Content-Type": pageType };
  return c.body(text, status, { ...type, ...cacheHeaders(language, undefined), ...headers });
};
