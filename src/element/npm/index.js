// The element for who imports it: `import "whose-words"`.

import "./files.js";

export * from "../whose-words.js";
