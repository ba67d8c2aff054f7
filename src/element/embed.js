// The page for places that allow only a frame (embed.html). It takes the article from the frame's address or from a
// message of the page around it, shows it with its marks, and tells that page what becomes of it. docs/embedding.md says
// what addresses and messages there are.

import "./whose-words.js";

/** The version of the messages. What a later one adds, this one does not answer to. */
const VERSION = 1;

/** No text may be longer, in bytes or characters: as much as the page of its own takes. */
const LARGEST = 10_000_000;

/** Why there is nothing to read, by the code that is told. */
const SENTENCES = {
  address: "The address of the article cannot be understood, so there is nothing to read here.",
  foreign: "The article lies on another site. Only articles beside this page can be read here.",
  missing: "The article could not be fetched: it is not there, or it cannot be reached.",
  kind: "What lies at the address of the article is neither a page nor a text.",
  empty: "There are no words in the text that was to be read here.",
  huge: "The text is longer than 10 MB, which is too long to be read here.",
  lesson: "The lesson lies on another site. Only lessons beside this page can be worked on here.",
  message: "The page around this frame sent a message that cannot be understood.",
  version: `The page around this frame speaks another version of the messages than ${VERSION}.`,
};
const NOTHING_YET = "There is no article here yet. The page around this frame can name or send one.";
const LOADING = "Loading the article …";

const article = document.getElementById("article");
const said = document.getElementById("said");

// ── The article ──

/** Counts the texts that were asked for, so that one that comes late does not replace one that was asked for later. */
let asked = 0;

/** Shows what was asked for: `{ text, title }`, or `{ article }`, which is an address. */
async function read(wanted) {
  const turn = ++asked;
  try {
    const isNamed = typeof wanted.text !== "string";
    if (isNamed) say(LOADING);
    const found = isNamed ? await fetched(wanted.article) : plain(wanted);
    if (turn !== asked) return;
    told.secret = isNamed;
    await show(found, turn);
  } catch (error) {
    if (turn !== asked) return;
    if (!(error instanceof Unreadable)) console.error(error);
    fail(error instanceof Unreadable ? error.code : "missing");
  }
}

/** Says why a text cannot be read. */
class Unreadable extends Error {
  constructor(code) {
    super(SENTENCES[code]);
    this.code = code;
  }
}

function plain({ text, title }) {
  if (text.length > LARGEST) throw new Unreadable("huge");
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return { title: typeof title === "string" ? title : "", blocks: lines.map((text) => ({ kind: "p", text })) };
}

/** Fetches an article from this page's own site. */
async function fetched(address) {
  if (!URL.canParse(address, document.baseURI)) throw new Unreadable("address");
  const url = new URL(address, document.baseURI);
  if (url.origin !== new URL(import.meta.url).origin) throw new Unreadable("foreign");
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) throw new Unreadable("missing");
  const type = answer.headers.get("content-type") ?? "";
  const isPage = /^(text\/html|application\/xhtml\+xml)\b/i.test(type);
  if (!isPage && !/^text\/(plain|markdown)\b/i.test(type)) throw new Unreadable("kind");
  const text = decoded(await bytes(answer), type);
  return isPage ? prose(parsed(text)) : plain({ text });
}

/** The bytes of an answer, as far as they are not too many. */
async function bytes(answer) {
  const pieces = [];
  let length = 0;
  const body = answer.body.getReader();
  for (let next = await body.read(); !next.done; next = await body.read()) {
    length += next.value.length;
    if (length > LARGEST) {
      body.cancel().catch(() => {});
      throw new Unreadable("huge");
    }
    pieces.push(next.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The text of bytes, in the encoding that the server or the page itself names, else in UTF-8. */
function decoded(bytes, type) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const named = /charset="?([\w-]+)/i.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head);
  try {
    return new TextDecoder(named?.[1] ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A page as a document that runs nothing and loads nothing. The policy serves nothing else. */
function parsed(html) {
  // Only what could run is left out: what an attribute hides is to stay hidden.
  if (Document.parseHTML) return Document.parseHTML(quiet(html), { sanitizer: {} });
  policy ??= globalThis.trustedTypes?.createPolicy("whose-words", { createHTML: quiet });
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}
let policy;

/** The same page, without what would do nothing in the parsed one either, and of which the browser would complain at length. */
function quiet(html) {
  const tags = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?=(?:on\w+|style)\s*=)/gi, " data-"));
  return tags.replace(/<(\/?)style\b/gi, "<$1xmp");
}

const LEFT_OUT = "script,style,xmp,noscript,template,nav,aside,form,button,select,svg,math,figure,iframe,object,video,audio,canvas,footer,dialog,menu,sup,title,[hidden]";
const INLINE = "a,abbr,b,bdi,bdo,cite,code,data,del,dfn,em,font,i,ins,kbd,label,mark,q,s,samp,small,span,strong,sub,time,tt,u,var";

/** What a reader would read of a page: its title, and its blocks of text. */
function prose(page) {
  const title = (page.querySelector("h1")?.textContent || page.title).replace(/\s+/g, " ").trim();
  const blocks = [{ kind: "p", text: "" }];
  const begin = (kind) => blocks.push({ kind, text: "" });
  const walk = (node, kind) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) blocks.at(-1).text += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE || child.matches(LEFT_OUT)) continue;
      if (child.matches(INLINE)) walk(child, kind);
      else {
        const inside = /^H[1-6]$/.test(child.tagName) ? child.tagName.toLowerCase() : child.tagName === "BLOCKQUOTE" ? "blockquote" : kind;
        begin(inside);
        walk(child, inside);
        begin(kind);
      }
    }
  };
  const root = page.querySelector("article") ?? page.querySelector("main, [role=main]") ?? page.body;
  if (root) walk(root, "p");
  const folded = blocks.map(({ kind, text }) => ({ kind, text: text.replace(/\s+/g, " ").trim() }));
  const heading = folded.findIndex(({ text }) => text !== "");
  // The title stands over the article anyway.
  return { title, blocks: folded[heading]?.text === title ? folded.slice(heading + 1) : folded };
}

