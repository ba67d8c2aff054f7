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
  const sign = (locator, where) =>
    locator.first().evaluate((one, where) => {
      const { content, position, insetInlineStart } = getComputedStyle(one, where);
      return { content, position, isOutside: Number.parseFloat(insetInlineStart) < 0 };
    }, where);
  expect((await sign(page.locator(".letter"), "::after")).content).toMatch(/^"[A-Z?]/);
  const inMargin = { position: "absolute", isOutside: true };
  expect(await sign(page.locator(".letter"), "::before")).toEqual({ ...inMargin, content: expect.stringMatching(/^"[A-Z?]"$/) });
  expect(await sign(page.locator(".mark.commentary[id]"), "::before")).toEqual({ ...inMargin, content: '"~"' });
  await expect(page.locator(".legend")).toBeVisible();
  await expect(page.locator(".legend")).toContainText("In the margin, a letter stands where a speaker’s words end");
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
