/**
 * A witness: whether what a log shows now continues what it showed before.
 *
 * In:   the log's files as it shows them now, its key, the last checkpoint that was seen of it.
 * Out:  the checkpoint, to be cosigned; or two checkpoints with the log's signature that do not go
 *       together; or what is wrong with the files.
 *
 * An alarm accuses the log, so it rests on nothing but what the log itself signed. Where tiles and
 * checkpoint do not fit, whoever served them may be at fault: that is no alarm, and nothing is
 * cosigned. A proof that fails is looked into leaf by leaf before anybody is accused.
 *
 * @source C2SP tlog-witness, as one who fetches and is not sent to.
 */

import { type Hash, hex, utf8 } from "#base";
import {
  consistencyProof,
  emptyFrontier,
  openCheckpoint,
  readTile,
  type SignedCheckpoint,
  subtreesOfTiles,
  tilePath,
  tileWidth,
  type VerifierKey,
  type Verify,
  verifyConsistency,
  vkeyText,
  widthIn,
} from "#ledger";
import type { LogFault } from "./log-check.ts";
import { checkpointPath, type LogReader, vkeyPath } from "./log-files.ts";

/** A checkpoint with the note in which it stood. */
export type Shown = { readonly checkpoint: SignedCheckpoint; readonly note: string };

export type Sight =
  | { readonly is: "first" | "grown" | "same"; readonly shown: Shown }
  /** One history is not the beginning of the other; the two notes prove it to anybody. */
  | { readonly is: "forked"; readonly shown: Shown }
  /** Fewer entries than were signed for before: rolled back, or an old state from a cache. */
  | { readonly is: "rolled-back"; readonly shown: Shown }
  | { readonly is: "unsound"; readonly fault: LogFault };

export type WitnessMeans = { readonly hash: Hash; readonly verify: Verify };

const unsound = (code: LogFault["code"], path: string, found = ""): Sight => ({
  is: "unsound",
  fault: { code, path, found },
});

type Place = { readonly level: number; readonly index: number };

/** The hashes of a tile in a tree of this size; undefined where the file does not hold them. */
const tileOf = async (
  read: LogReader,
  { level, index }: Place,
  size: number,
): Promise<readonly Uint8Array[] | undefined> => {
  const width = widthIn({ level, index }, size);
  const bytes = await read(tilePath({ level, index, width }));
  if (bytes !== undefined) return readTile(bytes, width);
  const full = await read(tilePath({ level, index, width: tileWidth }));
  return full === undefined ? undefined : readTile(full, tileWidth)?.slice(0, width);
};

/** Which tiles a proof asks for: found by making it of nothing. */
const tilesAsked = (oldSize: number, newSize: number): readonly Place[] => {
  const asked = new Map<string, Place>();
  const nothing = new Uint8Array(32);
  const row = Array.from({ length: tileWidth }, () => nothing);
  const tile = (level: number, index: number): readonly Uint8Array[] => {
    asked.set(`${level}/${index}`, { level, index });
    return row;
  };
  const blank = () => nothing;
  consistencyProof(oldSize, newSize, subtreesOfTiles(tile, blank), blank);
  return [...asked.values()];
};

type Step = { readonly seen: SignedCheckpoint; readonly now: SignedCheckpoint };

const continues = async (
  read: LogReader,
  { seen, now }: Step,
  { hash }: WitnessMeans,
): Promise<boolean> => {
  const tiles = new Map<string, readonly Uint8Array[]>();
  for (const place of tilesAsked(seen.size, now.size)) {
    const hashes = await tileOf(read, place, now.size);
    if (hashes === undefined) return false;
    tiles.set(`${place.level}/${place.index}`, hashes);
  }
  const tile = (level: number, index: number) => tiles.get(`${level}/${index}`) ?? [];
  const proof = consistencyProof(seen.size, now.size, subtreesOfTiles(tile, hash), hash);
  const sizes = { oldSize: seen.size, newSize: now.size };
  return verifyConsistency({ ...sizes, oldRoot: seen.root, newRoot: now.root, proof }, hash);
};

/** Why no proof was had: the leaves that the log signed for now tell whether it signed for others. */
const lookedInto = async (
  read: LogReader,
  { seen, now }: Step,
  shown: Shown,
  { hash }: WitnessMeans,
): Promise<Sight> => {
  const frontier = emptyFrontier(hash);
  let before = hex(frontier.root());
  for (let index = 0; frontier.size() < now.size; index += 1) {
    const place = { level: 0, index };
    const path = tilePath({ ...place, width: widthIn(place, now.size) });
    const leaves = await tileOf(read, place, now.size);
    if (leaves === undefined) return unsound("log.tile", path);
    for (const leaf of leaves) {
      frontier.append(leaf);
      if (frontier.size() === seen.size) before = hex(frontier.root());
    }
  }
  if (hex(frontier.root()) !== hex(now.root)) return unsound("log.root", checkpointPath);
  // The leaves are those signed for now: so the proof failed of other tiles, or of another history.
  return before === hex(seen.root) ? unsound("log.tile", "tile/1") : { is: "forked", shown };
};

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const textOf = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes);
  } catch {
    return "";
  }
};

/** Looks once at what a log shows. */
export const look = async (
  read: LogReader,
  log: VerifierKey,
  seen: SignedCheckpoint | undefined,
  means: WitnessMeans,
): Promise<Sight> => {
  const bytes = await read(checkpointPath);
  if (bytes === undefined) return unsound("log.missing", checkpointPath);
  const note = textOf(bytes);
  const opened = openCheckpoint(note, log, means);
  if (!opened.ok) return unsound("log.checkpoint", checkpointPath, opened.refusal.code);
  const shown = { checkpoint: opened.value, note };
  if (seen === undefined) return { is: "first", shown };
  const step = { seen, now: opened.value };
  if (step.now.size < seen.size) return { is: "rolled-back", shown };
  if (step.now.size === seen.size) {
    return { is: hex(step.now.root) === hex(seen.root) ? "same" : "forked", shown };
  }
  if (await continues(read, step, means)) return { is: "grown", shown };
  return lookedInto(read, step, shown, means);
};

/** The files of a log as one checkpoint covers them, whatever the log shows meanwhile. */
export const filesUnder =
  (read: LogReader, log: VerifierKey, { note }: Shown): LogReader =>
  async (path) => {
    if (path === checkpointPath) return utf8(note);
    return path === vkeyPath ? utf8(`${vkeyText(log)}\n`) : read(path);
  };
