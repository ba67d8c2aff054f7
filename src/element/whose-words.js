// The element <whose-words>, and what loads the programs beside this file. One script tag is all that a page needs:
//
//   <script type="module" src="https://example.org/whose-words/whose-words.js"></script>
//   <whose-words for="article"></whose-words>

/** What a page brings that has the program's files elsewhere than beside this script: one that was saved as one file (save.js),
 * or that a bundler made (npm/files.js). */
const brought = globalThis.whoseWordsBrought;

/** Where a file of the program's is, by its name; an empty text where the page was not given it. */
export const address = brought?.address ?? ((name) => new URL(name, import.meta.url).href);

const loaded = new Map();

/** A program by its name: a promise of what it exports. It is fetched once for a page; what failed is tried again. */
export function program(name, folder = "") {
  if (!loaded.has(name)) loaded.set(name, start(name, folder).catch((error) => (loaded.delete(name), Promise.reject(error))));
  return loaded.get(name);
}

async function start(name, folder) {
  const glue = await (brought?.programs[name]?.() ?? import(/* @vite-ignore */ address(`${folder}${name}.js`)));
  await glue.default({ module_or_path: address(`${folder}${name}_bg.wasm`) });
  return glue;
}

/** The programs that few pages need. */
const LATER = ["measure", "lesson", "studio"];

/** What is no program, but a script by itself. */
const SCRIPTS = ["save", "scorm"];

/** What a program asks for, by a name of its own. */
export function load(name) {
  if (SCRIPTS.includes(name)) return import(/* @vite-ignore */ address(`later/${name}.js`));
  return program(`whose-words-${name}`, LATER.includes(name) ? "later/" : "");
}

const sheets = new Map();

/** A style sheet, one for all elements on the page. */
function style(file) {
  if (!sheets.has(file)) sheets.set(file, fetched(file).catch((error) => (sheets.delete(file), Promise.reject(error))));
  return sheets.get(file);
}

async function fetched(file) {
  const answer = await fetch(address(file));
  const style = new CSSStyleSheet();
  await style.replace(await answer.text());
  return style;
}

/** What an element is for, by its attribute `mode`: the program in it, its style sheet, and whether it reads an article at once. */
const MODES = {
  read: { program: "element", sheet: "whose-words-element.css", reads: true },
  lesson: { program: "lesson", sheet: "later/whose-words-lesson.css" },
  studio: { program: "studio", sheet: "later/whose-words-lesson.css" },
};

class WhoseWords extends HTMLElement {
  static observedAttributes = ["for", "panel", "marks", "theme", "mode", "lesson"];

  /** What tells one time on the page from the next; none while it is off it. */
  #stay = null;
  #widget = null;
  /** Why there is no widget. */
  #sentence = null;
  /** The lesson, where it was set as an object. */
  #lesson = null;

  connectedCallback() {
    // What was set before the element was one.
    if (Object.hasOwn(this, "lesson")) {
      const { lesson } = this;
      delete this.lesson;
      this.lesson = lesson;
    }
    if (!this.#stay) this.#connect();
  }

  disconnectedCallback() {
    // An element that is only moved is there again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#disconnect();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (name !== "mode" || before === now) return this.#widget?.attributes_changed();
    // Another mode is another program.
    if (!this.#stay) return;
    this.#disconnect();
    this.#connect();
  }

  /** The lesson: the address of its file, or what is in that as an object; null where nobody said. */
  get lesson() {
    return this.#lesson ?? this.getAttribute("lesson");
  }

  set lesson(lesson) {
    this.#lesson = typeof lesson === "object" ? lesson : null;
    if (typeof lesson === "string") this.setAttribute("lesson", lesson);
    else this.#widget?.attributes_changed();
  }

  /** The report of the article (schema/report.json); null before it is read. */
  get report() {
    return this.#widget?.report() ?? null;
  }

  /** The article's text, in which the report's places are; null before it is read. */
  get text() {
    return this.#widget?.text() ?? null;
  }

  /** Reads the article again, where the element could not know that it changed. */
  refresh() {
    this.#widget?.refresh();
  }

  async #connect() {
    const tree = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // What the element wraps stands as it is, before and behind.
    if (!tree.hasChildNodes()) tree.append(document.createElement("slot"));
    const stay = (this.#stay = {});
    try {
      const { program, sheet, reads } = MODES[this.getAttribute("mode")] ?? MODES.read;
      // What most articles need is on its way with the program that asks for it; that hears where it does not come.
      if (reads) load("engine").catch(() => {});
      const [inside, styles] = await Promise.all([load(program), style(sheet)]);
      // Gone meanwhile, and perhaps there again, in a place of its own.
      if (this.#stay !== stay) return;
      tree.adoptedStyleSheets = [styles];
      this.#widget = inside.connect(this, tree, address, load) ?? null;
    } catch (error) {
      const message = "Whose Words? could not start here: its files could not be loaded.";
      this.#sentence = Object.assign(document.createElement("p"), { textContent: message });
      tree.append(this.#sentence);
      const detail = { code: "not-loaded", message: `${message} ${error}` };
      this.dispatchEvent(new CustomEvent("whose-words:error", { bubbles: true, composed: true, detail }));
    }
  }

  #disconnect() {
    this.#widget?.disconnect();
    this.#sentence?.remove();
    this.#widget = this.#sentence = this.#stay = null;
  }
}

// Two copies of this script on one page are one element.
if (!customElements.get("whose-words")) customElements.define("whose-words", WhoseWords);
