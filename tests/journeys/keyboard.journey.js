// Somebody uses the page without a pointer, or with a voice that reads it out.

import { ARTICLE, copy } from "./texts.js";
import { expect, test } from "./visit.js";

test.beforeEach(async ({ visit }) => visit.open());

/** Presses Tab until `locator` has the focus. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluateAll((all) => all.includes(document.activeElement))) return;
  }
  throw new Error("the focus never came there");
}

test("everything is reached by keys: text, card, panel, and back", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the article" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator(".mark"));
  const card = page.getByRole("dialog");
  await expect(card).toBeVisible();

  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#mark-1")).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.locator(".mark.current").first()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator("#mark-0")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(card).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(card.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(page.locator("#mark-0")).toBeFocused();

  await tabTo(page, page.getByRole("slider"));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("slider")).toBeFocused();
  await tabTo(page, page.locator(".entry .speaker"));
  await page.keyboard.press("Space");
  await expect(page.locator(".mark.commentary")).toHaveCount(0);
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("switch", { name: "Commentary" }));
  await page.keyboard.press("Space");
  await expect(page.locator(".mark.commentary")).toHaveCount(0);
});

test("the article is one stop of the tab key, however many marks it has", async ({ page }) => {
  await expect(page.locator('.mark[tabindex="0"]')).toHaveCount(1);
});

test("N and P go from mark to mark and round, until they are switched off", async ({ page }) => {
  await page.keyboard.press("n");
  await expect(page.locator("#mark-0")).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.locator("#mark-1")).toBeFocused();
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await expect(page.locator(".steps .figures")).toHaveText(/^(\d+) of \1$/);
  await page.keyboard.press("?");
  await page.getByRole("switch", { name: /Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  const place = await page.locator(".steps .figures").textContent();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "How to use this page" })).toBeHidden();
  await expect(page.locator(".steps .figures")).toHaveText(place);
});

test("keys and paste work from a switch as from anywhere else", async ({ page }) => {
  await page.getByRole("switch", { name: "Letters" }).focus();
  await page.keyboard.press("n");
  await expect(page.locator("#mark-0")).toBeFocused();
  await copy(page, ARTICLE);
  await page.getByRole("switch", { name: "Letters" }).focus();
  await page.keyboard.press("Control+V");
  await expect(page.locator(".leaf p")).toHaveCount(4);
});

test("where the focus is can be seen, and is not under anything", async ({ page }) => {
  for (let steps = 0; steps < 8; steps += 1) {
    await page.keyboard.press("n");
    const mark = page.locator(".mark:focus");
    await expect(mark).toBeInViewport();
    expect(await mark.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
    const uncovered = await mark.evaluate((element) => {
      const line = element.getClientRects()[0];
      const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
      return element === top || element.contains(top);
    });
    expect(uncovered).toBe(true);
  }
});

test("coming to a mark is announced", async ({ page }) => {
  await page.getByRole("button", { name: "Next mark" }).first().click();
  await expect(page.locator("#announcer")).toHaveText(/^Mark 1 of \d+: \S+/);
});

test("starts and ends of marks are spoken only when asked for", async ({ page }) => {
  const mark = page.locator(".mark.attribution").first();
  await expect(mark).not.toContainText("(end)");
  await page.keyboard.press("?");
  await page.getByRole("switch", { name: /screen reader/ }).check();
  await page.keyboard.press("Escape");
  await expect(mark).toContainText(/words, \w+.*: /);
  await expect(mark).toContainText("(end)");
});

test("what was set is there again at the next visit", async ({ page, visit }) => {
  await page.getByLabel("Colours").selectOption("dark");
  await page.keyboard.press("?");
  await page.getByRole("switch", { name: /screen reader/ }).check();
  await page.keyboard.press("Escape");
  await visit.open();
  await expect(page.getByLabel("Colours")).toHaveValue("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator(".mark.attribution").first()).toContainText("(end)");
});
