// Puts the element several times on a page with an article of a thousand words, with its files near at hand, and prints as JSON
// how many milliseconds later its marks stood there and how long the longest task of the page was: as this machine is, and
// with its processor slowed down fourfold.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions, siteAddress } from "./chromium.js";

const VISITS = 7;
const ADDRESS = `${siteAddress}examples/auto.html`;

// As at somebody's home: what was fetched and compiled is kept from visit to visit.
const home = mkdtempSync(join(tmpdir(), "whose-words-"));
const context = await chromium.launchPersistentContext(home, launchOptions);
try {
  // The browser keeps compiled code of what it has met more than once.
  for (let times = 0; times < 3; times += 1) await visit(1);
  const found = {};
  for (const [name, rate] of [["quick", 1], ["slow", 4]]) {
    found[name] = { marks: [], longest: [] };
    for (let number = 0; number < VISITS; number += 1) {
      const { marks, longest } = await visit(rate);
      found[name].marks.push(marks);
      found[name].longest.push(longest);
    }
  }
  console.log(JSON.stringify(found));
} finally {
  await context.close();
  rmSync(home, { recursive: true });
}

async function visit(rate) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  // From here the article comes as text: a page that Playwright changes on its way makes the browser forget what it keeps.
  await page.goto(`${siteAddress}integrity.json`, { waitUntil: "load" });
  const measured = await page.evaluate(async ([script, address]) => {
    const bare = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const ours of bare.querySelectorAll("script, whose-words")) ours.remove();
    document.replaceChild(bare.documentElement, document.documentElement);
    const story = document.querySelector("article");
    const paragraphs = [...story.querySelectorAll(":scope > p")].slice(2);
    for (let times = 0; times < 3; times += 1) story.append(...paragraphs.map((paragraph) => paragraph.cloneNode(true)));
    const drawn = () => new Promise((told) => requestAnimationFrame(() => setTimeout(told)));
    await drawn();
    let longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ entryTypes: ["longtask"] });
    const element = document.createElement("whose-words");
    element.setAttribute("for", "auto");
    const read = new Promise((told) => element.addEventListener("whose-words:report", told, { once: true }));
    const begun = performance.now();
    document.body.append(element, Object.assign(document.createElement("script"), { type: "module", src: script }));
    await read;
    await drawn();
    const marks = performance.now() - begun;
    // Tasks are told of after they are over.
    await drawn();
    return { marks, longest };
  }, [`${siteAddress}whose-words.js`, ADDRESS]);
  await page.close();
  return measured;
}
