/**
 * A log as a folder: `checkpoint`, `log.vkey`, `tile/…`, as anybody's web server could serve it.
 *
 * A file is written beside its place and renamed, so that a reader finds it whole; one that is there
 * already with the same bytes is left alone, so an export goes on where an earlier one was cut off.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemCode } from "./cause.ts";

/** The bytes of a file of the log; undefined where it cannot be read. */
export const readLogFile = (folder: string, path: string): Uint8Array | undefined => {
  try {
    return readFileSync(join(folder, path));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
};

/** Writes a file of the log; false where the system does not let us. */
export const writeLogFile = (folder: string, path: string, bytes: Uint8Array): boolean => {
  const place = join(folder, path);
  const draft = `${place}.${process.pid}.draft`;
  try {
    if (readLogFile(folder, path) !== undefined) {
      if (readFileSync(place).equals(bytes)) return true;
    }
    mkdirSync(dirname(place), { recursive: true });
    try {
      writeFileSync(draft, bytes);
      renameSync(draft, place);
    } finally {
      rmSync(draft, { force: true });
    }
    return true;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
};
