// Somebody puts an article into a lesson where only a frame is let through: embed.html, and the page around it.

import { readFileSync } from "node:fs";

import { ARTICLE } from "./texts.js";
import { expect, test } from "./visit.js";

const STORY = "examples/script-tag.html";
const TITLE = "Harbour town to lose its last night ferry";

/** Opens a page with a frame in it, which keeps every message that it hears. */
async function openLesson(page, baseURL, { query = "", attributes = "", script = "", at = `${baseURL}lesson.html` } = {}) {
  const frame = `<iframe ${attributes} src="${baseURL}embed.html${query}" title="An article" width="900" height="300" frameborder="0"></iframe>`;
  const body = `<!doctype html><html lang="en"><title>A lesson</title><main>${frame}</main>${script}</html>`;
  await page.addInitScript(() => {
    if (window !== top) return;
    window.heard = [];
    window.addEventListener("message", ({ data, origin }) => window.heard.push({ data, origin }));
  });
  await page.route(at, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(at);
}

/** Sends a message to the frame, as it is. */
const send = (page, message) =>
  page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);

const hello = (page) => send(page, { whoseWords: 1, type: "hello" });

/** What the lesson heard of one type of message, in order. */
const heard = (page, type) =>
  page.evaluate((type) => window.heard.map(({ data }) => data).filter((data) => data?.whoseWords === 1 && data.type === type), type);

/** The last message of a type, once there is one. */
async function last(page, type) {
  await expect.poll(async () => (await heard(page, type)).length).toBeGreaterThan(0);
  return (await heard(page, type)).at(-1);
}

const inside = (page) => page.frameLocator("iframe >> nth=0");
const lines = (place) => place.locator("#article > *");
const marks = (place) => place.getByText(/^\d+ marks?$/).first();

/** Serves something under the site's own address. */
const serve = (page, baseURL, name, answer) => page.route(`${baseURL}${name}`, (route) => route.fulfill(answer));

test("an article of the same site is shown by itself, with its marks and nothing of the page around it", async ({ page, visit }) => {
  await visit.open(`embed.html?article=${STORY}`);
  await expect(page).toHaveTitle(TITLE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(marks(page)).toBeVisible();
  const text = await page.locator("#article").innerText();
  expect(text).toContain("We are carrying eleven people and a dog");
  for (const other of ["Read more", "Photograph", "Everybody on these pages", "Council\n"]) expect(text).not.toContain(other);
  await expect(page.locator("#article blockquote p")).toHaveCount(1);
  await expect(page.getByText("Your text stays on this device").first()).toBeVisible();
  expect(await visit.accessibilityProblems()).toEqual([]);
});

test("a text in the address is shown, behind the # as well, and another one when that changes", async ({ page, visit }) => {
  await visit.open(`embed.html?${new URLSearchParams({ text: ARTICLE, title: "The bridge" })}`);
  await expect(lines(page)).toHaveText(["The bridge", ...ARTICLE.split("\n")]);
  await expect(marks(page)).toBeVisible();
  const other = "Tom Okafor said the plan was late.";
  await page.evaluate((text) => (location.hash = new URLSearchParams({ text })), other);
  await expect(lines(page)).toHaveText(["The bridge", other]);
  await expect.poll(() => page.evaluate(() => document.querySelector("whose-words").report?.tallies.words)).toBe(9);
});

test("the address says where the panel is, which marks show and in which colours", async ({ page, visit }) => {
  await visit.open(`embed.html?${new URLSearchParams({ text: ARTICLE, panel: "none", theme: "dark", marks: "commentary" })}`);
  await expect.poll(() => page.evaluate(() => document.querySelector("whose-words")?.report?.tallies.words)).toBeGreaterThan(40);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("whose-words aside")).toHaveCount(0);
  await expect(page.locator("whose-words")).toHaveAttribute("marks", "commentary");
});

