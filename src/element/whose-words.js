// Starts the widget: loads the program beside this file, hands it the way to the engine, and tells the page where it cannot.

const place = document.getElementById("whose-words");
const beside = (name) => new URL(name, import.meta.url);

try {
  // The engine's own glue comes with the program's: a browser does not ask again for a script that it once could not get.
  const [program, engine] = await Promise.all([import("./whose-words-widget.js"), import("./whose-words-engine.js")]);
  await program.default({ module_or_path: beside("whose-words-widget_bg.wasm") });
  program.show(place, async () => {
    await engine.default({ module_or_path: beside("whose-words-engine_bg.wasm") });
    return engine;
  });
  place.removeAttribute("aria-busy");
} catch (error) {
  document.getElementById("whose-words-failed")?.removeAttribute("hidden");
  place.removeAttribute("aria-busy");
  console.error(error);
}
