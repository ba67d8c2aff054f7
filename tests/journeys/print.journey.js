// Somebody prints the article.

import { longText, paste } from "./texts.js";
import { expect, test } from "./visit.js";

/** How many pages a PDF has, by its own account. */
const pagesOf = (pdf) => Math.max(...[...pdf.toString("latin1").matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));

test("the article prints with letters, legend and ledger, without what is for the screen", async ({ page, visit }) => {
  await visit.open();
  await page.locator(".mark.attribution").first().click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".card")).toBeHidden();
  await expect(page.locator(".tools")).toBeHidden();
  await expect(page.locator(".steps")).toBeHidden();
  const letter = await page.locator(".letter").first().evaluate((one) => getComputedStyle(one, "::after").content);
  expect(letter).toMatch(/^"[A-Z?]/);
  const wave = await page.locator(".mark.commentary[id]").first().evaluate((one) => getComputedStyle(one, "::before").content);
  expect(wave).toBe('"~"');
  await expect(page.locator(".legend")).toBeVisible();
  await expect(page.locator(".legend")).toContainText("A letter stands behind a speaker’s words");
  await expect(page.locator(".entry").first()).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(2);
});

test("letters print even when they are switched off on the screen", async ({ page, visit }) => {
  await visit.open();
  await page.getByRole("switch", { name: "Letters" }).uncheck();
  await expect(page.locator(".letter").first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".letter").first()).toBeVisible();
});

test("a long article prints marked to its end", async ({ page, visit }) => {
  await visit.open();
  await paste(page, longText(60_000));
  await expect(page.getByRole("heading", { name: "Your text" })).toBeVisible();
  const paragraphs = await page.locator(".leaf p").count();
  expect(await page.locator(".leaf p:has(.mark)").count()).toBeLessThan(paragraphs);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".leaf p:has(.mark)")).toHaveCount(paragraphs);
});
