/**
 * A throw-away PostgreSQL: a cluster of its own in a temporary folder, reached by a socket only.
 *
 * PostgreSQL refuses to run as root, so then it runs as the user `postgres` of Debian's package.
 * Nothing is asked of a server that the machine may run already.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";

const packages = "/usr/lib/postgresql";
const port = 5_432; // Of a socket in a folder of our own; nothing listens on a network.
const user = "foedus";

/** Why no cluster can be started here, if none can. */
export const withoutPostgres = (): string | undefined =>
  existsSync(packages) ? undefined : "PostgreSQL is not installed (Debian: postgresql)";

/** Why its tests are left out here, if they are. Where everything must be tested they fail instead. */
export const leftOutPostgres = (): string | undefined =>
  process.env["CI"] === undefined ? withoutPostgres() : undefined;

const idOf = (flag: string): number =>
  Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);

const isReady = (data: string, child: ChildProcess): boolean => {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, "utf8").split("\n");
  return Number(lines[0]) === child.pid && lines[7]?.trim() === "ready";
};

export type Cluster = {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** The same as an address. */
  readonly url: string;
  /** Ends the server: at once by `SIGQUIT`, as a crash would. Its folder stays. */
  readonly halt: (signal: "SIGINT" | "SIGQUIT") => Promise<void>;
  /** Starts the server again over its folder. */
  readonly resume: () => Promise<void>;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
};

/** Little memory: what tests keep is small. */
const small = ["shared_buffers=32MB"];

/**
 * Starts a new cluster.
 *
 * @param settings - Of the server's configuration, as `name=value`.
 */
export const startCluster = async (settings: readonly string[] = small): Promise<Cluster> => {
  const reason = withoutPostgres();
  if (reason !== undefined) throw new Error(reason);
  const newest = readdirSync(packages).sort((a, b) => Number(b) - Number(a))[0] ?? "";
  const bin = join(packages, newest, "bin");
  const dir = mkdtempSync(join(tmpdir(), "fpg-")); // A socket's path is at most 107 bytes.
  const who = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (who.uid !== undefined) chownSync(dir, who.uid, who.gid);
  const data = join(dir, "data");
  const env = { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" };
  const base = ["-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
  const init = spawnSync(join(bin, "initdb"), [...base, "-k", "--no-sync"], {
    ...who,
    cwd: dir,
    env,
    encoding: "utf8",
  });
  if (init.status !== 0) throw new Error(`initdb: ${init.stderr}`);
  const flags = ["listen_addresses=", ...settings].flatMap((setting) => ["-c", setting]);
  const args = ["-D", data, "-k", dir, "-p", String(port), ...flags];
  let child: ChildProcess;
  const resume = async (): Promise<void> => {
    child = spawn(join(bin, "postgres"), args, { ...who, cwd: dir, env, stdio: "ignore" });
    while (!isReady(data, child)) {
      if (child.exitCode !== null) throw new Error("PostgreSQL ended before it was ready");
      await after(20);
    }
  };
  const halt = async (signal: "SIGINT" | "SIGQUIT"): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  await resume();
  return {
    connection: { host: dir, port, user, database: "postgres" },
    url: `postgresql://${user}@/postgres?host=${encodeURIComponent(dir)}&port=${port}`,
    halt,
    resume,
    stop: async () => {
      await halt("SIGINT");
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
