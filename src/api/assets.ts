/**
 * The built files of the web, compressed once and kept: styles, scripts, images.
 *
 * In:   their bytes by name, as the entry point read them from disk.
 * Out:  each by its address under `/assets/`, and the answer to a request for one.
 *
 * A name holds the hash of its file, so an answer may be kept for ever. What is served is looked up
 * in this table and nowhere else: no address can reach another file.
 */

import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import { type Hash, hex } from "#base";
import { codingOf } from "./encoding.ts";
import { isNamed } from "./etag.ts";

export type Asset = {
  readonly type: string;
  readonly tag: string;
  readonly identity: Uint8Array;
  readonly br: Uint8Array;
  readonly gzip: Uint8Array;
};

export type Assets = ReadonlyMap<string, Asset>;

const types: { readonly [ending: string]: string } = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};

const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const assetOf = async (name: string, bytes: Uint8Array, hash: Hash): Promise<Asset> => {
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [br, gz] = await Promise.all([
    brotli(bytes, best),
    zip(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const tag = `"${hex(hash(bytes)).slice(0, 32)}"`;
  return { type: typeOf(name), tag, identity: bytes, br, gzip: gz };
};

/** Where the built files stand. */
export const assetFolder = "/assets/";

export const assetsOf = async (
  files: ReadonlyMap<string, Uint8Array>,
  hash: Hash,
): Promise<Assets> => {
  const made = [...files].map(
    async ([name, bytes]) => [`${assetFolder}${name}`, await assetOf(name, bytes, hash)] as const,
  );
  return new Map(await Promise.all(made));
};

/** A coding that does not make the file shorter is not used. */
const bodyOf = (asset: Asset, header: string | undefined) => {
  const coding = codingOf(header);
  const body = asset[coding];
  return body.length < asset.identity.length
    ? { coding, body }
    : { coding: "identity" as const, body: asset.identity };
};

export const assetAnswer = (c: Context, asset: Asset): Response => {
  const { coding, body } = bodyOf(asset, c.req.header("Accept-Encoding"));
  // Weakly compared, so that one tag serves each coding.
  const headers = new Headers({
    ETag: `W/${asset.tag}`,
    "Cache-Control": "public, max-age=31536000, immutable",
    Vary: "Accept-Encoding",
  });
  if (isNamed(c.req.header("If-None-Match"), asset.tag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", asset.type);
  headers.set("Content-Length", String(body.length));
  headers.set("Content-Encoding", coding);
  if (coding === "identity") headers.delete("Content-Encoding");
  return new Response(new Uint8Array(body), { status: 200, headers });
};
