/**
 * What the first page weighs, file by file, as `gzip -9` (performance, section 8): 60 KB in all,
 * HTML 20, styles 12, scripts 25.
 */
import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, test } from "./watch.ts";

const limits = { document: 20_000, stylesheet: 12_000, script: 25_000, all: 60_000 } as const;

type Weight = { readonly name: string; readonly type: string; readonly bytes: number };

const pages = [
  "/csto/members?on=2021-06-01",
  "/csto/members?on=2007-01-01&lang=ru",
  "/nato/members?on=2024-06-01",
  "/nato/members?on=2024-06-01&lang=ru",
] as const;

const weigh = async (response: Response): Promise<Weight> => ({
  name: new URL(response.url()).pathname,
  type: response.request().resourceType(),
  bytes: gzipSync(await response.body(), { level: 9 }).length,
});

for (const address of pages) {
  test(`${address} is within its weight`, async ({ page }) => {
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(address, { waitUntil: "networkidle" });
    await expect(page.locator('[data-island="notes"][data-awake]')).toBeAttached();
    const files = await Promise.all(responses.map(weigh));
    const told = files.map(({ name, bytes }) => `${name}: ${bytes}`).join("\n");
    const sum = (type: string) =>
      files
        .filter((file) => type === "all" || file.type === type)
        .reduce((total, { bytes }) => total + bytes, 0);
    for (const [type, limit] of Object.entries(limits)) {
      expect(sum(type), `${type} over ${limit} bytes:\n${told}`).toBeLessThanOrEqual(limit);
    }
  });
}
