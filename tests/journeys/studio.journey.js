// A teacher makes a lesson: out of an article, with a key drafted by the engine or drawn by hand.

import { readFileSync } from "node:fs";

import { ARTICLE } from "./texts.js";
import { expect, test } from "./visit.js";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const rows = (page) => page.locator(".key-list > li");
const word = (page, text, nth = 0) => page.getByRole("option", { name: new RegExp(`^${text}(,|$)`) }).nth(nth);

/** Begins with an article, with or without a draft. */
async function begin(page, visit, text, drafts) {
  await visit.open("studio.html");
  await page.getByLabel("Paste or type an article").fill(text);
  await page.getByRole("checkbox", { name: /^Draft the key/ }).setChecked(drafts);
  await button(page, "Begin").click();
}

/** The lesson file, as it is saved. */
async function saved(page) {
  const coming = page.waitForEvent("download");
  await button(page, "Save the lesson file").click();
  const file = await coming;
  return { name: file.suggestedFilename(), lesson: JSON.parse(readFileSync(await file.path(), "utf8")) };
}

test("a key is drafted, corrected, tried and saved", async ({ page, visit }) => {
  await visit.open("studio.html");
  expect(await visit.accessibilityProblems()).toEqual([]);
  await begin(page, visit, ARTICLE, true);
  await expect(page.getByText(/^A draft of \d+ marks/)).toBeVisible();
  const drafted = await rows(page).count();
  expect(drafted).toBeGreaterThan(4);
  await expect(word(page, "Whitfield")).toHaveAccessibleName(/Source/);
  await page.getByLabel("Title").fill("The new bridge");
  await page.getByLabel("What learners are told first").fill("Who speaks?");
  await page.getByRole("checkbox", { name: /^Cue/ }).uncheck();
  await page.getByLabel("They see your key").selectOption("with the second");
  await page.getByLabel(/^What learners are told of “/).first().fill("Look who it is.");
  await page.getByRole("checkbox", { name: /may be marked or not$/ }).nth(1).check();
  await page.getByRole("button", { name: /^Take off “/ }).last().click();
  await expect(rows(page)).toHaveCount(drafted - 1);
  expect(await visit.accessibilityProblems()).toEqual([]);
  await button(page, "Try it as a learner").click();
  await expect(page.getByRole("heading", { name: "The new bridge" })).toBeVisible();
  await expect(button(page, "Cue")).toHaveCount(0);
  await button(page, "Compare with the key").click();
  await expect(page.getByText("The key is shown after 1 more comparison.")).toBeVisible();
  await button(page, "Back to the lesson").click();
  await expect(rows(page)).toHaveCount(drafted - 1);
  const { name, lesson } = await saved(page);
  expect(name).toBe("the-new-bridge.lesson.json");
  expect(lesson).toMatchObject({ format: "whose-words-lesson/1", title: "The new bridge", instructions: "Who speaks?", shown_after: 2, text: ARTICLE });
  expect(lesson.marks).toEqual(["source", "content", "commentary"]);
  expect(lesson.key[0].note).toBe("Look who it is.");
  expect(lesson.key.some(({ optional }) => optional)).toBe(true);
});

