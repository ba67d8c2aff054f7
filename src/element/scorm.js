// Makes a package for learning systems of a lesson: SCORM 1.2 (ADL, 2001), which Moodle, Canvas and nearly all others take. In it are the
// lesson, what of the widget a lesson needs, and a page that tells the system how far a learner came (course.js).

import { escaped, folder, give, named } from "./save.js";

/** What of the widget's folder is in a package, and under which name. */
const FILES = {
  "whose-words.js": "whose-words.js",
  "embed.css": "embed.css",
  "later/whose-words-lesson.js": "later/whose-words-lesson.js",
  "later/whose-words-lesson_bg.wasm": "later/whose-words-lesson_bg.wasm",
  "later/whose-words-lesson.css": "later/whose-words-lesson.css",
  "later/course.js": "course.js",
};

/** Saves a lesson, which comes as its file, as a package. The promise fails where not all could be had. */
export async function pack(title, lesson) {
  const get = await folder();
  const bytes = (text) => new TextEncoder().encode(text);
  const files = Object.entries(FILES).map(async ([name, inside]) => [inside, new Uint8Array(await (await get(name)).arrayBuffer())]);
  const all = [
    ["imsmanifest.xml", bytes(manifest(title || "Whose Words?"))],
    ["index.html", bytes(page(title || "Whose Words?"))],
    ["lesson.json", bytes(lesson)],
    ...(await Promise.all(files)),
  ];
  give(zip(all), `${named(title)}.scorm.zip`);
}

function page(title) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="embed.css">
<script type="module" src="course.js"></script>
</head>
<body class="alone">
<main><whose-words mode="lesson"><p>This lesson needs JavaScript.</p></whose-words></main>
</body>
</html>
`;
}

/** What the system reads first: one item, which is the page. */
function manifest(title) {
  const files = ["index.html", "lesson.json", ...Object.values(FILES)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="whose-words-lesson" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="lessons">
    <organization identifier="lessons">
      <title>${escaped(title)}</title>
      <item identifier="lesson" identifierref="page"><title>${escaped(title)}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
      ${files.map((name) => `<file href="${name}"/>`).join("\n      ")}
    </resource>
  </resources>
</manifest>
`;
}

// ── ZIP (APPNOTE.TXT 6.3.10 of PKWARE), with nothing compressed: what is large in a package hardly gets smaller ──

function zip(files) {
  const [written, directory] = [[], []];
  let start = 0;
  for (const [name, content] of files) {
    const letters = new TextEncoder().encode(name);
    const size = four(content.length);
    // Version 2.0, names in UTF-8, stored, at midnight of the first day that the format knows.
    const described = [20, 0, 0, 8, 0, 0, 0, 0, 33, 0, ...four(crc32(content)), ...size, ...size, ...two(letters.length), 0, 0];
    const head = [0x50, 0x4b, 3, 4, ...described, ...letters];
    written.push(new Uint8Array(head), content);
    directory.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0, ...described, ...Array(10).fill(0), ...four(start), ...letters]));
    start += head.length + content.length;
  }
  const length = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...two(files.length), ...two(files.length), ...four(length), ...four(start), 0, 0];
  return new Blob([...written, ...directory, new Uint8Array(end)], { type: "application/zip" });
}

const two = (number) => [number & 255, (number >>> 8) & 255];
const four = (number) => [...two(number), ...two(number >>> 16)];

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
