#!/usr/bin/env node
/**
 * The entry point of the command line: the only file here that knows the clock, the environment,
 * the disk and the store.
 *
 * A reader of our output that goes away (`| head`) ends us quietly. What nobody foresaw is a
 * mistake of ours: one line, exit 70, and the stack where FOEDUS_TRACE is set.
 */

import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(); // Half of a cold start is reading our own text.

const { instantFrom } = await import("#base");
const { disk, sha256 } = await import("#store");
const { refusalText } = await import("#wording");
const { languageOf } = await import("./args.ts");
const { errorText, exits } = await import("./output.ts");
const { run } = await import("./run.ts");

const root = join(import.meta.dirname, "../..");
const { env, stdout, stderr } = process;
const data = env["FOEDUS_DATA"] ?? join(root, "data");
const narrowest = 20;

const isGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EPIPE";

for (const stream of [stdout, stderr]) {
  stream.on("error", (error) => {
    if (isGone(error)) process.exit(exits.answered);
    throw error;
  });
}

/** Undefined for whatever the system refuses: the caller names the path. */
const ifReadable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
};

/** Bytes that are no UTF-8 are refused at their place, by a character that no file may hold. */
const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : text.replaceAll("\ufffd", "\uffff");
};

const readFolder = (path: string): ReadonlyMap<string, string> | undefined =>
  ifReadable(() => {
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    const files = names.filter(
      (name) => /\.ya?ml$/.test(name) && statSync(join(path, name)).isFile(),
    );
    return new Map(files.sort().map((name) => [name, textOf(join(path, name))]));
  });

const readFile = async (path: string): Promise<Uint8Array | undefined> => {
  if (path !== "-") return ifReadable(() => readFileSync(path));
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const organizations = (): readonly string[] =>
  readdirSync(join(root, "charters"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

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

const version = (): string => JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;

const now = () => instantFrom(Date.now());
const files = disk({ root, data, hash: sha256 });
const columns = stdout.isTTY ? stdout.columns : Number(env["COLUMNS"] ?? "");

const argv = process.argv.slice(2);
try {
  process.exitCode = await run(argv, {
    layout: {
      width: columns >= narrowest ? columns : Number.POSITIVE_INFINITY,
      colour: stdout.isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
    },
    version: version(),
    hash: sha256,
    now,
    ports: (note) => ({ ...files, hash: sha256, now, note }),
    organizations,
    readFolder,
    readFile,
    serve,
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
  });
} catch (error) {
  const found = error instanceof Error ? error.message : String(error);
  const refused = { code: "cli.bug", field: "", found, accepted: "" };
  const message = refusalText(refused, languageOf(argv));
  stderr.write(errorText({ ...refused, message }, argv.includes("--json")));
  if (env["FOEDUS_TRACE"] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
  process.exitCode = exits.bug;
}
