// What a page around frames of embed.html does: it greets them, makes each as high as its page, and sends one a text.

const frames = [...document.querySelectorAll("iframe")];
const sent = document.getElementById("sent");
const found = document.getElementById("found");

/** Whoever knows the frame's address says its origin instead of "*"; one in a sandbox has none. */
const tell = (frame, message) => frame.contentWindow.postMessage({ whoseWords: 1, ...message }, "*");

window.addEventListener("message", ({ source, data }) => {
  const frame = frames.find((frame) => frame.contentWindow === source);
  if (!frame || data?.whoseWords !== 1) return;
  if (data.type === "height") frame.height = data.height;
  if (data.type === "report" && frame === sent) {
    found.textContent = `${data.summary.attributions} attributions, ${data.summary.commentary} clauses of commentary.`;
  }
  if (data.type === "error") found.textContent = data.message;
});

// One that is there already answers at once; the others are greeted when they are.
for (const frame of frames) {
  frame.addEventListener("load", () => tell(frame, { type: "hello" }));
  tell(frame, { type: "hello" });
}

document.getElementById("own").addEventListener("submit", (event) => {
  event.preventDefault();
  tell(sent, { type: "read", title: "Your own sentence", text: document.getElementById("text").value });
});
