/**
 * The command line in this process: the real commands over real files and a real SQLite ledger.
 *
 * Only the process is left out, which costs half a second each time: its arguments, its streams, its
 * exit. `src/cli/main.e2e.test.ts` starts the program itself.
 */
import { join } from "node:path";
import { instantFrom, utf8 } from "#base";
import { run, worldOf } from "#cli";
import { disk, sha256, verifyEd25519, witnessPlace } from "#store";

export const checkout = join(import.meta.dirname, "..");

export type Outcome = { readonly code: number; readonly out: string; readonly error: string };

export type House = {
  /** The folder of charters and records, in which the commands are given. */
  readonly root: string;
  /** The folder of ledgers. */
  readonly data: string;
  /** The database of ledgers, where they are not in files. */
  readonly database?: string;
  /** How wide the terminal is; without it nothing is folded. */
  readonly columns?: number;
};

const inputOf = async function* (text: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof text === "string" ? utf8(text) : text;
};

/** Runs one command, as the words after `foedus`. */
export const foedus = async (
  argv: readonly string[],
  { root, data, columns, database }: House,
  input: string | Uint8Array = "",
): Promise<Outcome> => {
  let out = "";
  let error = "";
  const code = await run(
    argv,
    worldOf({
      root,
      folder: root,
      env: columns === undefined ? {} : { COLUMNS: String(columns) },
      terminal: {
        isTerminal: false,
        columns: undefined,
        out: (text) => {
          out += text;
        },
        error: (text) => {
          error += text;
        },
        isWatched: false,
        input: () => inputOf(input),
      },
      hash: sha256,
      verify: verifyEd25519,
      now: () => instantFrom(Date.now()),
      files: disk({
        root,
        data,
        hash: sha256,
        ...(database !== undefined && { database: { url: database, isShared: false } }),
      }),
      witness: witnessPlace,
      stop: () => new AbortController().signal,
      pause: () => Promise.resolve(),
      serve: () => Promise.reject(new Error("a server needs a process of its own")),
    }),
  );
  return { code, out, error };
};
