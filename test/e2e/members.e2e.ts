/**
 * The first page in a browser: with keyboard alone, without script, and within its weight.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "./watch.ts";

/** The text of table and notes, row by row; spaces that only lay things out do not count. */
const textOf = async (page: Page): Promise<readonly string[]> => {
  const parts = page.locator(".roster tr, .counts li, .help, .changes li, .acts li, .open li");
  const texts = await parts.allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim());
};

const awake = async (page: Page): Promise<void> => {
  await expect(page.locator('[data-island="notes"][data-awake]')).toBeAttached();
};

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe("by keyboard alone", () => {
  test("the slider moves by day, month, year and to the next change", async ({ page }) => {
    await page.goto("/csto/members?on=1999-04-21");
    await awake(page);
    await page.getByRole("slider").focus();
    const steps = [
      ["ArrowRight", "22 April 1999"],
      ["ArrowLeft", "21 April 1999"],
      ["PageUp", "21 May 1999"],
      ["PageDown", "21 April 1999"],
      ["Shift+ArrowRight", "21 April 2000"],
      ["Shift+ArrowLeft", "21 April 1999"],
      ["n", "22 March 2000"],
      ["p", "21 April 1999"],
      ["ArrowLeft", "20 April 1999"],
    ] as const;
    for (const [key, day] of steps) {
      await page.keyboard.press(key);
      await expect(heading(page)).toHaveText(`Members on ${day}`);
    }
    await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", "20 April 1999");
    await expect(page.locator('tr[data-state="UZB"] td').first()).toHaveText("party");
    await expect(page).toHaveURL(/\/csto\/members\?on=1999-04-20$/);
    await expect(page).toHaveTitle(/20 April 1999/);
    const map = page.locator('.map a[data-state="UZB"]').first();
    await expect(map).toHaveAttribute("data-status", "party");
  });

  test("a status opens its why beside the page, and focus comes back", async ({ page }) => {
    await page.goto("/csto/members?on=2007-01-01");
    await awake(page);
    const link = page.locator('td[data-why="membership/UZB"] a');
    await link.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByRole("heading", { level: 1 })).toHaveText("Why: Uzbekistan");
    await expect(drawer).toContainText("contested");
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(link).toBeFocused();
  });

  test("the other language shows the same day, the slid one included", async ({ page }) => {
    await page.goto("/csto/members?on=1999-04-21");
    await awake(page);
    await page.getByRole("slider").focus();
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/on=2000-03-22/);
    const other = page.getByRole("link", { name: "Русский" });
    await other.focus();
    await page.keyboard.press("Enter");
    await expect(heading(page)).toHaveText("Участники на 22 марта 2000 года");
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  });

  test("the first stop of the tabulator leads past the head of the page", async ({ page }) => {
    await page.goto("/csto/members?on=1999-04-21");
    await page.keyboard.press("Tab");
    await expect(page.locator(".skip")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
  });
});

test.describe("without script", () => {
  const days = ["1993-06-01", "1999-04-21", "2007-01-01", "2021-06-01"] as const;

  for (const lang of ["en", "ru"] as const) {
    test(`pages in ${lang} say the same as with script`, async ({ page, browser }) => {
      test.slow();
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await page.goto(`/csto/members?on=1998-01-01&lang=${lang}`);
      await awake(page);
      for (const on of days) {
        await plain.goto(`/csto/members?on=${on}&lang=${lang}`);
        const expected = await textOf(plain);
        expect(expected.length).toBeGreaterThan(6);
        await page.locator("#on").fill(on);
        await page.locator(".day-form button").click();
        await expect(page).toHaveURL(new RegExp(`on=${on}`));
        expect(await textOf(page), on).toEqual(expected);
      }
      await context.close();
    });
  }

  test("form and links lead to other days, and a status to its why", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/csto/members?on=1999-04-20");
    await expect(page.locator(".slider")).toBeHidden();
    await page.getByRole("link", { name: /^Next change/ }).click();
    await expect(heading(page)).toHaveText("Members on 21 April 1999");
    await page.locator("#on").fill("2012-12-19");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(heading(page)).toHaveText("Members on 19 December 2012");
    await page.locator('td[data-why="membership/UZB"] a').click();
    await expect(heading(page)).toHaveText("Why: Uzbekistan");
    await context.close();
  });
});

test("a lens is kept from day to day and said aloud", async ({ page }) => {
  await page.goto("/csto/members?on=1993-06-01&according-to=backgrounder");
  await expect(page.locator("main > * .lens-line").first()).toContainText("Backgrounder");
  await expect(page.locator('td[data-why="membership/AZE"]')).toContainText("uncertain");
  await expect(page.locator('td[data-why="membership/AZE"]')).toContainText("none or signatory");
  await expect(page.getByRole("link", { name: /^Next/ })).toHaveAttribute(
    "href",
    /according-to=backgrounder/,
  );
});

test("every status on the page has its why, and the why answers", async ({ page, request }) => {
  await page.goto("/csto/members?on=2021-06-01");
  const links = page.locator("[data-why] a[href*='/why?']");
  const addresses = new Set(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")),
  );
  expect(addresses.size).toBeGreaterThan(15);
  for (const address of addresses) expect((await request.get(address)).status()).toBe(200);
});
