// The element in Firefox: what of tests/journeys/element.journey.js depends on the browser, and can be asked through WebDriver.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { middleOf, painted } from "../journeys/in_page.js";
import { ENTER, ESCAPE, TAB, Visit } from "./visit.js";

let visit;
before(async () => (visit = await Visit.open()));
after(() => visit?.close());
afterEach(() => {
  const errors = visit.errors.splice(0);
  assert.deepEqual(errors, [], "errors in the page");
});

/** Whether the element on the page has read the article. */
const isRead = () => document.querySelector("whose-words")?.report != null;

async function open(path) {
  await visit.resize(1280, 800);
  await visit.goto(path);
  await visit.ask(() => localStorage.clear());
  await visit.reload();
  await visit.until(isRead);
}

/** Where a part of the element is, once it shows: its text, its box, and the middle of that. */
const part = (selector, text) => {
  const parts = [...document.querySelector("whose-words").shadowRoot.querySelectorAll(selector)];
  const found = parts.find((part) => part.textContent.includes(text ?? "") && part.checkVisibility());
  if (!found) return null;
  const { x, y, width, height } = found.getBoundingClientRect();
  return { left: x, top: y, width, height, x: x + width / 2, y: y + height / 2, text: found.textContent };
};

/** Whether the element has no such part. */
const lacks = (selector) => !document.querySelector("whose-words").shadowRoot.querySelector(selector);

const press = async (selector, text) => visit.click(await visit.until(part, selector, text));

for (const example of ["script-tag", "auto", "wrapped"]) {
  test(`${example}.html: marks stand where their words are`, async () => {
    await open(`examples/${example}.html`);
    const words = await visit.ask(painted);
    const contents = Object.entries(words).filter(([name]) => name.startsWith("content")).flatMap(([, all]) => all);
    assert(contents.includes("“We are carrying eleven people and a dog,”"), contents.join("\n"));
    assert(contents.some((content) => content.includes("one in four nurses")), contents.join("\n"));
    assert.doesNotMatch(Object.values(words).flat().join(" "), /Read more|I sold my house|said to be its last winter/);
    assert(words.marker.includes("clearly"));
    const speakers = await visit.ask(() => document.querySelector("whose-words").report.speakers.map(({ name }) => name));
    assert(speakers.includes("Moira Tulloch"));
  });
}

test("what is highlighted is to be seen", async () => {
  await open("examples/script-tag.html");
  await visit.ask(middleOf, "surprise");
  const marked = await visit.picture();
  for (const look of ["content", "source", "cue", "commentary", "marker"]) {
    await visit.ask((look) => {
      window.taken = [...CSS.highlights].filter(([name]) => name.includes(`-${look}`));
      for (const [name] of window.taken) CSS.highlights.delete(name);
    }, look);
    assert.notEqual(await visit.picture(), marked, look);
    await visit.ask(() => window.taken.forEach(([name, highlight]) => CSS.highlights.set(name, highlight)));
    assert.equal(await visit.picture(), marked, look);
  }
});

test("a mark answers to pressing and to the resting pointer, and a link stays a link", async () => {
  await open("examples/script-tag.html");
  await visit.ask(() => {
    window.chosen = [];
    document.addEventListener("whose-words:select", ({ detail }) => window.chosen.push(detail.about));
  });
  const pressed = await visit.ask(middleOf, "eleven people");
  await visit.click(pressed);
  const card = await visit.until(part, ".card", "Moira Tulloch’s words");
  assert(card.top > pressed.y);
  assert.deepEqual(await visit.ask(() => window.chosen), ["Moira Tulloch’s words, quoted"]);
  await visit.press(ESCAPE);
  await visit.until(lacks, ".card");
  await visit.point(await visit.ask(middleOf, "one in four nurses"));
  await visit.until(part, ".card", "report’s words");
  await visit.point({ x: 5, y: 5 });
  await visit.until(lacks, ".card");
  await visit.click(await visit.ask(middleOf, "Moira Tulloch"));
  assert.deepEqual(await visit.ask(() => [location.hash, location.href.endsWith("#")]), ["", true]);
  assert(await visit.ask(lacks, ".card"));
});

test("by keyboard alone: to the panel, to a mark, to its card, and back", async () => {
  await open("examples/script-tag.html");
  await visit.ask(() => document.querySelector("whose-words").shadowRoot.querySelector(".marks-list summary").focus());
  await visit.press(ENTER);
  await visit.press(TAB);
  await visit.press(ENTER);
  await visit.until(part, ".card");
  await visit.press(ESCAPE);
  await visit.until(lacks, ".card");
  assert(await visit.until(part, ".sheet"));
});

