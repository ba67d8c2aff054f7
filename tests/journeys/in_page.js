// What is asked in a page on which the element is, whoever drives the browser: each function runs there, and knows nothing from here.

/** The words under each kind of highlight, in order. */
export const painted = () => {
  const words = {};
  for (const [name, highlight] of CSS.highlights) {
    words[name.replace(/^whose-words-\d+-/, "")] = [...highlight].map((found) => {
      const range = document.createRange();
      range.setStart(found.startContainer, found.startOffset);
      range.setEnd(found.endContainer, found.endOffset);
      return range.toString().replace(/\s+/g, " ");
    });
  }
  return words;
};

/** The middle of the first place where words stand on the page. */
export const middleOf = (words) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const [box] = range.getClientRects();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
};
