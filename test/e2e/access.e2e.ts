/**
 * Every page for everybody: axe finds nothing (WCAG 2.0 to 2.2, A and AA), in both languages, in
 * light and dark, on a phone, a tablet and a desk; and nothing scrolls sideways.
 */
import type { Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { expect, test } from "./watch.ts";

const widths = [320, 768, 1440] as const;
const schemes = ["light", "dark"] as const;

const pages = {
  "members, with disputes": "/csto/members?on=2007-01-01",
  "members, with uncertainty": "/csto/members?on=1993-06-01&according-to=backgrounder",
  "members, thirty-two": "/nato/members?on=2024-06-01",
  status: "/csto/status/UZB?on=2007-01-01",
  why: "/csto/why?subject=membership/UZB&on=2007-01-01",
  "why, with readings": "/csto/why?subject=membership/ARM&on=1999-04-21",
  timeline: "/csto/timeline?actor=UZB",
  diff: "/csto/diff?from=1999-04-20&to=1999-04-21",
  provision: "/csto/provision/t-4?on=2010-06-12",
  "list, filtered": "/csto/exercises?year=2019",
  "list, with long cells": "/csto/forces",
  verdict: "/csto/check/crrf.decision-2009-06",
  calculator: "/csto/decide?body=council&on=2024-11-28&BLR=for&KAZ=for&KGZ=for&RUS=for&TJK=for",
  error: "/csto/members?on=1999-02-30",
} as const;

/** What axe finds; in dark only colours can differ from light, so only those are asked again. */
const found = async (page: Page, colorScheme: "light" | "dark"): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme });
  return violations(page, colorScheme === "dark" ? ["color-contrast"] : undefined);
};

for (const [name, address] of Object.entries(pages)) {
  test(name, async ({ page }) => {
    test.slow();
    for (const lang of ["en", "ru"] as const) {
      const sign = address.includes("?") ? "&" : "?";
      await page.goto(lang === "en" ? address : `${address}${sign}lang=${lang}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const across = await page.locator("html").evaluate((html) => html.scrollWidth);
        expect(across, `scrolls sideways in ${lang} at ${width}`).toBeLessThanOrEqual(width);
        for (const scheme of schemes) {
          expect(await found(page, scheme), `${lang} ${width} ${scheme}`).toEqual([]);
        }
      }
    }
  });
}

test("the drawer with a why in it", async ({ page }) => {
  await page.goto("/csto/members?on=2007-01-01");
  await page.locator('td[data-why="membership/UZB"] a').click();
  await expect(page.getByRole("dialog").getByRole("heading", { level: 1 })).toBeVisible();
  for (const scheme of schemes) expect(await found(page, scheme)).toEqual([]);
});

test("targets are large enough for a finger", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/csto/members?on=2007-01-01");
  for (const control of await page.locator("button:visible, .button:visible, select").all()) {
    const box = await control.boundingBox();
    expect(box?.height, (await control.textContent()) ?? "select").toBeGreaterThanOrEqual(40);
  }
});
