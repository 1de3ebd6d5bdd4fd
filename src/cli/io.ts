/**
 * What the command line needs of the world; `main.ts` has it, tests may make their own.
 */

import type { Hash, Instant } from "#base";
import type { Note, Ports, Tree } from "#workflows";
import type { Layout } from "./table.ts";

export type Io = {
  readonly layout: Layout;
  readonly version: string;
  readonly hash: Hash;
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
