/**
 * Logs made by a stranger: signed and laid out as docs/reference/log.md says, without the program.
 *
 * In:   acts, and the ids of keys; a key is made of its id, so a log is the same each time.
 * Out:  entries as bytes; the files of a log by their paths. What it is given need not be sound.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import canonicalize from "canonicalize";

export type Signer = { readonly id: string; readonly key: KeyObject; readonly public: Buffer };
export type Files = ReadonlyMap<string, Buffer>;

export const origin = "localhost/log/test";

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** PKCS #8 around the 32 bytes of a seed, since Node takes no raw one. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

export const signer = (id: string): Signer => {
  const der = Buffer.concat([pkcs8, sha256(`seed of ${id}`)]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return { id, key, public: spki.subarray(-32) };
};

/** The key that signs checkpoints. */
export const logKey = signer("log");

export const canonical = (value: unknown): Buffer => Buffer.from(canonicalize(value) ?? "");

export const signature = (by: Signer, act: unknown, log = origin) => {
  const message = Buffer.concat([Buffer.from(`foedus/act/v1\n${log}\n`), canonical(act)]);
  return { alg: "ed25519", key: by.id, value: sign(null, message, by.key).toString("base64") };
};

export const entry = (act: unknown, ...by: readonly Signer[]): Buffer =>
  canonical({ v: 1, act, sig: by.map((one) => signature(one, act)) });

const leafHash = (data: Buffer): Buffer => sha256("\x00", data);

/** RFC 6962, 2.1, as it stands there. */
const treeHash = (leaves: readonly Buffer[]): Buffer => {
  const [only] = leaves;
  if (only === undefined) return sha256("");
  if (leaves.length === 1) return only;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256("\x01", treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
};

export const rootOf = (entries: readonly Buffer[]): Buffer => treeHash(entries.map(leafHash));

const keyMaterial = (by: Signer): Buffer => Buffer.concat([Buffer.of(1), by.public]);

const keyId = (by: Signer): Buffer => sha256(origin, "\n", keyMaterial(by)).subarray(0, 4);

export const vkey = (by: Signer): string =>
  `${origin}+${keyId(by).toString("hex")}+${keyMaterial(by).toString("base64")}`;

/** A signed note of this text. */
export const note = (by: Signer, text: string): Buffer => {
  const value = Buffer.concat([keyId(by), sign(null, Buffer.from(text), by.key)]);
  return Buffer.from(`${text}\n— ${origin} ${value.toString("base64")}\n`);
};

export const checkpointText = (entries: readonly Buffer[]): string =>
  `${origin}\n${entries.length}\n${rootOf(entries).toString("base64")}\n`;

const path = (level: number | "entries", index: number, width: number): string => {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.../g) ?? [];
  const folders = groups.slice(0, -1).map((group) => `x${group}/`);
  return `tile/${level}/${folders.join("")}${groups.at(-1)}${width === 256 ? "" : `.p/${width}`}`;
};

const tilesOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / 256) }, (_, at) =>
    items.slice(at * 256, at * 256 + 256),
  );

/** Every file of a log of these entries. */
export const filesOf = (entries: readonly Buffer[], by = logKey): Files => {
  const files = new Map<string, Buffer>();
  files.set("log.vkey", Buffer.from(`${vkey(by)}\n`));
  files.set("checkpoint", note(by, checkpointText(entries)));
  for (const [index, bundle] of tilesOf(entries).entries()) {
    const framed = bundle.flatMap((data) => [Buffer.of(data.length >> 8, data.length & 255), data]);
    files.set(path("entries", index, bundle.length), Buffer.concat(framed));
  }
  for (let level = 0, hashes = entries.map(leafHash); hashes.length > 0; level++) {
    const tiles = tilesOf(hashes);
    for (const [index, tile] of tiles.entries()) {
      files.set(path(level, index, tile.length), Buffer.concat(tile));
    }
    hashes = tiles.filter((tile) => tile.length === 256).map(treeHash);
  }
  return files;
};

export const writeFiles = (folder: string, files: Files): void => {
  for (const [name, data] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
};
