// How journeys run: `cargo xtask test` builds and serves the site, and says where.

import { defineConfig } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const results = process.env.WHOSE_WORDS_RESULTS ?? "../../target/journeys";

export default defineConfig({
  testDir: ".",
  testMatch: "*.journey.js",
  outputDir: `${results}/pages`,
  reporter: [["list"], ["json", { outputFile: `${results}/results.json` }]],
  fullyParallel: true,
  // One that fails now and then is wrong; trying again would hide it.
  retries: 0,
  forbidOnly: true,
  workers: "100%",
  use: {
    baseURL: siteAddress,
    browserName: "chromium",
    launchOptions,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
