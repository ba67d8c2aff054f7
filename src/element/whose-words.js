// Starts the widget: loads the program beside this file and tells the page where it cannot.

const place = document.getElementById("whose-words");
try {
  const { default: start } = await import("./whose-words-widget.js");
  await start({ module_or_path: new URL("./whose-words-widget_bg.wasm", import.meta.url) });
  place.removeAttribute("aria-busy");
} catch (error) {
  document.getElementById("whose-words-failed")?.removeAttribute("hidden");
  place.removeAttribute("aria-busy");
  console.error(error);
}
