// Somebody asks a mark why it is there.

import { ARTICLE, CHAIN, paste } from "./texts.js";
import { expect, test } from "./visit.js";

test.beforeEach(async ({ visit }) => visit.open());

test("the card of an attribution says who, by which cue, what, and why", async ({ page }) => {
  await page.locator(".mark.attribution").first().click();
  const card = page.getByRole("dialog");
  for (const term of ["Speaker", "Source", "Cue", "Content"]) {
    await expect(card.locator("dt", { hasText: term })).toBeVisible();
  }
  await expect(card.getByRole("heading", { name: "Why is this marked?" })).toBeVisible();
  await expect(card.locator(".rule-lead").first()).not.toBeEmpty();
});

test("the card of commentary names its strength and the words that show it", async ({ page }) => {
  await page.locator(".mark.commentary").first().click();
  const card = page.getByRole("dialog");
  await expect(card).toContainText("The author comments");
  await expect(card).toContainText("of 3)");
  const word = await page.locator(".mark.commentary").first().locator(".marker").first().textContent();
  await expect(card.locator(".markers")).toContainText(word);
});

test("pointing opens the card, which can be gone over to and goes when it is left", async ({ page }) => {
  const mark = page.locator(".mark.attribution").first();
  const card = page.getByRole("dialog");
  await mark.hover();
  await expect(card).toBeVisible();
  await card.hover();
  await card.locator(".rule-lead").first().hover();
  await expect(card).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(card).toBeHidden();
});

test("a card opened by pointing is dismissed by Escape without moving the pointer", async ({ page }) => {
  await page.locator(".mark.attribution").first().hover();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a card that was chosen stays while the pointer goes elsewhere", async ({ page }) => {
  await page.locator(".mark.commentary").first().click();
  const title = await page.locator(".card h2").textContent();
  await page.mouse.move(2, 2);
  await page.locator(".mark.attribution").last().hover();
  await page.locator("h1").hover();
  await expect(page.locator(".card h2")).toHaveText(title);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the buttons in the card go from mark to mark", async ({ page }) => {
  await page.locator(".mark").first().click();
  await expect(page.locator(".card .figures")).toHaveText(/^1 of/);
  await page.locator(".card").getByRole("button", { name: "Next mark" }).click();
  await expect(page.locator(".card .figures")).toHaveText(/^2 of/);
  await page.locator(".card").getByRole("button", { name: "Previous mark" }).click();
  await expect(page.locator(".card .figures")).toHaveText(/^1 of/);
});

test("more about a rule is fetched only when asked for", async ({ page, visit }) => {
  await page.locator(".mark").first().click();
  const asked = () => visit.requests.filter((address) => address.endsWith("later/rules.json"));
  expect(asked()).toEqual([]);
  const more = page.getByRole("button", { name: "More about this rule" }).first();
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".rule-more").first()).toContainText(/\w+/);
  expect(asked().length).toBe(1);
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".rule-more")).toHaveCount(0);
});

test("the card stays inside the window", async ({ page }) => {
  for (const mark of [page.locator(".mark").first(), page.locator(".mark").last()]) {
    await mark.scrollIntoViewIfNeeded();
    await mark.click();
    await expect(page.getByRole("dialog")).toBeInViewport({ ratio: 0.95 });
    await page.keyboard.press("Escape");
  }
});

test("what somebody reports of others is shown with whom it came through, and marked only once", async ({ page }) => {
  await paste(page, CHAIN);
  await expect(page.locator(".mark.attribution")).toHaveCount(2);
  await page.locator(".mark.attribution", { hasText: "the dam was safe" }).click();
  const inside = page.getByRole("dialog").locator("dt", { hasText: "Inside it" }).locator("xpath=..");
  await expect(inside).toContainText("Harbour Times ← officials: ");
  await expect(inside).toContainText("the dam was safe");
  await expect(page.locator(".entry")).toContainText(["Dana Whitfield", "Harbour Times"]);
  await expect(page.locator(".entry")).toHaveCount(2);
  await page.locator(".card").getByRole("button", { name: "Next mark" }).click();
  await expect(page.getByRole("dialog")).toContainText("Dana Whitfield’s words");
  await expect(inside).toHaveCount(0);
});

test("a reader tries other words for a clause, puts them into the text and takes that back", async ({ page, visit }) => {
  await paste(page, "The council met on Monday.\nIts compromise was sadly a hollow one.\nIt rained on Tuesday.");
  await page.locator(".mark.commentary").first().click();
  const before = await page.locator(".leaf p").allTextContents();
  const card = page.getByRole("dialog");
  await card.getByRole("button", { name: "Try other words" }).click();
  await expect(card.locator(".trial del").first()).toBeVisible();
  await expect(card.locator(".trial [role=status]")).toContainText("Marked, by “");
  expect(await visit.accessibilityProblems()).toEqual([]);
  const put = card.getByRole("button", { name: "Put this into the text" });
  await expect(put).toBeDisabled();
  const field = card.getByLabel("In other words");
  await field.fill("Its compromise was not to the mayor’s liking");
  await expect(card.locator(".trial [role=status]")).toHaveText("Not marked.");
  await put.click();
  await expect(page.locator(".leaf p").nth(1)).toContainText("not to the mayor’s liking");
  await expect(page.locator(".mark.commentary")).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".leaf p")).toHaveText(before);
});

test("what is typed into the card goes to the card alone", async ({ page }) => {
  await paste(page, ARTICLE);
  await page.locator(".mark.commentary").first().click();
  const card = page.getByRole("dialog");
  const title = await card.locator("h2").textContent();
  await card.getByRole("button", { name: "Try other words" }).click();
  const field = card.getByLabel("In other words");
  await field.fill("");
  await field.pressSequentially("np ?");
  await expect(field).toHaveValue("np ?");
  await expect(card.locator("h2")).toHaveText(title);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test("a reader asks what the rules are known to miss", async ({ page, visit }) => {
  await page.getByRole("button", { name: "How to use this page" }).click();
  await page.getByRole("button", { name: "What the rules are known to miss" }).click();
  const dialog = page.getByRole("dialog", { name: "What the rules are known to miss" });
  await expect(dialog.locator("dt", { hasText: "May, might, could" })).toBeVisible();
  expect(await dialog.locator("dd p").count()).toBeGreaterThan(20);
  await expect(dialog.getByRole("heading")).toBeFocused();
  expect(await visit.accessibilityProblems()).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
