// Copies the image or table of an exhibit, or one number, each with its source; what came of it is said beside it.
const heard = new WeakSet();

export function listenForCopying() {
  for (const button of document.querySelectorAll('[data-copies="image"], [data-copies="table"]')) {
    if (heard.has(button)) continue;
    heard.add(button);
    const said = button.parentElement.querySelector("[data-said]");
    const copy = button.dataset.copies === "image" ? copyImage : copyTable;
    button.addEventListener("click", () => tell(button, said, copy));
  }
}

export function copyNumber(button, page, said) {
  return tell(button, said, () => write({ "text/plain": textOf(`${page}.txt`) }));
}

async function tell(button, said, copy) {
  said.textContent = "";
  try {
    await copy(button);
    said.textContent = button.dataset.done;
  } catch {
    said.textContent = button.dataset.failed;
  }
}

// The picture file of the view, in the colours of the page.
function copyImage(button) {
  const address = new URL(button.dataset.address, location.href);
  if (isDark()) address.searchParams.set("theme", "dark");
  return write({ "image/png": answerOf(address).then((answer) => answer.blob()) });
}

// Cells as they stand in the page, and as text with tabs for spreadsheets; the source goes along.
function copyTable(button) {
  const table = button.closest(".exhibit, .plain-exhibit, main").querySelector("table");
  const clean = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
  const lines = [...table.rows].map((row) => [...row.cells].map(clean));
  const source = button.dataset.source;
  const caption = table.caption ? [[clean(table.caption)]] : [];
  const text = [...caption, ...lines, [source]].map((line) => line.join("\t")).join("\n");
  const copy = document.createElement("table");
  for (const [index, line] of lines.entries()) {
    const row = copy.insertRow();
    for (const words of line) {
      row.append(Object.assign(document.createElement(index ? "td" : "th"), { textContent: words }));
    }
  }
  if (caption.length) copy.createCaption().textContent = caption[0][0];
  const foot = Object.assign(document.createElement("p"), { textContent: source });
  return write({
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([copy.outerHTML + foot.outerHTML], { type: "text/html" }),
  });
}

// What is not there yet is promised: browsers let a page copy only at once after a click.
function write(forms) {
  return navigator.clipboard.write([new ClipboardItem(forms)]);
}

async function answerOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

async function textOf(address) {
  const answer = await answerOf(address);
  return new Blob([await answer.text()], { type: "text/plain" });
}

function isDark() {
  const asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}