test("the panel stands beside the article, and is a sheet behind a button where there is no room", async () => {
  await open("examples/script-tag.html");
  const right = await visit.ask(() => document.querySelector("#story").getBoundingClientRect().right);
  const panel = await visit.until(part, ".layer.beside");
  const fold = await visit.until(part, "button", "Fold");
  assert(panel.left >= right);
  assert(fold.left + fold.width <= panel.left + panel.width);
  await visit.resize(500, 800);
  await visit.until(lacks, ".layer.beside");
  assert((await visit.until(part, ".opener button")).height >= 44);
  await press(".opener button");
  await visit.until(part, ".layer.drawer");
  await press("button", "Fold");
  await visit.until(lacks, ".layer.drawer");
});

test("the reading view is a copy with the marks in it", async () => {
  await open("examples/auto.html");
  await press("button", "Reading view");
  await visit.until(part, "dialog .reader mark");
  await press("dialog mark.attribution");
  await visit.until(part, "dialog .card");
  await visit.until(part, "dialog mark[aria-details=card]");
  await visit.press(ESCAPE);
  await visit.until(lacks, "dialog .card");
  await press("dialog button", "Close");
  await visit.until(lacks, "dialog");
});

test("an element that comes, reads and goes changes nothing of the page, and leaves no trace", async () => {
  await open("examples/script-tag.html");
  const trace = () => visit.ask(() => [CSS.highlights.size, document.adoptedStyleSheets.length]);
  assert((await trace())[0] > 3);
  await visit.ask(() => {
    window.element = document.querySelector("whose-words");
    window.element.remove();
  });
  await visit.until(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
  await visit.ask(() => {
    window.changes = [];
    const observer = new MutationObserver((records) => {
      window.changes.push(...records.map((record) => `${record.type} of ${record.target.nodeName}`));
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    window.before = document.documentElement.outerHTML;
    document.body.append(window.element);
  });
  await visit.until(() => CSS.highlights.size > 3);
  await visit.click(await visit.ask(middleOf, "eleven people"));
  await visit.until(part, ".card");
  await visit.ask(() => window.element.remove());
  await visit.until(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
  // What we did ourselves: the element put in, and taken out.
  assert.deepEqual(await visit.ask(() => window.changes), ["childList of BODY", "childList of BODY"]);
  assert(await visit.ask(() => document.documentElement.outerHTML === window.before));
});

test("the page's own highlights and style sheets are left alone", async () => {
  await open("examples/script-tag.html");
  await visit.ask(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(".byline"));
    CSS.highlights.set("mine", new Highlight(range));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, new CSSStyleSheet()];
    document.querySelector("whose-words").remove();
  });
  await visit.until(() => CSS.highlights.size === 1 && CSS.highlights.has("mine"));
  assert.equal(await visit.ask(() => document.adoptedStyleSheets.length), 1);
});

test("an article that changes is read again", async () => {
  await open("examples/script-tag.html");
  await visit.ask(() => {
    const more = document.createElement("p");
    more.textContent = "“The dog pays nothing,” said Hamish Orr, the purser.";
    document.querySelector("#story").append(more);
  });
  await visit.until(() => document.querySelector("whose-words").report?.speakers.some(({ name }) => name === "Hamish Orr"));
  const words = await visit.until(() => CSS.highlights.size > 3) && (await visit.ask(painted));
  assert(Object.values(words).flat().includes("“The dog pays nothing,”"));
});

test("the widget's own page shows its article with marks, and a card for each", async () => {
  await visit.goto("");
  await visit.until(() => document.querySelector("mark.attribution, .mark.attribution"));
  await visit.ask(() => document.querySelector(".mark.attribution").click());
  await visit.until(() => document.querySelector(".card"));
});

test("where no highlights are painted, the reading view stands in their place", async () => {
  await open("examples/wrapped.html");
  await visit.ask(() => {
    delete window.Highlight;
    window.element = document.querySelector("whose-words");
    window.element.remove();
  });
  await visit.until(() => CSS.highlights.size === 0);
  await visit.ask(() => document.body.append(window.element));
  await visit.until(part, ".reader mark");
  await visit.until(() => !window.element.querySelector("article").checkVisibility());
  assert.equal(await visit.ask(() => CSS.highlights.size), 0);
});
