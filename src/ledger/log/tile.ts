/**
 * Tiles: the tree cut into files of at most 256 hashes, and the addresses of these files.
 *
 * In:   a size; or a path as it stands in an address.
 * Out:  which tiles and bundles a tree of that size has, their paths, their bytes.
 *
 * Level 0 holds leaf hashes; a hash of the next level is the root of one full tile. A tile that is
 * not full yet has its width in its path and counts for nothing above it; width 0 has no file.
 *
 * @source C2SP tlog-tiles.
 */

export const tileHeight = 8;
export const tileWidth = 2 ** tileHeight;
const hashBytes = 32;

/** A file of the log: a tile of a level, or a bundle of the entries under a tile of level 0. */
export type Tile = {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number; // 1 to 256.
};

/** 1234067 is `x001/x234/067`. */
const indexPath = (index: number): string => {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  }
  return groups.join("/");
};

/** The path of a tile below the prefix of its log. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${indexPath(index)}${width === tileWidth ? "" : `.p/${width}`}`;

const pathForm = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const highestLevel = 63;

/** Reads a path; undefined for anything `tilePath` does not write. */
export const readTilePath = (path: string): Tile | undefined => {
  const [, level = "", groups = "", width = String(tileWidth)] = pathForm.exec(path) ?? [];
  const tile = {
    level: level === "entries" ? ("entries" as const) : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: Number(width),
  };
  if (tile.level !== "entries" && tile.level > highestLevel) return undefined;
  if (!Number.isSafeInteger(tile.index) || tilePath(tile) !== path) return undefined;
  return tile.width > tileWidth ? undefined : tile;
};

/** How many hashes stand at a level of a tree of this size. */
const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

const row = (level: Tile["level"], count: number): readonly Tile[] =>
  Array.from({ length: Math.ceil(count / tileWidth) }, (_, index) => ({
    level,
    index,
    width: Math.min(tileWidth, count - index * tileWidth),
  }));

/** All tiles of a tree of this size, level by level. */
export const tilesOf = (size: number): readonly Tile[] => {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    tiles.push(...row(level, hashesAt(level, size)));
  }
  return tiles;
};

/** All bundles of entries of a log of this size. */
export const bundlesOf = (size: number): readonly Tile[] => row("entries", size);

/** How wide the tile is in a tree of this size; 0 where it is not there. */
export const widthIn = ({ level, index }: Omit<Tile, "width">, size: number): number => {
  const count = level === "entries" ? size : hashesAt(level, size);
  return Math.max(0, Math.min(tileWidth, count - index * tileWidth));
};

/** The bytes of a tile: its hashes one behind the other. */
export const tileBytes = (hashes: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(hashes.length * hashBytes);
  for (const [place, each] of hashes.entries()) bytes.set(each, place * hashBytes);
  return bytes;
};

/** The hashes of a tile; undefined unless there are exactly `width` of them. */
export const readTile = (bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined => {
  if (bytes.length !== width * hashBytes) return undefined;
  return Array.from({ length: width }, (_, place) =>
    bytes.slice(place * hashBytes, (place + 1) * hashBytes),
  );
};
