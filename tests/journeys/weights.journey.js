// Somebody opens the page on a slow line, or on one that breaks: what finds the marks, the engine and its weights, is late
// or does not come. The article is there to be read all the same.

import { readFileSync } from "node:fs";

import { ARTICLE, paste } from "./texts.js";
import { expect, test } from "./visit.js";

const SAMPLE = readFileSync(new URL("../../src/page/sample.txt", import.meta.url), "utf8").trimEnd().split("\n");
const WEIGHTS = "**/whose-words.weights";
const ENGINE = "**/whose-words-engine_bg.wasm";

const paragraphs = (page) => page.locator(".leaf p");
const marks = (page) => page.locator(".mark.attribution");
const line = (page) => page.locator(".awaiting [role=status]");

/** Lets the weights wait until the function that is returned is called. */
async function holdBack(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(WEIGHTS, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("until the weights are there the article stands unmarked, and then gets its marks where it stands", async ({ page, visit }) => {
  const release = await holdBack(page);
  await page.goto("");
  await expect(paragraphs(page)).toHaveText(SAMPLE);
  await expect(page.locator(".mark")).toHaveCount(0);
  await expect(line(page)).toHaveText("Loading what finds the marks … 0 %");
  await expect(page.getByText("Nothing is marked")).toHaveCount(0);
  expect(await visit.accessibilityProblems()).toEqual([]);
  const first = await paragraphs(page).first().elementHandle();
  const place = await first.boundingBox();
  release();
  await visit.read();
  await expect(marks(page).first()).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  await expect(paragraphs(page)).toHaveText(SAMPLE);
  await expect(page.locator(".notice")).toHaveCount(0);
  expect((await first.boundingBox()).y, "the text stays where the eye is").toBe(place.y);
});

test("a text pasted while the weights are on their way stands there, is read then, and can be undone", async ({ page, visit }) => {
  const release = await holdBack(page);
  await page.goto("");
  await expect(paragraphs(page)).toHaveText(SAMPLE);
  await paste(page, ARTICLE);
  await expect(paragraphs(page)).toHaveText(ARTICLE.split("\n"));
  await expect(page.locator(".mark")).toHaveCount(0);
  await page.getByRole("button", { name: "Use your own text" }).click();
  const field = page.getByLabel("Paste or type an article");
  await field.fill("Half an article");
  release();
  await expect(marks(page).first()).toBeVisible();
  await expect(field).toHaveValue("Half an article");
  await page.keyboard.press("Escape");
  await page.locator(".tools").getByRole("button", { name: "Undo" }).click();
  await expect(paragraphs(page)).toHaveText(SAMPLE);
  await visit.read();
  await expect(marks(page).first()).toBeVisible();
  expect(visit.requests.filter((address) => address.endsWith(".weights"))).toHaveLength(1);
});

/** The weights with one bit turned, as long as they are. */
function damaged(weights) {
  const bytes = Buffer.from(weights);
  bytes[bytes.length - 9] ^= 1;
  return bytes;
}

for (const [what, sentence, answer] of [
  ["are not there", "is not beside this page", (route) => route.fulfill({ status: 404, body: "" })],
  ["cannot be reached", "could not be fetched", (route) => route.abort("internetdisconnected")],
  ["come only in part", "came only in part", (route, weights) => route.fulfill({ body: weights.subarray(0, 1000) })],
  ["come damaged", "in another edition than this page needs, or damaged", (route, weights) => route.fulfill({ body: damaged(weights) })],
  ["are longer than they should be", "in another edition", (route, weights) => route.fulfill({ body: Buffer.concat([weights, weights]) })],
]) {
  test(`when the weights ${what}, a sentence says so, the text stands, and trying again brings the marks`, async ({ page, visit, request, baseURL }) => {
    const weights = await (await request.get(`${baseURL}whose-words.weights`)).body();
    await page.route(WEIGHTS, (route) => answer(route, weights));
    await page.goto("");
    await expect(line(page)).toContainText(sentence);
    await expect(paragraphs(page)).toHaveText(SAMPLE);
    await paste(page, ARTICLE);
    await expect(paragraphs(page)).toHaveText(ARTICLE.split("\n"));
    await expect(line(page)).toContainText(sentence);
    expect(await visit.accessibilityProblems()).toEqual([]);
    await page.unroute(WEIGHTS);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("#article")).toBeFocused();
    await expect(marks(page).first()).toBeVisible();
    await expect(paragraphs(page)).toHaveText(ARTICLE.split("\n"));
    // The browser itself writes into its console what it could not fetch.
    visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
  });
}

for (const [what, answer] of [
  ["is not there", (route) => route.fulfill({ status: 404, body: "" })],
  ["cannot be reached", (route) => route.abort("internetdisconnected")],
  ["comes damaged", (route) => route.fulfill({ contentType: "application/wasm", body: "no module" })],
]) {
  test(`when the engine ${what}, a sentence says so, the text stands, and trying again brings the marks`, async ({ page, visit }) => {
    await page.route(ENGINE, answer);
    await page.goto("");
    await expect(line(page)).toContainText("could not be fetched");
    await expect(paragraphs(page)).toHaveText(SAMPLE);
    await page.unroute(ENGINE);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(marks(page).first()).toBeVisible();
    visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
  });
}

test("an old file that the browser kept is asked for anew", async ({ page, visit, request, baseURL }) => {
  const weights = await (await request.get(`${baseURL}whose-words.weights`)).body();
  await page.route(WEIGHTS, (route) => route.fulfill({ body: damaged(weights) }), { times: 1 });
  await visit.open();
  await expect(marks(page).first()).toBeVisible();
});

test("where the browser has no SHA-256 for scripts, the marks come all the same", async ({ page, visit }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  await visit.open();
  await expect(marks(page).first()).toBeVisible();
});

test("the engine and its weights are asked for once, before the program is there, and unpacked within a task's time", async ({ page, visit }) => {
  await visit.open();
  await page.waitForLoadState("networkidle");
  const asked = visit.requests.map((address) => address.split("/").at(-1));
  for (const name of ["whose-words-widget_bg.wasm", "whose-words-engine_bg.wasm", "whose-words.weights"]) {
    expect(asked.filter((other) => other === name)).toHaveLength(1);
    const begun = await page.evaluate((name) => performance.getEntriesByType("resource").find((entry) => entry.name.endsWith(name)).initiatorType, name);
    expect(begun, name).toBe("link");
  }
  const unpacking = await page.evaluate(() => performance.getEntriesByName("whose-words:unpacked").map(({ duration }) => duration));
  expect(unpacking).toHaveLength(1);
  expect(unpacking[0]).toBeLessThan(50);
});