for (const [code, query, answers] of [
  ["foreign", "?article=https://example.org/story.html"],
  ["foreign", "?article=//example.org/story.html"],
  ["foreign", "?article=data:text/html,<p>Words"],
  ["address", "?article=http://[story"],
  ["missing", "?article=story.html", { status: 404, body: "" }],
  ["kind", "?article=story.html", { contentType: "image/png", body: "PNG" }],
  ["empty", "?article=story.html", { contentType: "text/html", body: "<nav>Home</nav><article><p> … </p></article>" }],
  ["empty", "?text="],
  ["empty", "?text=%20%0A…"],
  ["huge", "?article=story.html", { contentType: "text/plain", body: Buffer.alloc(10_000_001, "word ") }],
]) {
  test(`what cannot be read is told in a sentence and to the page around: ${code} ${query}`, async ({ page, visit, baseURL }) => {
    if (answers) await serve(page, baseURL, "story.html", answers);
    await openLesson(page, baseURL, { query });
    await hello(page);
    const { code: told, message } = await last(page, "error");
    expect(told).toBe(code);
    await expect(inside(page).getByRole("status").first()).toHaveText(message);
    await expect(lines(inside(page))).toHaveCount(0);
    // The browser itself writes into its console what it could not fetch.
    visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
  });
}

test("nothing in the address is no error, and a message brings the text", async ({ page, baseURL }) => {
  await openLesson(page, baseURL);
  await expect(inside(page).getByRole("status")).toContainText("There is no article here yet");
  await hello(page);
  expect(await last(page, "ready")).toEqual({ whoseWords: 1, type: "ready" });
  expect(await heard(page, "error")).toEqual([]);
  await send(page, { whoseWords: 1, type: "read", text: ARTICLE, title: "The bridge" });
  const { title, summary, text: article, report } = await last(page, "report");
  expect([...article]).toHaveLength(report.length);
  expect(article).toContain("spokesman for the riders’ union");
  expect(title).toBe("The bridge");
  expect(summary.attributions).toBe(report.attributions.length);
  expect(report.format).toBe("whose-words/1");
  expect(report.speakers.map(({ name }) => name)).toContain("Tom Okafor");
  await inside(page).getByRole("button", { name: "Next mark" }).click();
  const { mark, about, text } = await last(page, "select");
  expect(mark).toBe(0);
  expect(about).toContain("Dana Whitfield");
  expect(ARTICLE).toContain(text);
});

test("an article is named by a message too, and the later of two wins", async ({ page, baseURL }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`${baseURL}slow.html`, async (route) => {
    await released;
    await route.fulfill({ contentType: "text/html", body: "<p>Nobody said that this came late." });
  });
  await openLesson(page, baseURL);
  await send(page, { whoseWords: 1, type: "read", article: "slow.html" });
  await send(page, { whoseWords: 1, type: "read", article: STORY });
  await expect(lines(inside(page)).first()).toHaveText(TITLE);
  const late = page.waitForResponse("**/slow.html");
  release();
  await (await late).finished();
  await hello(page);
  expect((await last(page, "report")).title).toBe(TITLE);
  await expect(lines(inside(page)).first()).toHaveText(TITLE);
});

test("messages that mean nothing are answered with an error, and what is on the page stays", async ({ page, baseURL }) => {
  await openLesson(page, baseURL, { query: `?${new URLSearchParams({ text: ARTICLE })}` });
  await expect(marks(inside(page))).toBeVisible();
  for (const nothing of [null, 7, "hello", [], {}, { type: "read", text: "Words." }, { whoseWords: null }]) await send(page, nothing);
  const wrong = [
    { whoseWords: 2, type: "read", text: "Words." },
    { whoseWords: 1 },
    { whoseWords: 1, type: "read" },
    { whoseWords: 1, type: "read", text: 7 },
    { whoseWords: 1, type: "read", text: { toString: 1 } },
    { whoseWords: 1, type: "sing" },
  ];
  for (const message of wrong) await send(page, message);
  await expect.poll(async () => (await heard(page, "error")).map(({ code }) => code)).toEqual(["version", "version", "message", "message", "message", "message", "message"]);
  await expect(lines(inside(page))).toHaveText(ARTICLE.split("\n"));
  // One that can be understood, and not read, takes the place of what was there.
  await send(page, { whoseWords: 1, type: "read", text: "word ".repeat(2_000_001) });
  await expect(inside(page).getByRole("status").first()).toContainText("longer than 10 MB");
  await send(page, { whoseWords: 1, type: "read", text: ARTICLE });
  await expect(marks(inside(page))).toBeVisible();
});

