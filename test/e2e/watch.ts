/**
 * The `test` of all browser tests: whatever a page does, it must break no policy, report no error
 * and ask no other host.
 */
import { test as base, expect, type Page } from "@playwright/test";

/** What the browser complained of, and which other hosts were asked. */
const watch = (page: Page, host: string): readonly string[] => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const isAnswer = /the server responded with a status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !isAnswer) faults.push(`console: ${message.text()}`);
    if (message.type() === "warning") faults.push(`warning: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).host !== host) faults.push(`other host: ${request.url()}`);
  });
  page.on("response", (response) => {
    const isPage = response.request().resourceType() === "document";
    if (!isPage && response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
};

type Fixtures = { readonly watched: readonly string[] };

export const test = base.extend<Fixtures>({
  watched: [
    async ({ page, baseURL }, use) => {
      const faults = watch(page, new URL(baseURL ?? "").host);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
