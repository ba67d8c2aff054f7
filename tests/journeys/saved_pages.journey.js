// The element on real pages that were saved, for whoever has such: a folder named in WHOSE_WORDS_PAGES, with NAME.html and beside it
// NAME.expected.html, the article that is to be found on it. Such pages are other people's, so none lies here.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { test as base, expect } from "@playwright/test";

import * as inPage from "./in_page.js";

const folder = process.env.WHOSE_WORDS_PAGES;
const names = folder && existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.]+\.html$/.test(name)).map((name) => name.slice(0, -5)) : [];

/** How often each word is in a text. */
function counted(text) {
  const words = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** How many of the words of one are in the other, and how many there are. */
function shared(one, other) {
  let both = 0;
  let all = 0;
  for (const [word, count] of one) {
    all += count;
    both += Math.min(count, other.get(word) ?? 0);
  }
  return { both, all };
}

base.skip(names.length === 0, "no folder of saved pages");

for (const name of names) {
  base(`${name}: its article is found and marked, and nothing else changes`, async ({ page, baseURL }) => {
    // Without its own scripts, so that whatever changes or is said is ours.
    const saved = readFileSync(join(folder, `${name}.html`), "utf8");
    const alone = saved.replace(/<script\b[\s\S]*?<\/script>/gi, "");
    const address = new URL(`saved/${name}.html`, baseURL).href;
    await page.route("**/*", (route) => {
      const asked = route.request().url();
      if (asked === address) return route.fulfill({ contentType: "text/html; charset=utf-8", body: alone });
      // Nothing of it is fetched.
      return asked.startsWith(`${baseURL}whose-words`) ? route.continue() : route.abort();
    });
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const words = [];
    page.on("console", (message) => words.push(message.text()));
    page.on("pageerror", (error) => words.push(String(error)));
    const told = await page.evaluate(async () => {
      const element = document.createElement("whose-words");
      element.setAttribute("for", "auto");
      document.body.append(element);
      window.changes = [];
      new MutationObserver((records) => window.changes.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`))).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const event = new Promise((tell) => {
        element.addEventListener("whose-words:report", () => tell("report"), { once: true });
        element.addEventListener("whose-words:error", ({ detail }) => tell(detail.code), { once: true });
      });
      await import("/whose-words.js");
      return event;
    });
    const expected = readFileSync(join(folder, `${name}.expected.html`), "utf8");
    const report = await page.evaluate(() => document.querySelector("whose-words").report);
    const painted = await page.evaluate(inPage.painted);
    const marks = Object.entries(painted).flatMap(([look, all]) => all.map((words) => [look, words]));
    expect(await page.evaluate(() => window.changes)).toEqual([]);
    expect(words.filter((word) => !word.includes("net::ERR"))).toEqual([]);
    if (told === "language") return expect(marks).toEqual([]);
    const text = await page.evaluate(() => document.querySelector("whose-words").text);
    const [paragraphs, all] = await page.evaluate((html) => {
      const inert = new DOMParser().parseFromString(html, "text/html");
      const texts = (selector) => [...inert.querySelectorAll(selector)].map((block) => block.textContent).join("\n");
      return [texts("p"), texts("body")];
    }, expected);
    const found = counted(text);
    const read = shared(counted(paragraphs), found);
    const elsewhere = shared(found, counted(all));
    console.log(`${name}: ${read.both} of ${read.all} words read, ${elsewhere.all - elsewhere.both} of ${elsewhere.all} from elsewhere, ${report.attributions.length} attributions, ${marks.length} ranges`);
    expect(read.both / read.all).toBeGreaterThanOrEqual(0.95);
    expect((elsewhere.all - elsewhere.both) / elsewhere.all).toBeLessThan(0.05);
    // Each mark stands where its words are.
    const folded = (words) => words.replace(/\s+/gu, " ").trim();
    const whole = folded(text);
    for (const [look, words] of marks) expect(whole, look).toContain(folded(words));
  });
}