test("only the page around is listened to, and nobody is told anything before it has spoken", async ({ page, baseURL }) => {
  await openLesson(page, baseURL, { query: `?article=${STORY}` });
  await expect(marks(inside(page))).toBeVisible();
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.src = "about:blank";
    document.body.append(stranger);
    stranger.contentWindow.eval("parent.frames[0].postMessage({ whoseWords: 1, type: 'read', text: 'Words.' }, '*')");
  });
  expect(await page.evaluate(() => window.heard.filter(({ data }) => typeof data === "object"))).toEqual([]);
  await hello(page);
  await last(page, "report");
  await expect(lines(inside(page)).first()).toHaveText(TITLE);
});

test("in a sandbox that lets only scripts run, where storage throws, the article is read all the same", async ({ page, baseURL }) => {
  await openLesson(page, baseURL, { query: `?article=${STORY}`, attributes: 'sandbox="allow-scripts"' });
  await expect(marks(inside(page))).toBeVisible();
  const throws = page.frames()[1].evaluate(() => localStorage.length);
  await expect(throws).rejects.toThrow("sandboxed");
  await hello(page);
  expect((await last(page, "report")).title).toBe(TITLE);
});

test("what a file of this server says is told to pages of this server only", async ({ page, visit, baseURL }) => {
  const elsewhere = baseURL.replace("127.0.0.1", "localhost");
  // The server of the journeys forbids other sites to frame it; a school's lets them.
  await page.route(/embed\.html/, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace(/; frame-ancestors [^;]*/, "");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await openLesson(page, baseURL, { query: `?article=${STORY}`, at: `${elsewhere}lesson.html` });
  await expect(marks(inside(page))).toBeVisible();
  await hello(page);
  expect((await last(page, "height")).height).toBeGreaterThan(500);
  expect(await heard(page, "report")).toEqual([]);
  // A text that it has sent itself is no secret to it.
  await send(page, { whoseWords: 1, type: "read", text: ARTICLE });
  expect((await last(page, "report")).summary.attributions).toBe(3);
  visit.requests = visit.requests.filter((address) => address !== `${elsewhere}lesson.html`);
});

test("a frame that is made as high as it says comes to rest, and Canvas hears it as a string", async ({ page, baseURL }) => {
  const script = `<script>
    addEventListener("message", ({ data }) => {
      if (data?.type === "height") document.querySelector("iframe").height = data.height;
    });
  </script>`;
  await openLesson(page, baseURL, { query: `?article=${STORY}`, script });
  await hello(page);
  await last(page, "report");
  const frame = page.frames()[1];
  const height = () => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  const isFitted = async () => (await page.locator("iframe").getAttribute("height")) === String(await height());
  await expect.poll(isFitted).toBe(true);
  const count = () => page.evaluate(() => window.heard.length);
  const before = await count();
  await page.evaluate(async () => {
    for (let drawn = 0; drawn < 20; drawn += 1) await new Promise(requestAnimationFrame);
  });
  expect(await count(), "no message without a change").toBe(before);
  const strings = () => page.evaluate(() => window.heard.map(({ data }) => data).filter((data) => typeof data === "string"));
  expect(JSON.parse((await strings()).at(-1))).toEqual({ subject: "lti.frameResize", height: await height() });
  // Narrower is higher.
  const wide = await height();
  await page.evaluate(() => (document.querySelector("iframe").width = 320));
  await expect.poll(height).toBeGreaterThan(wide);
  await expect.poll(isFitted).toBe(true);
  expect(JSON.parse((await strings()).at(-1)).height).toBe(await height());
});

for (const [how, attributes] of [["", ""], ["in a sandbox ", 'sandbox="allow-scripts"']]) {
  test(`on a phone, in a frame ${how}that is as high as its page, what opens is where it is seen`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const script = `<script>
      addEventListener("message", ({ data }) => {
        if (data?.type === "height") document.querySelector("iframe").height = data.height;
      });
      document.querySelector("iframe").width = 370;
    </script>`;
    await openLesson(page, baseURL, { query: `?article=${STORY}`, attributes, script });
    await hello(page);
    await last(page, "report");
    await expect.poll(async () => Number(await page.locator("iframe").getAttribute("height"))).toBeGreaterThan(2000);
    // A part of a pixel is nobody's loss.
    const isSeen = (box) => box !== null && box.y > -1 && box.y + box.height < 801;
    const article = inside(page).locator("#article p", { hasText: "eleven people" });
    await article.scrollIntoViewIfNeeded();
    await article.click({ position: { x: 60, y: 12 } });
    const card = inside(page).locator("whose-words .card");
    await expect.poll(async () => isSeen(await card.boundingBox())).toBe(true);
    await card.getByRole("button", { name: "Close" }).click();
    await expect(card).toHaveCount(0);
    await inside(page).getByRole("button", { name: "Reading view" }).click();
    const dialog = inside(page).getByRole("dialog");
    await expect.poll(async () => isSeen(await dialog.boundingBox())).toBe(true);
  });
}

