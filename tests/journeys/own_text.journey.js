// Somebody brings a text of their own.

import { ARTICLE, GERMAN, RUSSIAN, UNPAIRED, drop, longText, paste, pasteWithoutClipboard } from "./texts.js";
import { expect, test } from "./visit.js";

test.beforeEach(async ({ visit }) => visit.open());

const paragraphs = (page) => page.locator(".leaf p");

test("pasting anywhere shows that text, and undo brings the sample back", async ({ page }) => {
  const sample = await paragraphs(page).allTextContents();
  await paste(page, ARTICLE);
  await expect(paragraphs(page)).toHaveText(ARTICLE.split("\n"));
  await expect(page.locator(".entry")).toContainText(["Dana Whitfield", "Tom Okafor"]);
  await expect(page.locator(".mark.commentary")).toContainText(["Clearly"]);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(paragraphs(page)).toHaveText(sample);
  await expect(page.locator(".notice")).toBeHidden();
});

test("a loaded word in somebody's mouth is theirs, not the author's", async ({ page }) => {
  await paste(page, ARTICLE);
  await page.locator(".mark.attribution", { hasText: "disastrous" }).click();
  await expect(page.getByRole("dialog")).toContainText("Loaded, in Tom Okafor’s words");
  await expect(page.locator(".mark.commentary", { hasText: "disastrous" })).toHaveCount(0);
});

test("control and Z bring back the text before", async ({ page }) => {
  await paste(page, ARTICLE);
  await expect(paragraphs(page)).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "Sample article" })).toBeVisible();
});

test("the dialog takes typed text, keeps it when there are no words in it, and gives the focus back", async ({ page }) => {
  const open = page.getByRole("button", { name: "Use your own text" });
  await open.click();
  const field = page.getByLabel("Paste or type an article");
  await expect(field).toBeFocused();
  await field.fill(" … ");
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("There are no words");
  await expect(field).toHaveValue(" … ");
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await open.click();
  await field.fill(ARTICLE);
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect(paragraphs(page)).toHaveCount(4);
});

test("a text file, a page and a Markdown file are read", async ({ page }) => {
  const files = [
    { name: "news.txt", mimeType: "text/plain", content: ARTICLE, title: "news.txt" },
    {
      name: "news.html",
      mimeType: "text/html",
      content: `<title>x</title><nav>Home</nav><article><h1>A bridge</h1><p>${ARTICLE.split("\n").join("</p><p>")}</p></article>`,
      title: "A bridge",
    },
    { name: "news.md", mimeType: "text/markdown", content: `# *Bridge*\n\n${ARTICLE.split("\n").join("\n\n")}`, title: "news.md" },
  ];
  for (const { name, mimeType, content, title } of files) {
    await page.getByRole("button", { name: "Use your own text" }).click();
    await page.getByLabel("Choose a file").setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    await expect(paragraphs(page).last()).toHaveText("The bridge is 300 metres long.");
    await expect(paragraphs(page).first()).not.toContainText(/[<*]/);
  }
});

test("a file and a text can be dropped on the page", async ({ page }) => {
  await drop(page, { file: { name: "dropped.txt", type: "text/plain", content: ARTICLE } });
  await expect(page.getByRole("heading", { name: "dropped.txt" })).toBeVisible();
  await drop(page, { text: "Whitfield said the bridge was late." });
  await expect(paragraphs(page)).toHaveText(["Whitfield said the bridge was late."]);
});

test("of several files dropped at once the first is read, and a sentence says so", async ({ page }) => {
  const named = (name, content) => ({ name, type: "text/plain", content });
  await drop(page, { files: [named("first.txt", ARTICLE), named("second.txt", GERMAN), named("third.txt", GERMAN)] });
  await expect(page.getByRole("heading", { name: "first.txt" })).toBeVisible();
  await expect(page.locator(".notice")).toContainText("first.txt is on the page now.");
  await expect(page.locator(".notice")).toContainText("the first of the 3 files");
  await drop(page, { files: [named("alone.txt", ARTICLE)] });
  await expect(page.locator(".notice")).toContainText("alone.txt is on the page now.");
  await expect(page.locator(".notice")).not.toContainText("files");
});

for (const [what, file, sentence] of [
  ["that holds no text", { name: "photo.jpg", type: "image/jpeg", content: "\u0000\u0001\u0002" }, "no text that can be read here"],
  ["that is empty", { name: "empty.txt", type: "text/plain", content: "" }, "no words in what came in"],
  ["of blanks and dashes", { name: "blank.md", type: "text/markdown", content: " \n—\n" }, "no words in what came in"],
  ["page without words", { name: "page.html", type: "text/html", content: "<script>x</script>" }, "no words in what came in"],
  ["longer than is read", { name: "long.txt", type: "text/plain", content: "a ", times: 6 * 1024 * 1024 }, "longer than 10 MB"],
]) {
  test(`a file ${what} costs nothing but a sentence`, async ({ page }) => {
    const before = await paragraphs(page).allTextContents();
    await page.locator(".mark.attribution").first().click();
    await drop(page, { file });
    await expect(page.locator(".notice")).toContainText(sentence);
    await expect(page.locator(".notice")).toContainText("page");
    await expect(paragraphs(page)).toHaveText(before);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
    await expect(page.locator(".notice")).toBeHidden();
  });
}

