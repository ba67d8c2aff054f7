// The bookmark that marks other pages: pressed on a page of another site, whose policy lets it in or does not.

import { readFileSync } from "node:fs";

import { test as base, expect } from "@playwright/test";

const courier = "https://courier.example/ferry.html";
const article = readFileSync(new URL("../../examples/auto.html", import.meta.url), "utf8")
  .replace(/<(script|whose-words|link).*>/g, "")
  // Room beside the text, on pages whose policy forbids every style.
  .replace("<body", '<body marginwidth="390"');

/** The bookmark in hand, on a page of another site with this policy. */
const test = base.extend({
  policy: "",
  press: async ({ page, policy }, use) => {
    await page.goto("examples/bookmarklet.html");
    const bookmark = page.getByRole("link", { name: "Whose Words?" });
    await expect(bookmark).toHaveAttribute("href", /^javascript:/);
    const address = await bookmark.getAttribute("href");
    const headers = policy ? { "content-security-policy": policy } : {};
    // Between the courier's server and one on this machine Chromium asks the reader; between two on the internet it does not.
    await page.context().grantPermissions(["local-network-access"], { origin: new URL(courier).origin });
    await page.route(courier, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: article }));
    await page.goto(courier);
    await use(() => page.evaluate((address) => void (window.location.href = address), address));
  },
});

const painted = (page) => page.evaluate(() => CSS.highlights.size);

test("pressed on another site’s article it marks that, and pressed again it takes the marks off", async ({ page, press, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const before = await page.content();
  await press();
  await expect(page.getByRole("complementary", { name: "Whose Words? on this article" })).toBeVisible();
  await expect.poll(() => painted(page)).toBeGreaterThan(3);
  expect(asked.filter((address) => /^http/.test(address) && !address.startsWith(baseURL))).toEqual([]);
  await press();
  await expect.poll(() => painted(page)).toBe(0);
  expect(await page.content()).toBe(before);
  await press();
  await expect.poll(() => painted(page)).toBeGreaterThan(3);
});

for (const [where, policy] of [
  ["runs bookmarks and lets no other site’s programs in", "script-src 'self' 'unsafe-inline'"],
  ["lets the program in and forbids WebAssembly", "script-src 'unsafe-inline' http:; connect-src http:"],
]) {
  test.describe(`where the page ${where}`, () => {
    test.use({ policy });

    test("a sentence says so, and nothing stays", async ({ page, press }) => {
      const said = page.waitForEvent("dialog");
      await press();
      const dialog = await said;
      expect(dialog.message()).toContain("Whose Words? cannot mark it");
      await dialog.dismiss();
      await expect(page.locator("whose-words")).toHaveCount(0);
    });
  });
}
