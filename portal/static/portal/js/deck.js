// On every page: how many exhibits are in the reader's deck, and buttons that add one.
import { keep, noteEdit, readable, stored } from "./deck-store.js";

const MOST = 40; // exhibits, as the server counts them
const link = document.querySelector("[data-deck-link]");
const page = link ? link.getAttribute("href") : "";

function address(deck) {
  const query = readable(deck);
  return query ? `${page}?${query}` : page;
}

export function show() {
  const deck = stored();
  const held = deck.getAll("exhibit");
  if (link) {
    link.href = address(deck);
    link.querySelector("[data-deck-count]").textContent = held.length || "";
  }
  for (const button of document.querySelectorAll("[data-deck-add]")) {
    button.dataset.label ||= button.textContent;
    const isIn = held.includes(button.dataset.deckAdd);
    const isFull = !isIn && held.length >= MOST;
    button.textContent = isIn ? button.dataset.deckAdded : isFull ? button.dataset.deckFull : button.dataset.label;
    if (isIn || isFull) button.href = address(deck);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-deck-add]");
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!button || !isPlain) return;
  const deck = stored();
  const held = deck.getAll("exhibit");
  if (held.includes(button.dataset.deckAdd) || held.length >= MOST) return; // the link leads to the deck
  deck.append("exhibit", button.dataset.deckAdd);
  if (!keep(deck)) return; // nothing can be kept here: the link leads to a deck of this exhibit
  event.preventDefault();
  const said = button.parentElement.querySelector("[data-deck-said]");
  if (said) said.textContent = said.dataset.deckSaid;
  show();
});

// The way out of a deck that has lost an exhibit is the reader's own work too.
document.querySelector("[data-deck-repaired]")?.addEventListener("click", noteEdit);
document.addEventListener("exhibit-shown", show);
window.addEventListener("storage", show);
window.addEventListener("pageshow", show);
show();