test("a text longer than is read is not taken in, and nothing is lost", async ({ page }) => {
  const before = await paragraphs(page).allTextContents();
  await pasteWithoutClipboard(page, "a ", 6 * 1024 * 1024);
  await expect(page.locator(".notice")).toContainText("longer than 10 MB");
  await expect(paragraphs(page)).toHaveText(before);
});

test("pasting nothing says so", async ({ page }) => {
  await pasteWithoutClipboard(page, "");
  await expect(page.locator(".notice")).toContainText("no words in what came in");
});

test("a file that is refused leaves the dialog with what was typed there", async ({ page }) => {
  await page.getByRole("button", { name: "Use your own text" }).click();
  const field = page.getByLabel("Paste or type an article");
  await field.fill("Half an article");
  const picker = page.getByLabel("choose a file");
  const file = (content) => ({ name: "news.txt", mimeType: "text/plain", buffer: Buffer.from(content) });
  await picker.setInputFiles(file("\u0000"));
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("no text that can be read here");
  await expect(field).toHaveValue("Half an article");
  await picker.setInputFiles(file(ARTICLE));
  await expect(paragraphs(page)).toHaveCount(4);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("quotation marks that never close cost no other mark, and no letter of the text", async ({ page }) => {
  await paste(page, UNPAIRED);
  await expect(paragraphs(page)).toHaveText(UNPAIRED.split("\n"));
  await expect(page.locator(".entry")).toContainText(["Dana Whitfield"]);
  await expect(page.locator(".mark.attribution").last()).toContainText("would open in June");
});

test("another text begins at its beginning, and takes the focus where that was lost", async ({ page }) => {
  await paste(page, longText(40_000));
  await expect(page.getByRole("heading", { name: "Your text" })).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.locator(".masthead h1")).not.toBeInViewport();
  await page.getByRole("button", { name: "Use your own text" }).click();
  await page.getByLabel("Paste or type an article").fill(ARTICLE);
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect(paragraphs(page)).toHaveCount(4);
  await expect(page.locator(".masthead h1")).toBeInViewport();
  await expect(page.locator("#article")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("#mark-0")).toBeFocused();
});

test("leaving the dialog by Cancel gives the focus back", async ({ page }) => {
  const open = page.getByRole("button", { name: "Use your own text" });
  await open.click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(open).toBeFocused();
});

test("a browser that keeps nothing and has no clipboard reads all the same", async ({ page, visit }) => {
  await page.addInitScript(() => {
    const forbidden = { get: () => { throw new DOMException("forbidden", "SecurityError"); } };
    Object.defineProperty(window, "localStorage", forbidden);
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await visit.open();
  await page.getByLabel("Colours").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Use your own text" }).click();
  await page.getByLabel("Paste or type an article").fill(ARTICLE);
  await page.getByRole("button", { name: "Read this text" }).click();
  await expect(paragraphs(page)).toHaveCount(4);
});

test("a text in another language or script is shown, with a sentence about it", async ({ page }) => {
  await paste(page, GERMAN);
  await expect(page.locator(".notice")).toContainText("does not look like English");
  await expect(paragraphs(page).first()).toContainText("Bürgermeisterin");
  await expect(page.locator("article")).not.toHaveAttribute("lang", "en");
  await paste(page, RUSSIAN);
  await expect(page.locator(".notice")).toContainText("another script");
});

test("a text with nothing to mark says so", async ({ page }) => {
  await paste(page, "The bridge is 300 metres long.");
  await expect(page.locator(".nothing")).toContainText("Nothing is marked in this text");
});

test("the page can be cleared, says what to do then, and undone", async ({ page }) => {
  await page.getByRole("button", { name: "Use your own text" }).click();
  await page.getByRole("button", { name: "Clear the page" }).click();
  await expect(page.getByRole("heading", { name: "No article on the page" })).toBeVisible();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Sample article" })).toBeVisible();
});

test("the text goes nowhere", async ({ page, visit }) => {
  await page.waitForLoadState("networkidle");
  const before = visit.requests.length;
  await paste(page, ARTICLE);
  await expect(paragraphs(page)).toHaveCount(4);
  await page.waitForLoadState("networkidle");
  expect(visit.requests.slice(before)).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(kept).not.toContain("Whitfield");
});

test("an article is read with other names, and gets its own back", async ({ page, visit }) => {
  await visit.open();
  await paste(page, ARTICLE);
  await expect(page.locator(".leaf p")).toHaveText(ARTICLE.split("\n"));
  await page.getByRole("button", { name: "Read it with other names" }).click();
  await expect(page.locator(".notice")).toContainText(/ 0 of 3 attributions and 0 of \d clauses of commentary are marked otherwise/);
  await expect(page.locator(".leaf p").first()).not.toContainText("Whitfield");
  await expect(page.locator(".leaf p").nth(1)).not.toContainText("Okafor");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".leaf p")).toHaveText(ARTICLE.split("\n"));
  await paste(page, "The mayor said on Monday that the bridge would open in June.");
  await page.getByRole("button", { name: "Read it with other names" }).click();
  await expect(page.locator(".notice")).toContainText("Nobody is called by a first and a last name");
});
