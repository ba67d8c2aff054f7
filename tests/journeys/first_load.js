// Opens the page, or one of other people that is named, as a reader does for the first time and prints, as JSON, what that fetched: for each file its
// path, its bytes, and its bytes in brotli, which is what travels from a server that compresses; of wasm also what its
// code and its data are alone.

import { brotliCompressSync, constants } from "node:zlib";

import { chromium } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage();
  const answers = [];
  page.on("response", (response) => answers.push(response));
  const host = process.argv[2];
  if (host) {
    await page.goto(siteAddress + host);
    await page.waitForFunction(() => document.querySelector("whose-words").text);
  } else {
    await page.goto(siteAddress);
    await page.locator('main:visible').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  }
  await page.waitForLoadState("networkidle");
  const own = (answer) => !host || new URL(answer.url()).pathname.includes("/whose-words");
  const files = await Promise.all(
    answers.filter(own).map(async (answer) => {
      const body = await answer.body();
      const path = new URL(answer.url()).pathname;
      return {
        path,
        status: answer.status(),
        bytes: body.length,
        brotli: inBrotli(body),
        parts: path.endsWith(".wasm") ? parts(body) : [],
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

// The sections of a module that are worth knowing apart. A section is its kind in one byte, its size as a number of
// seven bits a byte, and as many bytes (WebAssembly Core Specification, 5.5.2); eight bytes stand before the first.
function parts(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const kind = module[at];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      at += 1;
      size |= (module[at] & 0x7f) << shift;
      if (module[at] < 0x80) break;
    }
    at += 1;
    const path = { 10: "  of it code", 11: "  of it data" }[kind];
    const content = module.subarray(at, at + size);
    if (path) found.push({ path, bytes: size, brotli: inBrotli(content) });
    at += size;
  }
  return found;
}
