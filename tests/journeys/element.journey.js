// The element on pages of other people: what it marks there, and that it leaves them as they were.

import * as inPage from "./in_page.js";
import { expect, test } from "./visit.js";

/** What was heard from the elements on the page, and what changed in it besides. */
async function listen(page) {
  await page.addInitScript(() => {
    window.heard = [];
    for (const name of ["ready", "report", "select", "error"]) {
      document.addEventListener(`whose-words:${name}`, (event) => window.heard.push([name, event.detail]));
    }
    document.addEventListener("DOMContentLoaded", () => {
      window.changes = [];
      const observer = new MutationObserver((records) => window.changes.push(...records.map((record) => `${record.type} of ${record.target.nodeName}`)));
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  });
}

const heard = (page, name) => page.evaluate((name) => window.heard.filter(([other]) => other === name).map(([, detail]) => detail), name);

async function open(page, path) {
  await listen(page);
  await page.goto(path);
  await expect.poll(() => page.evaluate(() => window.heard.map(([name]) => name))).toContain("report");
}

const painted = (page) => page.evaluate(inPage.painted);
const middleOf = (page, words) => page.evaluate(inPage.middleOf, words);

for (const example of ["script-tag", "auto", "wrapped"]) {
  test(`${example}.html: marks stand where their words are, and the page stays as it was`, async ({ page }) => {
    await open(page, `examples/${example}.html`);
    const words = await painted(page);
    const told = await page.evaluate(() => document.querySelector("whose-words").report);
    expect(told.format).toBe("whose-words/1");
    const contents = Object.entries(words).filter(([name]) => name.startsWith("content")).flatMap(([, all]) => all);
    expect(contents).toContain("“We are carrying eleven people and a dog,”");
    expect(contents.some((content) => content.includes("one in four nurses"))).toBe(true);
    expect(Object.values(words).flat().join(" ")).not.toMatch(/Read more|I sold my house|said to be its last winter/);
    expect(words.marker).toContain("clearly");
    expect(told.speakers.map((speaker) => speaker.name)).toContain("Moira Tulloch");
    expect(await page.evaluate(() => window.changes)).toEqual([]);
  });
}

test("a mark answers to pressing and to the resting pointer, and a link stays a link", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const card = page.locator(".card");
  const pressed = await middleOf(page, "eleven people");
  await page.mouse.click(pressed.x, pressed.y);
  await expect(card).toContainText("Moira Tulloch’s words");
  expect((await heard(page, "select")).at(-1).about).toBe("Moira Tulloch’s words, quoted");
  const box = await card.boundingBox();
  expect(box.y).toBeGreaterThan(pressed.y);
  await card.getByRole("button", { name: "Close" }).click();
  await expect(card).toHaveCount(0);
  const rested = await middleOf(page, "one in four nurses");
  await page.mouse.move(rested.x, rested.y);
  await expect(card).toContainText("report’s words");
  await page.mouse.move(5, 5);
  await expect(card).toHaveCount(0);
  const link = await middleOf(page, "Moira Tulloch");
  await page.mouse.click(link.x, link.y);
  await expect(page).toHaveURL(/#$/);
  expect(await heard(page, "select")).toHaveLength(1);
});

test("by keyboard alone: to the panel, to a mark, to its card, and back", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const panel = page.getByRole("complementary", { name: "Whose Words? on this article" });
  await panel.getByText("All marks in order").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".card")).toHaveCount(0);
  await panel.getByRole("button", { name: "Fold" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel).toHaveCount(0);
  const opener = page.locator(".opener button");
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();
});

test("the panel never lies on the article, and is a sheet behind a button where there is no room", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const text = await page.locator("#story").boundingBox();
  const beside = await page.locator(".layer.beside").boundingBox();
  expect(beside.x).toBeGreaterThanOrEqual(text.x + text.width);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.locator(".layer.beside")).toHaveCount(0);
  const opener = page.locator(".opener button");
  const button = await opener.boundingBox();
  expect(button.height).toBeGreaterThanOrEqual(44);
  await opener.click();
  await expect(page.locator(".layer.drawer")).toBeVisible();
  await page.getByRole("button", { name: "Fold" }).click();
  await expect(page.locator(".layer.drawer")).toHaveCount(0);
});

