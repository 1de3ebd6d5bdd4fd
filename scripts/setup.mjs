/**
 * Brings a checkout in step with its lock files, so that `npm start` and `npm test` run anywhere.
 *
 * In:   words on the command line: `web` (the built pages are wanted), `browser` (a Chromium is).
 * Out:  Node 26 in tools/node, packages, `node_modules/.bin/node`; messages on standard error only.
 *
 * The first run is on whatever Node the machine has (20 or newer), so only built-ins are used and
 * npm itself is run on the pinned Node: npm on an older one picks older packages and leaves out
 * optional binaries without an error. A stamp is written after success, so that an interrupted
 * install is done again. Of two set-ups at once, one waits for the other.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { holdLock } from "./setup-lock.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const pinnedNode = join(root, "tools/node/node_modules/.bin/node");
const linkedNode = join(root, "node_modules/.bin/node");
const pages = join(root, "web/pages/render.tsx");
const builtPages = join(root, "dist/web/server/render.js");
const wanted = new Set(process.argv.slice(2));

const say = (text) => process.stderr.write(`setup: ${text}\n`);

/** What an install depends on: both package files, and the machine its binaries are for. */
const wish = (folder) => {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const name of ["package.json", "package-lock.json"]) {
    hash.update(fs.readFileSync(join(root, folder, name)));
  }
  return hash.digest("hex");
};

const stampOf = (folder) => join(root, folder, "node_modules/.lock-hash");
const inStep = (folder) =>
  fs.existsSync(stampOf(folder)) && fs.readFileSync(stampOf(folder), "utf8") === wish(folder);

/** The pinned Node where there is a build of it for this machine, else the one we run on. */
const bestNode = () => (fs.existsSync(pinnedNode) ? pinnedNode : process.execPath);
const linked = () =>
  !fs.existsSync(pinnedNode) ||
  (fs.existsSync(linkedNode) && fs.realpathSync(linkedNode) === fs.realpathSync(pinnedNode));

const run = (command, args, options = {}) => {
  // Whatever the child prints goes to our standard error: standard output belongs to the command.
  const done = spawnSync(command, args, { stdio: ["ignore", 2, 2], cwd: root, ...options });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) {
    throw new Error(`${[command, ...args].join(" ")} ended with ${done.status ?? done.signal}`);
  }
};

/** npm's own program: named by npm when it runs us, else found beside `npm` on the PATH. */
const npmProgram = () => {
  const named = process.env.npm_execpath;
  if (named?.endsWith("npm-cli.js") && fs.existsSync(named)) return named;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const npm = join(folder, "npm");
    if (!fs.existsSync(npm)) continue;
    const real = fs.realpathSync(npm);
    if (real.endsWith("npm-cli.js")) return real;
  }
  throw new Error("npm was not found; run it as: npm run setup");
};

const npm = (node, args, folder) => {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle)_/.test(name) &&
        !["npm_config_prefix", "npm_config_local_prefix"].includes(name),
    ),
  );
  env.PATH = `${dirname(node)}${delimiter}${env.PATH ?? ""}`;
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  run(node, [npmProgram(), ...args, ...quiet], { cwd: join(root, folder), env });
};

const installNode = () => {
  say("fetching the pinned Node");
  npm(process.execPath, ["ci"], "tools/node");
  fs.writeFileSync(stampOf("tools/node"), wish("tools/node"));
};

const installPackages = () => {
  say("fetching packages");
  // Not `ci`: it can refuse a lock that lacks another platform's optional package. `--no-save`
  // obeys the lock just as well and leaves it as it is.
  npm(bestNode(), ["install", "--no-save", "--prefer-offline"], ".");
  fs.writeFileSync(stampOf("."), wish("."));
};

/** npm scripts look here first, so from now on they get the pinned Node. */
const linkNode = () => {
  fs.mkdirSync(dirname(linkedNode), { recursive: true });
  fs.rmSync(linkedNode, { force: true });
  fs.symlinkSync(relative(dirname(linkedNode), pinnedNode), linkedNode);
};

/** The latest change below a path; a folder's own time counts, as it tells of a removal. */
const changedAt = (path) => {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return fs
    .readdirSync(path)
    .reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), found.mtimeMs);
};

const sources = ["web", "src", "vite.config.ts", "package.json", "package-lock.json"];
const pagesInStep = () => {
  if (!fs.existsSync(pages)) return true; // No pages are written yet.
  if (!fs.existsSync(builtPages)) return false;
  const builtAt = fs.statSync(builtPages).mtimeMs;
  return sources.every((source) => changedAt(join(root, source)) <= builtAt);
};

const buildPages = () => {
  say("building the pages");
  const began = new Date();
  run(bestNode(), ["node_modules/vite/bin/vite.js", "build", "--app", "--logLevel", "warn"]);
  // Dated by its beginning: what was saved while it ran is then seen as newer.
  fs.utimesSync(builtPages, began, began);
};

const chromium = () =>
  [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && path !== "" && fs.existsSync(path),
  );

/** Never fails: without a browser its tests are left out, which the tests say once more. */
const installBrowser = () => {
  const apt = "/usr/bin/apt-get";
  if (process.platform === "linux" && process.getuid() === 0 && fs.existsSync(apt)) {
    say("installing Chromium");
    const packages = ["chromium", "fonts-dejavu-core"];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const quiet = { env, stdio: ["ignore", "ignore", 2] };
    try {
      run(apt, ["-qq", "update"], quiet);
      run(apt, ["-qq", "install", "-y", "--no-install-recommends", ...packages], quiet);
      return;
    } catch (error) {
      say(error.message);
    }
  }
  say("no Chromium: browser tests will be left out; name one in CHROMIUM_PATH to run them");
};

/** Each step: is it needed, and how it is done. The order matters. */
const steps = [
  { needed: () => !inStep("tools/node"), take: installNode },
  { needed: () => !inStep("."), take: installPackages },
  { needed: () => !linked(), take: linkNode },
  { needed: () => wanted.has("web") && !pagesInStep(), take: buildPages },
  { needed: () => wanted.has("browser") && chromium() === undefined, take: installBrowser },
];

const setUp = async () => {
  if (!steps.some((step) => step.needed())) return;
  const release = await holdLock(join(root, ".setup.lock"), say);
  try {
    for (const step of steps) if (step.needed()) step.take();
  } finally {
    release();
  }
};

try {
  await setUp();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
