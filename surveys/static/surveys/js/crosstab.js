// The crosstab page while it is asked: the table follows the form, a search field narrows the questions.
// Without this the button of the form does the same.
const form = document.querySelector("[data-live-form]");
const said = form.querySelector("[data-live-said]");
const PARTS = ["[data-live-result]", ".asking__presets", ".languages"];
let asked = 0;

async function ask(address, { isNew = true } = {}) {
  const turn = ++asked;
  say(form.dataset.waiting);
  const result = document.querySelector("[data-live-result]");
  result.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return; // the reader has asked something else meanwhile
    if (answer.ok) show(page, answer.url, isNew);
    else warn(reasonIn(page));
    if (answer.ok) say("");
  } catch {
    if (turn === asked) warn(form.dataset.failed);
  } finally {
    if (turn === asked) document.querySelector("[data-live-result]").removeAttribute("aria-busy");
  }
}

function show(page, address, isNew) {
  for (const part of PARTS) {
    const now = document.querySelector(part);
    const next = page.querySelector(part);
    if (now && next) now.replaceWith(document.adoptNode(next));
  }
  document.title = page.title;
  if (isNew) history.pushState({ crosstab: true }, "", address);
  document.dispatchEvent(new CustomEvent("exhibit-shown"));
}

function reasonIn(page) {
  const problems = [...page.querySelectorAll(".problems__parameter ~ span:not(.problems__nearest)")];
  return problems.map((problem) => problem.textContent.trim()).join(" ") || form.dataset.failed;
}

function say(words) {
  said.textContent = words;
  said.classList.remove("asking__said--warning");
}

// The table that stays is not the one that was asked for.
function warn(words) {
  say(words);
  said.classList.add("asking__said--warning");
  document.querySelector("[data-live-result]").classList.add("crosstab--stale");
}

function addressOf() {
  const query = new URLSearchParams(new FormData(form));
  return `${form.action}?${query}`;
}

form.addEventListener("change", (event) => {
  if (!event.target.matches("[data-narrows]")) ask(addressOf());
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(addressOf());
});
// The form itself belongs to the address: going back loads the page as it was.
window.addEventListener("popstate", () => location.reload());

for (const search of form.querySelectorAll("[data-narrows]")) {
  search.hidden = false;
  const select = document.getElementById(search.dataset.narrows);
  const groups = [...select.children].map((group) => group.cloneNode(true));
  search.addEventListener("input", () => narrow(select, groups, search.value.trim().toLowerCase()));
}

// Safari shows options that are hidden, so those that do not fit are taken out.
function narrow(select, groups, words) {
  const chosen = select.value;
  const kept = groups.map((group) => group.cloneNode(true));
  for (const group of kept) {
    const options = group.matches("option") ? [group] : [...group.children];
    for (const option of options) {
      const text = `${option.textContent} ${option.value}`.toLowerCase();
      const fits = words.split(/\s+/).every((word) => text.includes(word));
      if (!fits && option.value !== chosen) option.remove();
    }
  }
  select.replaceChildren(...kept.filter((group) => group.matches("option") || group.children.length));
  select.value = chosen;
}
