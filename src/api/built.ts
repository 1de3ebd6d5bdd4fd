/**
 * What the build of the web made, read from disk once at start.
 *
 * In:   the checkout.
 * Out:  the renderer, the files for browsers by name, and a mark of the whole program, so that an
 *       answer kept by a client is asked for again after an upgrade.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Hash, hex, ok, type Result, refuse, utf8 } from "#base";
import type { Render } from "./contract.ts";
import { type Fault, faultOf } from "./problem.ts";

export type Built = {
  readonly render: Render;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly build: string;
};

const renderer = "dist/web/server/render.js";

/** What the pages name is made by both builds; names hold hashes, so they do not clash. */
const folders = ["dist/web/client/assets", "dist/web/server/assets"];

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
    : [];

/** Anything that may change a word of an answer: our own modules and the built renderer. */
const markOf = (checkout: string, hash: Hash): string => {
  const sources = filesBelow(join(checkout, "src")).filter((path) => /(?<!\.test)\.ts$/.test(path));
  const marks = [...sources, join(checkout, renderer)].map((path) => hex(hash(readFileSync(path))));
  return hex(hash(utf8(marks.join())));
};

const isRender = (value: unknown): value is Render => typeof value === "function";

export const readBuilt = async (checkout: string, hash: Hash): Promise<Result<Built, Fault>> => {
  const path = join(checkout, renderer);
  if (!existsSync(path)) {
    return refuse(faultOf("serve.not-built", "", renderer, "npm run build"));
  }
  const { render }: { readonly render?: unknown } = await import(pathToFileURL(path).href);
  if (!isRender(render)) throw new Error(`${renderer} renders nothing`);
  const files = folders.flatMap((name) => {
    const folder = join(checkout, name);
    return filesBelow(folder).map(
      (file) => [file.slice(folder.length + 1), readFileSync(file)] as const,
    );
  });
  return ok({ render, files: new Map(files), build: markOf(checkout, hash) });
};
