/**
 * Unit and property tests, in two tiers: `vitest run` is the gate, `vitest run --mode long` holds
 * what takes too long for it (`npm run test:long`). The tiers never run together by accident.
 */
import { defineConfig } from "vitest/config";

const quick = {
  name: "unit",
  include: ["{src,test,web,scripts}/**/*.test.{ts,tsx}"],
  exclude: ["**/*.long.test.ts", "**/node_modules/**"],
};

const long = {
  name: "long",
  include: ["{src,test}/**/*.long.test.ts"],
  testTimeout: 600_000,
};

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [{ extends: true, test: mode === "long" ? long : quick }],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/**/*.test.ts"] },
  },
}));
