#!/usr/bin/env node
/**
 * The entry point of the command line: the only file here that knows the process, the clock and the
 * store.
 *
 * A reader of our output that goes away (`| head`) ends us quietly. What nobody foresaw is a
 * mistake of ours: one line, exit 70, and the stack where FOEDUS_TRACE is set.
 */

import { spawn } from "node:child_process";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Shown } from "#wording";

enableCompileCache(); // Half of a cold start is reading our own text.

const { instantFrom } = await import("#base");
const { disk, isDatabaseUrl, sha256, verifyEd25519, witnessPlace, worldFault } = await import(
  "#store"
);
const { refusalText } = await import("#wording");
const { languageOf } = await import("./args.ts");
const { errorText, exits } = await import("./output.ts");
const { run } = await import("./run.ts");
const { worldOf } = await import("./world.ts");

const root = join(import.meta.dirname, "../..");
const { env, stdout, stderr } = process;
const data = env["FOEDUS_DATA"] ?? join(root, "data");
const argv = process.argv.slice(2);

/** One line on what went wrong; its sentence is in the language that was asked for. */
const tell = (fault: Partial<Omit<Shown, "message">> & Pick<Shown, "code">): void => {
  const refused = { field: "", found: "", accepted: "", ...fault };
  const message = refusalText(refused, languageOf(argv));
  stderr.write(errorText({ ...refused, message }, argv.includes("--json")));
};

const isGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EPIPE";

stderr.on("error", () => process.exit(exits.badInput)); // Nobody is left to be told.
stdout.on("error", (error) => {
  if (isGone(error)) process.exit(exits.answered);
  tell({ code: "cli.output", found: error.message });
  process.exit(exits.badInput);
});

if (data === "") {
  tell({ code: "cli.missing-value", field: "FOEDUS_DATA", accepted: "FOEDUS_DATA=data" });
  process.exit(exits.badInput);
}

const url = env["DATABASE_URL"];
if (url !== undefined && !isDatabaseUrl(url)) {
  // Not told back: a password may stand in it.
  const accepted = "postgresql://user@host:5432/database";
  tell({ code: "cli.database", field: "DATABASE_URL", accepted });
  process.exit(exits.badInput);
}

/** Runs the server as a child, hands it the signals, and ends as it ends. */
const serve = (wanted: { readonly [name: string]: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "src/api/main.ts")], {
      stdio: "inherit",
      env: { ...env, ...wanted },
    });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, pass);
    child.on("error", reject);
    // Stopped as asked is ended well.
    child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 0) : exits.answered));
  });

/** Asked to stop, a command that follows something ends by itself. */
const stop = (): AbortSignal => {
  const asked = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => asked.abort());
  return asked.signal;
};

const pause = (milliseconds: number, until: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, { signal: until }).catch(() => undefined);

try {
  const terminal = {
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns,
    out: (text: string) => void stdout.write(text),
    error: (text: string) => void stderr.write(text),
    isWatched: stderr.isTTY === true,
    input: () => process.stdin,
  };
  const now = () => instantFrom(Date.now());
  const host = env["FOEDUS_HOST"];
  const named = host === undefined ? {} : { host };
  const kept = url === undefined ? {} : { database: { url, isShared: false } };
  const files = disk({ root, data, hash: sha256, ...named, ...kept });
  const place = { root, folder: process.cwd(), env };
  process.exitCode = await run(
    argv,
    worldOf({
      ...place,
      terminal,
      hash: sha256,
      verify: verifyEd25519,
      now,
      files,
      serve,
      witness: witnessPlace,
      stop,
      pause,
    }),
  );
} catch (error) {
  const fault = worldFault(error, data);
  tell(fault ?? { code: "cli.bug", found: error instanceof Error ? error.message : String(error) });
  if (env["FOEDUS_TRACE"] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
  process.exitCode = fault === undefined ? exits.bug : exits.badInput;
}
