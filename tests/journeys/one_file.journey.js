// Somebody saves an article as one file, and opens that from a disk.

import { readFileSync, statSync } from "node:fs";

import { expect, test } from "./visit.js";

/** Saves what the element on the page reads, and gives where the file is. */
async function save(page, info) {
  await page.getByRole("button", { name: "Reading view" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as one file" }).click();
  const download = await coming;
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Opens a file in a page of its own, and keeps what it asks for and complains of. */
async function openFile(context, path) {
  const page = await context.newPage();
  const told = [];
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("console", (message) => told.push(message.text()));
  page.on("request", (request) => told.push(request.url()));
  const address = `file://${path}`;
  await page.goto(address);
  await expect.poll(() => report(page)).toBeTruthy();
  return { page, told: told.filter((line) => line !== address) };
}

const report = (page) => page.evaluate(() => document.querySelector("whose-words").report);

test("a saved article opens from a disk with its marks, asks nobody for anything, and says what the element said", async ({ page, context }, info) => {
  await page.goto("examples/wrapped.html");
  await expect.poll(() => report(page)).toBeTruthy();
  const path = await save(page, info);
  expect(path).toContain("A-lesson-with-an-article-in-it.html");
  expect(statSync(path).size).toBeLessThan(1_600_000);
  const saved = await openFile(context, path);
  expect(await report(saved.page)).toEqual(await report(page));
  expect(JSON.parse(await saved.page.locator("#report").textContent())).toEqual(await report(page));
  await expect(saved.page).toHaveTitle("A lesson with an article in it");
  const text = await saved.page.locator("article").innerText();
  expect(text).toContain("Harbour town to lose its last night ferry");
  for (const other of ["Lesson 3", "Read more", "Everybody on these pages"]) expect(text).not.toContain(other);
  expect(await saved.page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(5);
  // It is the whole element: with cards, and the longer text of rules.
  await saved.page.getByRole("button", { name: "Next mark" }).click();
  await saved.page.locator("whose-words .card").getByRole("button", { name: "More about this rule" }).click();
  await expect(saved.page.locator("whose-words .card .rule p")).not.toHaveCount(1);
  await saved.page.keyboard.press("Escape");
  // It has no folder to make another file from.
  await saved.page.getByRole("button", { name: "Reading view" }).click();
  await expect(saved.page.getByRole("button", { name: "Save as one file" })).toHaveCount(0);
  expect(saved.told).toEqual([]);
});

test("its policy lets nothing run but what is in it", async ({ page, context }, info) => {
  await page.goto("examples/wrapped.html");
  const path = await save(page, info);
  const html = readFileSync(path, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  expect(policy).toMatch(/^default-src 'none'; script-src ('sha256-[\w+/]{43}=' ){4}'wasm-unsafe-eval'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'$/);
  const { page: saved } = await openFile(context, path);
  const ran = await saved.evaluate(() => {
    const script = document.createElement("script");
    const refusals = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refusals.push(effectiveDirective));
    try {
      script.text = "window.ran = true";
    } catch {
      refusals.push("text");
    }
    document.body.append(script);
    return [window.ran, refusals[0]];
  });
  expect(ran).toEqual([undefined, "text"]);
});

test("without script the article of a saved file stands there to be read", async ({ page, browser }, info) => {
  await page.goto("examples/wrapped.html");
  const path = await save(page, info);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const saved = await context.newPage();
  await saved.goto(`file://${path}`);
  await expect(saved.getByText("We are carrying eleven people and a dog")).toBeVisible();
  await context.close();
});

test("whatever stands in a text and its title, it stands in the file as text", async ({ page, context }, info) => {
  const title = `</title><script>window.stolen = 1</script> & "what's" <!-- next`;
  const text = `</script></article><img src=x onerror="window.stolen = 2"> Tom Okafor said that this was <b>late</b>.\n<!-- Clearly, it may be &amp; was not. --><script>`;
  await page.goto(`embed.html#${new URLSearchParams({ title, text })}`);
  const path = await save(page, info);
  const { page: saved, told } = await openFile(context, path);
  await expect(saved).toHaveTitle(title.replace(/\s+/g, " "));
  await expect(saved.locator("article > *")).toHaveText([title, ...text.split("\n")]);
  expect(await report(saved)).toEqual(await report(page));
  expect(await saved.evaluate(() => window.stolen)).toBeUndefined();
  expect(told).toEqual([]);
});

for (const [what, prepare] of [
  ["a file of the widget is not there", (page) => page.route("**/embed.css", (route) => route.fulfill({ status: 404, body: "" }))],
  ["a file is of another edition", (page) => page.route("**/rules.json", (route) => route.fulfill({ body: "{}" }))],
  ["the browser makes no hashes, as on an open line", (page) => page.evaluate(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }))],
]) {
  test(`when ${what}, a sentence says that there is no file`, async ({ page, visit }) => {
    await page.goto("examples/wrapped.html");
    await page.getByRole("button", { name: "Reading view" }).click();
    await prepare(page);
    await page.getByRole("button", { name: "Save as one file" }).click();
    await expect(page.getByText("The file could not be made")).toBeVisible();
    // The browser itself writes into its console what it could not fetch, and what was not the file that it should be.
    visit.errors = visit.errors.filter((error) => !/^Failed to (load resource|find a valid digest)|integrity checks failed/.test(error));
  });
}
