/**
 * A throw-away PostgreSQL: a cluster of its own in a temporary folder, reached by a socket only.
 *
 * PostgreSQL refuses to run as root, so then it runs as the user `postgres` of Debian's package.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";

const packages = "/usr/lib/postgresql";
const port = 5_432; // Of a socket in a folder of our own; nothing listens on a network.
const user = "foedus";

/** Why PostgreSQL cannot be measured here, if it cannot. */
export const withoutPostgres = (): string | undefined =>
  existsSync(packages) ? undefined : "PostgreSQL is not installed (Debian: postgresql)";

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
  readonly stop: () => Promise<void>;
};

/** Starts a new cluster; `stop` ends it and removes its folder. */
export const startCluster = async (): Promise<Cluster> => {
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
  const settings = ["listen_addresses=", "shared_buffers=512MB", "maintenance_work_mem=512MB"];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const args = ["-D", data, "-k", dir, "-p", String(port), ...flags];
  const child = spawn(join(bin, "postgres"), args, { ...who, cwd: dir, env, stdio: "ignore" });
  while (!isReady(data, child)) {
    if (child.exitCode !== null) throw new Error("PostgreSQL ended before it was ready");
    await after(20);
  }
  return {
    connection: { host: dir, port, user, database: "postgres" },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
