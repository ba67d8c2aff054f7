// Somebody works on a lesson: marks an article word by word, and holds the marks against the key.

import { readFileSync } from "node:fs";

import { expect, test } from "./visit.js";

const FERRY = "examples/lesson.html";

/** A lesson of two paragraphs, small enough to count in. */
const MILL = {
  format: "whose-words-lesson/1",
  title: "The mill",
  instructions: "Who says it?\nMark that first.",
  text: "Ann Lee, a baker, said “the mill was loud.” It is a shame.\nNobody else complained.",
  key: [
    { kind: "source", spans: [[0, 16]], attribution: 1 },
    { kind: "cue", spans: [[18, 22]], attribution: 1 },
    { kind: "content", spans: [[23, 43]], attribution: 1, note: "Her words, with their marks." },
    { kind: "commentary", spans: [[44, 57]], optional: true },
  ],
};

/** Opens a page with a lesson of our own on it. */
async function openLesson(page, visit, baseURL, lesson = MILL, attributes = "") {
  await page.route(`${baseURL}mill.lesson.json`, (route) =>
    typeof lesson === "string" ? route.fulfill({ body: lesson }) : lesson.status ? route.fulfill(lesson) : route.fulfill({ json: lesson }),
  );
  const element = `<whose-words mode="lesson" lesson="mill.lesson.json" ${attributes}><p>Without script.</p></whose-words>`;
  const body = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width" /><title>A lesson</title><script type="module" src="whose-words.js"></script><main><h1>A lesson</h1>${element}</main></html>`;
  await page.route(`${baseURL}class.html`, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.addInitScript(() => {
    window.told = [];
    for (const name of ["ready", "answer", "error"]) {
      addEventListener(`whose-words:${name}`, ({ detail }) => window.told.push({ name, detail }));
    }
  });
  await page.goto(`${baseURL}class.html`);
}

const word = (page, text, nth = 0) => page.getByRole("option", { name: new RegExp(`^${text}(,|$)`) }).nth(nth);
const pen = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page) => page.locator(".spoken[role=status]");
const told = (page, name) => page.evaluate((name) => window.told.filter((told) => told.name === name).map(({ detail }) => detail), name);

/** Marks from one word to another with a pen. */
async function mark(page, name, from, to = from) {
  await pen(page, name).click();
  await word(page, from).click();
  await word(page, to).click();
}

/** The table of the comparison, a list of its cells for each row. */
const table = (page) => page.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("marks are made with two presses, compared, and held against the key", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await expect(page.getByRole("heading", { name: "The mill" })).toBeVisible();
  await expect(page.getByText("Mark that first.")).toBeVisible();
  await expect(page.getByText("Without script.")).toBeHidden();
  await mark(page, "Source", "Ann", "Lee");
  await expect(said(page)).toHaveText("Source: “Ann Lee”.");
  await mark(page, "Cue", "said");
  await pen(page, "Content").click();
  await word(page, "the").click();
  await expect(page.locator(".pending")).toHaveText("From “the”. Now the last word.");
  await word(page, "loud").click();
  await expect(said(page)).toHaveText("Content: “the mill was loud.”.");
  await mark(page, "Content", "Nobody", "complained");
  expect(await visit.accessibilityProblems()).toEqual([]);
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await expect(page.getByRole("heading", { name: "You and the key" })).toBeFocused();
  expect(await table(page)).toEqual([
    ["Source", "2", "2", "0"],
    ["Cue", "1", "0", "0"],
    ["Content", "4", "0", "3"],
    ["Commentary", "0", "0", "0"],
    ["All", "7", "2", "3"],
  ]);
  await expect(page.getByText("“Nobody else complained”: you say content; the key has no mark there.")).toBeVisible();
  await expect(page.getByText("Her words, with their marks.")).toBeVisible();
  await expect(page.getByText("← Ann Lee, a baker")).toBeVisible();
  await expect(page.locator(".key-list .found")).toHaveText(["you have a part", "you have it", "you have it", "may be marked or not"]);
  expect(await visit.accessibilityProblems()).toEqual([]);
  const [answer] = await told(page, "answer");
  expect(answer.format).toBe("whose-words-answer/1");
  expect(answer.lesson).toBe("The mill");
  expect(answer.comparisons).toBe(1);
  expect(answer.marks[0]).toEqual({ kind: "source", span: [0, 7] });
  expect(answer.agreement).toMatchObject({ both: 7, key: 9, own: 10 });
  const text = await page.evaluate(() => document.querySelector("whose-words").text);
  expect(text).toBe(MILL.text);
});

