/**
 * What the command line needs of the world; `main.ts` has it, tests may make their own.
 */

import type { Hash, Instant, Result } from "#base";
import type { SigningKey, Verify } from "#ledger";
import type { LogReader, Note, PortRefusal, Ports, Tree } from "#workflows";
import type { Progress } from "./progress.ts";
import type { Layout } from "./table.ts";

/** What was written or restored: the same values on both sides show that it is the same log. */
export type Copied = { readonly origin: string; readonly size: number; readonly root: string };

/** A log as its files tell it, verified. */
export type ReadLog = {
  readonly vkey: string;
  readonly checkpoint: string;
  readonly texts: readonly string[];
};

/** What a witness keeps, and the key by which it cosigns. */
export type WitnessPlace = {
  readonly key: SigningKey;
  readonly read: (path: string) => Uint8Array | undefined;
  readonly keep: (path: string, bytes: Uint8Array) => Result<undefined, PortRefusal>;
  readonly close: () => void;
};

type Copying = Promise<Result<Copied, PortRefusal>>;

export type Io = {
  readonly layout: Layout;
  readonly version: string;
  readonly hash: Hash;
  readonly verify: Verify;
  /** Begins a piece of work that may be long; told how much of how much is done. */
  readonly progress: () => Progress;
  /** The files of a log in a folder, or below an address. */
  readonly logIn: (source: string) => LogReader;
  /** The folder of a witness, opened for this process alone. */
  readonly witness: (folder: string, name?: string) => Result<WitnessPlace, PortRefusal>;
  /** Listens from now on for being asked to stop. */
  readonly stop: () => AbortSignal;
  /** Waits, at most until it is asked to stop. */
  readonly pause: (milliseconds: number, stop: AbortSignal) => Promise<void>;
  /** Writes one of them; false where that cannot be done. */
  readonly writeLog: (folder: string, path: string, bytes: Uint8Array) => Promise<boolean>;
  readonly backup: (org: string, file: string) => Copying;
  readonly restore: (org: string, file: string) => Copying;
  readonly importLog: (org: string, log: ReadLog) => Copying;
  readonly now: () => Instant;
  /** Ports of the workflows; whatever is worth a note is told to the function given. */
  readonly ports: (note: (note: Note) => void) => Ports;
  readonly organizations: () => readonly string[];
  /** The YAML files below any folder; undefined where it cannot be read. */
  readonly readFolder: (path: string) => Tree | undefined;
  /**
   * A file's bytes, at most one more than a file of ours may have; `-` is standard input.
   * Undefined where it cannot be read.
   */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly serve: (env: { readonly [name: string]: string }) => Promise<number>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
};
