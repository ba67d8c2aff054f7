// Opens the page as a reader does for the first time and prints, as JSON, what that fetched: for each file its
// path, its bytes, and its bytes in brotli, which is what travels from a server that compresses.

import { brotliCompressSync, constants } from "node:zlib";

import { chromium } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage();
  const answers = [];
  page.on("response", (response) => answers.push(response));
  await page.goto(siteAddress);
  await page.locator('main:visible').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
  const files = await Promise.all(
    answers.map(async (answer) => {
      const body = await answer.body();
      return {
        path: new URL(answer.url()).pathname,
        status: answer.status(),
        bytes: body.length,
        brotli: inBrotli(body),
      };
    }),
  );
  console.log(JSON.stringify(files));
} finally {
  await browser.close();
}

function inBrotli(body) {
  const options = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params: options }).length;
}
