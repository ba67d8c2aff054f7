// Starts the page of its own (index.html): draws the program's page, and tells the reader where it cannot.

import { address, load, program } from "./whose-words.js";

const place = document.getElementById("whose-words");

try {
  const page = await program("whose-words-widget");
  page.show(place, address, load);
} catch (error) {
  document.getElementById("whose-words-failed")?.removeAttribute("hidden");
  console.error(error);
}
place.removeAttribute("aria-busy");
