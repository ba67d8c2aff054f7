// Makes one file of an article, or of a lesson, and all that it needs: a page that opens from a disk and asks nobody for anything.
//
// It has the whole program inside, not only what that found: so it answers as the element does, and there is one program
// and not a second that only shows. What was found in an article is in it too, for programs of others (schema/report.json).

const beside = (name) => new URL(`../${name}`, import.meta.url);

/** What a page needs of the widget's folder: programs, and files that these ask for. */
const TO_READ = {
  programs: ["whose-words-engine", "whose-words-element"],
  files: ["whose-words-engine_bg.wasm", "whose-words-element_bg.wasm", "whose-words-element.css", "whose-words.weights", "later/rules.json"],
};
const TO_LEARN = {
  programs: ["later/whose-words-lesson"],
  files: ["later/whose-words-lesson_bg.wasm", "later/whose-words-lesson.css"],
};

/** Saves an article, one paragraph a line, and its report as JSON. The promise fails where not all could be had. */
export async function save(title, text, report) {
  const body = `<main>
${article(title, text)}
</main>
<div id="panel"><whose-words for="article" panel="below"></whose-words></div>
<footer><p>Saved with Whose Words? All of it is in this file: it asks nobody for anything.</p></footer>
<script type="application/json" id="report">${report.replaceAll("<", "\\u003c")}</script>`;
  give(new Blob([await page(title, body, TO_READ)], { type: "text/html" }), `${named(title)}.html`);
}

/** Saves a lesson, which comes as its file. Fails as `save`. */
export async function saveLesson(title, lesson) {
  const inside = [block("lesson.json", await packed(new Blob([lesson]).stream()))];
  const body = `<main>
<whose-words mode="lesson" lesson="lesson.json"><p>This lesson needs JavaScript.</p></whose-words>
</main>
<footer><p>Saved with Whose Words? All of it is in this file: it asks nobody for anything.</p></footer>`;
  give(new Blob([await page(title, body, TO_LEARN, inside, "alone")], { type: "text/html" }), `${named(title)}.html`);
}

/** Gives a file to whoever asked for it. */
export function give(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // By then the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A file's name that every system takes. */
export function named(title) {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-").slice(0, 80) || "whose-words";
}

/** What brings files of the widget's folder, all of one edition: files of two, as a cache may have them, would not work together. */
export async function folder() {
  const answer = await fetch(beside("integrity.json"));
  const hashes = await answer.json();
  return async (name) => {
    const answer = await fetch(beside(name), { integrity: hashes[name] });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  };
}

async function page(title, body, { programs: wanted, files }, inside = [], look = "") {
  const get = await folder();
  const read = async (name) => (await get(name)).text();
  const [style, element, blocks, ...programs] = await Promise.all([
    read("embed.css"),
    read("whose-words.js"),
    Promise.all(files.map(async (name) => block(name, await packed((await get(name)).body)))),
    ...wanted.map(async (name) => `${await read(`${name}.js`)}\n${await handed(name)}`),
  ]);
  // In a page the first </script ends a script; wherever JavaScript may have one, this means the same.
  const standing = (script) => script.replaceAll(/<(?=\/script|!--)/gi, "<\\");
  const scripts = [`(${answering})(document);`, ...programs, element].map(standing);
  const policy = [
    "default-src 'none'",
    `script-src ${(await Promise.all(scripts.map(hash))).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${await hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join("; "))}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title || "Whose Words?")}</title>
<style>${style}</style>
</head>
<body${look && ` class="${look}"`}>
${body}
${[...inside, ...blocks].join("\n")}
${scripts.map((script) => `<script type="module">${script}</script>`).join("\n")}
</body>
</html>
`;
}

/** The article's text. A first line that the page's title repeats is its heading; else the title stands above it. */
function article(title, text) {
  const [first, ...rest] = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const isHeading = title.includes(first);
  const above = isHeading || title === "" ? "" : `<h1>${escaped(title)}</h1>\n`;
  const lines = [`<${isHeading ? "h1" : "p"}>${escaped(first)}</${isHeading ? "h1" : "p"}>`, ...rest.map((line) => `<p>${escaped(line)}</p>`)];
  return `${above}<article id="article">\n${lines.join("\n")}\n</article>`;
}

export function escaped(text) {
  const references = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => references[character]);
}

/** What hands a program of the page over to whose-words.js, which elsewhere imports it. */
async function handed(name) {
  const names = Object.keys(await import(beside(`${name}.js`))).filter((name) => name !== "default");
  return `whoseWordsBrought.programs[${JSON.stringify(name.split("/").at(-1))}] = () => ({ default: __wbg_init, ${names.join(", ")} });`;
}

/** Bytes made smaller, and then text. */
async function packed(bytes) {
  const blob = await new Response(bytes.pipeThrough(new CompressionStream("gzip"))).blob();
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
  return reader.result.slice(reader.result.indexOf(",") + 1);
}

/** A part of the page that no browser takes for a script, since that is not its type. */
function block(name, packed) {
  return `<script type="text/plain" id="${name}">${packed}</script>`;
}

/** What a policy says of the one script or style that may be there. */
async function hash(text) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

/** In the file that is saved: answers for what is inside, where elsewhere a server would. */
function answering(page) {
  const types = { wasm: "application/wasm", css: "text/css", json: "application/json" };
  globalThis.whoseWordsBrought = { programs: {}, address: (name) => (page.getElementById(name) ? name : "") };
  window.fetch = async (name) => {
    const packed = page.getElementById(name);
    if (!packed) return Response.error();
    const bytes = Uint8Array.from(atob(packed.textContent), (character) => character.charCodeAt(0));
    const body = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(body, { headers: { "Content-Type": types[name.split(".").pop()] ?? "" } });
  };
}
