// A visit to the page, watched from outside. A journey imports `test` and `expect` from here; whatever it does,
// it fails when the page breaks its own promises: an error, a violation of its policy, a request elsewhere.

import { test as base, expect } from "@playwright/test";
import axe from "axe-core";

export { expect };

export const test = base.extend({
  /** The visit, watched from before the first request to the end of the journey. */
  visit: [
    async ({ page, baseURL }, use) => {
      const visit = new Visit(page, baseURL);
      await visit.watch();
      await use(visit);
      expect(visit.errors, "errors in the page").toEqual([]);
      expect(visit.violations, "violations of the Content Security Policy").toEqual([]);
      expect(visit.strayRequests(), "requests to anyone but the page's own server").toEqual([]);
    },
    { auto: true },
  ],
});

class Visit {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    /** What the page's scripts threw or wrote as errors. */
    this.errors = [];
    /** What the policy forbade. */
    this.violations = [];
    /** Every address that was asked for, in order. */
    this.requests = [];
  }

  async watch() {
    const { page } = this;
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("request", (request) => this.requests.push(request.url()));
    await page.exposeFunction("tellViolation", (violation) => this.violations.push(violation));
    await page.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", (event) =>
        window.tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
      ),
    );
  }

  /** Opens the page and waits until the article is read. */
  async open(path = "") {
    await this.page.goto(path);
    await this.read();
  }

  /** Waits until nothing in the page is busy: the article that it shows is read. */
  async read() {
    await expect(this.page.locator("main")).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** Requests that left the page's own server; `blob:` and `data:` never leave the page. */
  strayRequests() {
    return this.requests.filter((address) => /^(https?|wss?):/.test(address) && !address.startsWith(this.site));
  }

  /** What axe-core finds wrong, a line for each kind with the elements that have it. */
  async accessibilityProblems(rules = {}) {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate((rules) => window.axe.run({ rules }), rules);
    return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
}
