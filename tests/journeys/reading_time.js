// Opens the page several times, each time as if for the first, and prints as JSON how many milliseconds the page
// took each time to read the sample article, as the page itself measures it (User Timing: "whose-words:read"), the warming up
// before it ("whose-words:warm") counted in.

import { chromium } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const VISITS = 11;

const browser = await chromium.launch(launchOptions);
try {
  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(siteAddress);
    const measured = await page.waitForFunction(() => performance.getEntriesByName("whose-words:read")[0]?.duration);
    const warming = await page.evaluate(() => performance.getEntriesByName("whose-words:warm")[0].duration);
    times.push((await measured.jsonValue()) + warming);
    await context.close();
  }
  console.log(JSON.stringify(times));
} finally {
  await browser.close();
}
