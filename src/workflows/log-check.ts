/**
 * `verify`: whether the files of a log are whole, and every act in it is signed as it must be.
 *
 * In:   the log's files, from a store, a folder or a server; SHA-256 and Ed25519 handed in.
 * Out:  origin, size, root, how many signatures were verified; the first thing that is wrong.
 *
 * Nothing is believed but the key in `log.vkey`: every entry is hashed again, every tile made again
 * of the entries, the root compared with the signed one, each signature judged by the keys valid at its
 * place, and each act by those before it. What the kinds of acts say is not judged. Whoever received the key from elsewhere compares it with the one in the report.
 */

import { type Hash, hex } from "#base";
import {
  bundleBytes,
  bundlesOf,
  emptyFrontier,
  type Frontier,
  judgeEntry,
  type KeyRing,
  leafHash,
  noKeys,
  type Order,
  openCheckpoint,
  orderOf,
  readBundle,
  readEntry,
  readVkey,
  rootOf,
  type SignedCheckpoint,
  signedOf,
  type Tile,
  tileBytes,
  tilePath,
  tilesOf,
  tileWidth,
  type VerifierKey,
  type Verify,
} from "#ledger";
import { checkpointPath, type LogReader, vkeyPath } from "./log-files.ts";

export type LogFault = {
  readonly code:
    | "log.missing" // A file that must be there is not.
    | "log.vkey"
    | "log.other-key" // Another key than the one that was given.
    | "log.checkpoint"
    | "log.bundle" // Not as many entries as must stand there.
    | "log.entry"
    | "log.signature"
    | "log.order" // An id twice, a moment that goes back, another organization.
    | "log.tile" // Not the hashes of the entries.
    | "log.root"; // The entries are not those that were signed for.
  readonly path: string;
  readonly seq?: number; // The first entry concerned.
  readonly found: string;
};

export type LogReport = {
  readonly origin: string | null;
  readonly vkey: string | null;
  readonly size: number;
  readonly root: string | null;
  readonly signatures: number;
  readonly errors: readonly LogFault[];
};

export type LogMeans = {
  readonly hash: Hash;
  readonly verify: Verify;
  /** The line of the key, where it came another way; the log must show the same. */
  readonly vkey?: string;
  /** Told now and then how many of how many entries were looked at. */
  readonly progress?: (done: number, of: number) => void;
};

/** Ends the check; never leaves this file. */
class Wrong extends Error {
  readonly fault: LogFault;

