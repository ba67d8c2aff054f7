// Twenty elements that come and go: nothing of them may stay behind.

import { expect, test } from "./visit.js";

const ELEMENTS = 20;
const ROUNDS = 50;

/** The page's memory after it was collected, and how many highlights are registered. */
async function kept(session, page) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const highlights = await page.evaluate(() => CSS.highlights.size);
  const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
  return { usedSize, nodes, jsEventListeners, highlights, sheets };
}

test("twenty elements added and removed fifty times leave nothing", async ({ page }) => {
  // A thousand elements: half a minute where nothing else runs, and a busy machine takes several times that.
  test.setTimeout(240_000);
  await page.goto("examples/script-tag.html");
  const session = await page.context().newCDPSession(page);
  const round = () =>
    page.evaluate(async (count) => {
      document.querySelectorAll("whose-words").forEach((element) => element.remove());
      const stories = [...Array(count).keys()].map((number) => {
        const story = document.createElement("article");
        story.append(Object.assign(document.createElement("p"), { textContent: `“We have ${number} boats,” said Greta Lund, the harbour master, who clearly had hoped for more.` }));
        const element = document.createElement("whose-words");
        element.setAttribute("panel", "below");
        element.append(story);
        return element;
      });
      const reports = stories.map((element) => new Promise((told) => element.addEventListener("whose-words:report", told, { once: true })));
      document.body.append(...stories);
      await Promise.all(reports);
      stories.forEach((element) => element.remove());
      await new Promise((told) => requestAnimationFrame(() => setTimeout(told)));
    }, ELEMENTS);
  const seen = [];
  for (let number = 1; number <= ROUNDS; number += 1) {
    await round();
    if (number === 10 || number === ROUNDS) seen.push(await kept(session, page));
  }
  const [early, late] = seen;
  expect(late.highlights).toBe(0);
  expect(late.sheets).toBe(0);
  expect(late.nodes - early.nodes, "nodes").toBeLessThan(ELEMENTS);
  expect(late.jsEventListeners - early.jsEventListeners, "listeners").toBeLessThan(ELEMENTS);
  // What the browser itself keeps of functions that are called often grows for a while; of eight hundred elements nothing else may.
  expect(late.usedSize - early.usedSize, "bytes").toBeLessThan(40 * ELEMENTS * 200);
});

test("lessons that come and go leave nothing either", async ({ page }) => {
  // Six hundred lessons, which need no engine: half the time of the elements above, and as much to spare.
  test.setTimeout(120_000);
  await page.goto("examples/lesson.html");
  const session = await page.context().newCDPSession(page);
  const round = () =>
    page.evaluate(async (count) => {
      document.querySelectorAll("whose-words").forEach((element) => element.remove());
      const lessons = [...Array(count).keys()].map((number) => {
        const element = document.createElement("whose-words");
        element.setAttribute("mode", "lesson");
        element.lesson = { format: "whose-words-lesson/1", text: `“We have ${number} boats,” said Greta Lund.`, key: [{ kind: "cue", spans: [[0, 3]] }] };
        return element;
      });
      const ready = lessons.map((element) => new Promise((told) => element.addEventListener("whose-words:ready", told, { once: true })));
      document.body.append(...lessons);
      await Promise.all(ready);
      lessons.forEach((element) => element.remove());
      localStorage.clear();
      await new Promise((told) => requestAnimationFrame(() => setTimeout(told)));
    }, ELEMENTS);
  const seen = [];
  for (let number = 1; number <= 30; number += 1) {
    await round();
    if (number === 10 || number === 30) seen.push(await kept(session, page));
  }
  const [early, late] = seen;
  expect(late.nodes - early.nodes, "nodes").toBeLessThan(ELEMENTS);
  expect(late.jsEventListeners - early.jsEventListeners, "listeners").toBeLessThan(ELEMENTS);
  // Of four hundred lessons as much may stay as of eight hundred elements: what the browser keeps of its own.
  expect(late.usedSize - early.usedSize, "bytes").toBeLessThan(40 * ELEMENTS * 200);
});
