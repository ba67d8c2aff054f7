// The page in the shapes people see it in: each of them without a barrier that axe-core finds.

import { ARTICLE, paste } from "./texts.js";
import { expect, test } from "./visit.js";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const states = {
  "as it opens": async () => {},
  "with a card open": async (page) => {
    await page.locator(".mark.attribution").first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "with a text of one's own and a notice": async (page) => {
    await paste(page, ARTICLE);
    await expect(page.locator(".notice")).toBeVisible();
  },
  "with the dialog for one's own text": async (page) => {
    await page.getByRole("button", { name: "Use your own text" }).click();
    await expect(page.getByLabel("Paste or type an article")).toBeVisible();
  },
  "with a text refused in the dialog": async (page) => {
    await page.getByRole("button", { name: "Use your own text" }).click();
    await page.getByRole("button", { name: "Read this text" }).click();
    await expect(page.getByRole("alert")).toContainText("no words");
  },
  "with the kinds of stance words listed": async (page) => {
    const turn = page.getByRole("button", { name: "Whose words?" });
    if (await turn.isVisible()) await turn.click();
    await page.getByText("Kinds of stance words").click();
    await expect(page.locator(".families").getByRole("switch").first()).toBeVisible();
  },
  "with one speaker alone": async (page) => {
    const turn = page.getByRole("button", { name: "Whose words?" });
    if (await turn.isVisible()) await turn.click();
    await page.getByRole("button", { name: /Show alone/ }).first().click();
    await expect(page.locator(".mark.commentary")).toHaveCount(0);
    if (await turn.isVisible()) await turn.click();
    await expect(page.locator(".only")).toBeVisible();
  },
  "with the help open": async (page) => {
    await page.getByRole("button", { name: "How to use this page" }).click();
    await expect(page.getByRole("heading", { name: "How to use this page" })).toBeVisible();
  },
  "with starts and ends spoken": async (page) => {
    await page.getByRole("button", { name: "How to use this page" }).click();
    await page.getByRole("switch", { name: /screen reader/ }).check();
    await page.keyboard.press("Escape");
  },
  "cleared": async (page) => {
    await page.getByRole("button", { name: "Use your own text" }).click();
    await page.getByRole("button", { name: "Clear the page" }).click();
    await expect(page.getByRole("heading", { name: "No article on the page" })).toBeVisible();
  },
};

for (const [shape, options] of [
  ["wide", {}],
  ["dark", { colorScheme: "dark" }],
  ["phone", PHONE],
  ["with forced colours", { forcedColors: "active" }],
]) {
  test.describe(shape, () => {
    test.use(options);
    for (const [state, prepare] of Object.entries(states)) {
      test(`no barrier ${state}`, async ({ page, visit }) => {
        await visit.open();
        await prepare(page);
        expect(await visit.accessibilityProblems()).toEqual([]);
      });
    }
  });
}

test.describe("on a phone", () => {
  test.use(PHONE);

  test("nothing is wider than the screen", async ({ page, visit }) => {
    await visit.open();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  test("a tap opens the card at the foot of the screen, with the mark above it", async ({ page, visit }) => {
    await visit.open();
    const mark = page.locator(".mark").nth(3);
    await mark.tap();
    const card = page.getByRole("dialog");
    await expect(card).toBeInViewport();
    await expect
      .poll(async () => {
        const [above, below] = [await mark.boundingBox(), await card.boundingBox()];
        return above.y >= 0 && above.y + above.height <= below.y;
      })
      .toBe(true);
    await card.getByRole("button", { name: "Close" }).tap();
    await expect(card).toBeHidden();
  });

  test("the panel opens over the text and gives way to a place in it", async ({ page, visit }) => {
    await visit.open();
    const ledger = page.locator(".ledger");
    await expect(ledger).toBeHidden();
    await page.getByRole("button", { name: "Whose words?" }).tap();
    await expect(ledger).toBeVisible();
    await page.locator(".entry .speaker").first().tap();
    await expect(ledger).toBeHidden();
    await expect(page.locator(".mark").first()).toBeInViewport();
  });

  test("the first screen says that the text stays here, and shows marks", async ({ page, visit }) => {
    await visit.open();
    await expect(page.getByText("Your text stays on this device.").first()).toBeInViewport();
    await expect(page.locator(".mark").first()).toBeInViewport();
  });

  test("Escape closes the panel", async ({ page, visit }) => {
    await visit.open();
    await page.getByRole("button", { name: "Whose words?" }).click();
    await expect(page.locator(".ledger")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator(".ledger")).toBeHidden();
  });

  test("whatever can be pressed is big enough for a finger", async ({ page, visit }) => {
    await visit.open();
    await page.getByRole("button", { name: "Whose words?" }).tap();
    const small = await page.locator("button, select, input, summary").evaluateAll((all) =>
      all
        .map((one) => ({ name: one.textContent || one.ariaLabel, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });
});

test("dark can be chosen on a light device, and light on a dark one", async ({ page, visit }) => {
  await visit.open();
  const ground = () => page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
  const light = await ground();
  await page.getByLabel("Colours").selectOption("dark");
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByLabel("Colours").selectOption("light");
  expect(await ground()).toBe(light);
});

test("with forced colours the current mark stands on one ground, stance words and all", async ({ page, visit }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit.open();
  await page.locator(".mark.commentary:has(.marker)").first().click();
  const grounds = await page.locator(".mark.current .marker").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(grounds.length).toBeGreaterThan(0);
  expect(new Set(grounds)).toEqual(new Set(["rgba(0, 0, 0, 0)"]));
});

test("nothing moves for who wants nothing to move", async ({ page, visit }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit.open();
  const moving = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(moving).toBe("auto");
});