/** Shows a lesson: one of this page's own site by its address, or what is in its file. */
function learn(lesson) {
  asked += 1;
  const isNamed = typeof lesson === "string";
  if (isNamed) {
    if (!URL.canParse(lesson, document.baseURI)) return fail("address");
    if (new URL(lesson, document.baseURI).origin !== new URL(import.meta.url).origin) return fail("lesson");
  }
  say("");
  document.title = "Whose Words?";
  article.replaceChildren();
  told.report = told.answer = told.error = null;
  told.secret = isNamed;
  widget.setAttribute("mode", "lesson");
  widget.lesson = lesson;
  if (!widget.isConnected) document.getElementById("panel").append(widget);
}

/** So many milliseconds are waited for a frame. One comes every 16 or so, and none in a window that nobody sees. */
const NO_FRAME = 100;

/** The next frame, in which the browser lays out what was placed; where none is drawn, a little later. */
const drawn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** So many blocks are placed at once: a few milliseconds' worth. A long text is placed with the page alive between. */
const AT_ONCE = 400;

/** Shows a text, and reads it, unless another is asked for meanwhile. */
async function show({ title, blocks }, turn) {
  const full = blocks.filter(({ text }) => text !== "");
  if (!full.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return fail("empty");
  say("");
  document.title = title || "Whose Words?";
  article.replaceChildren(...(title ? [block("h1", title)] : []));
  told.report = told.answer = told.error = null;
  for (let at = 0; at < full.length; at += AT_ONCE) {
    if (at > 0) await drawn();
    if (turn !== asked) return;
    article.append(...full.slice(at, at + AT_ONCE).map(({ kind, text }) => block(kind, text)));
  }
  widget.removeAttribute("mode");
  if (widget.isConnected) widget.refresh();
  else document.getElementById("panel").append(widget);
}

function block(kind, text) {
  const element = document.createElement(kind);
  if (kind === "blockquote") element.append(block("p", text));
  else element.textContent = text;
  return element;
}

/** Says that there is nothing to read, and why. What was read before goes: it is not what was asked for. */
function fail(code) {
  widget.remove();
  article.replaceChildren();
  document.title = "Whose Words?";
  told.report = told.answer = null;
  said.classList.add("failed");
  said.textContent = SENTENCES[code];
  told.error = { code, message: SENTENCES[code] };
  tell({ type: "error", ...told.error });
}

function say(sentence) {
  said.classList.remove("failed");
  said.textContent = sentence;
}

// ── The element ──

const widget = document.createElement("whose-words");
widget.setAttribute("for", "article");

/** What the frame's address says of how it looks; anything else the element leaves aside by itself. */
function dress(parameters) {
  widget.setAttribute("panel", parameters.get("panel") ?? "below");
  for (const name of ["marks", "theme"]) {
    if (parameters.has(name)) widget.setAttribute(name, parameters.get(name));
  }
  const theme = parameters.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

widget.addEventListener("whose-words:report", ({ detail }) => {
  told.report = { type: "report", title: document.title, summary: { ...detail }, text: widget.text, report: widget.report };
  tellOfArticle(told.report);
});
widget.addEventListener("whose-words:answer", ({ detail }) => {
  told.answer = { type: "answer", answer: { ...detail } };
  tell(told.answer);
});
widget.addEventListener("whose-words:select", ({ detail }) => tellOfArticle({ type: "select", ...detail }));
widget.addEventListener("whose-words:error", ({ detail }) => {
  told.error = { ...detail };
  tell({ type: "error", ...detail });
});

/** A frame that is as high as its page is seen in part. What opens at an edge is to open where it is seen: the part's edges are told to
 * the element each time that something is pressed, since only then it opens anything. */
function lookThrough() {
  const look = ([{ intersectionRect: seen }], observer) => {
    observer.disconnect();
    widget.style.setProperty("--frame-above", `${Math.max(0, seen.top)}px`);
    widget.style.setProperty("--frame-below", `${Math.max(0, innerHeight - seen.bottom)}px`);
  };
  new IntersectionObserver(look).observe(document.documentElement);
}

/** What takes the focus may make the page around scroll for a while, and nothing tells this page of it: so it looks again, after so many
 * milliseconds each time. */
const AGAIN = [0, 150, 400, 1000];

for (const pressed of ["pointerdown", "keydown", "focusin"]) {
  window.addEventListener(pressed, () => AGAIN.forEach((wait) => setTimeout(lookThrough, wait)), { capture: true });
}

// ── The page around ──

const around = window.parent === window ? null : window.parent;

/** What the page around is told, and what it was told last. */
const told = {
  /** The origin to tell it to; none until the page around has spoken. To pages of before that, messages may come as a surprise. */
  origin: null,
  /** Whether the text is a file of this server's, whose words are for pages of this server only. */
  secret: false,
  report: null,
  answer: null,
  error: null,
  height: 0,
  /** Whether it wants heights as open-iframe-resizer does. */
  resizer: false,
};

function tell(message) {
  if (told.origin === null) return;
  try {
    around?.postMessage({ whoseWords: VERSION, ...message }, told.origin);
  } catch (error) {
    console.error(error);
  }
}

/** In a sandbox this page has no origin, and what it could fetch anybody can. */
function tellOfArticle(message) {
  if (!told.secret || told.origin === self.origin || self.origin === "null") tell(message);
}

function hear({ source, data, origin }) {
  if (source !== around || around === null || typeof data !== "object" || data === null) return;
  if (data.type === "iframe-child-init" || data.type === "iframe-get-child-dimensions") {
    told.resizer = true;
    return tellResizer();
  }
  // Whatever else pages say to their frames is not for us.
  if (data.whoseWords === undefined) return;
  // A page without an origin of its own can be told only as whoever is there.
  told.origin = origin === "null" ? "*" : origin;
  if (data.whoseWords !== VERSION) return refuse("version");
  switch (data.type) {
    case "hello":
      tell({ type: "ready" });
      tellHeight();
      if (told.report) tellOfArticle(told.report);
      if (told.answer) tell(told.answer);
      if (told.error) tell({ type: "error", ...told.error });
      return;
    case "height":
      return tellHeight();
    case "learn":
      if (typeof data.lesson === "string" || (typeof data.lesson === "object" && data.lesson !== null)) return learn(data.lesson);
      break;
    case "read":
      if ([data.text, data.article].some((given) => typeof given === "string")) return void read(data);
  }
  refuse("message");
}

/** Says that a message means nothing here. What is on the page stays. */
function refuse(code) {
  if (!widget.isConnected) say(SENTENCES[code]);
  tell({ type: "error", code, message: SENTENCES[code] });
}

function tellHeight() {
  tell({ type: "height", height: told.height });
}

/** As @open-iframe-resizer/core 2 does from inside a frame. */
function tellResizer() {
  const width = Math.ceil(document.documentElement.getBoundingClientRect().width);
  around.postMessage({ type: "iframe-resized", width, height: told.height }, "*");
}

/** Tells how high the page is, when that has changed. Nothing in it is as high as the frame, so this comes to rest. */
function measure() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told.height) return;
  told.height = height;
  tellHeight();
  if (told.resizer) tellResizer();
  // Canvas, and what was written after it, listens for a string; objects its listener does not survive.
  around?.postMessage(JSON.stringify({ subject: "lti.frameResize", height }), "*");
}

/** What the frame's address asks for; behind the # it stays on this device also where addresses are written down. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  const hash = new URLSearchParams(location.hash.slice(1));
  dress(query);
  const text = hash.get("text") ?? query.get("text");
  if (text !== null) return void read({ text, title: hash.get("title") ?? query.get("title") });
  if (query.has("article")) return void read({ article: query.get("article") });
  const lesson = hash.get("lesson") ?? query.get("lesson");
  if (lesson !== null) return learn(inAddress(lesson));
  if (asked === 0) say(NOTHING_YET);
}

/** A lesson in an address: that of its file, or the file itself. What is meant as one and is none, the lesson says. */
function inAddress(lesson) {
  if (!lesson.trimStart().startsWith("{")) return lesson;
  try {
    return JSON.parse(lesson);
  } catch {
    return {};
  }
}

document.getElementById("not-started").remove();
window.addEventListener("message", hear);
window.addEventListener("hashchange", readAddress);
new ResizeObserver(measure).observe(document.documentElement);
readAddress();
