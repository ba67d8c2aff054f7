// How Chromium is started: the system's own, saying nothing to anyone but the page's own server.

import { userInfo } from "node:os";

/** Options for Playwright's `launch`. `cargo xtask` says where Chromium is. */
export const launchOptions = {
  executablePath: process.env.WHOSE_WORDS_CHROMIUM ?? "/usr/bin/chromium",
  // As root, which is how machines without people run it, Chromium has no sandbox to start.
  chromiumSandbox: userInfo().uid !== 0,
  args: [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
  ],
};

/** Where the site is served, ending with a slash. */
export const siteAddress = process.env.WHOSE_WORDS_SITE ?? "http://127.0.0.1:8080/";
