// A lesson leaves the studio as a page with everything in it, and as a package that a learning system plays.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, test } from "./visit.js";

const SCORM = createRequire(import.meta.url).resolve("scorm-again/scorm12/min");

/** What a learner is given. */
const LESSON = {
  format: "whose-words-lesson/1",
  title: `The mill & the "sea" </script>`,
  text: "Ann Lee said it was late.",
  key: [
    { kind: "source", spans: [[0, 7]] },
    { kind: "cue", spans: [[8, 12]] },
  ],
};

const word = (place, text) => place.getByRole("option", { name: new RegExp(`^${text}(,|$)`) }).first();

async function openStudio(page, visit) {
  await visit.open("studio.html");
  await page.getByLabel("Or open a lesson file").setInputFiles({ name: "mill.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(LESSON)) });
  await expect(page.getByLabel("Title")).toHaveValue(LESSON.title);
}

/** Presses a button that saves, and gives where the file is. */
async function save(page, info, button) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Marks the source, and compares. */
async function work(place) {
  await place.getByRole("button", { name: "Source", exact: true }).click();
  await word(place, "Ann").click();
  await word(place, "Lee").click();
  await place.getByRole("button", { name: /^Compare/ }).click();
  await expect(place.getByRole("heading", { name: "You and the key" })).toBeVisible();
}

/** The files of a package by their names, as its directory at the end lists them. Nothing in it is compressed. */
function unpacked(zip) {
  const files = {};
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, name, start] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const begin = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    files[zip.toString("utf8", at + 46, at + 46 + name)] = zip.subarray(begin, begin + size);
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Serves the files of a package under the site's own address. */
async function serve(page, baseURL, files) {
  const types = { js: "text/javascript", wasm: "application/wasm", css: "text/css", html: "text/html", json: "application/json" };
  await page.route(`${baseURL}course/**`, (route) => {
    const name = new URL(route.request().url()).pathname.split("/course/")[1];
    return route.fulfill({ contentType: types[name.split(".").pop()], body: files[name] });
  });
}

test("a lesson is one page that opens from a disk and asks nobody for anything", async ({ page, visit, context }, info) => {
  await openStudio(page, visit);
  const path = await save(page, info, "Save as a page with everything in it");
  const saved = await context.newPage();
  const told = [];
  saved.on("pageerror", (error) => told.push(String(error)));
  saved.on("console", (message) => told.push(message.text()));
  saved.on("request", (request) => told.push(request.url()));
  await saved.goto(`file://${path}`);
  await work(saved);
  await expect(saved).toHaveTitle(LESSON.title);
  expect(told.filter((line) => !line.startsWith("file://"))).toEqual([]);
  // What was done is there again, as elsewhere.
  await saved.reload();
  await expect(word(saved, "Lee")).toHaveAccessibleName("Lee, Source");
});

test("a learning system plays the package, keeps what was done, and hears how far it agrees", async ({ page, visit, baseURL }, info) => {
  await openStudio(page, visit);
  const files = unpacked(readFileSync(await save(page, info, "Save as a package (SCORM 1.2)")));
  const manifest = files["imsmanifest.xml"].toString();
  expect(manifest).toContain("<schemaversion>1.2</schemaversion>");
  expect(manifest).toContain("The mill &amp; the &quot;sea&quot; &lt;/script&gt;");
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect([...listed, "imsmanifest.xml"].sort()).toEqual(Object.keys(files).sort());
  expect(JSON.parse(files["lesson.json"])).toMatchObject(LESSON);

  await serve(page, baseURL, files);
  await page.route(`${baseURL}scorm.js`, (route) => route.fulfill({ contentType: "text/javascript", body: readFileSync(SCORM) }));
  const system = `<!doctype html><html lang="en"><title>A learning system</title><script src="scorm.js"></script>
    <script>window.API = new Scorm12API({ autocommit: false, logLevel: 4 });
    const kept = sessionStorage.getItem("cmi"); if (kept) API.loadFromJSON(JSON.parse(kept), "cmi");</script>
    <main><iframe src="course/index.html" title="A course" width="900" height="900"></iframe></main></html>`;
  await page.route(`${baseURL}system.html`, (route) => route.fulfill({ contentType: "text/html", body: system }));
  await page.goto(`${baseURL}system.html`);
  const course = page.frameLocator("iframe");
  const cmi = (name) => page.evaluate((name) => window.API.LMSGetValue(name), name);
  await expect(course.getByRole("heading", { name: LESSON.title })).toBeVisible();
  expect(await cmi("cmi.core.lesson_status")).toBe("incomplete");
  await work(course);
  // Two of three words that are marked by either: twice two of two and three.
  expect(await cmi("cmi.core.score.raw")).toBe("80");
  expect(await cmi("cmi.core.lesson_status")).toBe("completed");
  expect(JSON.parse(await cmi("cmi.suspend_data")).marks).toEqual([{ kind: "source", span: [0, 7] }]);
  expect(await page.evaluate(() => [window.API.LMSGetLastError(), window.API.isInitialized()])).toEqual(["0", true]);

  // Another day, on another device: the system has it.
  await page.evaluate(() => sessionStorage.setItem("cmi", JSON.stringify(window.API.cmi.toJSON())));
  await course.locator("body").evaluate(() => localStorage.clear());
  await page.goto(`${baseURL}system.html`);
  await expect(word(course, "Lee")).toHaveAccessibleName("Lee, Source");
  await page.evaluate(() => document.querySelector("iframe").remove());
  expect(await page.evaluate(() => window.API.isTerminated())).toBe(true);
});

test("a package without a system is a lesson all the same", async ({ page, visit, baseURL }, info) => {
  await openStudio(page, visit);
  const files = unpacked(readFileSync(await save(page, info, "Save as a package (SCORM 1.2)")));
  await serve(page, baseURL, files);
  await page.goto(`${baseURL}course/index.html`);
  await work(page);
});

test("where a file cannot be had, a sentence says so", async ({ page, visit, baseURL }) => {
  await openStudio(page, visit);
  await page.route(`${baseURL}later/course.js`, (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByRole("button", { name: "Save as a package (SCORM 1.2)" }).click();
  await expect(page.getByText("It could not be made")).toBeVisible();
  visit.errors = visit.errors.filter((error) => !/^Failed to (load resource|find a valid digest)|integrity checks failed/.test(error));
});