  constructor(fault: LogFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const wrong = (code: LogFault["code"], path: string, found = "", seq?: number): Wrong =>
  new Wrong({ code, path, found, ...(seq !== undefined && { seq }) });

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const needed = async (read: LogReader, path: string): Promise<Uint8Array> => {
  const bytes = await read(path);
  if (bytes === undefined) throw wrong("log.missing", path);
  return bytes;
};

/** A tile's file; where the partial one is gone, the beginning of the full one serves. */
const tileFile = async (read: LogReader, tile: Tile): Promise<Uint8Array> => {
  const bytes = await read(tilePath(tile));
  if (bytes !== undefined || tile.width === tileWidth) return bytes ?? needed(read, tilePath(tile));
  const full = await read(tilePath({ ...tile, width: tileWidth }));
  if (full === undefined) throw wrong("log.missing", tilePath(tile));
  if (tile.level !== "entries") return full.subarray(0, tile.width * 32);
  return bundleBytes((readBundle(full, tileWidth) ?? []).slice(0, tile.width));
};

type Known = { readonly key: VerifierKey; readonly vkey: string };

const keyIn = async (read: LogReader, { hash, vkey: given }: LogMeans): Promise<Known> => {
  const text = textOf(await needed(read, vkeyPath)) ?? "";
  const vkey = text.replace(/\n$/, "");
  const key = readVkey(vkey, hash);
  if (!key.ok) throw wrong("log.vkey", vkeyPath, key.refusal.code);
  if (given !== undefined && given !== vkey) throw wrong("log.other-key", vkeyPath, vkey);
  return { key: key.value, vkey };
};

const checkpointIn = async (
  read: LogReader,
  { key }: Known,
  { hash, verify }: LogMeans,
): Promise<SignedCheckpoint> => {
  const text = textOf(await needed(read, checkpointPath)) ?? "";
  const opened = openCheckpoint(text, key, { hash, verify });
  if (!opened.ok) throw wrong("log.checkpoint", checkpointPath, opened.refusal.code);
  return opened.value;
};

type Judged = { ring: KeyRing; signatures: number; readonly order: Order };

const judge = (
  bytes: Uint8Array,
  seq: number,
  path: string,
  judged: Judged,
  means: LogMeans & { readonly origin: string },
): void => {
  const text = textOf(bytes);
  const entry = text === undefined ? undefined : readEntry(text);
  if (entry === undefined) throw wrong("log.entry", path, "utf-8", seq);
  if (!entry.ok) throw wrong("log.entry", path, `${entry.refusal.code} ${entry.refusal.at}`, seq);
  const misplaced = judged.order(entry.value.act);
  if (misplaced !== undefined) {
    throw wrong("log.order", path, `${misplaced.code} ${misplaced.found}`, seq);
  }
  const after = judgeEntry(judged.ring, entry.value, seq, means);
  if (!after.ok) throw wrong("log.signature", path, after.refusal.code, seq);
  judged.ring = after.value;
  judged.signatures += signedOf(entry.value).signatures.length;
};

/** Where two lists of hashes first differ. */
const firstDifference = (bytes: Uint8Array, made: Uint8Array): number => {
  const place = made.findIndex((byte, at) => byte !== bytes[at]);
  return Math.floor((place < 0 ? Math.min(bytes.length, made.length) : place) / 32);
};

/** The hashes of one bundle's entries, compared with the tile over them. */
const leavesOf = async (
  read: LogReader,
  bundle: Tile,
  judged: Judged,
  means: LogMeans & { readonly origin: string },
): Promise<readonly Uint8Array[]> => {
  const path = tilePath(bundle);
  const first = bundle.index * tileWidth;
  const entries = readBundle(await tileFile(read, bundle), bundle.width);
  if (entries === undefined) throw wrong("log.bundle", path, "", first);
  const leaves = entries.map((entry) => leafHash(entry, means.hash));
  const tile = { ...bundle, level: 0 };
  const stored = await tileFile(read, tile);
  const made = tileBytes(leaves);
  if (hex(stored) !== hex(made)) {
    throw wrong("log.tile", tilePath(tile), "", first + firstDifference(stored, made));
  }
  for (const [at, entry] of entries.entries()) judge(entry, first + at, path, judged, means);
  return leaves;
};

/** The tiles above the first level, made again of those below. */
const upperTiles = async (
  read: LogReader,
  size: number,
  roots: readonly Uint8Array[],
  { hash }: LogMeans,
): Promise<void> => {
  let hashes = roots;
  let level = 1;
  for (const tile of tilesOf(size).filter(({ level: at }) => at !== 0)) {
    if (tile.level !== level) {
      const below = hashes;
      level = Number(tile.level);
      hashes = Array.from({ length: Math.floor(below.length / tileWidth) }, (_, index) =>
        rootOf(below.slice(index * tileWidth, (index + 1) * tileWidth), hash),
      );
    }
    const start = tile.index * tileWidth;
    const made = tileBytes(hashes.slice(start, start + tile.width));
    const stored = await tileFile(read, tile);
    if (hex(stored) === hex(made)) continue;
    const first = (start + firstDifference(stored, made)) * tileWidth ** level;
    throw wrong("log.tile", tilePath(tile), "", first);
  }
};

const grow = (frontier: Frontier, leaves: readonly Uint8Array[]): void => {
  for (const leaf of leaves) frontier.append(leaf);
};

/** Verifies a log by its files alone. */
export const verifyLog = async (read: LogReader, means: LogMeans): Promise<LogReport> => {
  const judged: Judged = { ring: noKeys, signatures: 0, order: orderOf() };
  const report = { origin: null, vkey: null, size: 0, root: null, signatures: 0, errors: [] };
  let known: Partial<LogReport> = {};
  try {
    const key = await keyIn(read, means);
    known = { origin: key.key.name, vkey: key.vkey };
    const { origin, size, root } = await checkpointIn(read, key, means);
    known = { ...known, size, root: hex(root) };
    const frontier = emptyFrontier(means.hash);
    const full: Uint8Array[] = [];
    for (const bundle of bundlesOf(size)) {
      const leaves = await leavesOf(read, bundle, judged, { ...means, origin });
      grow(frontier, leaves);
      if (leaves.length === tileWidth) full.push(rootOf(leaves, means.hash));
      means.progress?.(frontier.size(), size);
    }
    if (hex(frontier.root()) !== hex(root)) {
      throw wrong("log.root", checkpointPath, hex(frontier.root()));
    }
    await upperTiles(read, size, full, means);
    return { ...report, ...known, signatures: judged.signatures };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { ...report, ...known, signatures: judged.signatures, errors: [error.fault] };
  }
};

/** The texts of all entries of a log that was verified. */
export const logTexts = async (read: LogReader, size: number): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const bundle of bundlesOf(size)) {
    const entries = readBundle(await tileFile(read, bundle), bundle.width) ?? [];
    texts.push(...entries.map((entry) => decoder.decode(entry)));
  }
  return texts;
};

/** All paths of a log of this size, in the order in which they are to be published. */
export const logPaths = (size: number): readonly string[] => [
  ...bundlesOf(size).map(tilePath),
  ...tilesOf(size).map(tilePath),
  vkeyPath,
  checkpointPath,
];
