/**
 * Unit and property tests, in two tiers: `vitest run` is the gate, `vitest run --mode long` holds
 * what takes too long for it (`npm run test:long`). The tiers never run together by accident.
 */
import { defineConfig } from "vitest/config";
import { leftOutPostgres } from "./test/cluster.ts";

/** The machine's PostgreSQL is asked for, as its Chromium is; `scripts/test.ts` says what is left out. */
const withoutServer = leftOutPostgres() === undefined ? [] : ["**/postgres*.test.ts"];

const quick = {
  name: "unit",
  include: ["{src,test,web,scripts}/**/*.test.{ts,tsx}"],
  exclude: ["**/*.long.test.ts", "**/node_modules/**", ...withoutServer],
};

const long = {
  name: "long",
  include: ["{src,test}/**/*.long.test.ts"],
  exclude: ["**/node_modules/**", ...withoutServer],
  testTimeout: 600_000,
};

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [{ extends: true, test: mode === "long" ? long : quick }],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/**/*.test.ts"] },
  },
}));
