// What the page promises to whoever opens it, whatever it shows: it asks nobody for anything once it is there, and it
// works under the strictest policy.

import { expect, test } from "./visit.js";

const FORBIDDEN_SOURCES = ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "data:", "blob:"];

test("once the article is read, the page asks for nothing more", async ({ page, visit }) => {
  await visit.open();
  await page.waitForLoadState("networkidle");
  const firstLoad = visit.requests.length;
  await page.keyboard.press("Tab");
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 4000);
  await page.waitForLoadState("networkidle");
  expect(visit.requests.slice(firstLoad)).toEqual([]);
});

test("every file of the first load comes from beside the page, under its own name", async ({ visit, baseURL }) => {
  await visit.open();
  const names = visit.requests.map((address) => address.slice(baseURL.length));
  expect(names).toContain("whose-words.js");
  expect(names).toContain("whose-words.css");
  expect(names).toContain("whose-words.weights");
  expect(names.filter((name) => /[?#]|-[0-9a-f]{8,}\./.test(name))).toEqual([]);
});

test("the page and its server both forbid what is inline and what is from elsewhere", async ({ page, visit }) => {
  const answer = await page.goto("");
  await visit.read();
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  for (const policy of [answer.headers()["content-security-policy"], await meta.getAttribute("content")]) {
    expect(policy).toMatch(/^default-src 'none';/);
    const sources = policy.split(/[\s;]+/);
    expect(sources.filter((source) => FORBIDDEN_SOURCES.includes(source))).toEqual([]);
  }
});

test("no element is styled or scripted by an attribute", async ({ page, visit }) => {
  const answer = await page.goto("");
  await visit.read();
  const html = await answer.text();
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
});

test("the page works in a frame of another page", async ({ page, baseURL }) => {
  const host = `${baseURL}host.html`;
  const body = '<!doctype html><html lang="en"><title>A lesson</title><iframe src="./" title="Whose Words?" width="900" height="700">';
  await page.route(host, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(host);
  const frame = page.frameLocator("iframe");
  await frame.locator(".mark.attribution").first().click();
  await expect(frame.getByRole("dialog")).toBeVisible();
});

test("what the page is served as is what its list of hashes says", async ({ page, visit }) => {
  await visit.open();
  const wrong = await page.evaluate(async () => {
    const list = await (await fetch("integrity.json")).json();
    const checks = Object.entries(list).map(async ([path, hash]) => {
      const bytes = await (await fetch(path)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
      return hash === `sha384-${btoa(String.fromCharCode(...digest))}` ? [] : [path];
    });
    return (await Promise.all(checks)).flat();
  });
  expect(wrong).toEqual([]);
});
