/**
 * The gate: the checks, then the unit tests, then the browser tests; all run, whatever fails first.
 *
 * Out:  a line a step with its time, what was left out, and last "N passed, N failed". The counts
 *       are those of the runners' own reports; a step that breaks without naming a test, such as
 *       the checks, counts as one failed. The exit code is 0 only when nothing failed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leftOutPostgres } from "../test/cluster.ts";
import { chromiumPath } from "./chromium.ts";

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };
type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly count: () => Count | undefined;
};
type Done = Count & { readonly line: string };

const limitMinutes = 8; // What the gate may take on two cores, after set-up.
const reports = mkdtempSync(join(tmpdir(), "foedus-test-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");
mkdirSync(join(reports, "data"));

const report = (path: string): Readonly<Record<string, unknown>> | undefined =>
  existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;

const numberIn = (fields: Readonly<Record<string, unknown>>, name: string): number => {
  const found = fields[name];
  if (typeof found !== "number") throw new Error(`the report of the tests lacks ${name}`);
  return found;
};

const unitCount = (): Count | undefined => {
  const found = report(unitReport);
  if (found === undefined) return undefined;
  const skipped = numberIn(found, "numPendingTests") + numberIn(found, "numTodoTests");
  const passed = numberIn(found, "numPassedTests");
  return { passed, failed: numberIn(found, "numFailedTests"), skipped };
};

const browserCount = (): Count | undefined => {
  const stats = report(browserReport)?.["stats"];
  if (typeof stats !== "object" || stats === null) return undefined;
  const fields = { ...stats };
  return {
    passed: numberIn(fields, "expected"),
    failed: numberIn(fields, "unexpected") + numberIn(fields, "flaky"),
    skipped: numberIn(fields, "skipped"),
  };
};

const checks: Step = {
  name: "checks",
  command: [process.execPath, "--run", "check"],
  count: () => undefined,
};

const unitTests: Step = {
  name: "unit tests",
  command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile=${unitReport}`],
  count: unitCount,
};

const browserTests: Step = {
  name: "browser tests",
  command: ["playwright", "test", "--reporter=list,json"],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport, FOEDUS_E2E_DATA: join(reports, "data") },
  count: browserCount,
};

/** Why the browser tests cannot run here, if they cannot. */
const withoutBrowser = (): string | undefined => {
  const folder = "test/e2e";
  const written =
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(".e2e.ts"));
  if (!written) return "none is written yet";
  if (chromiumPath() === undefined) return "no Chromium here; name one in CHROMIUM_PATH";
  return undefined;
};

const secondsSince = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;

const take = (step: Step): Done => {
  const began = Date.now();
  const [program, ...args] = step.command;
  const env = { ...process.env, ...step.env };
  const { status, error } = spawnSync(program, args, { stdio: "inherit", env });
  if (error !== undefined) console.error(error.message);
  const { passed, failed, skipped } = step.count() ?? { passed: 0, failed: 0, skipped: 0 };
  // A runner may fail with no test to blame: a file that does not load, an error after the end.
  const blamed = status === 0 ? failed : Math.max(failed, 1);
  const outcome = blamed === 0 ? "ok" : "FAILED";
  const counts = passed + failed + skipped === 0 ? "" : `, ${passed} passed, ${failed} failed`;
  const left = skipped === 0 ? "" : `, ${skipped} left out`;
  const line = `${step.name}: ${outcome} in ${secondsSince(began)}${counts}${left}`;
  return { passed, failed: blamed, skipped, line };
};

const began = Date.now();
const reason = withoutBrowser();
const done = [checks, unitTests, ...(reason === undefined ? [browserTests] : [])].map(take);
rmSync(reports, { recursive: true, force: true });

console.log("");
for (const { line } of done) console.log(line);
if (reason !== undefined) console.log(`browser tests: LEFT OUT (${reason})`);
const noServer = leftOutPostgres();
if (noServer !== undefined) console.log(`tests on PostgreSQL: LEFT OUT (${noServer})`);
console.log(`took ${secondsSince(began)} of the ${limitMinutes} minutes it may`);

const sum = (of: "passed" | "failed"): number =>
  done.reduce((total, count) => total + count[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
