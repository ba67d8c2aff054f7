// Somebody opens the page and looks around in the sample article.

import { readFileSync } from "node:fs";

import { LEDGER, paste } from "./texts.js";
import { expect, test } from "./visit.js";

const SAMPLE = readFileSync(new URL("../../src/page/sample.txt", import.meta.url), "utf8").trimEnd().split("\n");

test.beforeEach(async ({ visit }) => visit.open());

test("the first screen says what this is and that the text stays here", async ({ page }) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Whose Words?");
  await expect(page.getByText("Your text stays on this device.").first()).toBeInViewport();
  await expect(page.locator(".intro")).toBeInViewport();
});

test("the sample stands there word for word, with marks", async ({ page }) => {
  await expect(page.locator(".leaf p")).toHaveText(SAMPLE);
  await expect(page.locator(".mark.attribution").first()).toBeVisible();
  await expect(page.locator(".mark.commentary").first()).toBeVisible();
});

test("attributed, commentary and unmarked text differ without colour", async ({ page }) => {
  const line = (selector) =>
    page.locator(selector).first().evaluate((element) => getComputedStyle(element).textDecorationLine + " " + getComputedStyle(element).textDecorationStyle);
  expect(await line(".mark.attribution .content")).toBe("underline solid");
  expect(await line(".mark.commentary")).toBe("underline wavy");
  expect(await line(".leaf p")).toMatch(/^none/);
});

test("the bar and the ledger speak of the same voices", async ({ page }) => {
  const shares = page.locator(".parts li");
  const percents = (await shares.locator(".figures").allTextContents()).map((text) => Number.parseInt(text, 10) || 0);
  const sum = percents.reduce((all, one) => all + one, 0);
  expect(sum).toBeGreaterThan(100 - percents.length);
  expect(sum).toBeLessThan(100 + percents.length);
  await expect(page.locator(".entry").first()).toContainText("attribution");
});

test("a switch that is turned off takes its marks out of the text, and on brings them back", async ({ page }) => {
  for (const [name, selector] of [
    ["Somebody’s words", ".mark.attribution"],
    ["Commentary", ".mark.commentary"],
  ]) {
    const marks = page.locator(selector);
    const before = await marks.count();
    expect(before).toBeGreaterThan(0);
    const turned = page.getByRole("switch", { name });
    await turned.uncheck();
    await expect(marks).toHaveCount(0);
    await turned.check();
    await expect(marks).toHaveCount(before);
  }
  await expect(page.locator(".leaf p")).toHaveText(SAMPLE);
});

test("stance words in a source's mouth show below that source's line, until they are switched off", async ({ page }) => {
  const quoted = page.locator(".mark.attribution .content.marker");
  await expect(quoted.first()).toBeVisible();
  const line = await quoted.first().evaluate((element) => getComputedStyle(element).borderBlockEndStyle);
  expect(line).toBe("dotted");
  await page.getByRole("switch", { name: "Other stance words" }).uncheck();
  await expect(quoted).toHaveCount(0);
  await page.getByRole("switch", { name: "Other stance words" }).check();
  await expect(quoted.first()).toBeVisible();
});

test("letters can be switched off", async ({ page }) => {
  const letter = page.locator(".letter").first();
  await expect(letter).toBeVisible();
  await page.getByRole("switch", { name: "Letters" }).uncheck();
  await expect(letter).toBeHidden();
});

test("a family that is switched off stops tinting its words", async ({ page }) => {
  const markers = page.locator(".mark.commentary .marker");
  const before = await markers.count();
  await page.locator(".families summary").click();
  await page.locator(".families").getByRole("switch").first().uncheck();
  await expect.poll(() => markers.count()).toBeLessThan(before);
});

test("with everything switched off the text stands plain and says why", async ({ page }) => {
  for (const name of ["Somebody’s words", "Commentary", "Other stance words"]) {
    await page.getByRole("switch", { name }).uncheck();
  }
  await expect(page.locator(".mark")).toHaveCount(0);
  await expect(page.locator(".nothing")).toContainText("switched off in the legend");
  await expect(page.locator(".leaf p")).toHaveText(SAMPLE);
});

test("choosing a speaker leaves only their words, and all come back", async ({ page }) => {
  const marks = page.locator(".mark");
  const before = await marks.count();
  const speaker = page.locator(".entry .speaker").first();
  await speaker.click();
  await expect(speaker).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".mark.commentary")).toHaveCount(0);
  await expect.poll(() => marks.count()).toBeLessThan(before);
  await expect(page.locator(".mark").first()).toBeInViewport();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(marks).toHaveCount(before);
});

test("the panel keeps in step with the text", async ({ page }) => {
  await page.locator(".mark.attribution").first().click();
  const name = (await page.locator(".card h2").textContent()).replace(/^[A-Z]/, "").replace(/’s? words$/, "");
  await expect(page.locator(".entry.speaking")).toContainText(name);
  await expect(page.locator(".entry.speaking")).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".here-mark")).toBeVisible();
});

test("the ledger tells what a speaker is, how much they are heard, how, and by which cues", async ({ page }) => {
  await paste(page, LEDGER);
  const entry = page.locator(".entry");
  await expect(entry).toHaveCount(1);
  await expect(entry.locator(".badge")).toHaveText("A");
  for (const part of [
    "Dana Whitfield",
    "named person · Mayor",
    "2 attributions · 15 words",
    "1 quoted · 1 paraphrased",
    "claimed (distancing)",
  ]) {
    await expect(entry).toContainText(part);
  }
});

test("pressing the strip goes to that place in the article", async ({ page }) => {
  const strip = page.getByRole("slider");
  const box = await strip.boundingBox();
  await page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
  await expect(page.locator(".mark.current").first()).toBeInViewport();
  expect(Number(await strip.getAttribute("aria-valuenow"))).toBeGreaterThan(10);
});

test("a reader asks for strong commentary alone", async ({ page, visit }) => {
  await visit.open();
  const clauses = page.locator(".mark.commentary");
  const all = await clauses.count();
  await page.getByLabel("Commentary to show").selectOption("only strong");
  await expect.poll(() => clauses.count()).toBeLessThan(all);
  await clauses.first().click();
  await expect(page.getByRole("dialog")).toContainText("strong (3 of 3)");
  await page.getByLabel("Commentary to show").selectOption("all");
  await expect(clauses).toHaveCount(all);
});
