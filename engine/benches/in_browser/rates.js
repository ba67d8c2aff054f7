// Prints as JSON how many words a second the engine and its peers from npm read in Chromium, all of the same text.
//
//     node rates.js SITE TEXT BYTES
//
// SITE is the folder that is served, whose engine is measured, and the file TEXT is repeated until there are so many bytes.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";
import { build } from "esbuild";

import { launchOptions } from "../../../tests/journeys/chromium.js";

const [site, path, bytes] = process.argv.slice(2);
const article = readFileSync(path, "utf8");
const text = article.repeat(Math.ceil(Number(bytes) / Buffer.byteLength(article)));

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("readers.js", import.meta.url))],
  alias: { site: resolve(site) },
  loader: { ".wasm": "binary", ".weights": "binary" },
  bundle: true,
  write: false,
  // The glue asks where it lies only when it is to fetch the wasm, which is in the bundle.
  logOverride: { "empty-import-meta": "silent" },
});

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0].text });
  console.log(JSON.stringify(await page.evaluate((text) => globalThis.rates(text), text)));
} finally {
  await browser.close();
}
