/**
 * A ledger as the files of a transparency log, wherever they are served from or written to.
 *
 * In:   an open store.
 * Out:  the bytes of `checkpoint`, `log.vkey`, `tile/…` and `tile/entries/…`, as C2SP lays them out.
 *
 * The checkpoint is the newest one that was signed; there is a file for whatever it covers, and
 * nothing beyond. Hashes of full tiles never change, so they are kept once they were needed.
 */

import { type Hash, utf8 } from "#base";
import {
  bundleBytes,
  readCheckpoint,
  readNote,
  readTilePath,
  rootOf,
  type Store,
  type Tile,
  tileBytes,
  tileWidth,
  vkeyText,
  widthIn,
} from "#ledger";

export const checkpointPath = "checkpoint";
export const vkeyPath = "log.vkey";

/** The bytes of a file of the log by its path; undefined where there is none such. */
export type LogReader = (path: string) => Promise<Uint8Array | undefined>;

/** The size that a checkpoint's note names; whoever made the note is trusted here. */
const sizeIn = (note: string, hash: Hash): number => {
  const read = readNote(note);
  const checkpoint = read.ok ? readCheckpoint(read.value.text, hash) : read;
  if (checkpoint.ok) return checkpoint.value.size;
  throw new Error(`the store gave no checkpoint: ${checkpoint.refusal.code}`);
};

/** As much of a store as its log needs. */
export type LogStore = Pick<Store, "log" | "read" | "leaves" | "checkpoint">;

/** The files of a store's log. */
export const logFiles = (store: LogStore, hash: Hash): LogReader => {
  const full = new Map<string, Uint8Array>();

  /** The root over a full tile. */
  const rootOfTile = async (level: number, index: number): Promise<Uint8Array> => {
    const name = `${level}/${index}`;
    const known = full.get(name);
    if (known !== undefined) return known;
    const root = rootOf(await hashes(level, index, tileWidth), hash);
    full.set(name, root);
    return root;
  };

  const hashes = async (
    level: number,
    index: number,
    width: number,
  ): Promise<readonly Uint8Array[]> => {
    if (level === 0) return store.leaves(index * tileWidth, width);
    const made: Uint8Array[] = [];
    for (let place = 0; place < width; place += 1) {
      made.push(await rootOfTile(level - 1, index * tileWidth + place));
    }
    return made;
  };

  const bytesOf = async ({ level, index, width }: Tile): Promise<Uint8Array> => {
    if (level !== "entries") return tileBytes(await hashes(level, index, width));
    return bundleBytes((await store.read(index * tileWidth, width)).map(utf8));
  };

  return async (path) => {
    if (path === vkeyPath) return utf8(`${vkeyText(store.log)}\n`);
    const note = await store.checkpoint();
    if (path === checkpointPath) return utf8(note);
    const tile = readTilePath(path);
    if (tile === undefined || tile.width > widthIn(tile, sizeIn(note, hash))) return undefined;
    return bytesOf(tile);
  };
};
