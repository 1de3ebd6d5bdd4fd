/**
 * The world of one run as the commands want it: folders and files of the machine, and what the
 * entry point hands in of its process, its clock and its store.
 *
 * Out:  `Io`. A test that runs commands in its own process makes its world here too, so that what
 *       differs from the program is only what it hands in.
 */

import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Hash, Instant, Result } from "#base";
import { mostFileBytes } from "#charter";
import type { Verify } from "#ledger";
import type { PortRefusal, Ports } from "#workflows";
import type { Io, WitnessPlace } from "./io.ts";
import { isAddress, logAtUrl } from "./log-url.ts";
import { progressOn } from "./progress.ts";

/** A terminal, or what stands in its place. */
export type Terminal = {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether somebody watches standard error: only then is progress shown. */
  readonly isWatched: boolean;
  readonly input: () => AsyncIterable<Uint8Array>;
};

export type Given = {
  /** The checkout: charters and records lie in it. */
  readonly root: string;
  /** Where the command was given: its paths are read from here. */
  readonly folder: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly terminal: Terminal;
  readonly hash: Hash;
  readonly verify: Verify;
  readonly now: () => Instant;
  /** What a disk serves of the ports. */
  readonly files: Omit<Ports, "hash" | "now" | "note"> &
    Pick<Io, "backup" | "restore" | "importLog"> & {
      readonly readLog: (folder: string, path: string) => Uint8Array | undefined;
      readonly writeLog: (folder: string, path: string, bytes: Uint8Array) => boolean;
    };
  readonly serve: Io["serve"];
  readonly witness: (
    folder: string,
    hash: Hash,
    name?: string,
  ) => Result<WitnessPlace, PortRefusal>;
  readonly stop: Io["stop"];
  readonly pause: Io["pause"];
};

const narrowest = 20;

/** Undefined for whatever the system refuses: the caller names the path. */
const ifReadable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
};

/** A file longer than is accepted is refused for its length: so much of it shows that (S-31). */
const enoughBytes = mostFileBytes + 1;

/** The first bytes of a file, however long it is; some, like devices, have no end. */
const firstBytes = (path: string): Buffer => {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(enoughBytes);
    let length = 0;
    for (let read = -1; read !== 0 && length < enoughBytes; length += read) {
      read = readSync(file, bytes, length, enoughBytes - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
};

/** Bytes that are no UTF-8 are refused at their place, by a character that no file may hold. */
const textOf = (path: string): string => {
  const bytes = firstBytes(path);
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : text.replaceAll("\ufffd", "\uffff");
};

/** What cannot be looked at is a file all the same: it is told of by its name, as unreadable. */
const isFile = (path: string): boolean => ifReadable(() => statSync(path).isFile()) ?? true;

/** A character that no file may hold, where the system lets nobody read it. */
const textIn = (path: string): string => ifReadable(() => textOf(path)) ?? "\uffff";

const readFolder = (path: string): ReadonlyMap<string, string> | undefined =>
  ifReadable(() => {
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => /\.ya?ml$/.test(name) && isFile(join(path, name)));
    return new Map(files.sort().map((name) => [name, textIn(join(path, name))]));
  });

/** What comes in, as far as it is needed; whoever sends more is cut off. */
const firstOf = async (input: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= enoughBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, enoughBytes);
};

const organizationsOf = (root: string): readonly string[] =>
  readdirSync(join(root, "charters"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const layoutOf = ({ env, terminal }: Given): Io["layout"] => {
  const { isTerminal } = terminal;
  const columns = (isTerminal ? terminal.columns : undefined) ?? Number(env["COLUMNS"] ?? "");
  return {
    width: columns >= narrowest ? columns : Number.POSITIVE_INFINITY,
    colour: isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
  };
};

export const worldOf = (given: Given): Io => {
  const { root, folder, hash, verify, now, files, terminal, serve } = given;
  const progressIo = {
    isTerminal: terminal.isWatched,
    milliseconds: () => performance.now(),
    write: terminal.error,
  };
  return {
    layout: layoutOf(given),
    version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    hash,
    verify,
    progress: () => progressOn(progressIo),
    logIn: (source) =>
      isAddress(source)
        ? logAtUrl(source)
        : async (file) => files.readLog(resolve(folder, source), file),
    witness: (path, name) => given.witness(resolve(folder, path), hash, name),
    stop: given.stop,
    pause: given.pause,
    writeLog: async (path, ...file) => files.writeLog(resolve(folder, path), ...file),
    backup: (org, file) => files.backup(org, resolve(folder, file)),
    restore: (org, file) => files.restore(org, resolve(folder, file)),
    importLog: files.importLog,
    now,
    ports: (note) => ({ ...files, hash, now, note }),
    organizations: () => organizationsOf(root),
    readFolder: (path) => readFolder(resolve(folder, path)),
    readFile: async (path) =>
      path === "-"
        ? firstOf(terminal.input())
        : ifReadable(() => firstBytes(resolve(folder, path))),
    serve,
    out: terminal.out,
    error: terminal.error,
  };
};
