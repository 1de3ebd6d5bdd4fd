/**
 * axe in a page: read into it once, then asked as often as the page changes its size or colours.
 *
 * Only what is wrong comes back over the wire; the whole report would cost many times the finding.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type * as Axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

declare global {
  var axe: typeof Axe | undefined;
}

/** What axe finds in the page as it stands: by all rules of WCAG 2.0 to 2.2 A and AA, or by these. */
export const violations = async (
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> => {
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(source);
  const runOnly =
    rules === undefined
      ? { type: "tag" as const, values: tags }
      : { type: "rule" as const, values: [...rules] };
  return page.evaluate(
    async (options) => {
      if (globalThis.axe === undefined) throw new Error("axe is not in the page");
      const { violations, passes } = await globalThis.axe.run(options);
      if (passes.length + violations.length === 0) throw new Error("axe looked at nothing");
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    { runOnly, resultTypes: ["violations" as const] },
  );
};
