// A visit to the site in Firefox, steered through geckodriver by W3C WebDriver (https://www.w3.org/TR/webdriver2/), which Node
// speaks without any package.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const { WHOSE_WORDS_FIREFOX: binary, WHOSE_WORDS_GECKODRIVER: driver, WHOSE_WORDS_SITE: site } = process.env;

/** What keeps a thing from being waited for without end. */
const PATIENCE = 30_000;

/** Keys, as WebDriver writes them. */
export const [TAB, ENTER, ESCAPE] = ["\uE004", "\uE007", "\uE00C"];

/** A Firefox of its own, with a driver of its own. Whoever opens it closes it. */
export class Visit {
  #driver;
  #session;
  /** The last lines that the driver and the browser wrote. */
  #said = [];
  /** What the pages' scripts threw. */
  errors = [];

  /** Opens a window without a screen. */
  static async open() {
    const visit = new Visit();
    try {
      await visit.#start();
    } catch (error) {
      await visit.close();
      throw error;
    }
    return visit;
  }

  async #start() {
    this.#driver = spawn(driver, ["--port", "0", "--websocket-port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
    const address = new Promise((tell, fail) => {
      this.#driver.on("error", fail);
      this.#driver.on("exit", (status) => fail(new Error(`geckodriver ended (${status}): ${this.#said.join("\n")}`)));
      const hear = (line) => {
        this.#said = [...this.#said.slice(-9), line];
        const listening = /Listening on ([\d.]+:\d+)/.exec(line);
        if (listening) tell(`http://${listening[1]}/session`);
        // What goes wrong in the browser's own scripts is told here too.
        if (line.startsWith(`JavaScript error: ${site}`)) this.errors.push(line);
      };
      for (const input of [this.#driver.stdout, this.#driver.stderr]) createInterface({ input }).on("line", hear);
    });
    const sessions = await address;
    const options = { binary, args: ["-headless"], prefs: PREFS };
    const capabilities = { alwaysMatch: { "moz:firefoxOptions": options, unhandledPromptBehavior: "ignore" } };
    const { sessionId, capabilities: found } = await ask("POST", sessions, { capabilities });
    this.#session = `${sessions}/${sessionId}`;
    this.version = found.browserVersion;
  }

  async close() {
    if (this.#session) await ask("DELETE", this.#session).catch(() => {});
    this.#driver?.kill();
  }

  /** Goes to a page of the site. */
  goto(path) {
    return this.#ask("POST", "url", { url: new URL(path, site).href });
  }

  reload() {
    return this.#ask("POST", "refresh", {});
  }

  /** What a function answers in the page. */
  ask(call, ...args) {
    return this.#ask("POST", "execute/sync", { script: `return (${call}).apply(null, arguments)`, args });
  }

  /** Waits until a function answers in the page with what is wanted, and gives that. */
  async until(call, ...args) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const answer = await this.ask(call, ...args);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`In ${PATIENCE} ms it did not come to ${call} of ${JSON.stringify(args)}`);
      await pause(40);
    }
  }

  async point({ x, y }) {
    await this.#act("pointer", [{ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 }]);
  }

  async click(place) {
    await this.point(place);
    await this.#act("pointer", [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);
  }

  async press(key) {
    await this.#act("key", [{ type: "keyDown", value: key }, { type: "keyUp", value: key }]);
  }

  async resize(width, height) {
    await this.#ask("POST", "window/rect", { width, height });
  }

  /** What is to be seen in the window once it stands still, as a text that is the same for the same picture. */
  async picture() {
    const end = Date.now() + PATIENCE;
    for (let last, now; ; last = now) {
      now = createHash("sha256").update(await this.#ask("GET", "screenshot")).digest("hex");
      if (now === last) return now;
      if (Date.now() > end) throw new Error(`In ${PATIENCE} ms the window did not come to stand still`);
    }
  }

  #act(type, actions) {
    return this.#ask("POST", "actions", { actions: [{ type, id: type, actions }] });
  }

  #ask(method, path, body) {
    return ask(method, `${this.#session}/${path}`, body);
  }
}

/** What moves stands still. */
const PREFS = { "ui.prefersReducedMotion": 1, "ui.caretBlinkTime": 0 };

async function ask(method, address, body) {
  // Text of no other kind is refused, lest a page that somebody visits steers a driver.
  const headers = { "content-type": "application/json" };
  const answer = await fetch(address, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(2 * PATIENCE) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
