// Names the program's files in the way that bundlers understand, so that these take them along wherever they put the rest.
// Without a bundler it says what is so anyway.

const addresses = {
  "whose-words-element.css": new URL("../whose-words-element.css", import.meta.url),
  "whose-words-element_bg.wasm": new URL("../whose-words-element_bg.wasm", import.meta.url),
  "whose-words-engine_bg.wasm": new URL("../whose-words-engine_bg.wasm", import.meta.url),
  "whose-words.weights": new URL("../whose-words.weights", import.meta.url),
  "later/whose-words-lesson.css": new URL("../later/whose-words-lesson.css", import.meta.url),
  "later/whose-words-lesson_bg.wasm": new URL("../later/whose-words-lesson_bg.wasm", import.meta.url),
  "later/whose-words-studio_bg.wasm": new URL("../later/whose-words-studio_bg.wasm", import.meta.url),
  "later/rules.json": new URL("../later/rules.json", import.meta.url),
};

globalThis.whoseWordsBrought = {
  programs: {
    "whose-words-element": () => import("../whose-words-element.js"),
    "whose-words-lesson": () => import("../later/whose-words-lesson.js"),
    "whose-words-studio": () => import("../later/whose-words-studio.js"),
    "whose-words-engine": () => import("../whose-words-engine.js"),
  },
  address: (name) => addresses[name]?.href ?? "",
};
