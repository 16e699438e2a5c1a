// Buttons that copy: data-copy names the element whose text is meant, data-copy-from an address that answers the text.
// They are hidden in the page and shown here, because without this they would do nothing; the text itself can be marked.
const SHOWN_FOR = 2000; // milliseconds

function offerCopying() {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
    button.hidden = !navigator.clipboard;
  }
}
offerCopying();
document.addEventListener("exhibit-shown", offerCopying);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const place = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(place ? place.textContent : await fetched(button.dataset.copyFrom));
  } catch {
    if (place) getSelection().selectAllChildren(place); // refused by the browser: the reader copies by key
    return;
  }
  say(button, button.dataset.copied);
});

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

// The button says for a moment that it is done; it keeps its width.
function say(button, words) {
  if (button.dataset.label) return; // said already
  button.style.minWidth = `${button.offsetWidth}px`;
  button.dataset.label = button.textContent;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = button.dataset.label;
    delete button.dataset.label;
  }, SHOWN_FOR);
}

// The day on which the reader reads, in place of the day of the data version.
for (const day of document.querySelectorAll("[data-today]")) {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const [year, month, date] = parts.map((part) => String(part).padStart(2, "0"));
  const written = { iso: `${year}-${month}-${date}`, slashes: `${year}/${month}/${date}`, list: parts.join(",") };
  day.textContent = written[day.dataset.today];
}
