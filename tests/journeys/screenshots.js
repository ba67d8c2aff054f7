// Takes the pictures of the page that people look at, into the folder that is named: wide, phone, dark, and with a
// mark's card open.

import { join } from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const folder = process.argv[2];
const WIDE = { width: 1440, height: 900 };
// As high as the panel, so that the README shows all of it.
const TALL = { width: 1440, height: 1200 };
const PHONE = { width: 390, height: 844 };

const browser = await chromium.launch(launchOptions);
try {
  await take("wide", { viewport: WIDE });
  await take("dark", { viewport: WIDE, colorScheme: "dark" });
  await take("phone", { viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await take("card", { viewport: TALL }, openCard);
  await take("card-phone", { viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true }, openCard);
  await takeOnPage("on-a-page", "script-tag", { viewport: WIDE });
  await takeOnPage("on-a-page-dark", "auto", { viewport: WIDE });
  await takeOnPage("on-a-page-phone", "script-tag", { viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await takeLesson("lesson", { viewport: { width: 1200, height: 1180 } });
  await takeLesson("lesson-phone", { viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
} finally {
  await browser.close();
}

async function take(name, options, prepare = async () => {}) {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(siteAddress);
  await page.locator("main:visible").first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  await prepare(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
  await context.close();
}

/** The element on a page of the made-up newspaper, with the card of a quotation open. */
async function takeOnPage(name, example, options) {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(`${siteAddress}examples/${example}.html`);
  await page.waitForFunction(() => document.querySelector("whose-words").report);
  const box = await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll("p")].find((paragraph) => paragraph.textContent.startsWith("“We are carrying"));
    paragraph.scrollIntoView({ block: "nearest" });
    const { x, y } = paragraph.getBoundingClientRect();
    return { x: x + 60, y: y + 14 };
  });
  await page.mouse.click(box.x, box.y);
  await page.locator(".card").waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
  await context.close();
}

/** Opens the card of the first attribution: below it there is room for all of the card. */
async function openCard(page) {
  await page.locator(".mark.attribution").first().click();
  await page.locator(".card").waitFor();
}

/** A lesson in which somebody has marked a little and compared. */
async function takeLesson(name, options) {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(`${siteAddress}examples/lesson.html`);
  const word = (text) => page.getByRole("option", { name: new RegExp(`^${text}(,|$)`) }).first();
  for (const [pen, from, to] of [
    ["Content", "night", "November"],
    ["Source", "county", "county"],
    ["Cue", "said", "said"],
    ["Content", "We", "dog"],
    ["Source", "Moira", "Tulloch"],
    ["Content", "could", "time"],
  ]) {
    await page.getByRole("button", { name: pen, exact: true }).click();
    await word(from).click();
    await word(to).click();
  }
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await page.locator(".comparison").waitFor();
  await page.evaluate(() => document.querySelector("whose-words").scrollIntoView());
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
  await context.close();
}