test("the reading view is a copy with the marks in it, and spoken where that is wanted", async ({ page }) => {
  await open(page, "examples/auto.html");
  await page.getByRole("button", { name: "Reading view" }).click();
  const copy = page.locator("dialog .reader");
  await expect(copy.locator("mark").first()).toBeVisible();
  await copy.locator("mark.attribution").first().click();
  const card = copy.locator(".card");
  await expect(card).toBeVisible();
  await expect(copy.locator("mark[aria-details]").first()).toHaveAttribute("aria-details", "card");
  await expect(copy.locator("mark .spoken")).toHaveCount(0);
  await page.getByRole("switch", { name: /screen reader/ }).check();
  await expect(copy.locator("mark .spoken").first()).toBeAttached();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Close" }).last().click();
  await expect(copy).toHaveCount(0);
});

test("where browsers paint no highlights, the reading view stands in its place", async ({ page }) => {
  await page.addInitScript(() => delete window.Highlight);
  await open(page, "examples/wrapped.html");
  await expect(page.locator(".reader mark").first()).toBeVisible();
  await expect(page.locator("whose-words > article")).toBeHidden();
});

test("the page's own highlights, style sheets and selection are left alone", async ({ page }) => {
  await page.addInitScript(() =>
    document.addEventListener("DOMContentLoaded", () => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(".byline"));
      CSS.highlights.set("mine", new Highlight(range));
      document.adoptedStyleSheets = [new CSSStyleSheet()];
      getSelection().selectAllChildren(document.querySelector("h1"));
    }),
  );
  await open(page, "examples/script-tag.html");
  const own = () => page.evaluate(() => [CSS.highlights.get("mine")?.size, getSelection().toString()]);
  const before = [1, "Harbour town to lose its last night ferry"];
  expect(await own()).toEqual(before);
  await page.evaluate(() => document.querySelector("whose-words").remove());
  await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()])).toEqual(["mine"]);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  expect(await own()).toEqual(before);
});

test("a panel that was folded stays so at the next visit", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  await page.getByRole("button", { name: "Fold" }).click();
  await page.reload();
  await expect(page.locator(".opener button")).toBeVisible();
  await expect(page.locator(".layer.beside")).toHaveCount(0);
});

test("an element whose program cannot be had says so and throws nothing", async ({ page, visit }) => {
  await listen(page);
  await page.route("**/whose-words-element_bg.wasm", (route) => route.abort());
  await page.goto("examples/wrapped.html");
  await expect(page.getByText("Whose Words? could not start here")).toBeVisible();
  expect((await heard(page, "error")).map(({ code }) => code)).toEqual(["not-loaded"]);
  await expect(page.locator("whose-words > article")).toBeVisible();
  visit.errors = visit.errors.filter((error) => !error.includes("net::ERR_FAILED"));
});

test("an element that goes leaves no trace, and one that comes back reads again", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const trace = () => page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]);
  expect((await trace())[0]).toBeGreaterThan(3);
  await page.evaluate(() => {
    window.element = document.querySelector("whose-words");
    window.element.remove();
  });
  await expect.poll(trace).toEqual([0, 0]);
  await expect(page.locator(".layer")).toHaveCount(0);
  await page.evaluate(() => document.body.append(window.element));
  await expect.poll(async () => (await trace())[0]).toBeGreaterThan(3);
  // Moved in one go, it stays what it is.
  const reports = (await heard(page, "report")).length;
  await page.evaluate(() => document.body.prepend(window.element));
  await expect.poll(async () => (await trace())[0]).toBeGreaterThan(3);
  expect((await heard(page, "report")).length).toBe(reports);
});

test("an article that changes is read again, and another one in its place too", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const names = () => page.evaluate(() => document.querySelector("whose-words").report?.speakers.map((speaker) => speaker.name) ?? []);
  await page.evaluate(() => {
    const more = document.createElement("p");
    more.textContent = "“The dog pays nothing,” said Hamish Orr, the purser.";
    document.querySelector("#story").append(more);
  });
  await expect.poll(names).toContain("Hamish Orr");
  await page.evaluate(() => {
    const other = document.createElement("article");
    other.id = "story";
    other.innerHTML = window.trustedTypes?.emptyHTML ?? "";
    for (const text of ["The library will open on Sundays, the council said.", "“People asked for it,” said Greta Lund, the librarian, who had waited for years."]) {
      other.append(Object.assign(document.createElement("p"), { textContent: text }));
    }
    document.querySelector("#story").replaceWith(other);
  });
  await expect.poll(names).toEqual(expect.arrayContaining(["Greta Lund"]));
  expect(await names()).not.toContain("Moira Tulloch");
  expect(Object.values(await painted(page)).flat()).toContain("“People asked for it,”");
});

