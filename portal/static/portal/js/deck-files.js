// A file of a deck: the server tells how far it is, then the browser fetches it as any download.
let isBusy = false;

export async function fetchWithProgress(link, { bar, say, texts }) {
  if (isBusy) return;
  isBusy = true;
  bar.hidden = false;
  bar.removeAttribute("value"); // waiting for the first exhibit
  try {
    for await (const step of steps(link)) {
      if (step.error) throw new Error(step.error);
      if (step.ready) {
        say(texts.ready, {});
        location.assign(link.href); // an attachment: the page stays
        return;
      }
      bar.max = step.count;
      bar.value = step.done;
      say(texts.making, { n: step.done, count: step.count });
    }
    throw new Error("the answer ended before the file was ready");
  } catch (error) {
    say(error.detail || texts.failed, {});
    console.warn("A file of the deck could not be made.", error);
  } finally {
    isBusy = false;
    bar.hidden = true;
  }
}

// Lines of JSON as they come.
async function* steps(link) {
  const suffix = link.dataset.deckFile;
  const target = new URL(link.href);
  target.pathname = target.pathname.replace(new RegExp(`${suffix.replace(".", "\\.")}$`), `/progress${suffix}`);
  const answer = await fetch(target);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(`${answer.status}`), { detail: problem.detail });
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const lines = text.split("\n");
    text = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}
