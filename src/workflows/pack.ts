/**
 * The pack of an organization: from its files, or precompiled while they have not changed (S-31).
 *
 * What is kept is never trusted: the text must hash to the name it is kept under.
 */

import { canonical, type Hash, hex, isId, ok, type Result, readJson, refuse, utf8 } from "#base";
import { type Located, loadPack, type Pack, packHash, packJson, readPack } from "#charter";
import { deeds } from "#record";
import type { Ports, Tree } from "./ports.ts";

export type LoadedPack = { readonly pack: Pack; readonly hash: string };

export type PackRefusal =
  | { readonly code: "org.unknown"; readonly org: string }
  | { readonly code: "pack.malformed"; readonly errors: readonly Located[] };

const index = "pack.json";

/** What norms may name (S-14). */
export const coreDeeds: ReadonlySet<string> = new Set(Object.values(deeds));

const packName = (hash: string): string => `packs/${hash.slice("sha256:".length)}.json`;

/** One hash over all files of a folder: their names and their texts. */
export const treeHash = (tree: Tree, hash: Hash): string => {
  const files = [...tree].sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = files.map(([path, text]) => [path, text.toWellFormed()]);
  return `sha256:${hex(hash(utf8(canonical(texts))))}`;
};

/** The texts kept as fields of a small JSON object; undefined where it is not one. */
export const keptFields = (text: string | undefined): ReadonlyMap<string, unknown> | undefined => {
  const read = text === undefined ? undefined : readJson(text);
  if (read === undefined || !read.ok) return undefined;
  const { value } = read;
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
};

const fromCache = async (
  ports: Ports,
  org: string,
  tree: string,
): Promise<LoadedPack | undefined> => {
  const kept = keptFields(await ports.readCache(org, index));
  const hash = kept?.get("hash");
  if (kept?.get("tree") !== tree || typeof hash !== "string") return undefined;
  if (!/^sha256:[0-9a-f]{64}$/.test(hash)) return undefined;
  const text = await ports.readCache(org, packName(hash));
  const read = text === undefined ? undefined : readPack(text, coreDeeds);
  if (read === undefined || !read.ok || packHash(read.value, ports.hash) !== hash) return undefined;
  return { pack: read.value, hash };
};

/** The pack, and its hash; compiled and kept where it was not. */
export const packOf = async (
  ports: Ports,
  org: string,
): Promise<Result<LoadedPack, PackRefusal>> => {
  const files = isId(org) ? await ports.readTree("charters", org) : undefined;
  if (files === undefined) return refuse({ code: "org.unknown", org });
  const tree = treeHash(files, ports.hash);
  const kept = await fromCache(ports, org, tree);
  if (kept !== undefined) return ok(kept);
  const loaded = loadPack(files, coreDeeds);
  if (!loaded.ok) return refuse({ code: "pack.malformed", errors: loaded.refusal });
  const hash = packHash(loaded.value, ports.hash);
  await ports.writeCache(org, packName(hash), canonical(packJson(loaded.value)));
  await ports.writeCache(org, index, canonical({ tree, hash }));
  return ok({ pack: loaded.value, hash });
};
