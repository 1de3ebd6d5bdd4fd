/**
 * The last signed checkpoint of a ledger, in a file of its own outside the database.
 *
 * In:   the ledger's path, its log's key.
 * Out:  the newest checkpoint that verifies; a new one put in its place and on the disk.
 *
 * SQLite gives up a damaged log of its own without a word, and the newest entries with it. This file
 * is what shows it. It has two places, written in turn and never both: a write that is cut off, or a
 * place that went bad, leaves the checkpoint before. A place is overwritten where it stands, so that
 * one sync of data suffices.
 */
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { type Hash, utf8 } from "#base";
import { openCheckpoint, type SignedCheckpoint, type VerifierKey } from "#ledger";
import { putDurably } from "./durable.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { type Observe, unobserved } from "./steps.ts";

/** Room for a note with a long origin; a multiple of what a disk writes whole. */
const placeBytes = 4_096;
const everyone = 0o644;

export const checkpointFile = (ledger: string): string => `${ledger}.checkpoint`;

/** A checkpoint with the note that was signed, and where in the file it stands. */
export type Kept = SignedCheckpoint & { readonly text: string; readonly place: 0 | 1 };

const padded = (note: string): string =>
  note.padEnd(placeBytes - utf8(note).length + note.length, "\n");

const readPlace = (text: string, place: 0 | 1, log: VerifierKey, hash: Hash): Kept | undefined => {
  const note = `${text.replace(/\n+$/, "")}\n`;
  const opened = openCheckpoint(note, log, { verify: verifyEd25519, hash });
  return opened.ok ? { ...opened.value, text: note, place } : undefined;
};

/** The newest checkpoint in the file; undefined where none verifies. */
export const keptCheckpoint = (ledger: string, log: VerifierKey, hash: Hash): Kept | undefined => {
  const path = checkpointFile(ledger);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const found = ([0, 1] as const).flatMap((place) => {
    const part = bytes.subarray(place * placeBytes, (place + 1) * placeBytes);
    return readPlace(part.toString("utf8"), place, log, hash) ?? [];
  });
  return found.sort((a, b) => b.size - a.size)[0];
};

/** Makes the file of a new ledger. */
export const beginCheckpoints = (ledger: string, note: string): void =>
  putDurably(checkpointFile(ledger), padded(note) + "\n".repeat(placeBytes), everyone);

/** Keeps checkpoints in turn; each is on the disk once `keep` returns. */
export type Keeper = { readonly keep: (note: string) => void; readonly close: () => void };

/** A keeper that leaves alone the place where the newest checkpoint stands. */
export const keeper = (ledger: string, newest: 0 | 1, observe: Observe = unobserved): Keeper => {
  const file = openSync(checkpointFile(ledger), "r+");
  let last = newest;
  return {
    keep: (note) => {
      const place = last === 0 ? 1 : 0;
      const bytes = utf8(padded(note));
      if (bytes.length !== placeBytes) throw new RangeError("a checkpoint longer than its place");
      writeSync(file, bytes, 0, placeBytes, place * placeBytes);
      observe("written");
      fdatasyncSync(file);
      last = place;
    },
    close: () => closeSync(file),
  };
};