test("attributes answer to change", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("whose-words").setAttribute(name, value), [name, value]);
  await set("panel", "none");
  await expect(page.locator(".layer")).toHaveCount(0);
  await set("panel", "below");
  await expect(page.locator(".below")).toBeVisible();
  await set("theme", "dark");
  await expect(page.locator(".whose-words")).toHaveAttribute("data-theme", "dark");
  await set("marks", "commentary");
  await expect.poll(async () => Object.keys(await painted(page)).some((name) => name.startsWith("content"))).toBe(false);
  await set("for", "no-such-thing");
  await expect(page.getByText("No article was found on this page.")).toBeVisible();
  expect((await heard(page, "error")).at(-1).code).toBe("no-article");
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test("two elements on a page do not know each other", async ({ page }) => {
  await open(page, "examples/script-tag.html");
  await page.evaluate(() => {
    const other = document.createElement("article");
    other.id = "other";
    other.append(Object.assign(document.createElement("p"), { textContent: "“People asked for it,” said Greta Lund, the librarian." }));
    const element = document.createElement("whose-words");
    element.setAttribute("for", "other");
    element.setAttribute("panel", "below");
    document.body.append(other, element);
  });
  await expect.poll(async () => (await heard(page, "report")).length).toBe(2);
  const names = await page.evaluate(() => [...document.querySelectorAll("whose-words")].map((element) => element.report.speakers.map((speaker) => speaker.name)));
  expect(names[0]).not.toContain("Greta Lund");
  expect(names[1]).toContain("Greta Lund");
  await page.evaluate(() => document.querySelector("whose-words").remove());
  await expect.poll(async () => Object.values(await painted(page)).flat().includes("“People asked for it,”")).toBe(true);
});

test("an article in another language gets a sentence", async ({ page }) => {
  await listen(page);
  await page.goto("examples/script-tag.html");
  await page.evaluate(() => {
    const text = "Der Bericht, den die Ministerin am Montag vorstellte, nennt keine Namen, doch er war lang und die Abgeordneten lasen ihn in der Nacht.";
    document.querySelector("#story").replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  });
  await expect(page.getByText("This article does not look like English.")).toBeVisible();
  expect((await heard(page, "error")).at(-1).code).toBe("language");
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test("a page whose style undoes everything breaks nothing here", async ({ page }) => {
  await open(page, "examples/wrapped.html");
  const looks = () =>
    page.locator(".below h2").first().evaluate((heading) => {
      const { fontSize, fontFamily, color, display } = getComputedStyle(heading);
      return { fontSize, fontFamily, color, display };
    });
  const before = await looks();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { all: unset !important; font-size: 7px !important; color: red !important } html { font-size: 5px !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await expect(page.locator(".below")).toBeVisible();
  const { fontSize, fontFamily, display } = await looks();
  expect({ fontSize, fontFamily, display }).toEqual({ fontSize: before.fontSize, fontFamily: before.fontFamily, display: before.display });
});

test("nothing that a screen reader or a weak eye needs is missing", async ({ page, visit }) => {
  for (const path of ["examples/script-tag.html", "examples/auto.html", "examples/wrapped.html"]) {
    await page.goto(path);
    await expect(page.locator(".panel")).toBeVisible();
    await page.getByText("All marks in order").click();
    expect(await visit.accessibilityProblems()).toEqual([]);
  }
});

test.describe("on a phone, whose screen has two pixels to a pixel", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

  test("a tap on a mark opens its card, and beside the words none", async ({ page }) => {
    await open(page, "examples/script-tag.html");
    const tapped = await middleOf(page, "eleven people");
    await page.touchscreen.tap(tapped.x, tapped.y);
    await expect(page.locator(".card")).toContainText("Moira Tulloch’s words");
    await page.locator(".card").getByRole("button", { name: "Close" }).tap();
    await expect(page.locator(".card")).toHaveCount(0);
    const unmarked = await middleOf(page, "Critics are not");
    await page.touchscreen.tap(unmarked.x, unmarked.y);
    await page.touchscreen.tap(3, unmarked.y);
    expect(await heard(page, "select")).toHaveLength(1);
  });
});
