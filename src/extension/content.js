// The extension in the page: in a world of its own, which shares the page's document and nothing of its scripts. It gives the
// widget a plain element to be in, since there are no custom elements in such a world, and everything that the element finds
// on a page and that a page could see: where to fetch, where to keep what the reader set, where to tell what happens.

(() => {
  // A second press may come before the first is done.
  if (globalThis.whoseWords) return;

  const files = chrome.runtime.getURL("");
  /** What the programs may ask for. Of the rest there is nothing here, and they do without. */
  const HERE = ["whose-words.weights", "later/rules.json"];
  const address = (name) => (HERE.includes(name) ? files + name : "");
  const ask = (message) => chrome.runtime.sendMessage(message);

  /** Says something at the extension's button. An extension that was updated meanwhile hears nothing more from here. */
  const say = (badge, tip) => ask({ said: [badge, tip] }).catch(() => {});
  const ON = ["on", "Whose Words? Take the marks off this page"];
  const OFF = ["", "Whose Words? Mark this page"];

  async function bytes(name) {
    const text = await ask({ file: name });
    if (typeof text !== "string") throw new Error(`${name} is not there`);
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
    return bytes;
  }

  // The page's policy holds for what is fetched from here, and the page would see it: so files come as messages, and nothing else
  // comes at all.
  window.fetch = async (address) => {
    if (!String(address).startsWith(files)) throw new TypeError("nothing is fetched for a page");
    const content = await bytes(String(address).slice(files.length));
    const response = new Response(content);
    // What a browser would hand out piece by piece comes whole: in Firefox its pieces would be of another world.
    let pieces = [content];
    const read = async () => ({ value: pieces.shift() });
    Object.defineProperty(response, "body", { value: { getReader: () => ({ read }) } });
    return response;
  };

  // The page's own store, and its record of what took how long, stay as they are.
  let kept = null;
  const store = {
    getItem: () => kept,
    setItem: (_, value) => {
      if (value !== kept) ask({ keep: (kept = value) }).catch(() => {});
    },
  };
  Object.defineProperty(window, "localStorage", { value: store });
  for (const name of ["mark", "measure", "clearMarks", "clearMeasures"]) Object.defineProperty(performance, name, { value: () => {} });

  const loaded = new Map();

  /** A program by its name: a promise of what it exports. What failed is tried again. */
  function program(name) {
    if (!loaded.has(name)) loaded.set(name, start(name).catch((error) => (loaded.delete(name), Promise.reject(error))));
    return loaded.get(name);
  }

  async function start(name) {
    const { glue, translated } = whoseWordsPrograms[name];
    // In Firefox the world's own global object is no window.
    const program = glue(window, translated ? runs(translated) : WebAssembly);
    await program.default({ module_or_path: translated ? new Uint8Array() : await bytes(`${name}_bg.wasm`) });
    return program;
  }

  /** What stands for WebAssembly where a program comes as JavaScript: it knows that one program. */
  function runs(translated) {
    const instantiate = async (module, imports) => ({ instance: { exports: translated(imports) }, module });
    return { instantiate, Instance: class {}, Module: class {} };
  }

  /** What is on the page now. */
  let stay = null;

  async function turnOn() {
    const mine = (stay = { host: null, widget: null });
    try {
      const [element, style, set] = await Promise.all([program("whose-words-element"), bytes("whose-words-element.css"), ask({ recall: true })]);
      if (stay !== mine) return;
      kept = set;
      const host = (mine.host = document.createElement("div"));
      host.setAttribute("for", "auto");
      host.lang = "en";
      // What the widget tells stays here; the page hears none of it.
      host.dispatchEvent = ({ type, detail }) => {
        if (type === "whose-words:report") say(...ON);
        if (type === "whose-words:error") say("–", `Whose Words? ${detail.message}`);
        return true;
      };
      const tree = host.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(new TextDecoder().decode(style));
      tree.adoptedStyleSheets = [sheet];
      document.documentElement.append(host);
      say(...ON);
      mine.widget = element.connect(host, tree, address, (name) => program(`whose-words-${name}`));
    } catch (error) {
      console.warn("Whose Words?", error);
      turnOff(mine);
      say("–", "Whose Words? could not start on this page. Load the page again, and press once more.");
    }
  }

  function turnOff({ host, widget }) {
    stay = null;
    widget?.disconnect();
    host?.remove();
  }

  globalThis.whoseWords = {
    /** Turns the marks on, or off where they are. */
    turn() {
      if (stay) {
        turnOff(stay);
        say(...OFF);
      } else if (document.querySelector("whose-words")) {
        say("–", "This page shows the marks of Whose Words? by itself.");
      } else {
        // The button need not wait; until all is there it says that something comes.
        say("…", "Whose Words? is on its way");
        turnOn();
      }
    },
  };
})();
