/** Starts a module of ours in a process of its own, reads its lines, and can kill it. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Child = {
  readonly pid: number;
  /** The next line of its output; undefined when there are no more. */
  readonly line: () => Promise<string | undefined>;
  readonly write: (text: string) => void;
  /** Ends its input. */
  readonly end: () => void;
  /** Kills it at once, as a crash would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  readonly gone: () => Promise<void>;
};

/** Half of a start is compiling our own text; what one process compiled serves the next. */
const compiled = join(tmpdir(), "node-compile-cache");

const started = (module: URL, args: readonly string[]): ChildProcessWithoutNullStreams => {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const child = spawn(process.execPath, [fileURLToPath(module), ...args], { env });
  child.stderr.pipe(process.stderr);
  return child;
};

export const startChild = (module: URL, args: readonly string[]): Child => {
  const child = started(module, args);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exit = once(child, "exit");
  const gone = async (): Promise<void> => {
    await exit;
  };
  return {
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      return next.done === true ? undefined : next.value;
    },
    write: (text) => child.stdin.write(text),
    end: () => child.stdin.end(),
    kill: async () => {
      child.kill("SIGKILL");
      await gone();
    },
    gone,
  };
};
