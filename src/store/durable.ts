/**
 * Small files that must be there whole after a loss of power, or not at all.
 */
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Makes what was done in a folder last: a new name in it, or one that is gone. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** Puts a file in its place: written beside it, on the disk, renamed, the name on the disk too. */
export const putDurably = (path: string, content: string | Uint8Array, mode: number): void => {
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    const file = openSync(draft, "wx", mode);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
  } finally {
    rmSync(draft, { force: true });
  }
};
