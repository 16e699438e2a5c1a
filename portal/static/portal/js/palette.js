// The palette: what search finds while one types, by groups, to choose by key. The server makes all texts.
import { optionsOf } from "./palette-options.js";

const WAIT = 120; // milliseconds after the last key
let palette = null;

// `words` were typed before it was there.
export function openPalette(words = "") {
  palette ??= new Palette(document.querySelector("#palette-parts").content.firstElementChild.cloneNode(true));
  palette.open();
  if (words) palette.write(words);
}

class Palette {
  constructor(dialog) {
    document.body.append(dialog);
    this.dialog = dialog;
    this.input = dialog.querySelector("[role=combobox]");
    this.list = dialog.querySelector("[role=listbox]");
    this.status = dialog.querySelector("[role=status]");
    this.examples = dialog.querySelector("[data-examples]");
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.turn(event));
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // the ground around it
    dialog.addEventListener("close", () => this.stop());
    for (const example of this.examples.querySelectorAll("button")) {
      example.addEventListener("click", () => this.write(example.textContent));
    }
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
  }

  write(words) {
    this.input.value = words;
    this.input.focus();
    this.wait();
  }

  stop() {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  wait() {
    this.stop();
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), WAIT);
  }

  async ask(words) {
    if (!words) return this.show([], "");
    this.asked = new AbortController();
    const source = new URL(this.dialog.dataset.source, location.href);
    source.searchParams.set("q", words);
    try {
      const answer = await fetch(source, { signal: this.asked.signal });
      if (!answer.ok) throw new Error(`search answers ${answer.status}`);
      const found = await answer.json();
      this.show(optionsOf(found, this.all(words)), this.told(found));
    } catch (error) {
      if (error.name !== "AbortError") this.show([], this.status.dataset.failed);
    }
  }

  // The link to all matches on the page of search.
  all(words) {
    const { action } = this.input.form;
    return { text: this.list.dataset.all, href: `${action}?${new URLSearchParams({ q: words })}`, action };
  }

  told({ total, suggestion, offers }) {
    const { none, offers: meant, instead, count } = this.status.dataset;
    if (!total) return offers.length ? `${none} ${meant}` : none;
    return [suggestion && `${none} ${instead} “${suggestion}”.`, `${count} ${total}`].filter(Boolean).join(" ");
  }

  show(groups, told) {
    this.list.replaceChildren(...groups);
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.examples.hidden = Boolean(told);
    this.list.hidden = !this.options.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.status.textContent = told;
    this.choose(-1);
  }

  choose(place) {
    this.options?.forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    const chosen = this.options?.[place];
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
    this.place = place;
  }

  turn(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const chosen = this.options?.[this.place];
    if (event.key in steps && this.options?.length) {
      event.preventDefault();
      const size = this.options.length + 1; // one place more: none, the words themselves
      this.choose(((this.place + 1 + steps[event.key] + size) % size) - 1);
    } else if (event.key === "Enter" && chosen && !event.isComposing) {
      event.preventDefault();
      chosen.click();
    }
  }
}