test("the key is shown above the words, one's own marks below them, or both", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await mark(page, "Source", "Ann");
  const classes = (text) => word(page, text).getAttribute("class");
  expect(await classes("Ann")).toContain("own-source");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  expect(await classes("Ann")).toContain("key-source");
  expect(await classes("Ann")).toContain("own-source");
  await pen(page, "Yours, below the words").click();
  expect(await classes("Ann")).not.toContain("key-");
  await pen(page, "The key’s, above the words").click();
  expect(await classes("Ann")).not.toContain("own-");
  // Who goes on marking no longer sees it.
  await mark(page, "Cue", "said");
  expect(await classes("Ann")).not.toContain("key-");
  await expect(page.getByRole("heading", { name: "You and the key" })).toHaveCount(0);
});

test("everything is done by the keyboard alone", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await word(page, "Ann").focus();
  await page.keyboard.press("1");
  await expect(pen(page, "Source")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("From “Ann”. Now the last word.");
  await page.keyboard.press("ArrowRight");
  await expect(word(page, "Lee")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(word(page, "Lee")).toHaveAccessibleName("Lee, Source");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(word(page, "Nobody")).toBeFocused();
  await page.keyboard.press("End");
  await expect(word(page, "complained")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText("Let go.");
  await page.keyboard.press("Control+Home");
  await expect(word(page, "Ann")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(word(page, "Ann")).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("Control+z");
  await expect(word(page, "Ann")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Shift+Z");
  await expect(word(page, "Ann")).toHaveAttribute("aria-selected", "false");
  // The text is one stop of the tab key; behind it comes the rest.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Compare with the key" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You and the key" })).toBeFocused();
});

test("marks are drawn with the mouse held down, and rubbed off", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  const draw = async (from, to) => {
    await word(page, from).hover();
    await page.mouse.down();
    await word(page, to).hover();
    await page.mouse.up();
  };
  await pen(page, "Content").click();
  await draw("loud", "the");
  await expect(said(page)).toHaveText("Content: “the mill was loud.”.");
  await pen(page, "Take off").click();
  await draw("was", "was");
  await word(page, "was").click();
  await word(page, "was").click();
  await expect(word(page, "was")).toHaveAttribute("aria-selected", "false");
  await expect(word(page, "loud")).toHaveAccessibleName("loud, Content");
  await page.getByText("Your 2 marks").click();
  await page.getByRole("button", { name: "Take off “loud.”" }).click();
  await expect(word(page, "loud")).toHaveAttribute("aria-selected", "false");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByText("You have not marked anything yet.")).toBeVisible();
  await pen(page, "Undo").click();
  await expect(page.getByText("Your 1 mark")).toBeVisible();
});

test("what was done is there again after the page was closed, and in another lesson it is not", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await mark(page, "Source", "Ann", "Lee");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await page.reload();
  await expect(word(page, "Lee")).toHaveAccessibleName("Lee, Source");
  await expect(said(page)).toHaveText("Your marks of last time are here.");
  await expect(page.getByRole("button", { name: "Compare again" })).toBeVisible();
  expect(await told(page, "answer")).toEqual([]);
  await page.unroute(`${baseURL}mill.lesson.json`);
  await page.route(`${baseURL}mill.lesson.json`, (route) => route.fulfill({ json: { ...MILL, title: "The mill again" } }));
  await page.reload();
  await expect(word(page, "Lee")).toHaveAttribute("aria-selected", "false");
});

test("the key comes when the lesson says so", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL, { ...MILL, shown_after: 2, marks: ["content", "commentary"] });
  await expect(pen(page, "Source")).toHaveCount(0);
  await mark(page, "Content", "the", "loud");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await expect(page.getByText("The key is shown after 1 more comparison.")).toBeVisible();
  expect((await table(page)).map(([kind]) => kind)).toEqual(["Content", "Commentary", "All"]);
  await expect(page.locator(".key-list")).toHaveCount(0);
  await page.getByRole("button", { name: "Compare again" }).click();
  await expect(page.locator(".key-list > li")).toHaveCount(2);
});

