/**
 * Patches: stretches of days with a value, laid on each other, the newest on top.
 *
 * In:   for each row (a fluent has one) patches in order of entry.
 * Out:  which patch shows on a day, of those that were there at a size of the ledger.
 *
 * They are rows of four numbers in one table for many fluents, those of a fluent side by side: a
 * question costs what it has to fetch from memory, and this is one or two lines of it. As objects
 * they cost three times the memory and most of the time of opening a ledger (`bench/README.md`).
 */

import type { Day } from "#base";

export type Patches = {
  patches: Int32Array; // first day, first day after it, size from which on it holds, value
  used: number; // of `patches`, handed out to rows
  rows: Int32Array; // where the patches of a row stand, how many numbers they are, and have room for
};

/** Numbers a patch. */
export const wide = 4;

const perRow = 3;

export const noPatches = (): Patches => ({
  patches: new Int32Array(0),
  used: 0,
  rows: new Int32Array(0),
});

/** The place of a row's first patch. */
export const bottomOf = ({ rows }: Patches, row: number): number => rows[row * perRow] ?? 0;

/** How many numbers the patches of a row are. */
export const countOf = ({ rows }: Patches, row: number): number => rows[row * perRow + 1] ?? 0;

const roomOf = ({ rows }: Patches, row: number): number => rows[row * perRow + 2] ?? 0;

const place = ({ rows }: Patches, row: number, start: number, room: number): void => {
  rows[row * perRow] = start;
  rows[row * perRow + 2] = room;
};

/** Room for a few numbers more, so that rows in use seldom have to move. */
const roomFor = (count: number): number => count + Math.max(wide, (count >>> 4) * wide);

/** Copies the table to a larger one, the rows in order and each with a little room. */
const spread = (of: Patches, more: number): void => {
  const { patches, rows } = of;
  const last = rows.length / perRow;
  let needed = more;
  for (let row = 0; row < last; row += 1) {
    const numbers = countOf(of, row);
    if (numbers > 0) needed += roomFor(numbers);
  }
  const larger = new Int32Array(needed + (needed >>> 2));
  let at = 0;
  for (let row = 0; row < last; row += 1) {
    const numbers = countOf(of, row);
    if (numbers === 0) continue;
    const from = bottomOf(of, row);
    larger.set(patches.subarray(from, from + numbers), at);
    place(of, row, at, roomFor(numbers));
    at += roomFor(numbers);
  }
  of.patches = larger;
  of.used = at;
};

/** Makes room for so many numbers more in a row. */
export const widen = (of: Patches, row: number, more: number): void => {
  if (row * perRow >= of.rows.length) {
    const rows = new Int32Array(perRow * Math.max(4, row + 1 + (row >>> 1)));
    rows.set(of.rows);
    of.rows = rows;
  }
  const count = countOf(of, row);
  const room = roomFor(count + more);
  if (count + more <= roomOf(of, row)) return;
  if (of.used + room > of.patches.length) spread(of, room);
  const from = bottomOf(of, row);
  of.patches.copyWithin(of.used, from, from + count);
  place(of, row, of.used, room);
  of.used += room;
};

/** Lays a patch on those of a row, in which there is room. */
export const patch = (
  on: Patches,
  row: number,
  from: Day,
  until: Day,
  size: number,
  value: number,
): void => {
  const { patches, rows } = on;
  const count = countOf(on, row);
  const at = bottomOf(on, row) + count;
  patches[at] = from;
  patches[at + 1] = until;
  patches[at + 2] = size;
  patches[at + 3] = value;
  rows[row * perRow + 1] = count + wide;
};

/** Where the patch stands that shows on a day; negative: none does. */
export const patchOn = (of: Patches, row: number, day: Day, size: number): number => {
  const { patches } = of;
  const bottom = bottomOf(of, row);
  for (let at = bottom + countOf(of, row) - wide; at >= bottom; at -= wide) {
    const isThere = (patches[at + 2] ?? 0) <= size;
    if (isThere && (patches[at] ?? 0) <= day && (patches[at + 1] ?? 0) > day) return at;
  }
  return -1;
};
