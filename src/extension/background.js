// The extension's own side: it hears the button and its shortcut, and gives the scripts in the page the extension's files.
//
// It asks for nothing but the tab whose button was pressed (activeTab), and nothing here is ever sent anywhere.

chrome.action.onClicked.addListener((tab) => void turn(tab));

/** Turns the marks of a tab's page on or off. Where the page can be reached, the script in it says what came of that. */
async function turn(tab) {
  // A page's process may hear of the press later than this script, and refuses it until then.
  for (let tries = 0; tries < 10; tries++) {
    try {
      const known = await inPage(tab.id, { func: () => typeof whoseWords === "object" });
      if (!known) await inPage(tab.id, { files: ["whose-words-element.js", "whose-words-engine.js", "content.js"] });
      return await inPage(tab.id, { func: () => whoseWords.turn() });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await say(tab.id, ...FORBIDDEN).catch(() => {});
}

async function inPage(tabId, script) {
  const [{ result, error }] = await chrome.scripting.executeScript({ target: { tabId }, ...script });
  // Firefox puts what was thrown in the page beside what came back.
  if (error) throw error;
  return result;
}

const FORBIDDEN = ["–", "The browser lets no extension onto this page. Open the article itself on a page of its own."];

/** Says something at the button, until the tab goes to another page: on its badge, and in its tip. */
async function say(tabId, badge, tip) {
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text: badge }),
    chrome.action.setTitle({ tabId, title: tip }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: "#3b5a7a" }),
  ]);
}

chrome.runtime.onMessage.addListener((asked, sender, answer) => {
  serve(asked, sender).then(answer, () => answer(null));
  return true;
});

/** Answers the script in the page; nothing where that cannot be had. */
async function serve({ file, said, recall, keep }, sender) {
  if (file) return inBase64(await fetch(chrome.runtime.getURL(file)));
  if (said) return say(sender.tab.id, ...said);
  // What a reader sets in a private window is forgotten with it.
  if (sender.tab?.incognito) return null;
  const kept = await caches.open("preferences");
  if (recall) return (await (await kept.match(PREFERENCES))?.text()) ?? null;
  if (typeof keep === "string") await kept.put(PREFERENCES, new Response(keep.slice(0, 200)));
  return null;
}

/** The name under which what the reader has set is kept. It is an address that nobody has, and is never asked for. */
const PREFERENCES = "https://preferences.invalid/";

/** Messages between an extension's parts are text in Chromium. */
async function inBase64(response) {
  const reader = new FileReader();
  const read = new Promise((resolve, reject) => Object.assign(reader, { onload: resolve, onerror: reject }));
  reader.readAsDataURL(await response.blob());
  await read;
  return reader.result.slice(reader.result.indexOf(",") + 1);
}