test("open-iframe-resizer fits a frame from outside, also one in a sandbox", async ({ page, baseURL }) => {
  const library = readFileSync(new URL("../../node_modules/@open-iframe-resizer/core/dist/index.js", import.meta.url), "utf8");
  await serve(page, baseURL, "resizer.js", { contentType: "text/javascript", body: library });
  const script = '<script type="module">import { initialize } from "./resizer.js"; initialize({ checkOrigin: false });</script>';
  await openLesson(page, baseURL, { query: `?article=${STORY}`, attributes: 'sandbox="allow-scripts"', script });
  await expect(marks(inside(page))).toBeVisible();
  const height = () => page.frames()[1].evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await expect.poll(async () => (await page.locator("iframe").evaluate((frame) => Math.round(frame.clientHeight))) === (await height())).toBe(true);
});

test("where no script can start, a sentence says what it needs", async ({ page, visit, baseURL }) => {
  await page.route(`${baseURL}embed.js`, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`embed.html?article=${STORY}`);
  await expect(page.getByText("could not start here")).toBeVisible({ timeout: 10_000 });
  visit.errors = visit.errors.filter((error) => !error.startsWith("Failed to load resource"));
});

const HOSTILE = `<!doctype html><meta charset="utf-8"><title>A page that wants more</title>
  <style>h1::before { content: "?" }</style>
  <article><h1>A page that wants more</h1><script>window.stolen = 1</script><img src="spy.png" onerror="window.stolen = 2" onload="window.stolen = 3">
  <p onclick="window.stolen = 4">Anna Berg said <b style="display: none">that</b> the “<a href="javascript:window.stolen = 5">boat</a>” was late.</p>
  <p hidden>Nobody sees that Tom said this.</p><iframe src="spy.html"></iframe><link rel="stylesheet" href="spy.css">
  <template><p>Not here.</p></template><p>&lt;img src=spy.png onerror=1&gt; stands in the text.</p></article>`;

for (const [how, prepare] of [
  ["where the browser parses without running", () => {}],
  ["where it needs a policy for that", () => delete Document.parseHTML],
]) {
  test(`nothing of a page that is read can run, load or style anything: ${how}`, async ({ page, visit, baseURL }) => {
    await page.addInitScript(prepare);
    await serve(page, baseURL, "story.html", { contentType: "text/html", body: HOSTILE });
    await visit.open("embed.html?article=story.html");
    await expect(lines(page)).toHaveText(["A page that wants more", "Anna Berg said that the “boat” was late.", "<img src=spy.png onerror=1> stands in the text."]);
    expect(await page.locator("#article *").evaluateAll((all) => all.map(({ localName, attributes }) => [localName, attributes.length]))).toEqual([["h1", 0], ["p", 0], ["p", 0]]);
    expect(await page.evaluate(() => window.stolen)).toBeUndefined();
    expect(visit.requests.filter((address) => address.includes("spy"))).toEqual([]);
  });
}

