// Somebody brings a whole book. The page stays alive.

import { copy, longText, paste } from "./texts.js";
import { expect, test } from "./visit.js";

/** As long as a task may hold the page up, in milliseconds. */
const LONGEST_TASK = 50;

/** What Chromium's own record calls a task. */
const TASK = "ThreadControllerImpl::RunTask";

// Playwright's own trace is taken in the page, and its pictures of a long text hold the page up far longer than we do.
test.use({ trace: "off" });

test.beforeEach(async ({ visit }) => visit.open());

test("reading a megabyte, drawing it and going about in it never holds the page up", async ({ page, browser }) => {
  await copy(page, longText(1_000_000));
  await browser.startTracing(page, { categories: ["toplevel"] });
  await page.keyboard.press("Control+V");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden({ timeout: 60_000 });
  await page.locator(".mark").nth(3).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("p");
  await expect(page.locator(".mark:focus")).toBeInViewport();
  await page.getByRole("switch", { name: "Letters" }).uncheck();
  await page.locator(".entry .speaker").first().click();
  await expect(page.locator(".only")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "Sample article" })).toBeVisible();
  const tasks = tasksOf(JSON.parse(await browser.stopTracing()));
  expect(tasks.length).toBeGreaterThan(20);
  expect(tasks.filter((milliseconds) => milliseconds > LONGEST_TASK)).toEqual([]);
});

/**
 * How long each task of the page's main thread took, in milliseconds of the processor's time: what other programs
 * take from it meanwhile is not the page's doing.
 */
function tasksOf({ traceEvents }) {
  const mains = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isMain = ({ pid, tid }) => mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = traceEvents.filter((event) => event.name === TASK && event.tdur !== undefined && isMain(event));
  return tasks.map(({ tdur }) => tdur / 1000);
}

test("how far the reading is shows, and it can be stopped without losing anything", async ({ page }) => {
  await paste(page, longText(4_000_000));
  const bar = page.getByRole("progressbar");
  await expect(bar).toBeVisible();
  await expect.poll(async () => Number(await bar.getAttribute("value"))).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(bar).toBeHidden();
  await expect(page.getByRole("heading", { name: "Sample article" })).toBeVisible();
  await expect(page.locator(".notice")).toContainText("Stopped");
});

test("the end of a long text is marked too, and found by the browser's own means", async ({ page }) => {
  await paste(page, `${longText(300_000)}At last, Nora Brandt said it was over.`);
  await expect(page.getByRole("heading", { name: "Your text" })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".leaf p", { hasText: "Nora Brandt" })).toBeAttached();
  await page.keyboard.press("p");
  const last = page.locator(".mark.attribution", { hasText: "Nora Brandt" });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press("n");
  await expect(page.locator("#mark-0")).toBeInViewport();
});
