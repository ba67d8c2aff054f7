// Somebody doubts the marks and holds them against readings by hand.

import { expect, test } from "./visit.js";

const TITLE = "Hold the marks against readings by hand";

const file = (name, content) => ({ name, mimeType: "application/jsonl", buffer: Buffer.from(content) });

test.beforeEach(async ({ page, visit }) => {
  await visit.open();
  await page.getByRole("button", { name: "How to use this page" }).click();
  await page.getByRole("button", { name: TITLE }).click();
});

test("a file of readings gives a table of agreement", async ({ page, visit }) => {
  const dialog = page.getByRole("dialog", { name: TITLE });
  const text = "Dana Whitfield said the bridge would open in June.";
  const attributions = [{ source: [[0, 14]], cue: [[15, 19]], content: [[20, 49]] }];
  const record = JSON.stringify({ id: "1", text, attributions });
  await dialog.getByLabel("A file of readings").setInputFiles(file("by hand.jsonl", `${record}\n\n${record}\n`));
  await expect(dialog.getByRole("table")).toBeVisible();
  await expect(dialog.getByRole("caption")).toHaveText("by hand.jsonl");
  await expect(dialog.getByRole("row").filter({ hasText: "content" }).first()).toContainText("F1 1.000");
  expect(await visit.accessibilityProblems()).toEqual([]);
  expect(visit.requests.filter((address) => address.endsWith(".weights")).length).toBeLessThanOrEqual(2);
});

for (const [what, content, sentence] of [
  ["an empty file", " \n", "There is no reading in this file."],
  ["something else", '{"id":"1","text":"It rained.","label":"OBJ"}\nnothing', "Line 2 is no reading by hand"],
]) {
  test(`${what} is said to be none`, async ({ page }) => {
    const dialog = page.getByRole("dialog", { name: TITLE });
    await dialog.getByLabel("A file of readings").setInputFiles(file("x.jsonl", content));
    await expect(dialog.getByRole("status")).toContainText(sentence);
    await expect(dialog.getByRole("table")).toHaveCount(0);
  });
}

test("where what measures cannot be fetched, the dialog says so", async ({ page, visit }) => {
  await page.route("**/later/whose-words-measure*", (route) => route.abort("internetdisconnected"));
  const dialog = page.getByRole("dialog", { name: TITLE });
  await dialog.getByLabel("A file of readings").setInputFiles(file("x.jsonl", '{"id":"1","text":"It rained.","label":"OBJ"}'));
  await expect(dialog.getByRole("status")).toContainText("could not be fetched");
  visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
});
