// Starts the widget: loads the program beside this file, hands it the way to the engine, and tells the page where it cannot.

const place = document.getElementById("whose-words");
const beside = (name) => new URL(name, import.meta.url);

// The modules that the program asks for, by name: promises of what they export.
const modules = {
  async engine() {
    const engine = await glue.engine;
    await engine.default({ module_or_path: beside("whose-words-engine_bg.wasm") });
    return engine;
  },
  async measure() {
    const measure = await import("./later/whose-words-measure.js");
    await measure.default({ module_or_path: beside("later/whose-words-measure_bg.wasm") });
    return measure;
  },
};

// The engine's own glue comes with the program's: a browser does not ask again for a script that it once could not get.
const glue = { program: import("./whose-words-widget.js"), engine: import("./whose-words-engine.js") };

try {
  const [program] = await Promise.all([glue.program, glue.engine]);
  await program.default({ module_or_path: beside("whose-words-widget_bg.wasm") });
  program.show(place, (name) => modules[name]());
  place.removeAttribute("aria-busy");
} catch (error) {
  document.getElementById("whose-words-failed")?.removeAttribute("hidden");
  place.removeAttribute("aria-busy");
  console.error(error);
}
