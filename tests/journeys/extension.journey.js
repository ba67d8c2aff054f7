// The browser extension, unpacked as `cargo xtask extension` leaves it, in a Chromium that has it: on a page of somebody else’s
// whose policy forbids whatever it can.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { test as base, chromium, expect as expectSoon } from "@playwright/test";

import * as inPage from "./in_page.js";
import { launchOptions } from "./chromium.js";

// A browser of its own for each journey, and programs that come as JavaScript: on a busy machine that takes a while.
const expect = expectSoon.configure({ timeout: 30_000 });

const folder = join(process.env.WHOSE_WORDS_EXTENSION ?? "target/extension", "chromium");
const courier = "https://courier.example/ferry.html";
const article = readFileSync(new URL("../../examples/auto.html", import.meta.url), "utf8")
  .replace(/<(script|whose-words|link).*>/g, "")
  // Room beside the text, on pages whose policy forbids every style.
  .replace("<body", '<body marginwidth="390"');
const POLICY = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin";

const test = base.extend({
  /** A browser with the extension, and a page in it. */
  context: async ({ viewport, locale }, use) => {
    const args = [...launchOptions.args, "--headless=new", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`, "--enable-unsafe-extension-debugging"];
    // Playwright's own way to be headless is a browser without extensions.
    const context = await chromium.launchPersistentContext("", { ...launchOptions, args, headless: false, viewport, locale });
    await use(context);
    await context.close();
  },
  worker: async ({ context }, use) => use(context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))),
  /** Shows a page, and presses the extension's button on it. */
  press: async ({ context, page, worker }, use) => {
    const browser = await context.browser().newBrowserCDPSession();
    await use(async () => {
      const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      await browser.send("Extensions.triggerAction", { id: new URL(worker.url()).host, targetId: tab.targetId });
    });
  },
  /** What the extension's button says. */
  said: async ({ worker }, use) =>
    use(() =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return `${await chrome.action.getBadgeText({ tabId: tab.id })}: ${await chrome.action.getTitle({ tabId: tab.id })}`;
      }),
    ),
  /** Runs a function where the extension's own scripts run on the page, with the tree that its widget is in. */
  inside: async ({ worker }, use) =>
    use((look) =>
      worker.evaluate(async (look) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const looks = {
          panel: () => chrome.dom.openOrClosedShadowRoot(document.documentElement.lastElementChild)?.querySelector(".whose-words")?.innerText ?? "",
          card: () => chrome.dom.openOrClosedShadowRoot(document.documentElement.lastElementChild)?.querySelector(".card")?.innerText ?? "",
          fold: () => chrome.dom.openOrClosedShadowRoot(document.documentElement.lastElementChild).querySelector(".turn").click(),
          hasPanel: () => Boolean(chrome.dom.openOrClosedShadowRoot(document.documentElement.lastElementChild)?.querySelector(".layer.beside")),
          hasOpener: () => Boolean(chrome.dom.openOrClosedShadowRoot(document.documentElement.lastElementChild)?.querySelector(".layer.opener")),
        };
        const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: looks[look] });
        return result;
      }, look),
    ),
});

/** A page of the courier's, with everything that it can notice written down. */
async function open(page, body = article) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route("https://courier.example/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", headers: { "content-security-policy": POLICY }, body }),
  );
  await page.goto(courier);
  await page.evaluate(() => {
    window.changes = [];
    window.heard = [];
    const named = (nodes) => [...nodes].map((node) => node.nodeName).join();
    const observer = new MutationObserver((records) =>
      window.changes.push(...records.map((record) => `${record.type} of ${record.target.nodeName}: +${named(record.addedNodes)} -${named(record.removedNodes)}`)),
    );
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    for (const name of ["ready", "report", "select", "error"]) window.addEventListener(`whose-words:${name}`, ({ type }) => window.heard.push(type));
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.heard.push(`${violatedDirective} ${blockedURI}`));
  });
  return asked;
}

/** What of the extension a page could find. */
const traces = (page) =>
  page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
    stored: localStorage.length,
    measured: performance.getEntries().filter(({ entryType, name }) => ["mark", "measure"].includes(entryType) || name.startsWith("chrome-extension")).length,
    heard: window.heard,
  }));

const highlighted = async (page, kind) => {
  const looks = Object.entries(await page.evaluate(inPage.painted));
  return looks.filter(([look]) => look.includes(kind)).flatMap(([, words]) => words);
};

test("on the strictest page marks stand where their words are, and off again they leave nothing", async ({ page, press, said, inside }) => {
  const asked = await open(page);
  const before = await page.content();
  const requests = asked.length;
  await press();
  await expect.poll(() => highlighted(page, "content")).toContain("“We are carrying eleven people and a dog,”");
  expect(await highlighted(page, "marker")).toContain("clearly");
  expect((await highlighted(page, "")).join(" ")).not.toMatch(/Read more|I sold my house/);
  await expect.poll(() => inside("panel")).toContain("Moira Tulloch");
  expect(await inside("panel")).not.toContain("Save as one file");
  await expect.poll(said).toBe("on: Whose Words? Take the marks off this page");
  expect(await page.evaluate(() => window.changes)).toEqual(["childList of HTML: +DIV -"]);
  expect(await page.evaluate(() => document.documentElement.lastElementChild.shadowRoot)).toBe(null);
  expect(await traces(page)).toEqual({ highlights: expect.any(Number), sheets: 1, stored: 0, measured: 0, heard: [] });

  await press();
  await expect.poll(() => highlighted(page, "")).toEqual([]);
  expect(await page.content()).toBe(before);
  expect(await page.evaluate(() => window.changes)).toEqual(["childList of HTML: +DIV -", "childList of HTML: + -DIV"]);
  expect(await traces(page)).toEqual({ highlights: 0, sheets: 0, stored: 0, measured: 0, heard: [] });
  await expect.poll(said).toBe(": Whose Words? Mark this page");
  expect(asked.slice(requests).filter((address) => !address.startsWith("chrome-extension:"))).toEqual([]);
});

test("a mark answers to pressing, and what the reader folds stays folded on the next page", async ({ page, press, inside }) => {
  await open(page);
  await press();
  await expect.poll(() => highlighted(page, "content")).not.toEqual([]);
  const place = await page.evaluate(inPage.middleOf, "are carrying eleven");
  await page.mouse.click(place.x, place.y);
  await expect.poll(() => inside("card")).toContain("Moira Tulloch’s words");
  // Nothing of that was told to the page.
  expect((await traces(page)).heard).toEqual([]);

  await inside("fold");
  await expect.poll(() => inside("hasOpener")).toBe(true);
  await page.goto(courier);
  await press();
  await expect.poll(() => inside("hasOpener")).toBe(true);
  expect(await inside("hasPanel")).toBe(false);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("where there is nothing to mark the button says why", async ({ page, press, said }) => {
  await open(page, "<!doctype html><title>Nothing</title><p>Hello.");
  await press();
  await expect.poll(said).toContain("–: Whose Words? No article was found on this page.");
  const text = "Der Bericht, den die Ministerin am Montag vorstellte, nennt keine Namen, doch er war lang und die Abgeordneten lasen ihn in der Nacht. ".repeat(4);
  await page.evaluate((text) => document.body.append(Object.assign(document.createElement("p"), { textContent: text })), text);
  await expect.poll(said).toContain("–: Whose Words? This article does not look like English.");
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test("on the browser’s own pages, and on pages with marks of their own, the button says why not", async ({ page, press, said }) => {
  await page.goto("chrome://version/");
  await press();
  await expect.poll(said).toContain("The browser lets no extension onto this page.");
  await open(page, article.replace("</body>", "<whose-words></whose-words></body>"));
  await press();
  await expect.poll(said).toContain("by itself");
  expect(await page.evaluate(() => window.changes)).toEqual([]);
});
