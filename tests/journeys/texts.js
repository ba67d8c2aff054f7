// Texts that journeys bring to the page. All are written for these journeys.

/** Two speakers, a loaded word in one's mouth, and the author's own commentary. */
export const ARTICLE = `Mayor Dana Whitfield said on Monday that the new bridge would open in June.
“It is a disastrous plan,” said Tom Okafor, a spokesman for the riders’ union.
Clearly, the council may come to regret this hollow compromise.
The bridge is 300 metres long.`;

export const GERMAN = `Die Bürgermeisterin sagte am Montag, die neue Brücke werde im Juni geöffnet, und sie war sich sicher,
dass der Plan gut sei. Der Sprecher der Gewerkschaft nannte ihn eine Katastrophe und wollte nicht weiter reden.`;

export const RUSSIAN = "Мэр сказала в понедельник, что новый мост откроется в июне, и добавила, что план хорош.";

/** One speaker, by two cues, quoted and paraphrased. */
export const LEDGER = `Mayor Dana Whitfield said on Monday that the new bridge would open in June.
“The union was never asked to wait,” Whitfield claimed.`;

/** What one speaker reports of others, and of herself. */
export const CHAIN = `The Harbour Times reported that officials said the dam was safe.
Mayor Dana Whitfield said she believed the bridge would open in June.`;

/** Marks that open and never close, close and never opened, and stand by themselves. */
export const UNPAIRED = `“It is late, the driver thought, and nobody came.
The ’90s were better” than this, or so it seemed " to him.
Mayor Dana Whitfield said on Monday that the new bridge would open in June.`;

/** A text of about `bytes` bytes, one sentence in three with something to mark, in paragraphs of three. */
export function longText(bytes) {
  const paragraph =
    "The council met on Tuesday in the old hall by the river. Dana Whitfield said the bridge would open in June. " +
    "Clearly, the plan may come to nothing, and it is a disastrous one.\n";
  return paragraph.repeat(Math.ceil(bytes / paragraph.length));
}

/** Puts a text on the clipboard and presses the keys that paste it. */
export async function paste(page, text) {
  await copy(page, text);
  await page.keyboard.press("Control+V");
}

/** Puts a text on the clipboard. */
export async function copy(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
}

/** What the browser tells a page of a paste, for what no clipboard takes: nothing, or more than goes through one. */
export async function pasteWithoutClipboard(page, text, times = 1) {
  await page.evaluate(
    ({ text, times }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(times));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { text, times },
  );
}

/** Drops a text, or files whose content is repeated `times` times, onto the page. */
export async function drop(page, { text, file, files = file === undefined ? [] : [file] }) {
  const data = await page.evaluateHandle(
    ({ text, files }) => {
      const data = new DataTransfer();
      if (text !== undefined) data.setData("text/plain", text);
      for (const { content, times = 1, name, type } of files) {
        data.items.add(new File([content.repeat(times)], name, { type }));
      }
      return data;
    },
    { text, files },
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}
