/**
 * Browser tests, on the Chromium of the machine and on the real program with a store of its own.
 *
 * Playwright's own browsers are never fetched. Without a Chromium `scripts/test.ts` leaves these
 * tests out and says so.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./scripts/chromium.ts";

const port = Number(process.env["FOEDUS_E2E_PORT"] ?? 4041); // Not 4040: a server may be running.
const executablePath = chromiumPath();

/** Kept in the environment, so that the workers, which read this file too, make no folder more. */
const dataFolder = () => {
  process.env["FOEDUS_E2E_DATA"] ??= mkdtempSync(join(tmpdir(), "foedus-e2e-"));
  return process.env["FOEDUS_E2E_DATA"];
};

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    bypassCSP: false,
    launchOptions: {
      args: ["--no-sandbox"], // Chromium's sandbox cannot be set up by root in a container.
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: "exec node src/api/main.ts",
    url: `http://127.0.0.1:${port}/health`,
    env: { HOST: "127.0.0.1", PORT: String(port), FOEDUS_DATA: dataFolder() },
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    timeout: 30_000,
  },
});
