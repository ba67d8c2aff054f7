// The readers that are measured against each other, in the page: each takes a text and does what it is for.

import nlp from "compromise";
import init, { open } from "site/whose-words-engine.js";
import program from "site/whose-words-engine_bg.wasm";
import weights from "site/whose-words.weights";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** Each reading is measured so often: whatever else the machine does only adds to it, so the shortest counts. */
const ROUNDS = 7;

/**
 * How many words a second each reader takes of `text`. Words are counted as the browser counts them, for all alike. The
 * rounds go from one reader to the next, so that a busy moment of the machine befalls them all.
 */
globalThis.rates = async (text) => {
  await init({ module_or_path: program });
  const engine = open(weights);
  const wink = winkNLP(model, ["sbd", "pos"]);
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
  const readers = {
    "Whose Words?, the whole engine": () => engine.begin(text).finish(),
    "compromise, quotations": () => nlp(text).quotations().length,
    "wink-nlp, sentences and tags": () => wink.readDoc(text).tokens().length(),
    "Intl.Segmenter, words": () => [...segmenter.segment(text)].length,
  };
  const shortest = {};
  // The first round is not counted: code is compiled for speed only after it has run for a while.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, read] of Object.entries(readers)) {
      const begun = performance.now();
      read();
      const taken = performance.now() - begun;
      if (round > 0) shortest[name] = Math.min(shortest[name] ?? Infinity, taken);
    }
  }
  return Object.entries(shortest).map(([name, taken]) => [name, (words / taken) * 1000]);
};
