// The bookmark is written here, so that it knows where this folder lies, on whatever server that is.

/** What the bookmark does on the page that it is pressed on; with the same page before it a second time, it takes that back. */
function press(program) {
  const own = () => document.querySelector("whose-words[data-bookmarklet]");
  const sorry = () => alert("This page lets no programs of other sites in, so Whose Words? cannot mark it.");
  if (own()) return own().remove();
  const element = document.createElement("whose-words");
  element.setAttribute("for", "auto");
  element.dataset.bookmarklet = "";
  element.addEventListener("whose-words:error", ({ detail }) => {
    if (detail.code !== "not-loaded") return;
    element.remove();
    sorry();
  });
  import(program).then(() => own() ?? document.body.append(element), sorry);
}

const program = new URL("../whose-words.js", import.meta.url).href;
// A text that came back would be shown instead of the page.
document.querySelector("#bookmarklet").href = `javascript:${encodeURIComponent(`void (${press})(${JSON.stringify(program)})`)}`;
