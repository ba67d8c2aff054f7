// A lesson in Firefox: what of tests/journeys/lesson.journey.js depends on the browser, which is how words are pointed at.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { ENTER, Visit } from "./visit.js";

const RIGHT = "\uE014";

let visit;
before(async () => (visit = await Visit.open()));
after(() => visit?.close());
afterEach(() => {
  const errors = visit.errors.splice(0);
  assert.deepEqual(errors, [], "errors in the page");
});

/** Where a word or a button of the lesson is, scrolled into the middle of the window. */
const place = (selector, text) => {
  const parts = [...(document.querySelector("whose-words").shadowRoot?.querySelectorAll(selector) ?? [])];
  const found = parts.find((part) => part.textContent.trim().endsWith(text));
  if (!found) return null;
  found.scrollIntoView({ block: "center" });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

/** What the words are marked as that are marked, in order. */
const marked = () =>
  [...document.querySelector("whose-words").shadowRoot.querySelectorAll("[role=option][aria-label]")].map((word) => word.getAttribute("aria-label"));

async function open() {
  await visit.resize(1100, 900);
  await visit.goto("examples/lesson.html");
  await visit.ask(() => localStorage.clear());
  await visit.reload();
  await visit.until(place, "[role=option]", "ferry");
}

const press = async (selector, text) => visit.click(await visit.until(place, selector, text));

test("words are marked with the pointer, and the marks are there again", async () => {
  await open();
  await press("button", "Source");
  await press("[role=option]", "the");
  await press("[role=option]", "county");
  assert.deepEqual(await visit.until(marked), ["the, Source", "county, Source"]);
  await visit.reload();
  await visit.until(place, "[role=option]", "ferry");
  assert.deepEqual(await visit.until(marked), ["the, Source", "county, Source"]);
});

test("words are marked with the keyboard, and compared", async () => {
  await open();
  await visit.ask(() => document.querySelector("whose-words").shadowRoot.querySelector("[role=option]").focus());
  for (const key of ["3", ENTER, RIGHT, RIGHT, ENTER]) await visit.press(key);
  assert.deepEqual(await visit.ask(marked), ["The, Content", "night, Content", "ferry, Content"]);
  await visit.ask(() => document.addEventListener("whose-words:answer", ({ detail }) => (window.answer = detail)));
  await press("button", "Compare with the key");
  const { agreement } = await visit.until(() => window.answer);
  assert.deepEqual([agreement.both, agreement.own], [3, 3]);
  await visit.until(() => document.querySelector("whose-words").shadowRoot.activeElement?.id === "compared");
});
