// Somebody has the element as an npm package, and a bundler that puts their page together.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "vite";

import { ARTICLE } from "./texts.js";
import { expect, test } from "./visit.js";

const dist = new URL("../../dist/", import.meta.url).pathname;

/** What `npm pack` makes of the site, unpacked where a bundler looks for packages. */
function install(project) {
  mkdirSync(project, { recursive: true });
  const [{ filename, files }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", project, dist], { encoding: "utf8" }));
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  execFileSync("tar", ["-xzf", join(project, filename), "-C", modules]);
  renameSync(join(modules, "package"), join(modules, "whose-words"));
  return files.map(({ path }) => path);
}

test("the package has what its description names, and no examples", async ({}, info) => {
  const files = install(info.outputPath("project"));
  const { exports, types, version } = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const file of [exports["."].default, exports["."].types, types, "whose-words.js", "embed.html", "later/save.js", "whose-words.weights"]) {
    expect(files).toContain(file.replace("./", ""));
  }
  expect(files.filter((file) => file.startsWith("examples"))).toEqual([]);
});

test("a page that Vite bundles marks its article, with files of Vite's names", async ({ page, visit, baseURL }, info) => {
  const project = info.outputPath("project");
  install(project);
  const paragraphs = ARTICLE.split("\n").map((line) => `<p>${line}</p>`);
  writeFileSync(
    join(project, "index.html"),
    `<!doctype html><html lang="en"><title>A bridge</title><main><article id="story">${paragraphs.join("")}</article></main>
    <whose-words for="story"></whose-words><whose-words mode="lesson" id="lesson"></whose-words><script type="module" src="page.js"></script></html>`,
  );
  writeFileSync(join(project, "page.js"), 'import "whose-words";');
  const warnings = [];
  const logger = { info() {}, warn: (line) => warnings.push(line), warnOnce: (line) => warnings.push(line), error: (line) => warnings.push(line), clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await build({ root: project, base: "./", configFile: false, customLogger: logger, build: { outDir: "built" } });
  expect(warnings).toEqual([]);
  // Served beside the site, as somebody else's.
  const types = { js: "text/javascript", wasm: "application/wasm", css: "text/css", html: "text/html", json: "application/json" };
  await page.route(`${baseURL}built/**`, (route) => {
    const path = new URL(route.request().url()).pathname.replace("/built/", "") || "index.html";
    return route.fulfill({ contentType: types[path.split(".").pop()] ?? "application/octet-stream", body: readFileSync(join(project, "built", path)) });
  });
  await page.goto("built/");
  await expect.poll(() => page.evaluate(() => document.querySelector("whose-words").report?.attributions.length)).toBe(3);
  expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(2);
  expect(visit.requests.filter((address) => !address.startsWith(`${baseURL}built/`))).toEqual([]);
  expect(readdirSync(join(project, "built/assets")).filter((name) => name.endsWith(".wasm"))).toHaveLength(4);
  await page.evaluate((text) => (document.getElementById("lesson").lesson = { format: "whose-words-lesson/1", text, key: [{ kind: "cue", spans: [[0, 4]] }] }), ARTICLE);
  await expect(page.getByRole("button", { name: "Compare with the key" })).toBeVisible();
  // What a bundler leaves behind cannot be put into a file.
  await page.getByRole("button", { name: "Reading view" }).click();
  await expect(page.getByRole("button", { name: "Save as one file" })).toHaveCount(0);
});
