// The page of a deck: moving, removing and naming at once, kept in this browser; files with progress.
import { show } from "./deck.js";
import { keep, normal, noteEdit, readable, stored, wasEdited } from "./deck-store.js";
import { fetchWithProgress } from "./deck-files.js";

const form = document.querySelector("[data-deck]");
const list = form.querySelector("[data-deck-items]");
const status = document.querySelector("[data-deck-status]");
const texts = JSON.parse(document.getElementById("deck-texts").textContent);
const language = document.documentElement.lang.toLowerCase();
const choice = document.querySelector("[data-deck-choice]");
let isOwn = true;

const items = () => [...list.querySelectorAll("[data-deck-item]")];

// The parameters in the server's order: what is empty or the default is left out.
function read() {
  const found = new URLSearchParams();
  const add = (name, value) => value && found.append(name, value);
  add("title", form.elements.title.value.trim());
  const languages = form.elements.languages.value;
  if (languages !== language) add("languages", languages);
  items().forEach((item, index) => {
    add("exhibit", item.querySelector("[name=exhibit]").value);
    add(`title.${index + 1}`, item.querySelector("[name^='title.']").value.trim());
  });
  return found;
}

function renumber() {
  const all = items();
  all.forEach((item, index) => {
    item.querySelector("[name^='title.']").name = `title.${index + 1}`;
    for (const button of item.querySelectorAll("[name=up], [name=down], [name=remove]")) button.value = index + 1;
    item.querySelector("[name=up]").disabled = index === 0;
    item.querySelector("[name=down]").disabled = index === all.length - 1;
  });
  form.querySelector("[data-deck-empty]").hidden = all.length > 0;
  document.querySelector("[data-deck-files]").hidden = all.length === 0;
}

function say(words, values) {
  status.textContent = words.replace(/\{(\w+)\}/g, (sign, name) => values[name]);
}

// What the page shows goes into its address, the links and this browser.
function update() {
  renumber();
  const deck = read();
  const query = readable(deck);
  history.replaceState(null, "", query ? `${location.pathname}?${query}` : location.pathname);
  for (const link of document.querySelectorAll("[data-deck-file]")) {
    link.href = `${location.pathname}${link.dataset.deckFile}?${query}`;
  }
  for (const link of document.querySelectorAll(".languages__link")) {
    link.href = `${new URL(link.href).pathname}${location.search}`;
  }
  if (isOwn) keep(deck);
  show();
}

function move(item, by) {
  const all = items();
  const place = all.indexOf(item) + by;
  if (place < 0 || place >= all.length) return;
  if (by < 0) all[place].before(item);
  else all[place].after(item);
  update();
  say(texts.moved, { n: place + 1, count: all.length });
}

function remove(item) {
  const next = item.nextElementSibling || item.previousElementSibling;
  item.remove();
  update();
  say(texts.removed, { count: items().length });
  (next ? next.querySelector("[name=remove]") : form.elements.add).focus();
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("[name=up], [name=down], [name=remove]");
  if (!button) return;
  event.preventDefault();
  const item = button.closest("[data-deck-item]");
  if (button.name === "remove") return remove(item);
  move(item, button.name === "up" ? -1 : 1);
  // A button at the end of its way can no longer be pressed: the other one takes over.
  (button.disabled ? item.querySelector(button.name === "up" ? "[name=down]" : "[name=up]") : button).focus();
});
form.addEventListener("change", (event) => event.target.name !== "add" && update());
form.addEventListener("submit", () => isOwn && noteEdit());
form.querySelector("[data-deck-apply]").hidden = true; // done at once here

// Dragging, for those who like it; the buttons do the same.
let dragged = null;
for (const item of items()) item.querySelector("img, .deck-item__table").draggable = false;
list.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("[data-deck-item]");
  if (item) item.draggable = !event.target.closest("input, button, label"); // texts can still be marked in fields
});
list.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-deck-item]");
  event.dataTransfer.effectAllowed = "move";
  dragged.classList.add("deck-item--dragged");
});
list.addEventListener("dragover", (event) => {
  const over = event.target.closest("[data-deck-item]");
  if (!dragged || !over) return;
  event.preventDefault();
  const box = over.getBoundingClientRect();
  if (over !== dragged) over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
});
list.addEventListener("drop", (event) => event.preventDefault());
list.addEventListener("dragend", () => {
  if (!dragged) return;
  dragged.classList.remove("deck-item--dragged");
  const all = items();
  say(texts.moved, { n: all.indexOf(dragged) + 1, count: all.length });
  dragged = null;
  update();
});

for (const link of document.querySelectorAll("[data-deck-file]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    fetchWithProgress(link, { bar: document.querySelector("[data-deck-bar]"), say, texts });
  });
}

// A deck that came by its address is shown, and takes the place of the reader's own only when told so.
const here = normal(location.search);
const mine = stored().toString();
if (!here && mine) {
  location.replace(`${location.pathname}?${readable(stored())}`);
} else if (here && mine && here !== mine && !wasEdited()) {
  isOwn = false;
  choice.hidden = false;
} else if (here !== mine) {
  keep(read());
}
choice.querySelector("[data-deck-own]").href = `${location.pathname}?${readable(stored())}`;
choice.querySelector("[data-deck-adopt]").addEventListener("click", () => {
  isOwn = true;
  choice.hidden = true;
  update();
});
show();