test("a page in an old encoding is read as it is meant, and plain text as it stands", async ({ page, visit, baseURL }) => {
  const body = Buffer.from("<meta charset=windows-1252><article><p>\u0093Très tard,\u0094 said Zoë.</p></article>", "latin1");
  await serve(page, baseURL, "old.html", { contentType: "text/html", body });
  await visit.open("embed.html?article=old.html");
  await expect(lines(page)).toHaveText(["“Très tard,” said Zoë."]);
  await serve(page, baseURL, "story.txt", { contentType: "text/plain", body: ARTICLE.replaceAll("\n", "\r\n\r\n") });
  await visit.open("embed.html?article=story.txt");
  await expect(lines(page)).toHaveText(ARTICLE.split("\n"));
});

test("the lesson of the examples fits its frames and sends a text", async ({ page }) => {
  await page.goto("examples/iframe.html");
  const [named, sent] = [page.frameLocator("iframe >> nth=0"), page.frameLocator("iframe >> nth=1")];
  await expect(marks(named)).toBeVisible();
  await expect.poll(async () => Number(await page.locator("iframe").first().getAttribute("height"))).toBeGreaterThan(1000);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.locator("#found")).toHaveText(/^1 attributions, \d clauses of commentary\.$/);
  await expect(lines(sent).first()).toHaveText("Your own sentence");
});

test("a lesson of the same site is worked on in the frame, and the page around hears how far it agrees", async ({ page, baseURL }) => {
  await openLesson(page, baseURL, { query: "?lesson=examples/ferry.lesson.json" });
  await hello(page);
  await expect(inside(page).getByRole("heading", { name: /ferry/ })).toBeVisible();
  await expect(lines(inside(page))).toHaveCount(0);
  await inside(page).getByRole("button", { name: "Cue" }).click();
  const word = inside(page).getByRole("option", { name: "said", exact: true }).first();
  await word.click();
  await word.click();
  await inside(page).getByRole("button", { name: "Compare with the key" }).click();
  const { answer } = await last(page, "answer");
  expect(answer.format).toBe("whose-words-answer/1");
  expect(answer.agreement.both).toBe(1);
  const { height } = await last(page, "height");
  expect(height).toBeGreaterThan(600);
});

test("a lesson comes by a message or behind the #, in a sandbox too, and an article can take its place", async ({ page, baseURL }) => {
  const lesson = { format: "whose-words-lesson/1", title: "The mill", text: ARTICLE, key: [{ kind: "cue", spans: [[0, 4]] }] };
  await openLesson(page, baseURL, { query: `#${new URLSearchParams({ lesson: JSON.stringify(lesson) })}`, attributes: 'sandbox="allow-scripts"' });
  await expect(inside(page).getByRole("heading", { name: "The mill" })).toBeVisible();
  await send(page, { whoseWords: 1, type: "learn", lesson: { ...lesson, title: "The bridge" } });
  await expect(inside(page).getByRole("heading", { name: "The bridge" })).toBeVisible();
  await hello(page);
  await send(page, { whoseWords: 1, type: "read", text: ARTICLE });
  await expect(marks(inside(page))).toBeVisible();
  await expect(inside(page).getByRole("heading", { name: "The bridge" })).toHaveCount(0);
  await send(page, { whoseWords: 1, type: "learn", lesson: { title: "None" } });
  expect((await last(page, "error")).code).toBe("lesson-unreadable");
  await send(page, { whoseWords: 1, type: "learn", lesson: "https://example.org/mill.json" });
  await expect.poll(async () => (await heard(page, "error")).at(-1).code).toBe("lesson");
});