for (const [code, lesson, sentence] of [
  ["lesson-missing", { status: 404, body: "" }, "could not be fetched"],
  ["lesson-unreadable", "{", "This is no lesson"],
  ["lesson-unreadable", { format: "whose-words-lesson/2", text: "Words.", key: [] }, "whose-words-lesson/2"],
  ["lesson-unreadable", { ...MILL, key: [{ kind: "cue", spans: [[90, 99]] }] }, "1"],
  ["lesson-unreadable", { ...MILL, text: " … " }, "words"],
]) {
  test(`a lesson that is none says why, and what was in its place stays: ${code} ${sentence}`, async ({ page, visit, baseURL }) => {
    await openLesson(page, visit, baseURL, lesson);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.getByText("Without script.")).toBeVisible();
    const [error] = await told(page, "error");
    expect(error.code).toBe(code);
    expect(await page.getByRole("alert").textContent()).toBe(error.message);
    await page.unroute(`${baseURL}mill.lesson.json`);
    await page.route(`${baseURL}mill.lesson.json`, (route) => route.fulfill({ json: MILL }));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "The mill" })).toBeVisible();
    // The browser itself writes into its console what it could not fetch.
    visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
  });
}

test("a lesson can be set as an object, and the element can be told to read an article instead", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL, { status: 404, body: "" });
  await expect(page.getByRole("alert")).toBeVisible();
  await page.evaluate((lesson) => (document.querySelector("whose-words").lesson = lesson), MILL);
  await expect(page.getByRole("heading", { name: "The mill" })).toBeVisible();
  expect(await page.evaluate(() => document.querySelector("whose-words").lesson.title)).toBe("The mill");
  await page.evaluate(() => {
    const element = document.querySelector("whose-words");
    element.querySelector("p").textContent = "“It was loud,” said Ann Lee.";
    element.removeAttribute("mode");
  });
  await expect.poll(() => page.evaluate(() => document.querySelector("whose-words").report?.attributions.length)).toBe(1);
  await expect(page.getByText("“It was loud,” said Ann Lee.").first()).toBeVisible();
  visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
});

test("a lesson needs neither the engine nor its weights", async ({ page, visit }) => {
  await visit.open(FERRY);
  await expect(page.getByRole("heading", { name: /ferry/ }).first()).toBeVisible();
  const fetched = visit.requests.map((address) => address.split("/").at(-1));
  expect(fetched).toContain("whose-words-lesson_bg.wasm");
  expect(fetched.filter((name) => /engine|weights|element/.test(name))).toEqual([]);
});

test("an answer is saved as a file that the terminal and the schema know", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await mark(page, "Cue", "said");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save my answer" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("answer.json");
  const answer = JSON.parse(readFileSync(await file.path(), "utf8"));
  const schema = JSON.parse(readFileSync(new URL("../../schema/answer.json", import.meta.url), "utf8"));
  expect(Object.keys(answer).sort()).toEqual([...schema.required].sort());
  expect(answer.marks).toEqual([{ kind: "cue", span: [18, 22] }]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("two taps mark, nothing sticks out, and what is to be pressed is large enough", async ({ page, visit, baseURL }) => {
    await openLesson(page, visit, baseURL);
    await pen(page, "Content").tap();
    await word(page, "the").tap();
    await word(page, "loud").tap();
    await expect(word(page, "mill")).toHaveAccessibleName("mill, Content");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    for (const button of await page.getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(Math.min(box.width, box.height), await button.textContent()).toBeGreaterThanOrEqual(24);
    }
  });
});

test("where nothing may be kept, a lesson works all the same", async ({ page, visit, baseURL }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("No.", "SecurityError");
      },
    }),
  );
  await openLesson(page, visit, baseURL);
  await mark(page, "Cue", "said");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await expect(page.getByRole("heading", { name: "You and the key" })).toBeVisible();
});

test("a long article is marked without holding the page up", async ({ page, visit, baseURL }) => {
  const sentence = "The mayor of the town said that the plan was late, and nobody was glad of it. ";
  const text = `${sentence.repeat(8)}\n`.repeat(40);
  await openLesson(page, visit, baseURL, { ...MILL, text, key: [{ kind: "source", spans: [[0, 21]] }] });
  await expect(page.getByRole("option")).toHaveCount(40 * 8 * 17);
  const longest = await page.evaluate(async () => {
    let longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask", buffered: true });
    const options = document.querySelector("whose-words").shadowRoot.querySelectorAll("[role=option]");
    for (const at of [2000, 2010, 4000, 4100]) {
      options[at].click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    await new Promise((resolve) => setTimeout(resolve));
    return longest;
  });
  expect(longest).toBeLessThan(200);
});

test("on paper a lesson is a worksheet, and afterwards what came of it", async ({ page, visit, baseURL }) => {
  await openLesson(page, visit, baseURL);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Mark that first.")).toBeVisible();
  await expect(page.locator(".words")).toBeVisible();
  await expect(page.locator("button:visible")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await mark(page, "Source", "Ann");
  await page.getByRole("button", { name: "Compare with the key" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".comparison table")).toBeVisible();
  await expect(page.getByText("Her words, with their marks.")).toBeVisible();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});
