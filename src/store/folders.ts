/** Folders of the machine: whether one is there, and making one. */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./cause.ts";

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Makes a folder and those above it. One by one: below a folder that takes none, such as `/proc`,
 * Node's own `recursive` tries for ever.
 */
export const makeFolder = (path: string): void => {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    if (systemCode(error) !== "EEXIST" || !isFolder(path)) throw error;
  }
};