test("a key is drawn by hand, without the engine, and a lesson file is opened again", async ({ page, visit }) => {
  await begin(page, visit, "Ann Lee said it was late.", false);
  await expect(page.getByText("There is nothing in your key yet.")).toBeVisible();
  await expect(button(page, "Save the lesson file")).toBeDisabled();
  await word(page, "Ann").click();
  await word(page, "Lee").click();
  await page.getByLabel("The attribution that “Ann Lee” is a part of, by number").fill("1");
  const { lesson } = await saved(page);
  expect(lesson.key).toEqual([{ kind: "source", spans: [[0, 7]], attribution: 1 }]);
  expect(visit.requests.filter((address) => /weights|engine/.test(address))).toEqual([]);
  await button(page, "Another lesson").click();
  const file = { name: "mill.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...lesson, title: "The mill" })) };
  await page.getByLabel("Or open a lesson file").setInputFiles(file);
  await expect(page.getByLabel("Title")).toHaveValue("The mill");
  await expect(rows(page)).toHaveCount(1);
});

test("the article of the page that somebody comes from is there already", async ({ page, visit }) => {
  await visit.open();
  await page.getByRole("link", { name: "Make a lesson of an article" }).click();
  await expect(page.getByLabel("Paste or type an article")).toHaveValue(/^The recent acknowledgment of North Korean/);
  await page.reload();
  await expect(page.getByLabel("Paste or type an article")).toHaveValue("");
});

test("what cannot become a lesson is said, and what was typed stays", async ({ page, visit }) => {
  await begin(page, visit, " … ", true);
  await expect(page.getByRole("alert")).toHaveText("There are no words in the text.");
  await begin(page, visit, "word ".repeat(50_000), false);
  await expect(page.getByRole("alert")).toContainText("longer than a lesson can be");
  await expect(page.getByLabel("Paste or type an article")).toHaveValue(/word/);
  const file = { name: "mill.json", mimeType: "application/json", buffer: Buffer.from('{"format":"other"}') };
  await page.getByLabel("Or open a lesson file").setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText("This is no lesson");
});

test("a lesson that was not saved is there again", async ({ page, visit }) => {
  await begin(page, visit, "Ann Lee said it was late.", false);
  await page.getByLabel("Title").fill("Late");
  await page.reload();
  await button(page, "Go on with “Late”").click();
  await word(page, "Ann").click();
  await word(page, "Lee").click();
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await button(page, "Go on with “Late”").click();
  await expect(rows(page)).toHaveCount(1);
});

test("an article in another language begins with an empty key, and so does one where the engine cannot be had", async ({ page, visit, baseURL }) => {
  await begin(page, visit, "Der Bürgermeister sagte am Dienstag, dass die Brücke erst im Herbst fertig wird, und niemand war darüber froh.", true);
  await expect(page.getByText("This does not look like English")).toBeVisible();
  await expect(page.getByText("There is nothing in your key yet.")).toBeVisible();
  await page.route(`${baseURL}whose-words.weights`, (route) => route.abort());
  await begin(page, visit, ARTICLE, true);
  await expect(page.getByText("The key could not be drafted")).toBeVisible();
  await expect(page.getByText("There is nothing in your key yet.")).toBeVisible();
  visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
});

test("the answers of a class are held against the key", async ({ page, visit }) => {
  await begin(page, visit, "Ann Lee said it was late.", false);
  await word(page, "Ann").click();
  await word(page, "Lee").click();
  await button(page, "Cue").click();
  await word(page, "said").click();
  await word(page, "said").click();
  await page.getByText("Answers of a class").click();
  const answer = (name, marks, lesson = "") => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ format: "whose-words-answer/1", lesson, comparisons: 2, marks, agreement: { both: 0, key: 0, own: 0, kinds: [] } })),
  });
  await page.getByLabel("Files of answers").setInputFiles([
    answer("Ada.json", [{ kind: "source", span: [0, 7] }]),
    answer("Bo.json", [{ kind: "source", span: [0, 3] }, { kind: "content", span: [13, 24] }], "Another"),
    { name: "photo.json", mimeType: "application/json", buffer: Buffer.from("no") },
  ]);
  const table = page.locator(".answers tbody tr");
  await expect(table).toHaveText([
    /^Ada2 of 2 \+ 00 of 1 \+ 00 of 0 \+ 0.*2$/,
    /^Bo Its lesson is called “Another”\.1 of 2 \+ 0.*0 of 0 \+ 3/,
    /^photoThis is no answer to this lesson: /,
  ]);
  await expect(page.locator(".answers .key-list li")).toHaveText([/said.*0 of 2 have it, 0 a part/, /Ann Lee.*1 of 2 have it, 1 a part/]);
  expect(await visit.accessibilityProblems()).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("nothing of the studio sticks out", async ({ page, visit }) => {
    await begin(page, visit, ARTICLE, true);
    await expect(rows(page).first()).toBeVisible();
    await page.getByText("Answers of a class").click();
    await page.getByText("On your page").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
